"""A sentence that is too long for a model, in parts: at the ends of clauses, else at commas, spaces, anywhere."""
from __future__ import annotations

from collections.abc import Callable, Iterator

from ...patterns import lazy

# The inside of what ends a part, the best first. A comma between digits is none, nor a dot.
_ENDS = (lazy(r'[。！？；!?;…]+[”’」』）)]*|(?<!\d)\.(?=\s)'),
         lazy(r'[：:—–]+|[，,](?!\d)'),
         lazy(r'[、)）]|(?=[(（])'),
         lazy(r'\s+'),
         lazy('(?<=[^\x00-\u2e7f])(?=.)|(?<=[\x00-\u2e7f])(?=[^\x00-\u2e7f])'),     # beside a Han
         lazy('(?<=.)(?=.)'))


def parts(text: str, count: Callable[[str], int], room: int) -> list[str]:
    """A text in parts of at most ``room`` tokens each, in order, nothing lost but the spaces between them.

    >>> parts('山高，水长，路远。', len, 7)
    ['山高，水长，', '路远。']
    >>> parts('one two three', len, 8)
    ['one two', 'three']
    """
    return [part.strip() for part in _parts(text, count, room, 0)]


def _parts(text: str, count: Callable[[str], int], room: int, ends: int) -> list[str]:
    if ends == len(_ENDS) or count(text) <= room:
        return [text]
    out: list[str] = []
    for piece in _pieces(text, ends):
        if out and count(out[-1] + piece) <= room:
            out[-1] += piece
        elif piece.strip():
            out += _parts(piece, count, room, ends + 1)
    return out


def _pieces(text: str, ends: int) -> Iterator[str]:
    at = 0
    for found in _ENDS[ends].finditer(text):
        if found.end() > at:
            yield text[at:found.end()]
            at = found.end()
    yield text[at:]
