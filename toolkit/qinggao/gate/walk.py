"""Which files a run is about: those that were named, and those in folders that were named."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..errors import FileError
from .page import KINDS

PASSED_OVER = frozenset(['node_modules', '__pycache__'])


class Files(NamedTuple):
    """Paths in order, as they are told; what was named but excluded; what cannot be done."""

    paths: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    errors: tuple[FileError, ...] = ()


def files_in(names: Sequence[str], exclude: Sequence[str]) -> Files:
    """The files that these names stand for, each once. Folders are walked in a stable order, hidden ones left out."""
    paths, excluded, errors = dict[str, None](), list[str](), list[FileError]()
    for name in names:
        if os.path.isdir(name):
            for path in _walk(name, errors):
                if not is_among(path, exclude):
                    paths[path] = None
        elif not os.path.lexists(name):
            errors.append(FileError('no such file or folder', path=name, cure='check the name'))
        elif is_among(name, exclude):
            excluded.append(name)
        elif os.path.splitext(name)[1].lower() not in KINDS:
            errors.append(FileError('neither a page nor a transcript, so not checked', path=name,
                                    cure='known are ' + ', '.join(KINDS)))
        else:
            paths[name] = None
    return Files(tuple(paths), tuple(excluded), tuple(errors))


def _walk(folder: str, errors: list[FileError]) -> Iterator[str]:
    def failed(error: OSError) -> None:
        errors.append(FileError(f'cannot be read: {(error.strerror or "").lower()}', path=str(error.filename),
                                cure='check its rights'))
    for parent, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith('.') and name not in PASSED_OVER)
        for name in sorted(files):
            if not name.startswith('.') and os.path.splitext(name)[1].lower() in KINDS:
                yield os.path.normpath(os.path.join(parent, name))


def codes_without(path: str, per_path: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The codes that do not count in a file."""
    return tuple(code for pattern, codes in per_path.items() if is_among(path, [pattern]) for code in codes)


def is_among(path: str, patterns: Sequence[str]) -> bool:
    """Whether a path fits one of the patterns, as git reads them: `*` stays within a folder, `**` does not; one
    without a slash fits names at any depth.

    >>> is_among('notes/old/a.md', ['notes/old/**']), is_among('notes/a.draft.md', ['*.draft.md'])
    (True, True)
    >>> is_among('notes/a/b.md', ['notes/*.md']), is_among('notes/a.md', ['notes'])
    (False, True)
    """
    if not patterns:
        return False
    path = os.path.relpath(path).replace(os.sep, '/')
    return any(_pattern(pattern).match(path) for pattern in patterns)


@lru_cache(256)
def _pattern(glob: str) -> re.Pattern[str]:
    glob = glob.rstrip('/')
    out = '' if '/' in glob.rstrip('/') else '(?:.*/)?'
    at, glob = 0, glob.removeprefix('/')
    while at < len(glob):
        if glob.startswith('**/', at):
            out, at = out + '(?:.*/)?', at + 3
        elif glob.startswith('**', at):
            out, at = out + '.*', at + 2
        elif glob[at] == '*':
            out, at = out + '[^/]*', at + 1
        elif glob[at] == '?':
            out, at = out + '[^/]', at + 1
        else:
            out, at = out + re.escape(glob[at]), at + 1
    return re.compile(f'{out}(?:/.*)?\\Z', re.S)
