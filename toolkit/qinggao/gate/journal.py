"""The journal of mends made in place: what was changed in a file, so that it can be put back byte for byte.

One JSON file for each mended one, in `.qinggao/undo/` at the repository's root.
"""
from __future__ import annotations

import hashlib
import json
import os
from typing import Any, NamedTuple

from ..edits import Change, undo
from ..errors import FileError
from .replace import locked, replace, root_of, state_folder
from .source import Source, read_bytes

STEPS = 20      # of one file; an older one can no longer be put back
HUGE = 1 << 20  # megabytes: what was mended was read, so it can be read again


class Step(NamedTuple):
    """One mending of a file: digests of its bytes before and after, and the changes of what lay on disk."""

    before: str
    after: str
    changes: tuple[Change, ...]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def place(path: str) -> str:
    """Where the journal of a file lies."""
    real, root = os.path.realpath(path), root_of(path)
    return os.path.join(root, '.qinggao', 'undo', os.path.relpath(real, root) + '.json')


def note(path: str, step: Step) -> None:
    """Add a step to a file's journal: before the file is written, so that no change goes unrecorded."""
    state_folder(root_of(path))
    _save(place(path), [*steps(path), step][-STEPS:])


def steps(path: str) -> list[Step]:
    """What the journal knows of a file, oldest first. Raises `FileError` where it is broken."""
    where = place(path)
    try:
        with open(where, encoding='utf-8', newline='') as file:
            data = json.load(file)
        return [Step(before, after, tuple(Change(start, old, new, tuple(rules)) for start, old, new, rules in changes))
                for before, after, changes in data['steps']]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise FileError(f'the journal is broken ({type(error).__name__})', path=where,
                        cure='remove it: earlier mends can then no longer be undone') from None


def put_back(path: str) -> Step:
    """Undo the last mending of a file; the step that was undone. Raises `FileError` where it changed since."""
    with locked(root_of(path)):
        known = steps(path)
        if not known:
            raise FileError('nothing to undo: check --fix has not changed this file', path=path,
                            cure='name a file that it mended')
        last, data = known[-1], read_bytes(path, HUGE)
        now = digest(data)
        if now == last.before:
            raise FileError('nothing to undo: it stands as it did before it was mended', path=path,
                            cure='mend it with check --fix')
        if now != last.after:
            raise FileError('changed since it was mended, so nothing was undone', path=path,
                            cure='put your own changes back first, for example with git stash')
        source = Source(data)
        before = source.encoded(undo(source.raw, last.changes))
        if digest(before) != last.before:
            raise FileError('the journal does not lead back to what it was', path=place(path),
                            cure='this is a defect of qinggao: please report it; git checkout has the file')
        replace(path, before)
        _save(place(path), known[:-1])
        return last


def _save(where: str, known: list[Step]) -> None:
    os.makedirs(os.path.dirname(where), exist_ok=True)
    data: dict[str, Any] = {'version': 1, 'steps': known}
    replace(where, json.dumps(data, ensure_ascii=False).encode('utf-8', 'surrogatepass'))
