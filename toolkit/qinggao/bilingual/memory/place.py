"""Where the memory of a folder lies."""
from __future__ import annotations

from pathlib import Path

from ...errors import UsageError, reason_of
from ...ledger import FOLDER

NAME = 'memory.sqlite'


def place(root: Path) -> Path:
    """Where the memory of an output folder lies."""
    return root / FOLDER / NAME


def nearest(folder: Path) -> Path:
    """The memory of this folder or the nearest above it; else the only one in a folder right below.
    Raises `UsageError` where there is none, or more than one below.
    """
    folder = folder.absolute()
    for root in (folder, *folder.parents):
        if place(root).is_file():
            return place(root)
    try:
        below = sorted(place(one) for one in folder.iterdir() if place(one).is_file())
    except OSError as error:
        raise UsageError(f'{folder} cannot be read: {reason_of(error)}', cure='say --memory FILE') from None
    if len(below) != 1:
        what = f'{len(below)} memories below: {", ".join(map(str, below[:3]))}' if below else \
            f'no memory here: no {FOLDER}/{NAME} in this folder, above it or right below'
        raise UsageError(what, cure='say --memory FILE')
    return below[0]
