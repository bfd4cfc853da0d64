"""folded: one page, Chinese above, the other language folded away below each of its passages."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...formats.page import Line
from ..bitext import Bitext
from ..languages import is_chinese
from .block import Block
from .head import head, with_head
from .labels import fold_label, is_translated
from .passages import Passage, passages
from .style import Page, Style
from .track import lead_of

NAME = 'folded'


def write(bitext: Bitext, style: Style) -> tuple[Page, ...]:
    """The page. Of English first and Chinese second the tracks change places: Chinese is what a reader sees."""
    swapped = not is_chinese(bitext.languages[0]) and is_chinese(bitext.languages[1])
    shown = bitext.swapped() if swapped else bitext
    label = fold_label(shown.languages[1], style.profile, is_translated(bitext) and not swapped)
    body = list(_body(passages(shown, style.settings, style.profile), label, lead_of(shown.first)))
    if swapped:
        body = [line._replace(track=1 - line.track) if line.start >= 0 else line for line in body]
    return (Page('', with_head(list(head(shown.first.meta, shown.second.meta, style)), body)),)


def _body(rows: Iterable[Passage], label: str, lead: int) -> Iterator[Line]:
    """A fold stands between blank lines; all other blank lines are those of the first track."""
    yield from _blank(lead)
    gap: int | None = 0        # blank lines before what comes next; None: as it stood
    for first, second in rows:
        for block in first:
            yield from _blank(block.before if gap is None else gap)
            yield from block.lines
            gap = None
        if second:
            yield from _blank(1 if gap is None else gap)
            yield from _fold(second, label)
            gap = 1


def _fold(blocks: Iterable[Block], label: str) -> Iterator[Line]:
    yield from map(Line, ('<details>', f'<summary>{label}</summary>'))
    for number, block in enumerate(blocks):
        yield from _blank(block.before if number else 1)
        yield from block.lines
    yield from map(Line, ('', '</details>'))


def _blank(lines: int) -> Iterator[Line]:
    yield from (Line('') for _ in range(lines))
