"""Words of running English text, and how each looks to the model."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import lazy

MARKS = '.,?!;:'
NONE, COMMA, STOP, QUESTION, OTHER = '', ',', '.', '?', ';'    # OTHER: a mark that this stage does not set

_CHUNK = lazy(r'\[[^\]\n]{0,200}\]|\S+')  # [clears throat] is one, and no word
_WORD = lazy(r"[(\"“‘']*([^\W_](?:[\w'’.,:/&+@*-]*[^\W_])?['’%+]?)([.,?!;:)\"”’'…—–-]*)")
_ABBREVIATED = lazy(r"(?:[a-z]\.)+[a-z]|mr|mrs|ms|dr|st|prof|jr|sr|vs|etc|inc|ltd|corp|no|fig|gen|sen|rep|gov")
_MARK_OF = {'.': STOP, '!': STOP, '?': QUESTION, ',': COMMA}


class Unit(NamedTuple):
    """``text[start:end]`` is a word without the marks around it; ``mark`` stands behind it.

    ``closed``: something stands behind it, a mark or a bracket, and nothing can be set there.
    """

    start: int
    end: int
    word: str
    mark: str
    closed: bool


def units(text: str, start: int = 0, end: int | None = None) -> Iterator[Unit]:
    """The words of a stretch in order; what is none (``[music]``, ``>>``, ``--``) is passed over.

    >>> [(u.word, u.mark) for u in units("so, we paid $2.50 to Mr. Lee [music] didn't we?")][:7]
    [('so', ','), ('we', ''), ('paid', ''), ('2.50', ''), ('to', ''), ('Mr', ''), ('Lee', '')]
    """
    for chunk in _CHUNK.finditer(text, start, len(text) if end is None else end):
        found = _WORD.match(text, chunk.start() + (text[chunk.start()] in '$€£#@'), chunk.end())
        if not found:
            continue
        word, behind = found[1], found[2]
        closed = bool(behind) or found.end() < chunk.end()
        yield Unit(found.start(1), found.end(1), word, _mark(word, behind), closed)


def _mark(word: str, behind: str) -> str:
    """What the marks behind a word come to."""
    for sign in behind:
        if sign == '.' and _ABBREVIATED.fullmatch(word.lower()):
            return NONE
        if sign in _MARK_OF:
            return _MARK_OF[sign]
        if sign in ';:—–…':
            return OTHER
    return NONE
