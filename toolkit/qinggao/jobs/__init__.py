"""A folder of work: what there is to do, and doing it file by file."""
