"""What became of a spelling wherever the first texts have it: mended, left, or written for the other way round."""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ..asr.merge.fold import folded
from ..rulebook.literals import fold, is_whole
from .aligned import Aligned
from .sound import distance
from .swap import Swap

SOME = 60       # places where both have the right form that are kept: what stands near them tells what it is about
RIVAL = .5      # how alike in sound another mending is to be held against this one


class Place(NamedTuple):
    """Where a spelling stands: ``texts[text][start:end]``."""

    text: int
    start: int
    end: int


class Evidence:
    """What speaks for a swap and against it."""

    def __init__(self, swap: Swap) -> None:
        self.swap = swap
        self.hits: list[Place] = []         # the wrong form, where the second text has the right one
        self.left: list[Place] = []         # the wrong form, where both texts have it
        self.rivals: Counter[str] = Counter()   # what else that sounds alike the second text has for it
        self.reverse = 0                    # the right form, where the second text has the wrong one
        self.agreed = 0                     # the right form, where both have it
        self.agreed_at: list[Place] = []    # some of these

    @property
    def files(self) -> int:
        """In how many talks it was mended."""
        return len({place.text for place in self.hits})


def evidence(swaps: Iterable[Swap], talks: Sequence[Aligned]) -> list[Evidence]:
    """The evidence for each swap in all talks; places are offsets of ``talk.first.said``."""
    found = [Evidence(swap) for swap in swaps]
    forms = defaultdict[str, tuple[list[Evidence], list[Evidence]]](lambda: ([], []))
    for one in found:
        forms[fold(one.swap.wrong)][0].append(one)
        forms[fold(one.swap.right)][1].append(one)
    words = list(forms)
    automaton = AhoCorasick(words)
    for number, talk in enumerate(talks):
        said = fold(talk.first.said)
        for which, start, end in automaton.find_matches_as_indexes(said, overlapping=True):
            if not is_whole(said, start, end):
                continue
            readings = readings_of(talk, start, end)
            if readings:
                _note(forms[words[which]], letters_of(words[which]), readings, Place(number, start, end))
    return found


def readings_of(talk: Aligned, start: int, end: int) -> list[str]:
    """What the second text has for ``first.said[start:end]``; nothing where that is not whole letters."""
    at = talk.first.at
    first = bisect_left(at, start)
    last = bisect_left(at, end)
    return list(talk.over(first, last)) if last > first else []


def _note(owners: tuple[list[Evidence], list[Evidence]], said: str, readings: Sequence[str], place: Place) -> None:
    as_wrong, as_right = owners
    for one in as_wrong:
        if letters_of(one.swap.right) in readings:
            one.hits.append(place)
        elif said in readings:
            one.left.append(place)
        else:
            one.rivals.update(_rivals(said, readings))
    for one in as_right:
        if said in readings:
            one.agreed += 1
            one.agreed_at += [place] if len(one.agreed_at) < SOME else []
        one.reverse += letters_of(one.swap.wrong) in readings


def _rivals(said: str, readings: Iterable[str]) -> Iterator[str]:
    for reading in readings:
        if len(reading) == len(said) and distance(said, reading) <= RIVAL:
            yield reading


@lru_cache(1 << 14)
def letters_of(words: str) -> str:
    """Words as letters are compared."""
    return folded(words).letters
