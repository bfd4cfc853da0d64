"""Find the literals of many rules in one scan, guarded: whole Latin words, `unless` phrases, `near` words."""
from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from .rule import Rule

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
NEAR = 300  # characters: a talk without blank lines is one paragraph, and its topics change
MUCH = 200_000  # characters: after so many an automaton is worth its building that takes four times as long
_WORD = frozenset(string.ascii_letters + string.digits)


class Hit(NamedTuple):
    """``text[start:end]`` is a wrong literal of a rule, and nothing keeps the rule quiet."""

    start: int
    end: int
    rule: Rule


class Literals:
    """The `wrong` literals of rules. Latin letters match in any case and at word boundaries only."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._patterns: list[tuple[str, Rule, bool]] = []  # literal, its rule, whether it keeps the rule quiet
        for rule in rules:
            self._patterns += [(fold(word), rule, False) for word in rule.words('wrong')]
            self._patterns += [(fold(word), rule, True) for word in rule.words('unless')]
        self.reach = max((len(word) - 1 for word, *_ in self._patterns), default=0)
        self._automaton = AhoCorasick([word for word, *_ in self._patterns])
        self._until_much = MUCH

    def find(self, text: str) -> Iterator[Hit]:
        """All hits, overlapping ones too, by where they end."""
        folded = fold(text)
        found = self._matches(folded)
        if not found:
            return
        quiet = defaultdict(list)
        for index, start, end in found:
            if self._patterns[index][2]:
                quiet[self._patterns[index][1].name].append((start, end))
        paragraphs = _Paragraphs(folded)
        for index, start, end in found:
            _, rule, silences = self._patterns[index]
            if silences or not is_whole(folded, start, end):
                continue
            if any(a <= start and end <= b for a, b in quiet.get(rule.name, ())):
                continue
            near = rule.words('near')
            if near and not paragraphs.hold(start, near):
                continue
            yield Hit(start, end, rule)

    def span(self, text: str, cut: int) -> bool:
        """Whether a hit, guards aside, lies across an offset of the text."""
        found = self._matches(fold(text))
        return any(start < cut < end for _, start, end in found)

    def _matches(self, folded: str) -> list[tuple[int, int, int]]:
        """Which pattern stands where. A DFA reads twice as fast as the automaton that is built first."""
        if self._until_much > 0:
            self._until_much -= len(folded)
            if self._until_much <= 0:
                words = [word for word, *_ in self._patterns]
                self._automaton = AhoCorasick(words, implementation=Implementation.DFA)
        return self._automaton.find_matches_as_indexes(folded, overlapping=True)


def fold(text: str) -> str:
    """ASCII letters lower-cased; every offset stays where it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_LOWER)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on beside a stretch that begins or ends with one."""
    return not ((text[start] in _WORD and start and text[start - 1] in _WORD)
                or (text[end - 1] in _WORD and end < len(text) and text[end] in _WORD))


class _Paragraphs:
    """Whether one of some words stands near an offset: in its paragraph (up to a blank line), not far off."""

    def __init__(self, text: str) -> None:
        self._text = text

    def hold(self, offset: int, words: tuple[str, ...]) -> bool:
        text = self._text
        first, last = max(0, offset - NEAR), min(len(text), offset + NEAR)
        start = max(text.rfind('\n\n', first, offset) + 1, first)
        end = text.find('\n\n', offset, last)
        end = end if end >= 0 else last
        return any(stands(fold(word), text, start, end) for word in words)


def stands(word: str, text: str, start: int, end: int) -> bool:
    """Whether a word stands in ``text[start:end]``; a Latin one as a whole: ai is not in said."""
    at = text.find(word, start, end)
    while at >= 0:
        if is_whole(text, at, at + len(word)):
            return True
        at = text.find(word, at + 1, end)
    return False
