"""What was found in a file's content before, by content, rules, settings and version: unchanged files cost a look-up.

One SQLite file in the user's cache folder, shared by all repositories and by processes that run at once. It is never
needed: where it cannot be used, files are checked again. A file is not even read again while its size, times and place
on disk are as they were when its content was last looked at; as git does it, this is not trusted for one that was
written within two seconds of that look.
"""
from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from .. import __version__
from ..errors import FileError
from .finding import Located, Place
from .settings import Gate
from .source import read_bytes

AT_ONCE = 500       # keys a query: older SQLite takes 999
SETTLED = 2 * 10**9 # nanoseconds after which a file's times would tell of another write
MOST = 400_000      # entries: a year of a busy repository, some 100 MB


def cache_path() -> str:
    """The cache file; empty where the user has no home: `~` would be a folder here."""
    home = os.environ.get('XDG_CACHE_HOME', '')
    home = home if os.path.isabs(home) else os.path.expanduser('~/.cache')
    return os.path.join(home, 'qinggao', f'check-{__version__}.sqlite') if os.path.isabs(home) else ''


class Cache:
    """Findings by key. Every error of the database is silence: then nothing is known and nothing is kept."""

    def __init__(self, gate: Gate, unsure: bool) -> None:
        self._gate, self._state = gate, _state(gate, unsure)
        self._seen: list[tuple[bytes, bytes]] = []      # marks of files that were read now, each with its key
        self._base: sqlite3.Connection | None = None
        path = cache_path()
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            try:
                self._base = _opened(path)
            except sqlite3.OperationalError:    # locked, or not ours to write
                raise
            except sqlite3.DatabaseError:       # broken: the next run begins anew
                os.unlink(path)

    def keys(self, paths: Sequence[str]) -> dict[str, bytes]:
        """For each file what decides what is found in it; empty for what cannot be read: checking it will say why."""
        marks = {path: self._mark(path) for path in paths}
        seen = dict[bytes, bytes]()
        with contextlib.suppress(sqlite3.Error):
            seen = self._values('SELECT mark, key FROM seen WHERE mark', list({mark for mark, _ in marks.values()}))
        return {path: seen.get(mark) or self._read(path, mark, changed) for path, (mark, changed) in marks.items()}

    def key(self, path: str) -> bytes:
        """The content of a file, its name (a lint is about it), the codes that count; empty where it cannot be read."""
        try:
            data = read_bytes(path, self._gate.settings.max_megabytes)
        except FileError:
            return b''
        name = f'{os.path.basename(path)}\0{self._gate.without(path)}\0'.encode('utf-8', 'surrogateescape')
        return blake2b(self._state + name + data, digest_size=16).digest()

    def _mark(self, path: str) -> tuple[bytes, int]:
        """A file as it lies on disk, its content aside, and when it was last changed."""
        try:
            status = os.stat(path)
        except OSError:
            return b'', 0
        said = (os.path.abspath(path), self._gate.without(path), status.st_mode, status.st_size, status.st_mtime_ns,
                status.st_ctime_ns, status.st_ino, status.st_dev)
        mark = blake2b(self._state + repr(said).encode('utf-8', 'surrogateescape'), digest_size=16).digest()
        return mark, max(status.st_mtime_ns, status.st_ctime_ns)

    def _read(self, path: str, mark: bytes, changed: int) -> bytes:
        key = self.key(path)
        if key and mark and time.time_ns() - changed > SETTLED:
            self._seen.append((mark, key))
        return key

    def known(self, keys: Mapping[str, bytes], with_mends: bool) -> dict[str, tuple[Located, ...]]:
        """Path → findings, of the files that are known; their mends are read only for reports that show them."""
        found: dict[str, tuple[Located, ...]] = {}
        with contextlib.suppress(sqlite3.Error, ValueError, TypeError):
            rows = self._values('SELECT key, rows FROM found WHERE key', list(set(keys.values())))
            for path, key in keys.items():
                if (row := rows.get(key)) is not None:
                    found[path] = _loaded(path, row, with_mends) if row else ()
        return found

    def _values(self, query: str, keys: list[bytes]) -> dict[bytes, Any]:
        """What a query tells of some keys."""
        rows: dict[bytes, Any] = {}
        if self._base is not None:
            for at in range(0, len(keys), AT_ONCE):
                some = keys[at:at + AT_ONCE]
                rows.update(self._base.execute(f'{query} IN ({",".join("?" * len(some))})', some).fetchall())
        return rows

    def keep(self, rows: Iterable[tuple[bytes, tuple[Located, ...]]]) -> None:
        """Remember findings, and which files need not be read again, in one transaction."""
        new = [(key, _dumped(found) if found else '') for key, found in rows]
        if self._base is None or not (new or self._seen):
            return
        with contextlib.suppress(sqlite3.Error):
            self._base.execute('BEGIN IMMEDIATE')
            self._base.executemany('INSERT OR REPLACE INTO found VALUES (?, ?)', new)
            self._base.executemany('INSERT OR REPLACE INTO seen VALUES (?, ?)', self._seen)
            for table in ('found', 'seen'):
                if self._base.execute(f'SELECT count(*) FROM {table}').fetchone()[0] > MOST:
                    self._base.execute(f'DELETE FROM {table}')
            self._base.execute('COMMIT')


def _opened(path: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=5, isolation_level=None)
    base.execute('PRAGMA journal_mode=WAL')
    base.execute('PRAGMA synchronous=OFF')      # what a power cut loses is only checked again
    base.execute('CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, rows TEXT) WITHOUT ROWID')
    base.execute('CREATE TABLE IF NOT EXISTS seen (mark BLOB PRIMARY KEY, key BLOB) WITHOUT ROWID')
    return base


def _dumped(found: tuple[Located, ...]) -> str:
    """Findings as JSON, the mends of each as a JSON text in it."""
    return json.dumps([(*one[1:-1], json.dumps(one.mends) if one.mends else '') for one in found],
                      separators=(',', ':'))


def _loaded(path: str, text: str, with_mends: bool) -> tuple[Located, ...]:
    return tuple([Located(path, Place(*place), code, severity, message, fixable, mark,
                          _mends(mends) if with_mends and mends else ())
                  for place, code, severity, message, fixable, mark, mends in json.loads(text)])


def _mends(text: str) -> tuple[tuple[Place, str], ...]:
    return tuple((Place(*where), new) for where, new in json.loads(text))


def _state(gate: Gate, unsure: bool) -> bytes:
    """All but the file that decides what is found: settings, the user's rules and profile, our own code and rules."""
    from ..rulebook.shipped import FOLDER
    state = blake2b(repr((gate.checks._replace(exclude=(), per_path={}, baseline='', severity=''),
                          gate.settings, unsure)).encode())
    for path in (*gate.settings.rules, *filter(None, [gate.checks.profile])):
        with contextlib.suppress(OSError), open(path, 'rb') as file:
            state.update(file.read())
    for folder in (os.path.dirname(os.path.dirname(__file__)), FOLDER):
        for parent, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                if name.endswith(('.py', '.yaml', '.json')):
                    status = os.stat(os.path.join(parent, name))
                    state.update(f'{name} {status.st_mtime_ns} {status.st_size}'.encode())
    return state.digest()
