"""Two folders, side by side: which files are of one talk, and what each says."""
from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..errors import FileError, UsageError
from ..files import read_text
from ..formats import READERS
from ..jobs.plan import ABOUT, shown
from ..library import read
from ..stages.script import simplified
from .published import is_chinese, prose

_PAGES = ('.md', '.markdown')


class Sides(NamedTuple):
    """The two files of one talk."""

    first: Path
    second: Path


class Found(NamedTuple):
    """Pairs in the order of their paths, files without a partner, and what could not be told."""

    pairs: tuple[Sides, ...]
    alone: tuple[str, ...]
    errors: tuple[FileError, ...]


def paired(first: Path, second: Path) -> Found:
    """The files of both folders that have one path, endings aside, else one name that no other file has.

    Raises `FileError` for a folder that is missing, `UsageError` for the same one twice, or where no name is in both.
    """
    for folder in (first, second):
        if not folder.is_dir():
            raise FileError('no such folder' if not folder.exists() else 'not a folder', path=shown(folder),
                             cure='name two folders: --from RAW_DIR --against PUBLISHED_DIR')
    if first.samefile(second):
        raise UsageError('one folder twice', path=shown(first), cure='name the edited ones with --against')
    errors: list[FileError] = []
    left, right = (_by_stem(folder, errors) for folder in (first, second))
    pairs = dict(_matched(left, right, errors))
    taken = {*pairs, *pairs.values()}
    alone = tuple(shown(path) for side in (left, right) for paths in side.values() for path in paths
                  if path not in taken)
    if not pairs and not errors:
        raise UsageError(f'no file of {shown(first)} has a partner of its name in {shown(second)}',
                         cure='a talk has one name in both, whatever its ending: a/talk.txt and b/talk.md')
    return Found(tuple(Sides(*pair) for pair in sorted(pairs.items())), alone, tuple(errors))


def _by_stem(folder: Path, errors: list[FileError]) -> dict[str, list[Path]]:
    """The files of a folder by their path without the ending, as it is compared."""
    found: defaultdict[str, list[Path]] = defaultdict(list)

    def refused(error: OSError) -> None:
        errors.append(FileError(f'cannot be read: {(error.strerror or "").lower()}', path=shown(error.filename),
                                cure='check its rights'))

    for root, names, files in os.walk(folder, onerror=refused):
        names[:] = sorted(name for name in names if not name.startswith('.'))
        for name in sorted(files):
            path = Path(root, name)
            if path.suffix.lower() in READERS and not name.startswith('.') and not name.endswith(ABOUT):
                stem = os.fspath(path.relative_to(folder).with_suffix(''))
                found[unicodedata.normalize('NFC', stem)].append(path)
    return found


def _matched(left: Mapping[str, list[Path]], right: Mapping[str, list[Path]],
             errors: list[FileError]) -> Iterator[tuple[Path, Path]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for stem in right:
        names[os.path.basename(stem)].append(stem)
    for stem, paths in left.items():
        others = right.get(stem) or [path for name in names[os.path.basename(stem)] for path in right[name]]
        if len(paths) == 1 and len(others) == 1:
            yield paths[0], others[0]
        elif others:
            several = paths if len(paths) > 1 else others
            errors.append(FileError(f'{len(several)} files may be meant: {", ".join(map(shown, several[:3]))}',
                                    path=shown(paths[0]), cure='keep one of them in the folder'))


def words_of(sides: Sides, encoding: str = '', max_megabytes: int = 64) -> tuple[str, str]:
    """What both files say in the language of the first, in Simplified glyphs. Raises `FileError`."""
    first = _said(sides.first, encoding, max_megabytes, None)
    second = _said(sides.second, encoding, max_megabytes, is_chinese(first))
    return simplified(first), simplified(second)


def _said(path: Path, encoding: str, max_megabytes: int, chinese: bool | None) -> str:
    if path.suffix.lower() in _PAGES:
        said = prose(read_text(path, encoding, max_megabytes), shown(path), chinese)
    else:
        said = read(path, encoding, max_megabytes).text
    if not said.strip():
        raise FileError('empty: there are no words in it', path=shown(path), cure='leave it out')
    return said
