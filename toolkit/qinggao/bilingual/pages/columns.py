"""columns: one page, a table with both languages side by side; headings, code and the like stand between tables."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...formats import markdown
from ...formats.page import Line
from ...settings import Settings
from ..bitext import Bitext
from .block import Block
from .cells import cell, lines_of, row
from .guard import ROUNDS, SIGNS, guarded
from .head import head, with_head
from .labels import column_names, labels_over_originals
from .passages import Passage, passages
from .style import Page, Style
from .track import Track, lead_of

NAME = 'columns'
RULE = '| --- | --- |'


def write(bitext: Bitext, style: Style) -> tuple[Page, ...]:
    """The page; a row for each passage, the first track's column to the left."""
    names = column_names(bitext, style.profile)
    rows, labels = passages(bitext, style.settings, style.profile), frozenset(labels_over_originals(style.profile))
    body = list(_body(rows, row(names), lead_of(bitext.first), labels))
    return (Page('', with_head(list(head(bitext.first.meta, bitext.second.meta, style)), body)),)


def _body(rows: Sequence[Passage], names: str, lead: int, labels: frozenset[str]) -> Iterator[Line]:
    yield from (Line('') for _ in range(lead))
    in_table, top = False, True
    for part, second in (part for passage in rows for part in _parts(passage)):
        if isinstance(part, Block):
            yield from (Line('') for _ in range(0 if top else 1 if in_table else part.before))
            yield from part.lines
        elif line := _row(part, second, labels):
            if not in_table:
                yield from map(Line, (*([] if top else ['']), names, RULE))
            yield line
        else:
            continue        # marks without words
        in_table, top = not isinstance(part, Block), False


def _parts(passage: Passage) -> Iterator[tuple[Block | list[Block], Sequence[Block]]]:
    """A passage in rows, and what stands outside tables. The second track is beside the last prose of the first."""
    parts = list[Block | list[Block]]()
    for in_cell, run in groupby(passage.first, key=lambda block: block.is_prose):
        blocks = list(run)
        parts += [blocks] if in_cell else blocks
    if passage.second and not any(isinstance(part, list) for part in parts):
        parts.append([])
    last = max((number for number, part in enumerate(parts) if isinstance(part, list)), default=-1)
    yield from ((part, passage.second if number == last else ()) for number, part in enumerate(parts))


def _row(first: Sequence[Block], second: Sequence[Block], labels: frozenset[str]) -> Line | None:
    """A row. It can name the place of one side alone, and names the first's where there is one."""
    left, right = _cell(first, labels), _cell(second)
    held, track = (first, 0) if first else (second, 1)
    return Line(row((left, right)), held[0].start, held[-1].end, track) if left or right else None


def _cell(blocks: Sequence[Block], labels: frozenset[str] | None = None) -> str:
    """Blocks in a cell as they are once it has been read and written."""
    text = cell(blocks)
    for _ in range(ROUNDS if SIGNS.search(text) else 0):
        track = Track(markdown.read('\n' + '\n'.join(lines_of(text))), Settings())
        again = cell(guarded(track, track.blocks, labels))
        if again == text:
            break
        text = again
    return text
