"""A phrase that a line break cut short and the next line begins with: 这是北方的 / 北方的习惯."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import lazy
from ...rulebook import Rule
from ...view import View
from ..fillers.words import MARKS, rules_at

_SHORTEST, _LONGEST = 3, 16     # characters of a phrase
_PREDICATE = lazy(r'[^\n]{0,6}?[是就都也叫比不会會很远遠最太才已]')
_SAID_OF, _NEAR = lazy(r'[是不没沒别別][^\n]*\Z'), 4
_UNBROKEN = lazy(rf'(?:[^\s{MARKS}]| (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) )*\Z')     # with the spaces of Latin words


class Unfinished(NamedTuple):
    """``text[start:end]``, up to a line break, is said again right behind it."""

    start: int
    end: int
    rule: Rule


class _Endings(NamedTuple):
    pattern: re.Pattern[str]    # a line break behind the last character of a word that soon comes again
    rules: dict[str, Rule]      # by word, the longest first


def unfinished(view: View) -> Iterator[Unfinished]:
    """Phrases that end in a word with which nothing ends, and are said again."""
    endings, text = _endings(view), view.text
    for found in view.found(endings.pattern, text):
        end = found.start()
        size = _said_again(text, end)
        word = next((word for word in endings.rules if text.startswith(word, max(0, end - len(word)), end)), '')
        if word and size > len(word) and not (_is_meant(endings.rules[word], text[end + 1:end + 1 + size + _SHORTEST])
                                              or (word == '的' and _stands(text, end - size, end + 1 + size))):
            yield Unfinished(end - size, end, endings.rules[word])


def _said_again(text: str, end: int) -> int:
    """How long the phrase before the break at ``end`` is with which the next line begins and goes on; 0: none is."""
    line = _UNBROKEN.search(text[max(0, end - _LONGEST):end])
    coming = text[end + 1:end + 3 + _LONGEST]
    said = line[0].lstrip() if line else ''
    sizes = range(len(said), _SHORTEST - 1, -1)
    return next((size for size in sizes if coming.startswith(said[-size:]) and said[-size] != ' '
                 and coming[size:].lstrip(' ')[:1].isalnum()), 0)


def _is_meant(rule: Rule, again: str) -> bool:
    """慢慢的 is said for emphasis, 他要的 begins a clause in 他要的是."""
    return again[0] == again[1] or any(phrase in again for phrase in rule.words('unless'))


def _stands(text: str, start: int, after: int) -> bool:
    """Whether a phrase in 的 may be a noun or a predicate: 他不吃辣的 / 吃辣的会上火, 我是学医的, 山东的 as a line."""
    whole_line = start == 0 or text[start - 1] == '\n'
    return whole_line or bool(_PREDICATE.match(text, after) or _SAID_OF.search(text, max(0, start - _NEAR), start))


def _endings(view: View) -> _Endings:
    made: _Endings = view.rules.built(('unfinished', view.level), lambda: _build(view))
    return made


def _build(view: View) -> _Endings:
    rules = {word: rule for rule, _ in rules_at(view, ('unfinished',)) for word in rule.words('words')}
    last = ''.join(sorted({re.escape(word[-1]) for word in rules}))
    pattern = rf'\n(?<=([{last}])\n)(?=[^\n]{{0,{_LONGEST}}}?\1)' if rules else '(?!)'
    return _Endings(re.compile(pattern), dict(sorted(rules.items(), key=lambda item: -len(item[0]))))
