"""Draw a sentence from the grammar, in both languages at once."""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from . import numerals, surface
from .grammar import Rule, grammar

_SLOT = re.compile(r'\{([a-z0-9]+)(#\d)?(?:\.(\w+)|\|((?:[^{}|]|\{[^{}]*\})*)\|((?:[^{}|]|\{[^{}]*\})*))?\}')
# Rare characters that no table has: what the model must not guess at, but answer with an unknown piece.
STRANGE = '魑魅魍魉饕餮龘靐爨囧巭犇骉羴麤赟翀頔晛煊'
HELD = tuple(f'XQ{number}' for number in range(1, 10))
_ONSETS = ('b', 'br', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'qu', 'r', 's', 'st', 't', 'v', 'w', 'z')
_VOWELS, _CODAS = ('a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo'), ('', '', 'n', 'r', 'l', 's', 'x', 'ck', 'm')


class Piece(NamedTuple):
    """A drawn stretch: Chinese, English, and the forms of the English."""

    chinese: str
    english: str
    forms: dict[str, str]

    def form(self, name: str) -> str:
        """The form of a name, from its rule or as most words have it."""
        if name in self.forms:
            return self.forms[name]
        many = 'pl' in self.forms
        usual = {'be': 'are' if many else 'is', 'are': 'are' if many else 'is', 'was': 'were' if many else 'was',
                 'obj': self.english, 'poss': self.english + ("'" if many and self.english[-1:] == 's' else "'s"),
                 's': self.english + 's'}
        return usual[name]


class Composer:
    """Draws; a sentence is the same for the same state of ``draw``."""

    def __init__(self, draw: Random, invents: bool = True) -> None:
        self.draw = draw
        self.invents = invents
        self.held: list[str] = []

    def sentence(self, category: str = 'sentence') -> tuple[str, str]:
        """Chinese and English, with marks, capital and spaces."""
        self.held = self._placeholders()
        piece = self.piece(category)
        kind = '' if 'whole' in piece.forms else next((kind for kind in surface.MARKS if kind in piece.forms), '')
        chinese, english = surface.marked(kind, (piece.chinese, piece.english), self.draw)
        return surface.chinese(chinese, self.draw), surface.english(english)

    def piece(self, category: str) -> Piece:
        if category in numerals.DRAWN:
            return Piece(*numerals.DRAWN[category](self.draw), {})
        if category in _MADE:
            return Piece(*_MADE[category](self), {})
        rules, weights = _weighed(category)
        return self._filled(self.draw.choices(rules, cum_weights=weights)[0])

    def _filled(self, rule: Rule) -> Piece:
        drawn: dict[str, Piece] = {}
        for slot in _SLOT.finditer(rule.chinese):
            if slot[1] + (slot[2] or '') not in drawn:
                drawn[slot[1] + (slot[2] or '')] = self.piece(slot[1])
        inner = {name: form for piece in drawn.values() for name, form in piece.forms.items()} \
            if re.fullmatch(r'\{\w+\}', rule.chinese) else {}
        forms = {name: _written(form, drawn) for name, form in rule.forms.items() if name != 'w'}
        return Piece(_written(rule.chinese, drawn, True), _written(rule.english, drawn), {**inner, **forms})

    def _placeholders(self) -> list[str]:
        """Mostly in any order: in that of the sentence, as callers number them, it would learn to count, not copy."""
        names = list(HELD)
        if self.draw.random() < .75:
            self.draw.shuffle(names)
        return names

    def placeholder(self) -> tuple[str, str]:
        return (self.held.pop(0) if self.held else HELD[0],) * 2

    def strange(self) -> tuple[str, str]:
        """Characters out of the vocabulary, however many: one unknown piece."""
        if not self.invents:
            return self.piece('local')[:2]
        return ''.join(self.draw.choices(STRANGE, k=self.draw.randint(1, 3))), '⁇'

    def coined(self) -> tuple[str, str]:
        """A Latin name that nobody has, to be copied letter by letter."""
        if not self.invents:
            return self.piece('latin')[:2]
        draw = self.draw
        if draw.random() < .2:
            name = ''.join(draw.choices('ABCDEFGHIKLMNOPRSTVX', k=draw.randint(2, 4)))
        else:
            name = ''.join(draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS)
                           for _ in range(draw.choice((1, 2, 2, 3)))).capitalize()
        return name, name


_MADE: dict[str, Callable[[Composer], tuple[str, str]]] = {
    'held': Composer.placeholder, 'strange': Composer.strange, 'coined': Composer.coined}


def _written(text: str, drawn: dict[str, Piece], is_chinese: bool = False) -> str:
    def fill(slot: re.Match[str]) -> str:
        piece = drawn[slot[1] + (slot[2] or '')]
        if slot[3]:
            return piece.form(slot[3])
        if slot[4] is not None:
            return _written(slot[5] if 'pl' in piece.forms else slot[4], drawn)
        return piece.chinese if is_chinese else piece.english

    return _SLOT.sub(fill, text)


@cache
def _weighed(category: str) -> tuple[tuple[Rule, ...], list[float]]:
    rules = grammar()[category]
    return rules, list(accumulate(rule.weight for rule in rules))
