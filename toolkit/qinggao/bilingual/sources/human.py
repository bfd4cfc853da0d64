"""A second track that a person made: a file beside the talk, with times or without."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError, UsageError
from ...formats import READERS
from ...jobs.plan import shown
from ...library import read
from ...transcript import Transcript
from ..align import align
from ..bitext import Bitext
from ..languages import is_language


class Human(NamedTuple):
    """``place``: the file, or a folder in which it has the talk's name: talk.txt or talk.en.srt for talk.srt.

    ``force``: tracks that do not look like one talk are paired all the same.
    """

    place: Path
    encoding: str = ''
    max_megabytes: int = 64
    force: bool = False

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """Raises `FileError` where there is no such file, more than one, or it is of another talk."""
        file = self.place if self.place.is_file() else self._of(path)
        second = read(file, self.encoding, self.max_megabytes)
        try:
            return align(first, second, force=self.force)
        except UsageError as error:
            raise FileError(error.what, path=shown(file), cure=error.cure) from None

    def _of(self, path: Path) -> Path:
        found = sorted(self._named(path.stem))
        if not found:
            raise FileError(f'no translation of that name in {shown(self.place)}', path=shown(path),
                            cure=f'name it {path.stem}.srt or {path.stem}.en.txt')
        if len(found) > 1:
            raise FileError(f'{len(found)} files may be its translation: {", ".join(map(shown, found[:3]))}',
                            path=shown(path), cure='name one of them with --second')
        return found[0]

    def _named(self, stem: str) -> Iterator[Path]:
        """The files that have a talk's name, whatever their ending, with a language before it or not."""
        for file in self.place.iterdir() if self.place.is_dir() else ():
            if file.suffix.lower() not in READERS or not file.is_file():
                continue
            name, _, tag = file.stem.rpartition('.')
            if file.stem == stem or (name == stem and is_language(tag)):
                yield file
