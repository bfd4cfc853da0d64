"""The lines of a text as the punctuation stage reads them: which have words, which lack marks, which are Chinese."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .marks import FULL, HAN

WINDOW = 40         # so many lines are judged together: with marks or without
DENSE = 20          # with one mark in so many characters they have them
WORDS = 4           # of so many Latin words a line may be a sentence of another language

_RUNS = re.compile(rf'[{FULL},?!;][{FULL},?!; ]*')
_HANS = re.compile(f'[{HAN}]+')
_MARKS = re.compile(f'[{FULL}.,?!;: ]+')

_STOP = tuple('。？！…!?.')
_TAKEN = frozenset(FULL + ',;:—–~～“‘「『（《([{<-/\\|@#&*_=+`')
_CLOSING = '”’"\'」』）》)】'


class Line(NamedTuple):
    """A line with something on it, without the spaces around."""

    start: int
    text: str
    bare: bool      # it stands among lines without marks
    parted: bool    # behind a blank line
    chinese: bool


def lines_of(text: str) -> Iterator[Line]:
    """All lines that are not blank."""
    at, parted = 0, False
    for rows in _windows(text.split('\n')):
        bare = _is_bare('\n'.join(rows))
        for row in rows:
            words = row.strip()
            if words:
                yield Line(at + row.find(words[0]), words, bare, parted, is_chinese(words))
            at += len(row) + 1
            parted = not words


def _windows(rows: list[str]) -> Iterator[list[str]]:
    """Windows of lines; the last one is never so short that a single mark decides for it."""
    at = 0
    while at < len(rows):
        end = at + WINDOW if len(rows) - at >= 2 * WINDOW else len(rows)
        yield rows[at:end]
        at = end


def _is_bare(text: str) -> bool:
    """Whether marks are too few. A run of marks is one: `。，` will be mended to one."""
    han = (len(text.encode('utf-8', 'surrogatepass')) - len(text)) // 2  # three bytes a character
    return len(_RUNS.findall(text)) * DENSE < han


def is_chinese(line: str) -> bool:
    """Whether at least a third of the characters are Han."""
    if line.isascii():
        return False
    if len(line.encode('utf-8', 'surrogatepass')) >= 2.4 * len(line):
        return True
    return sum(map(len, _HANS.findall(line))) * 3 >= len(_MARKS.sub('', line))


def is_sentence(line: str) -> bool:
    """Whether a line of Latin words may be a sentence, not a name in a Chinese one."""
    return line.count(' ') >= WORDS - 1


def next_of(lines: list[Line], i: int) -> Line | None:
    """The line that goes on with line ``i``. A sentence in Latin letters between is its translation: skipped once."""
    for line in lines[i + 1:i + 3]:
        if line.chinese or not is_sentence(line.text):
            return line
    return None


def written_end(clause: str) -> str:
    """`.` or `,` where a clause has its mark, or ends with something that takes none; '' where it has none."""
    last = clause[-1]
    if last in _CLOSING:
        clause = clause.rstrip(_CLOSING)
        return '.' if clause[-1:] in _STOP else ''
    return '.' if last in _STOP else ',' if last in _TAKEN else ''
