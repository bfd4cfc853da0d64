"""The terms that are on: the shipped ones and those of the user's rules files, found by any word for them."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ...rulebook import Rulebook
from ...rulebook.lexicon import Term, entities, glossary
from ...rulebook.literals import fold, is_whole
from ...rulebook.terms import term_of

ROOM = 'glossary'


class Mention(NamedTuple):
    """``text[start:end]`` is a word for a term; for none (None), where it is part of a name or of another word."""

    start: int
    end: int
    term: Term | None


class Table:
    """A later term takes the place of one with the same English, and a name away from any other."""

    def __init__(self, terms: Iterable[Term]) -> None:
        by_slug = {term.slug: term for term in terms}
        self.by_rule = {f'{ROOM}/{slug}': term for slug, term in by_slug.items()}
        self._owners: dict[str, Term | None] = {fold(name): None for entity in entities() for name in entity.names}
        for term in by_slug.values():
            self._owners.update((fold(word), None) for word in term.unless)
        for term in by_slug.values():
            self._owners.update((fold(name), term) for name in term.names)
        self._words = list(self._owners)
        self._automaton = AhoCorasick(self._words)

    def owner(self, name: str) -> Term | None:
        """The term that a word is for."""
        return self._owners.get(fold(name))

    def mentions(self, text: str) -> list[Mention]:
        """All words for terms, in order: the longest where one holds another, for no term where two overlap."""
        folded, found = fold(text), list[Mention]()
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for start, end, index in sorted((start, end, index) for index, start, end in matches):
            if not is_whole(folded, start, end):
                continue
            while found and found[-1].start == start:   # the shorter of two that begin together
                found.pop()
            mention = Mention(start, end, self._owners[self._words[index]])
            if found and end <= found[-1].end:
                continue
            if found and start < found[-1].end:
                found[-1], mention = found[-1]._replace(term=None), mention._replace(term=None)
            found.append(mention)
        return found


def table_of(rules: Rulebook) -> Table:
    """The table of a rulebook, made once."""
    return rules.built(ROOM, lambda: Table([*glossary(), *map(term_of, rules.room(ROOM))]))
