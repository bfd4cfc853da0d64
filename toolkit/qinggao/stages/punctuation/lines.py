"""The lines of a text as the punctuation stage reads them: which have words, which lack marks, which are Chinese."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, compress, count
from operator import add, itemgetter, not_, sub
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
_LATIN_WORDS = lazy(rf'(?<![^\s{HAN}])(?:[^\s{HAN}]+ +){{{WORDS - 1}}}[^\s{HAN}]')
_NOT_COMMON_HAN = lazy('[^\u3400-\u9fff]')
_MARKS = FULL + '…,.;:!? '
_NO_MARKS = str.maketrans('', '', _MARKS)


class Lines(NamedTuple):
    """The lines with something on them, without what stands around it. A column each: a row each is slow to make."""

    starts: list[int]
    texts: list[str]
    bare: list[bool]        # it stands among lines without marks
    parted: list[bool]      # behind a blank line
    chinese: list[bool]


def lines_of(text: str) -> Lines:
    """All lines that are not blank. A mark that opens a line belongs to nothing and is left out."""
    rows = text.split('\n')
    begun = [row.lstrip(_MARKS) for row in rows]
    said = [words.rstrip() for words in begun]      # empty: a blank line
    ends = map(add, accumulate(map(len, rows)), count())   # a line break each
    starts = compress(map(sub, ends, map(len, begun)), said)
    parted = compress([False, *map(not_, said)], said)
    bare: list[bool] = []
    for first, last in _windows(len(rows)):
        bare += [_is_bare('\n'.join(begun[first:last]))] * (last - first)
    chinese = _are_chinese([*compress(begun, said)])
    return Lines([*starts], [*filter(None, said)], [*compress(bare, said)], [*parted], chinese)


def _windows(rows: int) -> Iterator[tuple[int, int]]:
    """Windows of so many lines; the last one is never so short that a single mark decides for it."""
    at = 0
    while at < rows:
        end = at + WINDOW if rows - at >= 2 * WINDOW else rows
        yield at, end
        at = end


def _is_bare(text: str) -> bool:
    """Whether marks are too few. A run of marks is one: `。，` will be mended to one."""
    marks = _RUNS.findall(text)
    return len(marks) * DENSE < _wide(text) - _wide(''.join(marks))


def _wide(text: str) -> int:
    """How many characters are as wide as Han: three bytes each in UTF-8. Counting bytes is fast."""
    return (len(text.encode('utf-8', 'surrogatepass')) - len(text)) // 2


def _are_chinese(lines: list[str]) -> list[bool]:
    """Whether a line begins and ends with Han, or a third of it is Han. Marks set since must not change that."""
    chinese = [True] * len(lines)
    firsts, lasts = map(itemgetter(0), lines), map(itemgetter(-1), [line.rstrip(_MARKS) for line in lines])
    for odd in _NOT_COMMON_HAN.finditer(''.join([*firsts, *lasts])):
        i = odd.start() % len(lines)
        chinese[i] = not lines[i].isascii() and _is_a_third_han(lines[i])
    return chinese


def _is_a_third_han(line: str) -> bool:
    han = sum(map(len, _HANS.findall(line)))
    return han * 3 >= len(line) or han * 3 >= len(line.translate(_NO_MARKS))


def length(text: str) -> int:
    """How long a stretch is without its spaces: a later stage sets some, and must not change what is decided here."""
    return len(text) - text.count(' ')


def is_sentence(line: str) -> bool:
    """Whether a line of Latin words may be a sentence, not a name in a Chinese one."""
    return _LATIN_WORDS.search(line) is not None


def following(lines: Lines) -> list[int]:
    """For each line the one that goes on with it, -1 for none. One foreign sentence between is a translation."""
    goes_on = [chinese or not is_sentence(text) for chinese, text in zip(lines.chinese, lines.texts)] + [False, False]
    return [at if one else at + 1 if two else -1 for at, one, two in zip(count(1), goes_on[1:], goes_on[2:])]


def is_ended(clause: str) -> bool:
    """Whether a sentence ends with the marks that a clause ends with."""
    return clause.rstrip(_CLOSING).endswith(_STOP)


def takes_mark(clause: str) -> bool:
    """Whether a mark may be set behind a clause: there is none, or only a bracket or quote that closes."""
    if clause[-1] not in NO_MARK_AFTER:
        return True
    bare = clause.rstrip(_CLOSING)
    return len(bare) < len(clause) and bare[-1:] not in NO_MARK_AFTER
