"""What a lint yields, and the same as a reader of the file finds it: by line and column."""
from __future__ import annotations

from typing import NamedTuple

from ..edits import Edit

SEVERITIES = ('info', 'warning', 'error')


class Finding(NamedTuple):
    """``page.text[start:end]`` is wrong, and ``message`` says how and what to do.

    ``edits`` mend it: all of them or none. They are applied by ``--fix`` where every one is sure, by ``--unsure``
    otherwise. Their rule is the lint's code.
    """

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether ``--fix`` mends it."""
        return bool(self.edits) and all(edit.sure for edit in self.edits)


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Located(NamedTuple):
    """A finding as reports show it. ``mends`` are the places it would rewrite and what they would read."""

    path: str
    place: Place
    code: str
    severity: str
    message: str
    fixable: bool
    fingerprint: str            # of the code and the words on its lines: the same when lines above it move
    mends: tuple[tuple[Place, str], ...] = ()
