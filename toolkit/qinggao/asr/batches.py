"""Windows in batches across files, language by language, in the order of the files."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from .speech import Span
from .windows import Packer, Window


class Batch(NamedTuple):
    """Windows that are heard together: one language, one prompt."""

    language: str
    windows: tuple[Window, ...]


class Batches:
    """Fills batches of ``size`` windows. ``shared``: pieces of several files may share a window.

    What an earlier run has heard parts the windows as it did then: what is left is cut as if nothing had come between.
    """

    def __init__(self, shared: bool, size: int) -> None:
        self._shared, self.size = shared, size
        self._packers: dict[str, Packer] = {}
        self._waiting: dict[str, list[Window]] = {}

    def add(self, language: str, file: int, spans: Sequence[Span], left: AbstractSet[Span]) -> Iterator[Batch]:
        """The batches that the spans of a file fill, of which these are left to hear."""
        packer, queue = self._of(language)
        queue += packer.file()
        for span in spans:
            queue += packer.add(file, span) if span in left else packer.rest()
        yield from self._full(language)

    def skip(self, language: str) -> None:
        """A file of this language comes here that was heard whole."""
        packer, queue = self._of(language)
        queue += packer.rest()

    def rest(self) -> Iterator[Batch]:
        """The last batches, as full as they are."""
        for language in self._packers:
            self.skip(language)
            yield from self._full(language, least=1)

    def _of(self, language: str) -> tuple[Packer, list[Window]]:
        if language not in self._packers:
            self._packers[language], self._waiting[language] = Packer(self._shared), []
        return self._packers[language], self._waiting[language]

    def _full(self, language: str, least: int = 0) -> Iterator[Batch]:
        queue = self._waiting[language]
        while queue and len(queue) >= (least or self.size):
            size = self.size        # it may shrink while a batch is heard
            batch, queue[:] = Batch(language, tuple(queue[:size])), queue[size:]
            yield batch
