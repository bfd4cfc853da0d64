"""Examples of a rule from real talks: where it mends, and where it stays quiet."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..patterns import HAN, lazy
from ..rulebook.literals import fold, stands
from .aligned import Aligned
from .evidence import Place

LONGEST = 30    # characters
_BREAK = lazy(r'\s*\n\s*')
_IS_WIDE = lazy(f'[{HAN}]')
_EDGE = lazy(r'[，。！？；、,.!?;\s]+')


def around(talks: Sequence[Aligned], place: Place, words: Iterable[str] = ()) -> Iterator[str]:
    """Stretches of a talk that hold a place, none longer than LONGEST, with one of the words where some are asked for;
    the one with most room first. A line break reads as a comma, for nothing is said there in one breath.
    """
    said = talks[place.text].first.said
    size = place.end - place.start
    for before, after in ((13, 13), (20, 6), (6, 20), (8, 8), (4, 4)):
        room = LONGEST - size
        left, right = min(before, room), min(after, room)
        start, end = max(0, place.start - left), min(len(said), place.end + right)
        start, end = _to_words(said, start, place.start, end, place.end)
        stretch = one_line(said[start:end])
        if len(stretch) <= LONGEST and (not words or _has_one(stretch, words)):
            yield stretch


def _has_one(stretch: str, words: Iterable[str]) -> bool:
    return any(stands(fold(word), fold(stretch), 0, len(stretch)) for word in words)


def _to_words(said: str, start: int, first: int, end: int, last: int) -> tuple[int, int]:
    """The stretch begun at a line, a mark or a Latin word rather than in the middle of it."""
    found = _EDGE.search(said, start, first)
    if start and found and first - found.end() >= 4:
        start = found.end()
    else:
        while 0 < start < first and said[start - 1].isascii() and said[start - 1].isalnum() and said[start].isascii():
            start += 1
    cuts = [edge.start() for edge in _EDGE.finditer(said, last, end)]
    if end < len(said) and cuts and cuts[-1] - last >= 4:
        end = cuts[-1]
    else:
        while last < end < len(said) and said[end].isascii() and said[end].isalnum() and said[end - 1].isascii():
            end -= 1
    return start, end


def one_line(stretch: str) -> str:
    """Lines as one."""
    stretch = stretch.strip()
    return _BREAK.sub(lambda found: '，' if _is_wide(stretch, found.start() - 1) and _is_wide(stretch, found.end())
                      else ' ', stretch)


def _is_wide(text: str, at: int) -> bool:
    return bool(_IS_WIDE.match(text[at]))
