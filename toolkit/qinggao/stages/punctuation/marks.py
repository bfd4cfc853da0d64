"""Mend the marks that are there: stray ones, doubled and contradictory ones, ASCII ones between Han."""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...patterns import HAN, lazy
from .clauses import NO_CLAUSE, REACH, Clauses
from .lines import FULL

_WIDE = str.maketrans(',?!;:.', '，？！；：。')
_KEPT = ('？！', '！？')
_PIECE = lazy(f'[^{FULL}…\\n]+')
HANGS = -5          # what words weigh that nobody stops after
USUAL = 3           # so many clauses a sentence has as a rule

# ASCII marks before and behind a full-width one. The dot of `U.S.` is no mark, nor are three of them.
_LEAD = r'(?:(?:[,?!;:]|\.(?<![A-Z.]\.))[ ]?)'
_TAIL = rf'(?:[ ]*[{FULL}]|[ ]?[,?!;:](?![0-9A-Za-z.])|\.(?=[{FULL}]))'
# In the midst of a run none begins. All begin with a class, which `re` looks for quickly.
_FIRST = r'(?:(?<=[,?!;:])(?<![,?!;:].)(?<![,?!;:][ ].)|(?<=\.)(?<![A-Z.]\.))[ ]?'
_RUN = lazy(rf'[{FULL},?!;:.](?=[{FULL},?!;:. ])(?:{_FIRST}{_LEAD}{{,9}}[{FULL}]{_TAIL}*|(?<=[{FULL}]){_TAIL}+)')

# Marks that open a line belong to nothing.
_OPENING = rf'[ ]*{_LEAD}{{,10}}[{FULL}]{_TAIL}*[ ]*'
_STRAY = lazy(rf'\n{_OPENING}')
_STRAY_FIRST = lazy(_OPENING)

# An ASCII mark behind Han, or between a Latin word or a number and Han. `中文?x=1` is the query of a URL;
# `:` must not part a ratio or a time, and in `（Term: 释义）` it stands behind Latin, where it stays.
_BEHIND = rf'(?:(?<=[{HAN}」』》].)|(?<=[”’）].)(?=[ ]?[{HAN}])|(?<=[A-Za-z0-9%].)(?=[{HAN}]))'
_ASCII = lazy(rf'[,?!;:.](?:(?<=[,?!;]){_BEHIND}(?!\w+=)(?:[ ]?[,?!;:])*(?:[ ](?=[{HAN}]))?'
              rf'|(?<=:)(?<=[{HAN}」』》].)(?=[\s{HAN}“「《]|\Z)(?:[ ](?=[{HAN}]))?'
              # 马克.卡尼 is a name: without a space only a percentage says that the dot is a full stop
              rf'|(?<=\.)(?:(?<=[{HAN}].)(?:(?:[ ]?[,?!;:])+|(?=\s|\Z))(?:[ ](?=[{HAN}]))?|(?<=%.)(?=[{HAN}])))')
# `主持人: 欢迎` is a speaker's label, `（Call: 看涨期权）` a gloss: readers and layouts know both by their ASCII colon.
LABEL = 12
_LABEL = lazy(rf'(?:(?:\A|\n)[^\w\n]*\w{{1,{LABEL}}}|（[^）]*):\s\Z')
_DOTS = lazy(r'\.{3,}')
_HAN = lazy(f'[{HAN}]')


def mend(text: str, clauses: Clauses) -> Iterator[Edit]:
    """One edit a run of marks that no page should show."""
    if any(mark in text for mark in FULL):
        yield from _stray(text)
        yield from doubled(text, clauses)
    if any(mark in text for mark in ',?!;:.'):
        yield from narrow_dots(text)
        yield from narrow(text)


def _stray(text: str) -> Iterator[Edit]:
    first = _STRAY_FIRST.match(text)
    if first:
        yield Edit(0, first.end(), '', 'punctuation/stray')
    for found in _STRAY.finditer(text):
        yield Edit(found.start() + 1, found.end(), '', 'punctuation/stray')


def doubled(text: str, clauses: Clauses) -> Iterator[Edit]:
    """Several marks for one place: the one that they stand for."""
    for found in _RUN.finditer(text):
        run = found[0].translate(_WIDE).replace(' ', '')
        if found[0] not in _KEPT:
            yield Edit(found.start(), found.end(), _one(run, text, found.start(), found.end(), clauses),
                       'punctuation/doubled')


def _one(run: str, text: str, start: int, end: int, clauses: Clauses) -> str:
    """The mark that a run of them stands for."""
    for mark in '？！':
        if mark in run:
            return mark
    if '。' in run and '，' in run:
        return _contradicted(text, start, end, clauses, run == '，。')
    for mark in '；：' if '，' in run else '、；：':
        if mark in run:
            return mark
    return '。' if '。' in run else '，'


def _contradicted(text: str, start: int, end: int, clauses: Clauses, likely_stop: bool) -> str:
    """Recognisers write `。，` where they are of two minds, as often for one as for the other: the words decide.

    `，。` is a stop but for words that nobody stops after: 因为，。
    """
    left, right = _PIECE.findall(text[max(0, start - REACH):start]), _PIECE.match(text[end:end + REACH])
    if not left or not right:
        return '。'
    if likely_stop:
        return '。' if clauses.ending(left[-1])[0] > HANGS else '，'
    _, opening, ahead = clauses.read(right[0])
    return clauses.kind(*clauses.read(left[-1]), opening, ahead, NO_CLAUSE.opening, USUAL).replace('？', '。')


def narrow_dots(text: str) -> Iterator[Edit]:
    """ASCII dots beside Han: ……."""
    for found in _DOTS.finditer(text) if '...' in text else ():
        if not (_HAN.match(text, found.end()) or _HAN.match(text, max(0, found.start() - 1))):
            continue
        yield Edit(found.start(), found.end(), '……', 'punctuation/full-width')


def narrow(text: str) -> Iterator[Edit]:
    """ASCII marks behind Han, or between a Latin word and Han: the full-width ones."""
    for found in _ASCII.finditer(text):
        if found[0][0] == ':' and _LABEL.search(text[max(0, found.start() - REACH):found.start() + 2]):
            continue
        wide = found[0].strip().translate(_WIDE)
        mark = wide if wide in _KEPT else next((mark for mark in '？！；：' if mark in wide), wide[0])
        yield Edit(found.start(), found.end(), mark, 'punctuation/full-width')
