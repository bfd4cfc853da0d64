"""What was written for what in Latin letters: whole words on both sides, casing left out."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..asr.merge.align import Difference
from ..asr.merge.fold import Folded
from ..patterns import lazy
from .aligned import Aligned
from .sound import latin_distance
from .swap import Swap

LONGEST = 32        # letters
SHORTEST = 4        # a shorter word is too many other words
ALIKE = .4          # how far apart in sound at most
_WORDS = lazy(r"[^\W\d_](?:[\w'’.-]| (?! ))*")
_ENDINGS = frozenset(('s', 'es', 'ed', 'd', 'ing', 'ies', 'er', 'ly', 'rs', 'ers', 'y', 'al', 'n', 'r', 't'))


def latin_swaps(two: Aligned) -> Iterator[Swap]:
    """Those between Latin words: no plural, nor what is written together or apart, nor another word for the thing."""
    i = 0
    while i < len(two.found):
        whole, i = _whole_words(two, i)
        if not 0 < whole.end - whole.start <= LONGEST or not 0 < whole.last - whole.first <= LONGEST:
            continue
        wrong = _written(two.first, whole.start, whole.end).lower()
        right = _written(two.second, whole.first, whole.last)
        if len(wrong) >= SHORTEST and _are_words(wrong) and _are_words(right) and _is_whole(right) \
                and not _is_one_word(wrong, right.lower()) and latin_distance(wrong, right) <= ALIKE:
            yield Swap(wrong, right)


def _whole_words(two: Aligned, i: int) -> tuple[Difference, int]:
    """The whole words around the difference i, with further differences in them; and the next one behind them."""
    found = two.found
    first = last = i
    while True:
        one = found[first].to(found[last])
        left = max(_goes_back(two.first, one.start), _goes_back(two.second, one.first))
        right = max(_goes_on(two.first, one.end), _goes_on(two.second, one.last))
        if first > i - 4 and first and left > one.start - found[first - 1].end:
            first -= 1
        elif last < i + 4 and last + 1 < len(found) and right > found[last + 1].start - one.end:
            last += 1
        else:
            return Difference(one.start - left, one.end + right, one.first - left, one.last + right), last + 1


def _goes_back(text: Folded, at: int) -> int:
    """How many letters of one Latin word stand before this place in it; 0 where a word begins."""
    begin = at
    while 0 < begin < len(text.at) and at - begin < LONGEST and _are_one(text, begin - 1):
        begin -= 1
    return at - begin


def _goes_on(text: Folded, at: int) -> int:
    end = at
    while 0 < end < len(text.at) and end - at < LONGEST and _are_one(text, end - 1):
        end += 1
    return end - at


def _are_one(text: Folded, at: int) -> bool:
    """Whether a letter and the next one stand side by side in one Latin word."""
    a, b = text.at[at], text.at[at + 1]
    return b - a == 1 and _is_latin(text.said[a]) and _is_latin(text.said[b])


def _is_latin(char: str) -> bool:
    return (char.isascii() and char.isalnum()) or 'À' <= char <= 'ɏ'


def _written(text: Folded, start: int, end: int) -> str:
    if start < 0 or end > len(text.at):
        return ''
    return text.said[text.at[start]:text.at[end - 1] + 1]


def _are_words(written: str) -> bool:
    return bool(_WORDS.fullmatch(written)) and all(_is_latin(char) or char in " '’.-" for char in written)


def _is_whole(right: str) -> bool:
    """Whether no single letter stands at its end: that is a word cut in two."""
    return len(right) < 2 or right[-2].isalnum()


def _is_one_word(one: str, other: str) -> bool:
    """Whether two differ by an ending or by marks only: chip and chips, co-op and coop, rise and rising."""
    a, b = sorted((''.join(filter(str.isalnum, word)) for word in (one, other)), key=len)
    common = bisect_left(range(1, len(a) + 1), True, key=lambda size: a[:size] != b[:size])
    rest, more = a[common:], b[common:]
    return not more or (common >= 3 and rest in ('', 'e', 'y', 's') and more in _ENDINGS)
