"""Reports of a run, a module each: `write(done) -> Iterator[str]` gives the parts of what goes to standard output."""
from __future__ import annotations

FORMATS = ('text', 'json', 'github', 'sarif', 'rdjson')
