"""The rules of boilerplate by what they name, ready to be looked up."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ...patterns import lazy
from ...rulebook import Rule
from ...settings import Level
from ...view import View

NOTES = '♪♫♬♩'
PART = lazy(r'[^\W_]+')


class Words(NamedTuple):
    """The rules of one level by what they name, bare of case, spaces and marks."""

    loops: tuple[Rule, ...]
    credits: dict[str, Rule]
    openings: dict[str, Rule]
    longest: tuple[str, ...]  # the credits, longest first
    only_credits: re.Pattern[str]
    marks: dict[str, Rule]
    bleeps: dict[str, Rule]
    first: re.Pattern[str]  # finds lines with the first character of a credit
    two: frozenset[str]     # and the first two of one: on a page of one word a line that spares five in six

    @classmethod
    def of(cls, rules: tuple[Rule, ...], level: Level) -> Words:
        on = [rule for rule in rules if Level[rule.text('level') or 'light'] <= level]
        by_kind = {kind: {word: rule for rule in on if rule.text('kind') == kind for word in rule.words('words')}
                   for kind in ('credit', 'opening', 'mark', 'bleep')}
        credits = {bare(word): rule for word, rule in by_kind['credit'].items()}
        openings = {bare(word): rule for word, rule in by_kind['opening'].items()}
        return cls(tuple(rule for rule in on if rule.text('kind') == 'loop'), credits, openings,
                   tuple(sorted(credits, key=len, reverse=True)),
                   re.compile(f'(?:{"|".join(map(re.escape, credits))})+'),
                   {inside(word): rule for word, rule in by_kind['mark'].items()}, by_kind['bleep'],
                   _first_of((*credits, *openings)), frozenset(word[:2] for word in (*credits, *openings)))


def words_of(view: View) -> Words:
    """Those of the view's level."""
    return view.rules.built(('boilerplate', view.level), lambda: Words.of(view.rules.room('boilerplate'), view.level))


def _first_of(words: Iterable[str]) -> re.Pattern[str]:
    first = sorted({re.escape(form) for word in words for form in (word[0], word[0].upper())})
    return re.compile(rf'\n[^\w\n]*[{"".join(first) or chr(10)}]')


def bare(text: str) -> str:
    """A text without case, spaces and marks."""
    return ''.join(PART.findall(text)).lower()


def inside(mark: str) -> str:
    """What a mark says, bare; ♪ where that is all."""
    said = mark.strip(f' .…*{NOTES}').lower()
    return '♪' if not said and any(note in mark for note in NOTES) else said
