"""rdjson, the Reviewdog diagnostic format: findings with suggestions, for comments on a review.

Its columns count bytes of UTF-8, from 1.
"""
from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from ...errors import FileError
from ..check import Checked
from ..finding import Located, Place
from ..source import read_source

LEVELS = {'error': 'ERROR', 'warning': 'WARNING', 'info': 'INFO'}


class _Lines:
    """The lines of a file that was checked a moment ago; none where it is gone."""

    def __init__(self, path: str) -> None:
        self._lines: list[str] = []
        self._bytes: dict[int, list[int]] = {}
        with contextlib.suppress(FileError):
            self._lines = read_source(path, 1 << 20).text.split('\n')

    def column(self, line: int, column: int) -> int:
        """A column in bytes of UTF-8. Those of a line are counted once: it may hold thousands of findings."""
        if line > len(self._lines):
            return column
        if line not in self._bytes:
            sizes = (len(char.encode('utf-8', 'surrogateescape')) for char in self._lines[line - 1])
            self._bytes[line] = list(accumulate(sizes, initial=0))
        known = self._bytes[line]
        return known[min(column, len(known)) - 1] + 1

    def between(self, line: int, column: int, where: Place) -> str:
        """The text from a line and column to where the next mend begins."""
        part = self._lines[line - 1:where.line]
        if part:
            part[-1] = part[-1][:where.column - 1]
            part[0] = part[0][column - 1:]
        return '\n'.join(part)


def write(done: Sequence[Checked]) -> Iterator[str]:
    rows: list[dict[str, Any]] = []
    for one in done:
        if one.found:
            lines = _Lines(one.path)
            rows += [_row(found, lines) for found in one.found]
        if one.error:
            where: dict[str, Any] = {'path': one.path}
            if one.error.line:
                where['range'] = {'start': {'line': one.error.line}}
            rows.append({'message': str(one.error), 'location': where, 'severity': 'ERROR'})
    log = {'source': {'name': 'qinggao'}, 'diagnostics': rows}
    yield json.dumps(log, ensure_ascii=False, indent=1).encode('utf-8', 'backslashreplace').decode('utf-8') + '\n'


def _row(found: Located, lines: _Lines) -> dict[str, Any]:
    row: dict[str, Any] = {
        'message': found.message, 'location': {'path': found.path, 'range': _range(found.place, lines)},
        'severity': LEVELS[found.severity], 'code': {'value': found.code},
    }
    if found.mends:
        row['suggestions'] = [_suggestion(found, lines)]
    return row


def _suggestion(found: Located, lines: _Lines) -> dict[str, Any]:
    """All mends of a finding as one: several suggestions would be alternatives."""
    mends = sorted(found.mends)
    (first, text), rest = mends[0], mends[1:]
    line, column = first.end_line, first.end_column
    for where, new in rest:
        text += lines.between(line, column, where) + new
        line, column = where.end_line, where.end_column
    return {'range': _range(Place(first.line, first.column, line, column), lines), 'text': text}


def _range(place: Place, lines: _Lines) -> dict[str, Any]:
    return {'start': {'line': place.line, 'column': lines.column(place.line, place.column)},
            'end': {'line': place.end_line, 'column': lines.column(place.end_line, place.end_column)}}
