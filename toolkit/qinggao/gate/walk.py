"""Which files a run is about: those that were named, and those in folders that were named."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..errors import FileError, reason_of
from .globs import file_itself, fits
from .page import KINDS

PASSED_OVER = frozenset(['node_modules', '__pycache__'])


class Files(NamedTuple):
    """Paths in order, as they are told; what was named but excluded; what cannot be done."""

    paths: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    errors: tuple[FileError, ...] = ()


def files_in(names: Sequence[str], exclude: Sequence[str], folder: str = '') -> Files:
    """The files that these names stand for, each once. Folders are walked in a stable order, hidden ones left out.

    ``exclude``: patterns that name files from a folder.
    """
    paths, excluded, errors = dict[str, str](), list[str](), list[FileError]()
    for name in names:
        if os.path.isdir(name):
            found = list(_walk(name, errors))
            kept = [path for path in found if not fits(path, exclude, folder)]
            for path in kept:
                paths.setdefault(file_itself(path), path)
            if found and not kept:
                excluded.append(name)
        elif not os.path.lexists(name):
            errors.append(FileError('no such file or folder', path=name, cure='check the name'))
        elif fits(name, exclude, folder):
            excluded.append(name)
        elif os.path.splitext(name)[1].lower() not in KINDS:
            errors.append(FileError('neither a page nor a transcript, so not checked', path=name,
                                    cure='known are ' + ', '.join(KINDS)))
        else:
            paths.setdefault(file_itself(name), name)
    return Files(tuple(paths.values()), tuple(excluded), tuple(errors))


def _walk(folder: str, errors: list[FileError]) -> Iterator[str]:
    def failed(error: OSError) -> None:
        errors.append(FileError(f'cannot be read: {reason_of(error)}', path=str(error.filename),
                                cure='check its rights'))
    for parent, folders, files in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith('.') and name not in PASSED_OVER)
        for name in sorted(files):
            if not name.startswith('.') and os.path.splitext(name)[1].lower() in KINDS:
                yield os.path.join(parent, name).removeprefix(os.path.join(os.curdir, ''))
