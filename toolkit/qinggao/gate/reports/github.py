"""For GitHub Actions: workflow commands that become annotations on the lines of a pull request."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..check import Checked
from ..finding import Located

LEVELS = {'error': 'error', 'warning': 'warning', 'info': 'notice'}


def write(done: Sequence[Checked]) -> Iterator[str]:
    for one in done:
        for found in one.found:
            values = ','.join(f'{key}={_value(str(value))}' for key, value in _place(found).items())
            yield f'::{LEVELS[found.severity]} {values}::{_data(f"{found.code} {found.message}")}\n'
        if one.error:
            line = f',line={one.error.line}' if one.error.line else ''
            yield f'::error file={_value(one.path)}{line}::{_data(str(one.error))}\n'


def _place(found: Located) -> dict[str, object]:
    """GitHub drops an annotation that has columns and spans several lines."""
    line, column, end_line, end_column = found.place
    place: dict[str, object] = {'file': found.path, 'line': line, 'endLine': end_line}
    if line == end_line:
        place.update(col=column, endColumn=end_column)
    return {**place, 'title': f'qinggao {found.code}'}


def _data(text: str) -> str:
    text = text.encode('utf-8', 'backslashreplace').decode('utf-8')     # a file name may be no UTF-8
    return text.replace('%', '%25').replace('\r', '%0D').replace('\n', '%0A')


def _value(text: str) -> str:
    return _data(text).replace(':', '%3A').replace(',', '%2C')
