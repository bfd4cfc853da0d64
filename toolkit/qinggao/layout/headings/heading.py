"""A heading that was proposed, and why."""
from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """Proposed before ``text[at]``, where a paragraph begins; its title are the words ``text[start:end]`` on one line.

    ``here``, ``around``: the words in common across this place, and on the average of those around it, from 0 to 1;
    ``opener``: the first words of the paragraph where they count for a cut, else empty.
    """

    at: int
    start: int
    end: int
    here: float
    around: float
    opener: str = ''
