"""rdjson, the Reviewdog diagnostic format: findings with suggestions, for comments on a review.

Its columns count bytes of UTF-8, from 1.
"""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..check import Checked
from ..finding import Located, Place

LEVELS = {'error': 'ERROR', 'warning': 'WARNING', 'info': 'INFO'}


def write(done: Sequence[Checked]) -> Iterator[str]:
    rows: list[dict[str, Any]] = []
    for one in done:
        lines = _lines(one.path) if one.found else []
        rows += [_row(found, lines) for found in one.found]
        if one.error:
            where: dict[str, Any] = {'path': one.path}
            if one.error.line:
                where['range'] = {'start': {'line': one.error.line}}
            rows.append({'message': str(one.error), 'location': where, 'severity': 'ERROR'})
    log = {'source': {'name': 'qinggao'}, 'diagnostics': rows}
    yield json.dumps(log, ensure_ascii=False, indent=1).encode('utf-8', 'backslashreplace').decode('utf-8') + '\n'


def _row(found: Located, lines: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        'message': found.message, 'location': {'path': found.path, 'range': _range(found.place, lines)},
        'severity': LEVELS[found.severity], 'code': {'value': found.code},
    }
    if found.mends:
        row['suggestions'] = [_suggestion(found, lines)]
    return row


def _suggestion(found: Located, lines: list[str]) -> dict[str, Any]:
    """All mends of a finding as one: several suggestions would be alternatives."""
    mends = sorted(found.mends)
    (first, text), rest = mends[0], mends[1:]
    line, column = first.end_line, first.end_column
    for where, new in rest:
        text += _between(lines, line, column, where) + new
        line, column = where.end_line, where.end_column
    return {'range': _range(Place(first.line, first.column, line, column), lines), 'text': text}


def _between(lines: list[str], line: int, column: int, where: Place) -> str:
    """The text from a line and column to where the next mend begins."""
    part = lines[line - 1:where.line]
    part[-1] = part[-1][:where.column - 1]
    part[0] = part[0][column - 1:]
    return '\n'.join(part)


def _range(place: Place, lines: list[str]) -> dict[str, Any]:
    return {'start': {'line': place.line, 'column': _bytes(lines, place.line, place.column)},
            'end': {'line': place.end_line, 'column': _bytes(lines, place.end_line, place.end_column)}}


def _bytes(lines: list[str], line: int, column: int) -> int:
    before = lines[line - 1][:column - 1] if line <= len(lines) else ''
    return len(before.encode('utf-8', 'surrogateescape')) + 1


def _lines(path: str) -> list[str]:
    """The lines of a file that was checked a moment ago."""
    from ..source import read_source
    return read_source(path, 1 << 20).text.split('\n')
