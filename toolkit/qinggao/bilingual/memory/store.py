"""What was translated before: one SQLite file, which several processes may read and write at once.

For a sentence it may know several translations, one of each origin. A person's is always reused, the newest of them; a
machine's only for the translator of that name, so that another model makes another page. *Newest* is what was kept
last: there is no clock here.
"""
from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from ..translate.translator import Direction
from . import schema
from .alike import Alike
from .database import Database
from .unit import Unit, is_fit, key, origin_of, tidy

_MANY = 500     # sentences that are asked for at once; SQLite takes 999 values


class Kept(NamedTuple):
    """What keeping units came to. ``repeated``: a later one of them has the same sentence and origin, and counts."""

    new: int = 0
    changed: int = 0
    same: int = 0
    repeated: int = 0


class Count(NamedTuple):
    """How much is known in one direction. ``doubtful``: no person has said it, and the machine's is in doubt."""

    way: Direction
    sentences: int
    people: int
    machine: int
    doubtful: int


class Memory:
    """The memory in a file, made where there is none unless ``create`` is false. Threads may share one.

    Every method raises `FileError` where the file is no memory, of another version, or cannot be read or written.
    """

    def __init__(self, path: Path, create: bool = True) -> None:
        self.path = path
        self._base = Database(path, create)
        self._alike: dict[Direction, tuple[Alike, int]] = {}

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._base.base.close()

    def exact(self, sentences: Sequence[str], way: Direction, name: str = '') -> dict[str, Unit]:
        """What is known of sentences, by their `key`: a person's translation, or else that of the translator named."""
        wanted = [known for known in dict.fromkeys(map(key, sentences)) if is_fit(known)]
        found = {}
        for start in range(0, len(wanted), _MANY):
            part = wanted[start:start + _MANY]
            query = schema.EXACT.format(','.join('?' * len(part)))
            for row in self._base.ask(query, *way, *part, origin_of(name)):
                found[row[0]] = _unit(row[1:])
        return found

    def known(self, sentence: str, way: Direction) -> list[Unit]:
        """All that is known of a sentence, by whomever, the oldest first."""
        return [_unit(row) for row in self._base.ask(schema.KNOWN, *way, key(sentence))]

    def alike(self, sentence: str, way: Direction) -> tuple[Unit, float] | None:
        """A person's translation of a sentence much like this one, and how much, from 0.85 up to 1.

        A machine's is none: it can translate this very sentence, and what it has done so far depends on the order.
        """
        with self._base.mine():
            index, before = self._alike.get(way) or (Alike(way.source), 0)
            last = self._base.ask(schema.LAST)[0][0]
            for row in self._base.ask(schema.CONFIRMED, before, last, *way):
                index.add(row[0])
            self._alike[way] = index, last
            found = index.best(key(sentence))
        unit = self.exact([found[0]], way).get(found[0]) if found else None
        return (unit, found[1]) if found and unit else None

    def keep(self, units: Iterable[Unit]) -> Kept:
        """Remember units, all or none; on the disk when this returns. They may come slowly, and as many as they like:
        no other process waits for them. Raises `ValueError` for one without words.

        A machine's word never takes the place of one that a person confirmed.
        """
        with self._base.mine() as base:
            base.execute(schema.INCOMING)
            try:
                base.executemany(schema.TAKE, map(_row, units))
                given, unique = base.execute(schema.GIVEN).fetchone()
                with self._base.writing():
                    new = unique - base.execute(schema.MET).fetchone()[0]
                    before = base.total_changes
                    base.execute(schema.KEEP)
                    touched = base.total_changes - before
            finally:
                with contextlib.suppress(sqlite3.Error):
                    base.execute('delete from incoming')
        return Kept(new, touched - new, unique - touched, given - unique)

    def units(self, way: Direction | None = None, doubtful: bool = False, every: bool = False,
              by_context: bool = False) -> Iterator[Unit]:
        """What is known, in an order that does not depend on when it came: the one for each sentence that is reused
        (a person's before a machine's, then the newest), or every one."""
        query = schema.units(bool(way), doubtful, every, by_context)
        return map(_unit, self._base.rows(query, *(way or ())))

    def ways(self) -> list[Direction]:
        """The directions that something is known of."""
        return [Direction(*row) for row in self._base.ask(schema.WAYS)]

    def count(self) -> list[Count]:
        return [Count(Direction(*row[:2]), *row[2:]) for row in self._base.ask(schema.COUNT)]

    def size(self) -> int:
        """Bytes on the disk, with what is written and not yet merged."""
        return sum(part.stat().st_size for part in (self.path, self.path.with_name(f'{self.path.name}-wal'))
                   if part.exists())


def _row(unit: Unit) -> tuple[object, ...]:
    unit = tidy(unit)
    return (*unit.way, key(unit.source), unit.source, unit.target, unit.origin, ' '.join(unit.doubts), unit.score,
            int(unit.confirmed), unit.context)


def _unit(row: Sequence[Any]) -> Unit:
    source_language, target_language, source, target, origin, doubts, score, confirmed, context = row
    return Unit(Direction(source_language, target_language), source, target, origin, tuple(doubts.split()), score,
                bool(confirmed), context)
