"""The clauses in which a section begins, as words with their part of speech, each at its place in the text."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import HAN, lazy
from ..joining import gap

LONGEST = 80    # characters: of a longer stretch without a mark nobody knows where its clauses end

# A point or a comma inside a number or a name (3.5, A.I.) ends nothing.
_CLAUSE = lazy(rf'(?:[\w{HAN}\s%+&/·’\'-]|(?<=\w)[.,:](?=\w))+')
_BREAK = lazy(r'\s*\n\s*')


class Word(NamedTuple):
    """``text[start:end]``, and what part of speech it is, as jieba has it: n, v, a, r, uj …"""

    word: str
    kind: str
    start: int
    end: int


class Clause(NamedTuple):
    """The words between two marks, spaces among them; ``mark`` ends it, empty where the text does."""

    words: tuple[Word, ...]
    mark: str


def clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses of ``text[start:end]``, in order. Words that a line end parts are whole."""
    for found in _CLAUSE.finditer(text, start, end):
        if 0 < len(found[0].strip()) <= LONGEST:
            yield Clause(tuple(_words(text, *found.span())), text[found.end():found.end() + 1])


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    import rjieba
    shown, places = _joined(text, start, end)
    at = 0
    for word, kind in rjieba.tag(shown):
        stop = at + len(word)
        yield Word(word, kind, places[at], places[stop - 1] + 1)
        at = stop


def _joined(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """A stretch on one line, and where each of its characters stands."""
    shown, places = list[str](), list[int]()
    at = start
    for found in _BREAK.finditer(text, start, end):
        shown.append(text[at:found.start()])
        places += range(at, found.start())
        if shown[0] and found.end() < end and gap(text[found.start() - 1], text[found.end()]):
            shown.append(' ')
            places.append(found.start())
        at = found.end()
    return ''.join([*shown, text[at:end]]), [*places, *range(at, end)]
