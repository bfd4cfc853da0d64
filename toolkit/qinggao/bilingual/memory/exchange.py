"""Files of translations in and out of the memory."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from ...errors import UsageError
from ...files import write_text
from ..translate.translator import Direction
from .incoming import judged
from .store import Kept, Memory
from .unit import Unit, is_fit

if TYPE_CHECKING:
    from types import ModuleType

# By the ending of a file the module that reads and writes it.
FORMATS: Mapping[str, str] = {'.tmx': 'tmx', '.xlf': 'xliff', '.xliff': 'xliff', '.csv': 'table'}


class BroughtIn(NamedTuple):
    """What came of a file. ``people``: units that a person wrote or agreed to; ``left_out``: how many were not taken,
    by why."""

    path: str
    kept: Kept
    people: int
    left_out: Mapping[str, int]


def bring_in(memory: Memory, path: Path, way: Direction | None = None) -> BroughtIn:
    """Read a file into the memory, the whole of it or nothing; ``way`` is the direction of a table that names none.
    Raises `UsageError` for an unknown format, `FileError` for what cannot be read.
    """
    left_out, people = Counter[str](), 0
    said = _format(path).read(path, left_out, way)

    def units() -> Iterator[Unit]:
        nonlocal people
        for one in said:
            if not is_fit(one.unit.target) or not is_fit(one.unit.source):
                left_out['without a translation'] += 1
                continue
            unit = judged(one, lambda unit: memory.known(unit.source, unit.way))
            people += unit.confirmed
            yield unit

    kept = memory.keep(units())
    return BroughtIn(str(path), kept, people, dict(sorted(left_out.items())))


def hand_out(memory: Memory, path: Path, way: Direction | None = None, doubtful: bool = False,
             every: bool = False) -> int:
    """Write what is known to a file, in an order that does not depend on when it came; how many units.

    One for each sentence, the one that is reused, or ``every`` one; those in doubt alone. Raises `UsageError` where the
    format takes one direction and there are more.
    """
    module = _format(path)
    ways = [way] if way else memory.ways()
    one_way = format_of(path) == 'xliff'
    if one_way and len(ways) != 1:
        known = ', '.join(f'{one.source} to {one.target}' for one in ways)
        raise UsageError(f'an XLIFF file is of one direction, and the memory knows {known or "none"}',
                         cure='say --from and --to, for example --from zh-Hans --to en')
    written = 0

    def units() -> Iterator[Unit]:
        nonlocal written
        for unit in memory.units(way, doubtful, every, by_context=one_way):
            written += 1
            yield unit

    write_text(path, cast('Iterator[str]', module.write(units(), ways)))
    return written


def _format(path: Path) -> ModuleType:
    return import_module(f'.{format_of(path)}', __package__)


def format_of(path: Path) -> str:
    """The module for a file, by its ending; raises `UsageError` where there is none."""
    name = FORMATS.get(path.suffix.lower())
    if not name:
        raise UsageError(f'no format for {path.suffix or path.name!r}', cure='known: ' + ', '.join(FORMATS))
    return name
