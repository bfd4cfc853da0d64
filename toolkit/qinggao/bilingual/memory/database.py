"""The file of the memory: one SQLite database, opened, asked, and its errors said in our words."""
from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import FileError, reason_of
from .schema import MARK, TABLES, VERSION

_PATIENCE = 60      # seconds to wait for another process that writes
_PAGE = 500         # rows that are fetched at once


class Database:
    """A connection that threads may share. Every method raises `FileError`."""

    def __init__(self, path: Path, create: bool) -> None:
        self.path = path
        self._lock = threading.RLock()
        if not create and not path.is_file():
            raise FileError('no such memory', path=str(path), cure='name one that is there')
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.base = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
        except (sqlite3.Error, OSError) as error:
            raise self._unfit(error) from None
        try:
            with self.mine():
                self._prepare()
        except BaseException:
            self.base.close()
            raise

    @contextlib.contextmanager
    def mine(self) -> Iterator[sqlite3.Connection]:
        """The connection for one thread alone; what goes wrong with it is a `FileError`."""
        with self._lock:
            try:
                yield self.base
            except sqlite3.Error as error:
                raise self._unfit(error) from None

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all or nothing, whatever is raised in it."""
        with self.mine() as base:
            base.execute('begin immediate')
            try:
                yield base
                base.execute('commit')
            except BaseException:
                if base.in_transaction:     # a full disk has rolled it back already
                    base.execute('rollback')
                raise

    def ask(self, query: str, *values: object) -> list[Any]:
        with self.mine() as base:
            return base.execute(query, values).fetchall()

    def rows(self, query: str, *values: object) -> Iterator[Any]:
        """As `ask`, for more than the room holds."""
        with self.mine() as base:
            cursor = base.execute(query, values)
        while page := self._page(cursor):
            yield from page

    def _page(self, cursor: sqlite3.Cursor) -> list[Any]:
        with self.mine():
            return cursor.fetchmany(_PAGE)

    def _prepare(self) -> None:
        """Make the tables where there are none; refuse what is no memory."""
        self.base.execute('pragma synchronous=normal')      # with WAL no crash of ours loses what was committed
        if self._asked('application_id') != MARK:
            with self.writing():    # of two that begin at once one makes the tables
                if self._asked('application_id') != MARK:
                    self._make()
        version = self._asked('user_version')
        if version != VERSION:
            raise FileError(f'a memory of version {version}, and this program knows {VERSION}', path=str(self.path),
                            cure='use the version of qinggao that made it, and export what is in it')
        self.base.execute('pragma journal_mode=wal')

    def _make(self) -> None:
        if self.base.execute('select count(*) from sqlite_master').fetchone()[0] or self._asked('user_version'):
            raise FileError('the database of something else', path=str(self.path), cure='give the memory its own file')
        for table in TABLES:
            self.base.execute(table)

    def _asked(self, pragma: str) -> int:
        return int(self.base.execute(f'pragma {pragma}').fetchone()[0])

    def _unfit(self, error: Exception) -> FileError:
        """What a person corrected may be in it: nobody is told to delete it."""
        spoilt = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        cure = 'move it away, and import your last export' if spoilt else 'check its folder, its rights and the disk'
        said = reason_of(error) if isinstance(error, OSError) else error
        return FileError(f'cannot be used: {said}', path=str(self.path), cure=cure)
