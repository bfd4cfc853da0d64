"""Names in Latin letters that captions spell by ear: Jenson Huang, Palanteer. Words with one key and two letters apart.

No list of English words is at hand: a single word is mended only where the name itself stands in the text, and looked
at only where it is written as a name, in capitals or among Han.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ...patterns import lazy
from ...rulebook import Rule, Rulebook
from ...rulebook.literals import fold, is_whole
from .names import ROOM
from .phonetic import hull, key
from .spelling import FEWEST, is_alike, words_of

SOUNDS = 3      # consonants of a key: Meta and meter are too near
_LATIN_ALONE = lazy('[A-Za-z]+(?: [A-Za-z]+)*')
_BEFORE, _BEHIND = lazy(r"([A-Za-z]+) $"), lazy(r" ([A-Za-z]+)(?![A-Za-z0-9])")


class Spelt(NamedTuple):
    """A name in Latin letters, its words, and words of which one stands near it."""

    text: str
    parts: tuple[str, ...]
    rule: Rule
    near: tuple[str, ...]


class Seen(NamedTuple):
    """``text[start:end]`` sounds like a name; ``right``: how many of its words are spelt as they should be."""

    start: int
    end: int
    name: Spelt
    right: int


class LatinNames:
    """The names in Latin letters of a rulebook, and the last names of its people where they are long enough."""

    def __init__(self, rules: Rulebook) -> None:
        self._parts = defaultdict[str, list[tuple[Spelt, int]]](list)
        self._right, self._hulls = set[str](), set[frozenset[str]]()
        for name in _spelt(rules.room(ROOM)):
            self._right |= {part.lower() for part in name.parts}
            for i, part in enumerate(name.parts):
                if len(part) >= FEWEST and len(key(part)) >= SOUNDS:
                    self._parts[key(part)].append((name, i))
                    self._hulls.add(hull(part))

    def seen(self, text: str) -> Iterator[Seen]:
        """All that sounds like one of them and is spelt otherwise."""
        odd = {word: found for word in words_of(text) if hull(word) in self._hulls and (found := self._alike(word))}
        if not odd:
            return
        words = list(odd)
        for index, start, end in AhoCorasick(words).find_matches_as_indexes(text, overlapping=True):
            if is_whole(text, start, end):
                for name, i in odd[words[index]]:
                    if seen := _whole(text, start, end, name, i):
                        yield seen

    def _alike(self, word: str) -> list[tuple[Spelt, int]]:
        """The names that it may be a word of. Those in capitals alone are letters, not words: TSLA, NVDA."""
        if word.isupper() or word.lower() in self._right:
            return []
        return [(name, i) for name, i in self._parts.get(key(word), ()) if is_alike(word, name.parts[i])]


def latin_of(rules: Rulebook) -> LatinNames:
    """The Latin names of a rulebook, made once."""
    return rules.built(f'{ROOM}/latin', lambda: LatinNames(rules))


def forms(rule: Rule) -> Iterator[str]:
    """The names of a rule in Latin letters, people's last names too: Hassabis."""
    for name in rule.words('names'):
        if _LATIN_ALONE.fullmatch(name):
            yield name
            last = name.rpartition(' ')[2]
            if last != name and rule.text('kind') == 'person' and len(last) > 6:
                yield last


def _spelt(rules: Iterable[Rule]) -> Iterator[Spelt]:
    for rule in rules:
        near = tuple(map(fold, (*rule.words('near'), *rule.words('needs'))))
        for form in dict.fromkeys(forms(rule)):
            yield Spelt(form, tuple(form.split(' ')), rule, near)


def _whole(text: str, start: int, end: int, name: Spelt, i: int) -> Seen | None:
    """The name around its word ``i``; None where the words beside are others."""
    right = 0
    for part in reversed(name.parts[:i]):
        found = _BEFORE.search(text, max(0, start - len(part) - 4), start)
        if not found or not _fits(found[1], part):
            return None
        right, start = right + (found[1].lower() == part.lower()), found.start()
    for part in name.parts[i + 1:]:
        found = _BEHIND.match(text, end)
        if not found or not _fits(found[1], part):
            return None
        right, end = right + (found[1].lower() == part.lower()), found.end()
    return Seen(start, end, name, right)


def _fits(word: str, part: str) -> bool:
    return word.lower() == part.lower() or is_alike(word, part)
