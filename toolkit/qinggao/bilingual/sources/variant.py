"""A second track in the other script of Chinese."""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ...errors import FileError, UsageError
from ...jobs.plan import shown
from ...rulebook import Rulebook
from ...settings import Settings
from ...transcript import Transcript
from ..bitext import Bitext
from ..translate.variants import variant


class Variant(NamedTuple):
    """``into``: zh-Hans or zh-Hant; settings and rules are those of the run."""

    into: str
    settings: Settings
    rules: Rulebook

    def made_from(self, path: Path) -> None:
        """The talk alone."""

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """Raises `FileError` for a talk that is not Chinese, or is in that script already: others of a folder go on."""
        try:
            return variant(first, self.into, self.settings, self.rules)
        except UsageError as error:
            raise FileError(error.what, path=shown(path), cure=error.cure) from None
