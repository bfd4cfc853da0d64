"""Text: script, width, marks, spaces, repeats, invisible characters."""
