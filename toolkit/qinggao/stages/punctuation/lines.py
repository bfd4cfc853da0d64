"""The lines of a text as the punctuation stage reads them: which have words, which lack marks, which are Chinese."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import HAN, lazy

FULL = '，。？！、；：'

WINDOW = 40         # so many lines are judged together: with marks or without
DENSE = 20          # with one mark in so many characters they have them
WORDS = 4           # of so many Latin words a line may be a sentence of another language

NO_MARK_AFTER = frozenset(FULL + '…,.;:!?—–~～“‘「『（《([{<-/\\|@#&*_=+`”’"\'」』）》)】')
_STOP = tuple('。？！…!?.')
_CLOSING = '”’"\'」』）》)】'
_RUNS = lazy(rf'[{FULL}…,?!;][{FULL}…,?!; ]*')
_HANS = lazy(f'[{HAN}]+')
_LATIN_WORDS = lazy(rf'(?:[^\s{HAN}]+ +){{{WORDS - 1}}}[^\s{HAN}]')
_MARKS = FULL + '…,.;:!? '
_NO_MARKS = str.maketrans('', '', _MARKS)


class Line(NamedTuple):
    """A line with something on it, without what stands around it."""

    start: int
    text: str
    bare: bool      # it stands among lines without marks
    parted: bool    # behind a blank line
    chinese: bool


def lines_of(text: str) -> Iterator[Line]:
    """All lines that are not blank. A mark that opens a line belongs to nothing and is left out."""
    at, parted = 0, False
    for rows in _windows(text.split('\n')):
        begun = [row.lstrip(_MARKS) for row in rows]
        bare = _is_bare('\n'.join(begun))
        for row, words in zip(rows, begun):
            if words and not words.isspace():
                yield Line(at + len(row) - len(words), words.rstrip(), bare, parted, is_chinese(words))
                parted = False
            else:
                parted = True
            at += len(row) + 1


def _windows(rows: list[str]) -> Iterator[list[str]]:
    """Windows of lines; the last one is never so short that a single mark decides for it."""
    at = 0
    while at < len(rows):
        end = at + WINDOW if len(rows) - at >= 2 * WINDOW else len(rows)
        yield rows[at:end]
        at = end


def _is_bare(text: str) -> bool:
    """Whether marks are too few. A run of marks is one: `。，` will be mended to one."""
    marks = _RUNS.findall(text)
    return len(marks) * DENSE < _wide(text) - _wide(''.join(marks))


def _wide(text: str) -> int:
    """How many characters are as wide as Han: three bytes each in UTF-8. Counting bytes is fast."""
    return (len(text.encode('utf-8', 'surrogatepass')) - len(text)) // 2


def is_chinese(line: str) -> bool:
    """Whether a line begins and ends with Han, or a third of it is Han. Marks set since must not change that."""
    if line.isascii():
        return False
    if '\u3400' <= line[0] <= '\u9fff' and '\u3400' <= line.rstrip(_MARKS)[-1] <= '\u9fff':
        return True
    return sum(map(len, _HANS.findall(line))) * 3 >= len(line.translate(_NO_MARKS))


def length(text: str) -> int:
    """How long a stretch is without its spaces: a later stage sets some, and must not change what is decided here."""
    return len(text) - text.count(' ')


def is_sentence(line: str) -> bool:
    """Whether a line of Latin words may be a sentence, not a name in a Chinese one."""
    return _LATIN_WORDS.search(line) is not None


def following(lines: list[Line]) -> list[int]:
    """For each line the one that goes on with it, -1 for none. One foreign sentence between is a translation."""
    goes_on = [line.chinese or not is_sentence(line.text) for line in lines] + [False, False]
    return [i + 1 if goes_on[i + 1] else i + 2 if goes_on[i + 2] else -1 for i in range(len(lines))]


def is_ended(clause: str) -> bool:
    """Whether a sentence ends with the marks that a clause ends with."""
    return clause.rstrip(_CLOSING).endswith(_STOP)


def takes_mark(clause: str) -> bool:
    """Whether a mark may be set behind a clause: there is none, or only a bracket or quote that closes."""
    if clause[-1] not in NO_MARK_AFTER:
        return True
    bare = clause.rstrip(_CLOSING)
    return len(bare) < len(clause) and bare[-1:] not in NO_MARK_AFTER
