"""Which stretches of a text are English that somebody spoke and nobody punctuated."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...patterns import HAN, lazy
from ...view import View
from .features import FUNCTION_WORDS
from .units import Unit, units

LEAST = 30      # words: a shorter stretch may be a title, a list, a poem
AMONG_HAN = 60  # words: in a Chinese talk a shorter one is a quotation, and half of it may be misheard
BARE = 100      # so many words to a mark: captions without marks have one now and then, an edited text has ten
EDITED = 30     # so many spaces to a comma or a stop: edited text has eight
CAPITALS = 8    # one word in so many may have one: captions write names; headlines and subtitles have more
FUNCTION = 4    # one word in so many is a function word at least: in French, code and lists there are fewer
ODD = 20        # of so many chunks all but one are words
LINE = 2        # words in a line at least, else it is a list

# A line that was written, not said: a list item, a heading, a table, code, a reply; one with Han or other scripts.
_WRITTEN = lazy(r'[ \t]*(?:[-*+•#|>`~={}<$]|\d+[.)]\s|\w+:\s*$|\w+\()|.*[={}|<>\\`]|.*\S(?:\t| {3,})\S')
_FOREIGN = lazy(rf'[{HAN}\u0370-\u1fff\u3040-\u30ff\uac00-\ud7af]|[À-ÿ]+\w*')
_HAN = lazy(f'[{HAN}]')
_FREE = lazy(f'[^{HAN}]{{100,}}')     # fewer characters hold no stretch
_LINE = lazy(r'[^\n]+')


def stretches(view: View) -> Iterator[list[Unit]]:
    """The words of each stretch; none where the text has marks elsewhere: there somebody left them out on purpose."""
    if _is_edited(view.text):
        return
    found = [list(units(view.text, start, end)) for start, end in _spans(view)]
    if sum(_marks(words) for words in found) * BARE >= max(1, sum(map(len, found))):
        return
    least = AMONG_HAN if _HAN.search(view.text) else LEAST
    for words in found:
        if len(words) >= least and is_bare(view.text, words):
            yield words


def _is_edited(text: str) -> bool:
    """Whether a look at the whole text shows marks enough: most English is edited, and long."""
    marks = sum(map(text.count, (', ', '. ', ',\n', '.\n')))
    return marks * EDITED >= text.count(' ') + text.count('\n')


def _spans(view: View) -> Iterator[tuple[int, int]]:
    """Lines that follow one another and hold nothing but Latin letters, for each stretch of speech."""
    text = view.text
    for start, end in view.speech:
        for free in _FREE.finditer(text, start, end):
            first = free.start() if free.start() == start else text.find('\n', *free.span()) + 1
            last = free.end() if free.end() == end else text.rfind('\n', *free.span())
            if last > 0 and (first or free.start() == start):
                yield from _runs(text, first, last)


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = last = -1
    for line in _LINE.finditer(text, start, end):
        if line[0].isspace():
            continue
        if _WRITTEN.match(line[0]) or _FOREIGN.search(line[0]):
            if first >= 0:
                yield first, last
            first = -1
            continue
        first, last = first if first >= 0 else line.start(), line.end()
    if first >= 0:
        yield first, last


def is_bare(text: str, words: Sequence[Unit]) -> bool:
    """Whether words are running English without marks and capitals."""
    total = len(words)
    if not total or _marks(words) * BARE >= total:
        return False
    text = text[words[0].start:words[-1].end]
    lines = text.count('\n') + 1 - text.count('\n\n')
    capitals = sum(unit.word != 'I' and not unit.word[:2].islower() and unit.word[0].isupper() and
                   not unit.word.startswith("I'") for unit in words)
    function = sum(unit.word.lower() in FUNCTION_WORDS for unit in words)
    return (total >= LINE * lines and capitals * CAPITALS <= total and function * FUNCTION >= total
            and len(text.split()) - total <= total / ODD)


def _marks(words: Sequence[Unit]) -> int:
    return sum(bool(unit.mark) for unit in words)
