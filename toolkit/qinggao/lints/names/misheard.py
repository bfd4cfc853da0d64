"""A name or term that recognisers are known to mishear.

The rules of the rulebook that mend raw transcripts (指营 → 止盈) still find something in the finished text. It is only
reported: what an editor let stand may be meant. Write the right word, or switch the rule off.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import own_words
from ...gate.page import Page

CODE = 'GL001'
NAME = 'misheard'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '涨到三成就指营，跌回去就止损。\n'
RIGHT = '涨到三成就止盈，跌回去就止损。\n'

_SMALL = 4_000     # characters of a page that is looked through word by word


def findings(page: Page) -> Iterator[Finding]:
    own, done = page.once(own_words), 0
    has_automaton = 'mishearings' in vars(page.rules)   # an earlier page needed it
    if not has_automaton and len(own.text) < _SMALL and not _may_hold(page, own.text):
        return
    # Of the rulebook itself, not of the stage: importing that costs a small page more than all lints together.
    for first, last, rule in page.rules.mishearings.find(own.text):
        start, end = own.span(first, last)
        old, right = own.text[first:last], rule.text('right')
        if first >= done and old != right and page.is_open(start, end):
            sure = 'is most likely' if rule.flag('sure') else 'may be'
            yield Finding(start, end, f'{old!r} {sure} a mishearing of {right!r} ({rule.id})',
                          (Edit(start, end, right, CODE, sure=False),))
            done = last


def _may_hold(page: Page, text: str) -> bool:
    """Whether one of the words stands anywhere: the automaton is not even imported for a small page without any."""
    words = page.rules.built(__name__, lambda: _words(page))
    text = text.lower()
    return any(word in text for word in words)


def _words(page: Page) -> tuple[str, ...]:
    return tuple(word.lower() for rule in page.rules.room('mishearings') for word in rule.words('wrong'))
