"""What earlier runs heard: one SQLite file under the output root, so that nothing is heard twice.

A part is kept as soon as its window is heard, in a transaction of its own: whatever kills the process, the next run
goes on behind the last whole window. A recording is known by its bytes, not by its name.
"""
from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import FileError
from .audio import digest
from .heard import Heard, Segment, Word
from .routing import Part, together
from .speech import Span

_VERSION = 1
_TABLES = """
create table if not exists files (path text primary key, size integer, changed integer, sha256 text);
create table if not exists recordings (sha256 text, key text, facts text, primary key (sha256, key));
create table if not exists parts (sha256 text, key text, begins integer, part text,
                                  primary key (sha256, key, begins));
"""


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
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None, timeout=60)
            self._base.execute('pragma journal_mode=wal')
            version = self._base.execute('pragma user_version').fetchone()[0]
            if version not in (0, _VERSION):
                raise FileError(f'of version {version}', path=str(path), cure='delete it; all is heard again')
            self._base.executescript(_TABLES)
            self._base.execute(f'pragma user_version={_VERSION}')
        except (sqlite3.Error, OSError) as error:
            raise FileError(f'cannot be used: {error}', path=str(path), cure='delete it; all is heard again') from None

    def close(self) -> None:
        self._base.close()

    def sha256(self, path: Path) -> str:
        """The digest of a file; one that lies as it lay is not read again."""
        if path not in self._digests:
            status = path.stat()
            known = self._one('select sha256 from files where path=? and size=? and changed=?',
                              str(path.absolute()), status.st_size, status.st_mtime_ns)
            found = known[0] if known else digest(path)
            if not known:
                self._base.execute('insert or replace into files values (?, ?, ?, ?)',
                                   (str(path.absolute()), status.st_size, status.st_mtime_ns, found))
            self._digests[path] = found
        return self._digests[path]

    def whole(self, path: Path) -> Heard | None:
        """A recording of which every part was heard; None where one is missing, or where it is not known at all."""
        facts = self._facts(path)
        known = self.parts(path) if facts else ()
        if facts is None or set(facts.spans) - {span for part in known for span in part.spans}:
            return None
        return together(known, facts.language, facts.language_probability, facts.duration)

    def begin(self, path: Path, facts: Facts) -> Sequence[Part]:
        """A recording is going to be heard; what an earlier run heard of it."""
        self._base.execute('insert or replace into recordings values (?, ?, ?)',
                           (self.sha256(path), self._key, json.dumps(facts)))
        return self.parts(path)

    def keep(self, path: Path, part: Part) -> None:
        """Remember a part; on the disk when this returns."""
        self._base.execute('insert or replace into parts values (?, ?, ?, ?)',
                           (self.sha256(path), self._key, part.spans[0][0], json.dumps(part, ensure_ascii=False)))

    def forget(self, path: Path) -> None:
        """Hear this recording anew."""
        for table in ('parts', 'recordings'):
            self._base.execute(f'delete from {table} where sha256=? and key=?', (self.sha256(path), self._key))

    def parts(self, path: Path) -> Sequence[Part]:
        """What was heard of a file."""
        with closing(self._base.execute('select part from parts where sha256=? and key=? order by begins',
                                        (self.sha256(path), self._key))) as rows:
            return [_part(*json.loads(row[0])) for row in rows]

    def _facts(self, path: Path) -> Facts | None:
        row = self._one('select facts from recordings where sha256=? and key=?', self.sha256(path), self._key)
        if row is None:
            return None
        spans, *rest = json.loads(row[0])
        return Facts(_pairs(spans), *rest)

    def _one(self, query: str, *values: object) -> tuple[str, ...] | None:
        with closing(self._base.execute(query, values)) as rows:
            found: tuple[str, ...] | None = rows.fetchone()
            return found


def _part(spans: list[list[int]], segments: list[list[Any]], gaps: list[list[int]]) -> Part:
    return Part(_pairs(spans), tuple(_segment(*segment) for segment in segments), _pairs(gaps))


def _segment(text: str, begin: int, finish: int, probability: float, words: list[list[Any]], doubt: str) -> Segment:
    return Segment(text, begin, finish, probability, tuple(Word(*word) for word in words), doubt)


def _pairs(data: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first, last in data)
