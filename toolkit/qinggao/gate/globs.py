"""Patterns of files, as git reads them, and how files are named to them: from the folder of the settings."""
from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache

from ..errors import UsageError
from ..patterns import lazy


def fits(path: str, globs: Iterable[str], folder: str = '') -> bool:
    """Whether a path, as seen from a folder (else from here), fits one of the patterns.

    `*` stays within a folder, `**` does not; a pattern without a slash fits names at any depth; one that fits a folder
    fits all that lies in it.

    >>> fits('notes/old/a.md', ['notes/old/**']), fits('notes/a.draft.md', ['*.draft.md'])
    (True, True)
    >>> fits('notes/a/b.md', ['notes/*.md']), fits('notes/a.md', ['notes'])
    (False, True)
    """
    if not globs:
        return False
    seen = seen_from(folder or os.getcwd(), path)
    return any(pattern(glob).match(seen) for glob in globs)


def seen_from(folder: str, path: str) -> str:
    """A path as one from a folder, whatever the folder we stand in and however the path was written.

    Links to folders are followed, so both ways into a folder are one; a link to a file is a file of its own.
    """
    return os.path.relpath(file_itself(path), os.path.realpath(folder)).replace(os.sep, '/')


def file_itself(path: str) -> str:
    """The one absolute path of a file: `./a.md` and `x/../a.md` are the same."""
    parent, name = os.path.split(path)
    return os.path.join(_real(os.getcwd(), parent), name)


@lru_cache(4096)
def _real(here: str, folder: str) -> str:
    return os.path.realpath(os.path.join(here, folder))


@lru_cache(256)
def pattern(glob: str) -> re.Pattern[str]:
    """A pattern as a regular expression for the whole of a path; raises `UsageError`."""
    if glob.startswith('!'):
        raise UsageError(f'a pattern that takes others back: {glob!r}', cure='write patterns for what is meant only')
    whole = glob.rstrip('/').removeprefix('./')
    out = '' if '/' in whole else '(?:.*/)?'
    out += ''.join(map(_piece, _PIECE.findall(whole.removeprefix('/'))))
    try:
        return re.compile(f'{out}(?:/.*)?\\Z', re.S)
    except re.error as error:
        raise UsageError(f'not a pattern: {glob!r} ({error})', cure='correct it') from None


_PIECE = lazy(r'\*\*/|\*+|\?|\[[!^]?\]?[^]]*\]|\\?.', re.S)


def _piece(piece: str) -> str:
    if piece == '**/':
        return '(?:.*/)?'
    if piece[0] == '*':
        return '[^/]*' if len(piece) == 1 else '.*'
    if piece == '?':
        return '[^/]'
    if piece[0] == '[' and len(piece) > 1:
        no = piece[1] in '!^'
        inside = re.sub(r'([\\\[\]&~|^])', r'\\\1', piece[2 if no else 1:-1])
        return f'(?!/)[{"^" if no else ""}{inside}]'
    return re.escape(piece[-1])
