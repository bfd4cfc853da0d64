"""Where a second track comes from: a person's translation, a machine's, a recogniser's, the other script of Chinese."""
from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ...transcript import Transcript
from ..bitext import Bitext


class Source(Protocol):
    """One way to a second track; each is a module here."""

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """The second track of a transcript that was read from ``path``, paired with it; raises `QinggaoError`."""
        ...

    def made_from(self, path: Path) -> Path | None:
        """The file that this track comes from, where it has one of its own: nothing may be written over it."""
        ...
