"""csv: a table of translations, for spreadsheets and scripts."""
from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError, reason_of
from ...patterns import lazy
from ..translate.translator import Direction
from .incoming import CARRIED, Said, carried_by, language_of_tag, said_of
from .unit import Unit

_WORDS = ('source', 'target')
_LANGUAGES = ('source_language', 'target_language')
COLUMNS = (*_LANGUAGES, *_WORDS, *CARRIED)
# A spreadsheet takes what begins with one of these for a formula. Behind an apostrophe it does not; it is taken off
# when the table is read.
_FORMULA = lazy("'*[=+@＝＋－＠-]")
_GUARDED = lazy("'+[=+@＝＋－＠-]")
_CURE = 'the first line names the columns: source,target (and source_language,target_language), or zh-Hans,en'


class _Shape(NamedTuple):
    """What is between the columns of a table, their names, and the languages where two of them are named so."""

    between: str
    names: Sequence[str]
    way: Direction | None = None


def read(path: Path, left_out: Counter[str], way: Direction | None = None) -> Iterator[Said]:
    """The rows of a table; ``way`` is its direction where it names none. Raises `FileError`."""
    try:
        with open(path, encoding=_encoding(path), newline='') as file:
            shape = _shape(file.readline(), str(path))
            if not (shape.way or way or set(_LANGUAGES) <= set(shape.names)):
                raise FileError('it does not say its languages', path=str(path), line=1,
                                cure='name the columns zh-Hans,en for example, or say --from and --to')
            yield from _rows(file, shape, shape.way or way, path, left_out)
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=str(path),
                        cure='check its name and rights') from None
    except UnicodeError as error:
        reason = f': {error.reason}' if isinstance(error, UnicodeDecodeError) else ''
        raise FileError(f'not UTF-8{reason}', path=str(path), cure='save it as CSV UTF-8') from None


def _encoding(path: Path) -> str:
    """What spreadsheets save as *Unicode text* begins with a mark; all else is UTF-8."""
    with open(path, 'rb') as file:
        start = file.read(2)
    return 'utf-16' if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else 'utf-8-sig'


def _shape(line: str, path: str) -> _Shape:
    for between in ',;\t':
        try:
            names = [name.strip() for name in next(csv.reader([line], delimiter=between), [])]
        except csv.Error:       # a cell of a hundred thousand characters
            continue
        lower = [name.lower() for name in names]
        if set(_WORDS) <= set(lower):
            return _Shape(between, lower)
        tags = [(place, language_of_tag(name)) for place, name in enumerate(names) if language_of_tag(name)]
        if len(tags) == 2 and tags[0][1] != tags[1][1]:
            for (place, _), word in zip(tags, _WORDS):
                lower[place] = word
            return _Shape(between, lower, Direction(tags[0][1], tags[1][1]))
    raise FileError('no columns that we know', path=path, line=1, cure=_CURE)


def _rows(file: io.TextIOBase, shape: _Shape, way: Direction | None, path: Path,
          left_out: Counter[str]) -> Iterator[Said]:
    rows = csv.reader(file, delimiter=shape.between, strict=True)
    try:
        for cells in rows:
            line = rows.line_num + 1
            if not any(cells):
                continue
            if len(cells) > len(shape.names):
                raise FileError(f'{len(cells)} cells, and {len(shape.names)} columns', path=str(path), line=line,
                                cure=f'put in quotes what holds a {shape.between!r}')
            row = {name: _unguarded(cell) for name, cell in zip(shape.names, cells)}
            here = _named(row, left_out) if _LANGUAGES[0] in row else way
            if here:
                yield said_of(Unit(here, row.get('source', ''), row.get('target', ''), path.name),
                              {name: row[name].strip() for name in CARRIED if row.get(name)})
    except csv.Error as error:
        raise FileError(f'no table: {error}', path=str(path), line=rows.line_num + 1,
                        cure='save it as CSV again') from None


def _named(row: Mapping[str, str], left_out: Counter[str]) -> Direction | None:
    """The direction that a row names; None where it is none of ours."""
    tags = [row.get(name, '') for name in _LANGUAGES]
    languages = [language_of_tag(tag) for tag in tags]
    unknown = next((tag for tag, name in zip(tags, languages) if not name), None)
    if unknown is not None:
        left_out[f'in {unknown.strip() or "no language"}'] += 1
    elif languages[0] == languages[1]:
        left_out['into the same language'] += 1
    else:
        return Direction(*languages)
    return None


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def write(units: Iterable[Unit], ways: Sequence[Direction]) -> Iterator[str]:
    """A header and a row a unit, with the mark by which spreadsheets know UTF-8."""
    buffer = io.StringIO()
    out = csv.writer(buffer, lineterminator='\n')
    buffer.write('\ufeff')
    out.writerow(COLUMNS)
    for unit in units:
        carried = carried_by(unit)
        cells = (*unit.way, unit.source, unit.target, *(carried.get(name, '') for name in CARRIED))
        out.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
