"""What a writer yields: lines of the output, each with the stretch of the text it holds."""
from __future__ import annotations

from typing import NamedTuple

from ..layout.headings import Heading


class Line(NamedTuple):
    """One line of an output; it holds ``text[start:end]``, or nothing that was said where start is -1.

    ``track``: whose text, of a page in two languages: 0 the first's, 1 the second's. ``heading``: what the line
    proposes, where it is a heading of ours.
    """

    out: str
    start: int = -1
    end: int = -1
    track: int = 0
    heading: Heading | None = None
