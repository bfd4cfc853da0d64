"""Where a difference begins and ends: at a break rather than beside it, and never inside a word or a number."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from .align import Difference
from .fold import Folded
from .numerals import NUMERALS

_FAR = 40           # letters: how far an edge is moved at most
_STOPS = frozenset('。！？；.!?;')
_HAN = '\u2e80'     # letters before it make words with their neighbours


def bounded(found: Sequence[Difference], raw: Folded, heard: Folded) -> list[Difference]:
    """The same differences with better edges; those that meet are one."""
    return _whole([*_slid(found, raw, heard)], raw, heard)


def _slid(found: Sequence[Difference], raw: Folded, heard: Folded) -> Iterable[Difference]:
    """What only one side says may often stand a little earlier as well: 讲(茶讲)酒 is 讲茶(讲酒)."""
    before = 0
    for i, one in enumerate(found):
        after = found[i + 1].start if i + 1 < len(found) else len(raw.letters)
        if (one.start == one.end) != (one.first == one.last):
            one = max(_places(one, raw, heard, before, after), key=lambda it: (_breaks(it, raw, heard), it == one))
        before = one.end
        yield one


def _places(one: Difference, raw: Folded, heard: Folded, low: int, high: int) -> list[Difference]:
    """Where else the difference may stand, its neighbours agreeing as before and one letter left of each."""
    letters, start, end = (heard.letters, one.first, one.last) if one.start == one.end \
        else (raw.letters, one.start, one.end)
    back = forth = 0
    while back < min(_FAR, one.start - low - 1) and letters[start - back - 1] == letters[end - back - 1]:
        back += 1
    while forth < min(_FAR, high - one.end - 1) and letters[start + forth] == letters[end + forth]:
        forth += 1
    return [Difference(*(place + by for place in one)) for by in range(-back, forth + 1)]


def _breaks(one: Difference, raw: Folded, heard: Folded) -> int:
    """How well the edges of a difference stand at breaks."""
    edges = {(id(raw), one.start): raw, (id(raw), one.end): raw, (id(heard), one.first): heard,
             (id(heard), one.last): heard}
    return sum(_break(side, place) for (_, place), side in edges.items())


def _break(side: Folded, place: int) -> int:
    start, end = side.span(place, place)
    between = side.said[start:end]
    if not place or place == len(side.letters) or '\n' in between:
        return 3
    return 2 if _STOPS & set(between) else 1 if between else 0


def _whole(found: Sequence[Difference], raw: Folded, heard: Folded) -> list[Difference]:
    """The differences grown to whole Latin words and whole numbers; those that then meet are one."""
    out: list[Difference] = []
    for i, (start, end, first, last) in enumerate(found):
        low = out[-1].end if out else 0
        high = found[i + 1].start if i + 1 < len(found) else len(raw.letters)
        while start > low and (is_inside(raw, start) or is_inside(heard, first)):
            start, first = start - 1, first - 1
        while end < high and (is_inside(raw, end) or is_inside(heard, last)):
            end, last = end + 1, last + 1
        one = Difference(start, end, first, last)
        out.append(out.pop().to(one) if out and out[-1].end == start else one)
    return out


def is_inside(side: Folded, place: int) -> bool:
    """Whether the letters before and after a place are of one word or number: GPT-4 are two, 3.5 is one."""
    if not 0 < place < len(side.letters):
        return False
    before, after = _kind(side, place - 1), _kind(side, place)
    start, end = side.span(place, place)
    between = side.said[start:end]
    return before == after != '' and (not between or between in ("'", '’')
                                      or (between in '.,' and side.said[start - 1].isdigit()
                                          and side.said[end].isdigit()))


def _kind(side: Folded, place: int) -> str:
    if side.said[side.at[place]] in NUMERALS:
        return 'numeral'
    return 'word' if side.letters[place] < _HAN else ''
