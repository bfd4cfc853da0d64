"""What a writer yields: lines of the output, each with the stretch of the text it holds."""
from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One line of an output; it holds ``text[start:end]``, or nothing that was said where start is -1."""

    out: str
    start: int = -1
    end: int = -1
