"""The whole of what is said: a form that always stands in one longer word or name is that word, 市找 in 高市找苗."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..patterns import HAN, lazy
from .aligned import Aligned
from .evidence import Evidence, readings_of
from .swap import IDLE, Swap

LONGEST = 6         # Han
ALWAYS = .8         # of the mendings: with the same neighbour
_IS_HAN = lazy(f'[{HAN}]')


def whole(one: Evidence, talks: Sequence[Aligned]) -> Swap | None:
    """The longer swap that nearly all its places are part of; None where they stand among different words."""
    wrong, right = one.swap
    if not _IS_HAN.match(wrong):
        return None
    places = [(talks[place.text], place.start, place.end) for place in one.hits]
    while len(wrong) < LONGEST:
        grown = _grown(places, wrong, right)
        if not grown:
            break
        wrong, right, places = grown
    return Swap(wrong, right) if wrong != one.swap.wrong else None


def _grown(places: Sequence[tuple[Aligned, int, int]], wrong: str,
           right: str) -> tuple[str, str, list[tuple[Aligned, int, int]]] | None:
    """One character more, before or behind; None where no neighbour is always the same, or the texts differ there."""
    befores = Counter(talk.first.said[start - 1] for talk, start, _ in places if start)
    behinds = Counter(talk.first.said[end] for talk, _, end in places if end < len(talk.first.said))
    sides = sorted(((count, is_before, char) for is_before, seen in ((True, befores), (False, behinds))
                    for char, count in seen.most_common(1)), reverse=True)
    for count, is_before, char in sides:
        if count < ALWAYS * len(places) or char in IDLE or not _IS_HAN.match(char):
            continue
        new = (char + wrong, char + right) if is_before else (wrong + char, right + char)
        kept = list(_agreeing(places, char, is_before, new[1]))
        if len(kept) >= ALWAYS * len(places):
            return (*new, kept)
    return None


def _agreeing(places: Sequence[tuple[Aligned, int, int]], char: str, is_before: bool,
              right: str) -> Iterator[tuple[Aligned, int, int]]:
    for talk, start, end in places:
        start, end = (start - 1, end) if is_before else (start, end + 1)
        if talk.first.said[start if is_before else end - 1:][:1] == char and right in readings_of(talk, start, end):
            yield talk, start, end
