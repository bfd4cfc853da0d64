"""What was found in a file's content before, by content, rules, settings and version: unchanged files cost a look-up.

One SQLite file in the user's cache folder, shared by all repositories and by processes that run at once. It is never
needed: where it cannot be used, files are checked again.
"""
from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from .. import __version__
from .finding import Located, Place
from .settings import Gate

AT_ONCE = 500       # keys a query: older SQLite takes 999
MOST = 400_000      # entries: a year of a busy repository, some 100 MB


def cache_path() -> str:
    """The cache file; empty where the user has no home: `~` would be a folder here."""
    home = os.environ.get('XDG_CACHE_HOME', '')
    home = home if os.path.isabs(home) else os.path.expanduser('~/.cache')
    return os.path.join(home, 'qinggao', f'check-{__version__}.sqlite') if os.path.isabs(home) else ''


class Cache:
    """Findings by key. Every error of the database is silence: then nothing is known and nothing is kept."""

    def __init__(self, gate: Gate, unsure: bool) -> None:
        self._state = _state(gate, unsure)
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

    def key(self, path: str, data: bytes, without: tuple[str, ...]) -> bytes:
        """What decides what is found in a file: its content, its name (a lint is about it), the codes that count."""
        name = f'{os.path.basename(path)}\0{without}\0'.encode('utf-8', 'surrogateescape')
        return blake2b(self._state + name + data, digest_size=16).digest()

    def known(self, keys: Mapping[str, bytes], with_mends: bool) -> dict[str, tuple[Located, ...]]:
        """Path → findings, of the files that are known; their mends are read only for reports that show them."""
        found: dict[str, tuple[Located, ...]] = {}
        with contextlib.suppress(sqlite3.Error, ValueError, TypeError):
            rows = self._rows(list(set(keys.values())))
            for path, key in keys.items():
                if (row := rows.get(key)) is not None:
                    found[path] = _loaded(path, row, with_mends) if row else ()
        return found

    def _rows(self, keys: list[bytes]) -> dict[bytes, str]:
        rows: dict[bytes, str] = {}
        if self._base is not None:
            for at in range(0, len(keys), AT_ONCE):
                some = keys[at:at + AT_ONCE]
                places = ','.join('?' * len(some))
                rows.update(self._base.execute(f'SELECT key, rows FROM found WHERE key IN ({places})', some).fetchall())
        return rows

    def keep(self, rows: Iterable[tuple[bytes, tuple[Located, ...]]]) -> None:
        """Remember findings, in one transaction."""
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._base.execute('BEGIN IMMEDIATE')
            self._base.executemany('INSERT OR REPLACE INTO found VALUES (?, ?)',
                                   [(key, _dumped(found) if found else '') for key, found in rows])
            if self._base.execute('SELECT count(*) FROM found').fetchone()[0] > MOST:
                self._base.execute('DELETE FROM found')
            self._base.execute('COMMIT')


def _opened(path: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=5, isolation_level=None)
    base.execute('PRAGMA journal_mode=WAL')
    base.execute('PRAGMA synchronous=OFF')      # what a power cut loses is only checked again
    base.execute('CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, rows TEXT) WITHOUT ROWID')
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
