"""What was written for what: each difference of sound-alike spellings, grown to whole words of the second text."""
from __future__ import annotations

from collections.abc import Iterator

from ..asr.merge.align import Difference
from ..asr.merge.fold import Folded
from ..patterns import HAN, lazy
from .aligned import Aligned
from .latin import latin_swaps
from .sound import distance
from .swap import IDLE, Swap

LONGEST = 6         # Han of a rule
_AROUND = 16        # characters of context that words are cut in
_AGREE = 3          # letters on either side on which both texts agree
ALIKE = .5          # how far apart in sound at most
_WIDEST = 12        # letters of a difference: more is another sentence
_HAN_RUN = lazy(f'[{HAN}]+')


def swaps(two: Aligned) -> Iterator[Swap]:
    """All of them, in Chinese and in Latin letters."""
    yield from han_swaps(two)
    yield from latin_swaps(two)


def han_swaps(two: Aligned) -> Iterator[Swap]:
    """Those of Han, one for each way it can be grown: 飞农 → 非农, 大飞农 → 大非农."""
    found = two.found
    for i, one in enumerate(found):
        if one.start == one.end or one.first == one.last or one.size > _WIDEST:
            continue
        before = one.start - (found[i - 1].end if i else 0)
        after = (found[i + 1].start if i + 1 < len(found) else len(two.first.letters)) - one.end
        if before < _AGREE or after < _AGREE:
            continue
        wrong, right = two.first.letters[one.start:one.end], two.second.letters[one.first:one.last]
        if _HAN_RUN.fullmatch(wrong) and _HAN_RUN.fullmatch(right):
            yield from _han(two, one, before, after)


def _han(two: Aligned, one: Difference, before: int, after: int) -> Iterator[Swap]:
    core = _heard_alike(two, one)
    if not core:
        return
    start, end = _whole_words(two.second, core.first, core.last)
    left, right = core.first - start, end - core.last
    if left > before or right > after:
        return      # a word with a second difference in it
    base = Difference(core.start - left, core.end + right, start, end)
    far_left, far_right = _neighbours(two.second, start, end)
    seen = set[Swap]()
    for grow_left, grow_right in ((0, 0), (far_left, 0), (0, far_right), (far_left, far_right)):
        if left + grow_left > before or right + grow_right > after:
            continue
        grown = Difference(base.start - grow_left, base.end + grow_right, base.first - grow_left,
                           base.last + grow_right)
        swap = _swap(two, grown)
        if swap and swap not in seen and 2 <= len(swap.wrong) <= LONGEST:
            seen.add(swap)
            yield swap


def _heard_alike(two: Aligned, one: Difference) -> Difference | None:
    """The part of a difference that was heard for the other: a filler left out beside it is none of it."""
    sizes = one.end - one.start, one.last - one.first
    size = min(sizes)
    if size > LONGEST:
        return None
    for start, first in dict.fromkeys(((one.start, one.first), (one.end - size, one.last - size))):
        core = Difference(start, start + size, first, first + size)
        wrong, right = two.first.letters[core.start:core.end], two.second.letters[core.first:core.last]
        if wrong != right and distance(wrong, right) <= ALIKE:
            return core
    return None


def _swap(two: Aligned, one: Difference) -> Swap | None:
    """None where a mark or a line break stands inside, on either side."""
    wrong, right = _written(two.first, one.start, one.end), _written(two.second, one.first, one.last)
    return Swap(wrong, right) if wrong and right else None


def _written(text: Folded, start: int, end: int) -> str:
    """Letters as they are written; empty where something else stands between them."""
    if start >= end or text.at[end - 1] - text.at[start] != end - 1 - start:
        return ''
    written = text.said[text.at[start]:text.at[end - 1] + 1]
    return written if _HAN_RUN.fullmatch(written) else ''


def _whole_words(text: Folded, start: int, end: int) -> tuple[int, int]:
    """The letters of all words that a stretch of letters has a part in."""
    for first, last in _words_around(text, start, end):
        if first < end and last > start:
            start, end = min(start, first), max(end, last)
    return start, end


def _neighbours(text: Folded, start: int, end: int) -> tuple[int, int]:
    """How many letters the words before and after have; 0 where a mark stands there, or a word that says nothing."""
    left = right = 0
    for first, last in _words_around(text, start, end):
        if last == start and not set(_letters(text, first, last)) <= IDLE:
            left = last - first
        if first == end and not set(_letters(text, first, last)) <= IDLE:
            right = last - first
    return left, right


def _letters(text: Folded, start: int, end: int) -> str:
    return text.letters[start:end]


def _words_around(text: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of the run of Han around a stretch, in letters. Without guesses at new words: they join 先 and 止."""
    import rjieba
    first, last = max(0, start - _AROUND), min(len(text.at), end + _AROUND)
    while first < start and text.at[start] - text.at[first] != start - first:
        first += 1
    while last > end and text.at[last - 1] - text.at[end - 1] != last - end:
        last -= 1
    at = first
    for word in rjieba.cut(text.said[text.at[first]:text.at[last - 1] + 1], False):
        yield at, at + len(word)
        at += len(word)
