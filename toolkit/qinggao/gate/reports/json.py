"""For programs: one array of findings. Lines and columns from 1, columns in code points, the end exclusive."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..check import Checked


def write(done: Sequence[Checked]) -> Iterator[str]:
    rows = [
        {'path': found.path, 'line': found.place.line, 'column': found.place.column,
         'end_line': found.place.end_line, 'end_column': found.place.end_column, 'code': found.code,
         'severity': found.severity, 'message': found.message, 'fixable': found.fixable}
        for one in done for found in one.found]
    yield '[' + ','.join('\n' + _row(row) for row in rows) + ('\n]\n' if rows else ']\n')


def _row(row: dict[str, object]) -> str:
    # A file name may be no UTF-8: what of it is half a surrogate pair is escaped.
    return json.dumps(row, ensure_ascii=False).encode('utf-8', 'backslashreplace').decode('utf-8')
