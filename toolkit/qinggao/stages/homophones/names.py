"""The names and terms that are known by their sound, found in a text in one pass over its syllables."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ...patterns import HAN, lazy
from ...rulebook import Rule, Rulebook
from ...rulebook.literals import fold
from .sounds import classes, keys

ROOM = 'homophones'
_HAN = lazy(f'[{HAN}]')


class Name(NamedTuple):
    """A right form, the rule that has it, and words of which one stands near it in a talk that is about it."""

    text: str
    rule: Rule
    near: tuple[str, ...]


class Heard(NamedTuple):
    """``text[start:end]`` sounds like a name and is written otherwise."""

    start: int
    end: int
    name: Name


class Names:
    """All right forms in Han of a rulebook, and the wrong ones that a rule of mis-hearings knows (``known``)."""

    def __init__(self, rules: Rulebook) -> None:
        names = list(_named(rules.room(ROOM)))
        self._texts = frozenset(name.text for name in names)
        self.known = frozenset(fold(word) for rule in rules.room('mishearings') for word in rule.words('wrong'))
        by_key = defaultdict[str, list[Name]](list)
        for name in names:
            for key in dict.fromkeys(keys(name.text)):
                by_key[key].append(name)
        self._names = list(by_key.values())
        self._automaton = AhoCorasick(list(by_key))

    def heard(self, text: str) -> tuple[list[tuple[int, str]], list[Heard]]:
        """Where right forms stand, in order, and what only sounds like one, overlapping ones too."""
        right, odd = set[tuple[int, str]](), list[Heard]()
        spoken = text.translate(classes())
        for index, start, end in self._automaton.find_matches_as_indexes(spoken, overlapping=True):
            said = text[start:end]
            if said in self._texts:
                right.add((start, said))
            else:
                odd += (Heard(start, end, name) for name in self._names[index])
        return sorted(right), odd


def names_of(rules: Rulebook) -> Names:
    """The names of a rulebook, made once."""
    return rules.built(ROOM, lambda: Names(rules))


def _named(rules: Iterable[Rule]) -> Iterator[Name]:
    """Of two rules with one form the first signs, the words near it are both's."""
    # The tables' own first: what a mis-hearing writes is often one of them, and has words near it that they lack.
    ordered = sorted(rules, key=lambda rule: rule.text('kind') == 'right')
    owners, near = dict[str, Rule](), defaultdict[str, list[str]](list)
    for rule in ordered:
        for text in rule.words('names'):
            if _HAN.search(text):
                owners.setdefault(text, rule)
                near[text] += [*rule.words('near'), *rule.words('needs')]
    for text, rule in owners.items():
        yield Name(text, rule, tuple(dict.fromkeys(map(fold, near[text]))))
