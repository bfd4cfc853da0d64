"""A block of a page: lines of Markdown that belong together, each with the words it holds."""
from __future__ import annotations

from typing import NamedTuple

from ...formats.page import Line
from ...gate.blocks import Walk
from ...patterns import lazy

PROSE = ('text', 'list', 'quote')
OUTSIDE = 'code'

_PLAIN = lazy(r'(?:\*\*)?[^\W\d_][^\n]*')
_DEFINITION = lazy(r'\[[^\]\n]+\]:')


class Block(NamedTuple):
    """``text[start:end]`` of a track in lines, of which none at either edge is blank.

    ``kind``: text, list, quote; heading; or `OUTSIDE`, all that no cell of a table can hold. ``before``: so many blank
    lines stood before it.
    """

    lines: tuple[Line, ...]
    start: int
    end: int
    kind: str = 'text'
    before: int = 1

    @property
    def markdown(self) -> str:
        return '\n'.join(line.out for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Whether it is what people say, and so has an original."""
        return self.kind in PROSE


def kind_of(markdown: str) -> str:
    """What a block is, as the gate and a reader see it.

    >>> kind_of('- 一\\n- 二'), kind_of('# 一'), kind_of('~~~\\n一\\n~~~'), kind_of('一\\n~~~\\n二\\n~~~')
    ('list', 'heading', 'code', 'code')
    """
    if _PLAIN.fullmatch(markdown):
        return 'text'
    kinds = [block.kind for block in Walk(markdown, 0).found()]
    if _DEFINITION.match(markdown) or not set(kinds) <= {*PROSE, 'heading'} or 'heading' in kinds[1:]:
        return OUTSIDE
    return kinds[0] if kinds else 'text'

