"""What speaks for one of two readings: rules, names, words that carry nothing, words that nobody says."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ...rulebook import Rule, Rulebook
from ...settings import Level, Settings
from ...stages import boilerplate
from ...stages.boilerplate.words import Words, bare
from ...stages.script import simplified
from ...transcript import Transcript
from ...view import View
from .bounds import is_inside
from .fold import Folded, folded


class Hit(NamedTuple):
    """``said[start:end]`` is what a rule knows as misheard."""

    start: int
    end: int
    rule: Rule


class Side:
    """One of the two texts, and where names and known mishearings stand in it."""

    def __init__(self, text: Folded, rules: Rulebook, names: Names) -> None:
        self.text = text
        found = rules.mishearings.find(simplified(text.said))
        self._hits = sorted((Hit(*hit) for hit in found if hit.rule.flag('sure')), key=lambda hit: hit[:2])
        self._starts = [hit.start for hit in self._hits]
        self._reach = max((hit.end - hit.start for hit in self._hits), default=0)
        self._names = names.found(text)

    def misheard(self, start: int, end: int) -> Hit | None:
        """What is known as misheard in or around ``said[start:end]``."""
        first = bisect_left(self._starts, start - self._reach)
        for hit in self._hits[first:bisect_left(self._starts, end)]:
            if hit.end > start:
                return hit
        return None

    def name(self, start: int, end: int) -> str:
        """The name that ``letters[start:end]`` are of; empty where they are of none."""
        i = bisect_left(self._names, (start - _LONGEST, 0))
        while i < len(self._names) and self._names[i][0] < end:
            first, last = self._names[i]
            if last > start:
                return self.text.said[slice(*self.text.span(first, last))]
            i += 1
        return ''

    def says(self, words: str, start: int, end: int) -> bool:
        """Whether the words stand in or around ``letters[start:end]``."""
        wanted = folded(words).letters
        at = self.text.letters.find(wanted, max(0, start - len(wanted)), end + len(wanted))
        return bool(wanted) and 0 <= at < max(end, start + 1) and at + len(wanted) > start


_LONGEST = 40   # letters of a name
_PLACES = frozenset(('anywhere', 'alone', 'start', 'end'))


class Names:
    """Names and terms, as letters; one of a single letter says nothing."""

    def __init__(self, names: Iterable[str]) -> None:
        self._letters = sorted({letters for name in names if 1 < len(letters := folded(name).letters) <= _LONGEST})
        self._automaton = AhoCorasick(self._letters)

    def found(self, text: Folded) -> list[tuple[int, int]]:
        """Where they stand, in letters: Latin ones as whole words, for AI is not in said."""
        spans = self._automaton.find_matches_as_indexes(text.letters, overlapping=True) if self._letters else []
        return sorted((start, end) for _, start, end in spans
                      if not is_inside(text, start) and not is_inside(text, end))


class Idle:
    """Words that are no reason to change anything: fillers, and what says them."""

    def __init__(self, rules: Rulebook) -> None:
        self._fillers = _any_of(rules, Level.standard)
        self._sounds = _any_of(rules, Level.light)
        self._credits = Words.of(rules.room('boilerplate'), Level.standard)

    def differ(self, old: str, new: str) -> bool:
        """Whether two readings, as letters, differ in fillers alone: one has them, or each has other sounds. 这个 for
        那个 is another word."""
        less, more = sorted((old, new), key=len)
        return self._fillers.sub('', more) == less or self._fillers.sub('', less) == self._fillers.sub('', more) != '' \
            or not self._sounds.sub('', old + new)

    def is_credit(self, words: str) -> bool:
        """Whether words are stock credits and nothing else."""
        return bool(self._credits.only_credits.fullmatch(bare(simplified(words))))


def _any_of(rules: Rulebook, level: Level) -> re.Pattern[str]:
    """The fillers up to a level; not the words that are cut only where they stumble: 我我, 因为因为."""
    words = {folded(word).letters for rule in rules.room('fillers') for word in rule.words('words')
             if Level[rule.text('level')] <= level and _PLACES & set(rule.words('at'))} - {''}
    return re.compile('|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or '(?!)')


def nobody_says(raw: Transcript, rules: Rulebook) -> list[tuple[int, int]]:
    """The spans of the text that are loops, credits and marks of sounds, in order."""
    return sorted((edit.start, edit.end) for edit in boilerplate.edits(View(raw, Settings(), rules)) if edit.sure)


def holds(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, in order, holds ``start`` to ``end``."""
    i = bisect_left(spans, (start + 1, 0))
    return any(a <= start and end <= b for a, b in spans[max(0, i - 3):i])
