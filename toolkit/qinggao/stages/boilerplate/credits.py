"""Stock credits that a recogniser writes over silence: lines of their own, or the first or last words of a text."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from ...edits import Edit
from ...rulebook import Rule
from .lines import whole_lines
from .words import PART, Words

_EDGE = 200       # how far into a text a credit may begin or end it without a line of its own
_LONG = 12        # from so many characters on a credit is one wherever it stands at the end
_NAMES = 12       # how many characters may follow an opening: who did it
_CLOSING = '。，！？、…,.!?'


def credits(text: str, words: Words) -> Iterator[Edit]:
    """One edit a credit."""
    lines = []
    for start, end in _likely_lines(text, words):
        rule = credit_in(text[start:end], words)
        if rule:
            lines.append((start, end))
            yield Edit(*whole_lines(text, start, end), '', rule.id, rule.flag('sure'))
    for found in (_credit_first(text, words), _credit_last(text, words)):
        if found and not any(start <= found.start and found.end <= end for start, end in (*lines[:1], *lines[-1:])):
            yield Edit(*_with_marks(text, found), '', found.rule.id, found.rule.flag('sure'))


def _likely_lines(text: str, words: Words) -> Iterator[tuple[int, int]]:
    starts = (line.end() - 1 for line in words.first.finditer(text))
    for start in chain((0,), (at for at in starts if text[at:at + 2].lower() in words.two)):
        end = text.find('\n', start, start + _EDGE)
        if end >= 0 or len(text) <= start + _EDGE:
            yield start, end if end >= 0 else len(text)


def credit_in(line: str, words: Words) -> Rule | None:
    """The rule by which the whole line is a credit, or opens like one and then names someone."""
    parts = [part.lower() for part in PART.findall(line)]
    whole = ''.join(parts)
    for head in accumulate(parts):
        if head in words.openings and len(whole) - len(head) <= _NAMES:
            return words.openings[head]
    return words.credits.get(whole)


class _End(NamedTuple):
    """A credit that opens or closes a text, and spaces or marks part it from the rest."""

    start: int
    end: int
    rule: Rule


def _credit_first(text: str, words: Words) -> _End | None:
    found, head = None, ''
    for part in PART.finditer(text, 0, _EDGE):
        head += part.group().lower()
        if head in words.credits and part.end() < _EDGE:
            found, head = _End(0, part.end(), words.credits[head]), ''
    return found


def _credit_last(text: str, words: Words) -> _End | None:
    """All credits at the end. A long one needs no break before it: nobody says those words by chance."""
    begin = max(0, len(text) - _EDGE)
    parts = [part for part in PART.finditer(text, begin) if part.start() > begin or not begin]
    tail = ''.join(part.group() for part in parts).lower()
    found, taken = None, 0
    while word := next((word for word in words.longest if tail.endswith(word, 0, len(tail) - taken)), ''):
        start = _offset(parts, taken + len(word))
        if not any(start == part.start() for part in parts) and (len(word) < _LONG or text[start].isascii()):
            break
        found, taken = _End(start, parts[-1].end(), words.credits[word]), taken + len(word)
    return found


def _offset(parts: list[re.Match[str]], last: int) -> int:
    """Where the last so many characters of the parts begin."""
    for part in reversed(parts):
        if last <= len(part.group()):
            return part.end() - last
        last -= len(part.group())
    return parts[0].start()


def _with_marks(text: str, found: _End) -> tuple[int, int]:
    """The span to delete: with the marks that close the credit and the breaks towards the rest."""
    start, end = found.start, found.end
    while text[end:end + 1] and text[end] in _CLOSING + (' \n' if not start else ' '):
        end += 1
    while start and text[start - 1] in ' \n':
        start -= 1
    return start, end
