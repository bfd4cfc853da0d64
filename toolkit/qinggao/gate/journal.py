"""The journal of mends made in place: what was changed in a file, so that it can be put back byte for byte.

One JSON file for each mended one, in `.qinggao/undo/` at the repository's root.
"""
from __future__ import annotations

import hashlib
import json
import os
from typing import Any, NamedTuple

from ..edits import Change, undo
from ..errors import FileError, reason_of
from .replace import FOLDER, locked, replace, root_of, straight
from .source import Source, read_bytes

STEPS = 20      # of one file; an older one can no longer be put back
HUGE = 1 << 20  # megabytes: what was mended was read, so it can be read again
LONGEST = 200   # bytes of a file's name; the journal of a longer one has a digest for its name
VERSION = 1


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
    folder, name = os.path.split(os.path.relpath(real, root))
    if len(os.fsencode(name)) > LONGEST:
        name = digest(os.fsencode(name))
    return straight(os.path.join(root, FOLDER, 'undo', folder, name + '.json'))


def save(path: str, known: list[Step]) -> None:
    """Write a file's journal: before the file itself is written, so that no change goes unrecorded."""
    where = place(path)
    try:
        os.makedirs(os.path.dirname(where), exist_ok=True)
    except OSError as error:
        raise FileError(f'cannot be written: {reason_of(error)}', path=where,
                        cure='without it nothing could be undone, so nothing was mended') from None
    data: dict[str, Any] = {'version': VERSION, 'steps': known[-STEPS:]}
    replace(where, json.dumps(data, ensure_ascii=False).encode('utf-8', 'surrogatepass'))


def steps(path: str) -> list[Step]:
    """What the journal knows of a file, oldest first. Raises `FileError` where it is broken."""
    where = place(path)
    try:
        with open(where, encoding='utf-8', newline='') as file:
            data = json.load(file)
        if data['version'] != VERSION:
            raise FileError(f'a journal of version {data["version"]!r}', path=where,
                            cure='undo with the qinggao that wrote it, or remove it')
        return [_step(*step) for step in data['steps']]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=where,
                        cure='check its rights') from None
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise FileError(f'the journal is broken ({type(error).__name__})', path=where,
                        cure='remove it: earlier mends can then no longer be undone') from None


def _step(before: str, after: str, changes: list[tuple[int, str, str, list[str]]]) -> Step:
    """Numbers stay numbers; of all else that somebody wrote in by hand the digests tell."""
    return Step(before, after, tuple(Change(int(start), str(old), str(new), tuple(map(str, rules)))
                                     for start, old, new, rules in changes))


def until_now(known: list[Step], now: str) -> list[Step]:
    """The steps that led to a file as it is: without later ones, which were written down but never done (the process
    was killed), or were put back by hand.

    >>> until_now([Step('a', 'b', ()), Step('b', 'c', ())], 'b')
    [Step(before='a', after='b', changes=())]
    """
    while known and known[-1].before == now:
        known = known[:-1]
    return known


def put_back(path: str) -> Step:
    """Undo the last mending of a file; the step that was undone. Raises `FileError` where it changed since."""
    with locked(root_of(path)):
        if not (noted := steps(path)):
            raise FileError('nothing to undo: check --fix has not changed this file', path=path,
                            cure='name a file that it mended')
        data = read_bytes(path, HUGE)
        known = until_now(noted, digest(data))
        if not known:
            raise FileError('nothing to undo: it stands as it did before it was mended', path=path,
                            cure='mend it with check --fix')
        last = known[-1]
        if digest(data) != last.after:
            raise _changed(path)
        source = Source(data)
        before = source.encoded(undo(source.raw, last.changes))
        if digest(before) != last.before:
            raise FileError('the journal does not lead back to what it was', path=place(path),
                            cure='this is a defect of qinggao: please report it; git checkout has the file')
        if not replace(path, before, data):
            raise _changed(path)
        save(path, known[:-1])
        return last


def _changed(path: str) -> FileError:
    return FileError('changed since it was mended, so nothing was undone', path=path,
                     cure='put your own changes back first, for example with git stash')
