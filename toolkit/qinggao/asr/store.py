"""What earlier runs heard: one SQLite file under the output root, so that nothing is heard twice.

The parts of a batch are kept as soon as it is heard, all or none: whatever kills the process, the next run goes on
behind the last whole batch, and cuts what is left into the same windows. A recording is known by its bytes, not by its
name: two that are the same, or two processes, may have heard the same spans in windows of another cut.
"""
from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import FileError, reason_of
from .audio import digest
from .heard import Heard, Segment, Word
from .routing import Part, together
from .speech import Span

_VERSION = 1
_PATIENCE = 60      # seconds to wait for another process that writes
_TABLES = (
    'create table if not exists files (path text primary key, size integer, changed integer, sha256 text)',
    'create table if not exists recordings (sha256 text, key text, facts text, primary key (sha256, key))',
    'create table if not exists parts (sha256 text, key text, begins integer, part text,'
    ' primary key (sha256, key, begins))',
)


class Facts(NamedTuple):
    """What is known of a recording before it is heard: spans of speech in samples, milliseconds in all."""

    spans: tuple[Span, ...]
    language: str
    language_probability: float
    duration: int


class Store:
    """``key`` says how we hear: model and settings. Parts that were heard in another way are not ours."""

    def __init__(self, path: Path, key: str) -> None:
        self._key = key
        self._path = path
        self._digests: dict[Path, str] = {}
        self._lock = threading.RLock()      # lanes keep what they heard themselves
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
        except (sqlite3.Error, OSError) as error:
            raise self._unfit(error) from None
        self._ask('pragma journal_mode=wal')
        version = self._ask('pragma user_version')[0][0]
        if version not in (0, _VERSION):
            raise FileError(f'of version {version}', path=str(path), cure='delete it; all is heard again')
        for table in _TABLES:
            self._ask(table)
        self._ask(f'pragma user_version={_VERSION}')

    def close(self) -> None:
        self._base.close()

    def sha256(self, path: Path) -> str:
        """The digest of a file; one that lies as it lay is not read again. Raises `FileError`."""
        if path not in self._digests:
            try:
                status = path.stat()
            except OSError as error:
                raise FileError(f'cannot be read: {reason_of(error)}', path=str(path),
                                cure='check its name and rights') from None
            place = os.fsencode(path.absolute()), status.st_size, status.st_mtime_ns
            known = self._ask('select sha256 from files where path=? and size=? and changed=?', *place)
            found = known[0][0] if known else digest(path)
            if not known:
                self._ask('insert or replace into files values (?, ?, ?, ?)', *place, found)
            self._digests[path] = found
        return self._digests[path]

    def whole(self, path: Path) -> Heard | None:
        """A recording of which every part was heard; None where one is missing, or where it is not known at all."""
        facts = self._facts(path)
        if facts is None:
            return None
        known = [part for part in self.parts(path) if set(part.spans) <= set(facts.spans)]
        if set(facts.spans) - {span for part in known for span in part.spans}:
            return None
        return together(known, facts.language, facts.language_probability, facts.duration)

    def begin(self, path: Path, facts: Facts) -> Sequence[Part]:
        """A recording is going to be heard; what an earlier run heard of it."""
        self._ask('insert or replace into recordings values (?, ?, ?)', self.sha256(path), self._key, json.dumps(facts))
        return self.parts(path)

    def keep(self, heard: Iterable[tuple[Path, Part]]) -> None:
        """Remember parts, all or none; on the disk when this returns."""
        rows = [(self.sha256(path), self._key, part.spans[0][0], json.dumps(part, ensure_ascii=False))
                for path, part in heard]
        with self._lock:
            try:
                with self._base:
                    self._base.execute('begin')
                    self._base.executemany('insert or replace into parts values (?, ?, ?, ?)', rows)
            except sqlite3.Error as error:
                raise self._unfit(error) from None

    def forget(self, path: Path) -> None:
        """Hear this recording anew. One that cannot be read has never been heard: what is wrong is said when it is."""
        try:
            self.sha256(path)
        except FileError:
            return
        for table in ('parts', 'recordings'):
            self._ask(f'delete from {table} where sha256=? and key=?', self.sha256(path), self._key)

    def parts(self, path: Path) -> Sequence[Part]:
        """What was heard of a file. Of parts that share a span the earlier: no words twice."""
        taken = set[Span]()
        found = []
        for row in self._ask('select part from parts where sha256=? and key=? order by begins', self.sha256(path),
                             self._key):
            part = _part(*json.loads(row[0]))
            if taken.isdisjoint(part.spans):
                taken.update(part.spans)
                found.append(part)
        return found

    def _facts(self, path: Path) -> Facts | None:
        rows = self._ask('select facts from recordings where sha256=? and key=?', self.sha256(path), self._key)
        if not rows:
            return None
        spans, *rest = json.loads(rows[0][0])
        return Facts(_pairs(spans), *rest)

    def _ask(self, query: str, *values: object) -> list[Any]:
        try:
            with self._lock:
                return self._base.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unfit(error) from None

    def _unfit(self, error: Exception) -> FileError:
        """A disk that is full does not get empty by deleting what was heard."""
        spoilt = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        cure = 'delete it; all is heard again' if spoilt else 'check its folder, its rights and the disk'
        return FileError(f'cannot be used: {error}', path=str(self._path), cure=cure)


def _part(spans: list[list[int]], segments: list[list[Any]], gaps: list[list[int]], dropped: list[list[Any]]) -> Part:
    return Part(_pairs(spans), tuple(_segment(*one) for one in segments), _pairs(gaps),
                tuple(_segment(*one) for one in dropped))


def _segment(text: str, begin: int, finish: int, probability: float, words: list[list[Any]], doubt: str) -> Segment:
    return Segment(text, begin, finish, probability, tuple(Word(*word) for word in words), doubt)


def _pairs(data: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first, last in data)
