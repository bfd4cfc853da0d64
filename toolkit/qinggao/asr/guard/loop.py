"""Said over and over: units of any period, inside a segment and across segments.

What counts as a loop is what the stage boilerplate deletes as one: 哈哈哈哈哈哈, 对对对 and 中国加油 four times are
speech. And a little more, as a doubt deletes nothing: a clause three times without a breath. Numbers it spares, as data
are full of equal ones; a recogniser that got lost counts 1, 1, 1, 1 to the end.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby

from ... import loops
from ...patterns import lazy
from ...rulebook.shipped import shipped
from ...stages.boilerplate.words import bare
from ..take import Said
from .doubt import Span, Window
from .speed import syllables

# 12 copies: a price of 88,888,888 has eight, a card number that is read out sixteen digits, but not the same.
_COUNTING = lazy(r'(?<!\d)(\d{1,3}[\s,.，。、]{0,2})\1{11,}')
_THRICE = lazy(r'([^\d\n]{6,60}?)\1\1')    # from six characters on: a crowd shouts four or five
# Segments of the same words, whatever marks are between them: 好的 three times is an answer, a sentence is none.
_SEGMENTS, _WORDS = 3, 4


def found(window: Window) -> Iterator[Span]:
    """The seconds in which copies are said."""
    yield from _inside(window.take.said)
    for text, group in groupby(window.take.said, lambda said: bare(said.text)):
        equal = list(group)
        if len(equal) >= _SEGMENTS and syllables(text) >= _WORDS and not _spare().issuperset(text):
            yield equal[1].begin, equal[-1].finish


def _inside(said: Sequence[Said]) -> Iterator[Span]:
    from ...stages.script import simplified
    text = simplified('\n'.join(one.text for one in said))      # 这个這個 is one word twice
    copies = [*loops.surplus(text, _spare()), *(match.span() for match in _COUNTING.finditer(text)),
              *((match.end(1), match.end()) for match in _THRICE.finditer(text) if not _spare().issuperset(match[1]))]
    starts = list(accumulate((len(one.text) + 1 for one in said), initial=0))
    for start, end in copies:
        touched = [(one, at) for one, at in zip(said, starts) if at < end and start < at + len(one.text)]
        if touched:
            yield _time(*touched[0], start), _time(*touched[-1], end)


def _time(said: Said, at: int, offset: int) -> float:
    """When the character at an offset is said: in proportion, which is all that is known."""
    share = min(max(offset - at, 0), len(said.text)) / max(1, len(said.text))
    return said.begin + (said.finish - said.begin) * share


@lru_cache(1)
def _spare() -> frozenset[str]:
    return frozenset(word for rule in shipped().room('boilerplate') if rule.text('kind') == 'loop'
                     for word in rule.words('unless'))
