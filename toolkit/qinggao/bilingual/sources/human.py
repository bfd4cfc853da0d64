"""A second track that a person made: a file beside the talk, with times or without."""
from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError, UsageError
from ...files import read_text
from ...formats import READERS
from ...jobs.plan import shown
from ...transcript import Transcript
from ..align import align
from ..bitext import Bitext
from ..languages import is_language, language_of
from ..reading import read_talk


class _Human(NamedTuple):
    place: Path
    encoding: str = ''
    max_megabytes: int = 64
    force: bool = False


class Human(_Human):
    """``place``: the file, or a folder in which it has the talk's name: talk.txt or talk.en.srt for talk.srt, and for
    talk.zh.srt too. The folder is looked through once.

    ``force``: tracks that do not look like one talk are paired all the same.
    """

    def made_from(self, path: Path) -> Path:
        """The translation of the talk that was read from ``path``. Raises `FileError` where there is none, or more
        than one."""
        return self.place if self.place.is_file() else self._of(path)

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """Raises `FileError` as `made_from` does, and where that file is no translation of this talk."""
        file = self.made_from(path)
        if _is_same(file, path):
            raise FileError('it would be its own translation', path=shown(path), cure='name another with --second')
        second = self._read(file, language_of(first.text))
        try:
            return align(first, second, force=self.force)
        except UsageError as error:
            raise FileError(error.what, path=shown(file), cure=error.cure) from None

    def _read(self, file: Path, tongue: str) -> Transcript:
        """The words of a translation of a talk in ``tongue``."""
        second = read_talk(file, self._encoding(file), self.max_megabytes)
        if isinstance(second, Bitext):
            raise FileError('in two languages already', path=shown(file), cure='publish it as it is, without --second')
        if not second.text.strip():
            raise FileError('empty: there are no words in it', path=shown(file), cure='name another with --second')
        if language_of(second.text) == tongue and not self.force:
            raise FileError(f'no translation: it is in {tongue}, as the talk is', path=shown(file),
                            cure='name another with --second, or --force')
        return second

    def _encoding(self, file: Path) -> str:
        """The one that was named is of files that are not UTF-8: a talk in GB 18030 may have a translation that is, and
        its ’ would become 鈥."""
        try:
            read_text(file, '', self.max_megabytes)
        except FileError:
            return self.encoding
        return ''

    def _of(self, path: Path) -> Path:
        found = [file for file in self._by_name.get(_bare(path.stem), ()) if not _is_same(file, path)]
        if not found:
            raise FileError(f'no translation of that name in {shown(self.place)}', path=shown(path),
                            cure=f'name it {shown(_bare(path.stem))}.en.srt')
        if len(found) > 1:
            raise FileError(f'{len(found)} files may be its translation: {", ".join(map(shown, found[:3]))}',
                            path=shown(path), cure='name one of them with --second')
        return found[0]

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        """The files of the folder that we read, in order, by their names without an ending or a language before it."""
        found: dict[str, list[Path]] = {}
        for file in sorted(self.place.iterdir()) if self.place.is_dir() else ():
            if file.suffix.lower() in READERS and file.is_file():
                found.setdefault(_bare(file.stem), []).append(file)
        return found


def _is_same(file: Path, path: Path) -> bool:
    return path.exists() and file.samefile(path)


def _bare(stem: str) -> str:
    """A name without the language at its end.

    >>> _bare('talk.en'), _bare('talk.draft'), _bare('en')
    ('talk', 'talk.draft', 'en')
    """
    name, _, tag = stem.rpartition('.')
    return name if name and is_language(tag) else stem
