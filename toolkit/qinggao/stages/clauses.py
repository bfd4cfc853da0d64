"""How a clause ends: weigh the words around a break and choose nothing, ， 。 or ？ for it."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..errors import UsageError
from ..rulebook.rule import Rule

WEIGHED = ('mark-after', 'mark-before', 'stop-after', 'stop-before', 'stop-opened', 'stop-ahead')
LISTED = ('asks', 'asks-with', 'question-word', 'indirect', 'connective', 'rest', 'opener')

MARKED = 1          # what speaks for a mark at a line's end before any word is looked at
BREATH = 4          # and at a space, which nobody typed
JOINED = -3         # and inside a line, before a connective
STOPS = 1           # so much must speak for a stop
LONG_PAUSE = 700    # milliseconds: who is silent that long has mostly finished
SHORT_PAUSE = 300
BY_LENGTH = (-2, -2, -1, -1, 0, 1, 1, 1, 1, 2, 2, 3, 4, 6, 8)  # for a stop: by the characters so far // 8

CLAUSE = 6          # a clause inside a line has at least so many characters
REACH = 40          # how far back the words of a clause are looked at

_PIECE = re.compile('[^，。？！；：、…!?]+')
Table = dict[str, tuple[tuple[str, int], ...]]


class Site(NamedTuple):
    """Inside a line a mark belongs instead of ``line[start:end]``."""

    start: int
    end: int
    mark: str
    rule: str


class Clauses:
    """The words of the room punctuation. All weights are in one unit and add up."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = list(rules)
        _check(rules)
        self.mark_after, self.mark_before = _endings(rules, 'mark-after'), _openings(rules, 'mark-before')
        self.stop_after, self.stop_before = _endings(rules, 'stop-after'), _openings(rules, 'stop-before')
        self.stop_opened, self.stop_ahead = _openings(rules, 'stop-opened'), _endings(rules, 'stop-ahead')
        self.asks, self.asks_with = _listed(rules, 'asks'), _listed(rules, 'asks-with')
        self.question_word = re.compile(_any_of(_listed(rules, 'question-word')))
        self.indirect = re.compile(_any_of(_listed(rules, 'indirect')))
        self.joints = re.compile(_joints(rules))

    def end(self, left: str, right: str, length: int, pause: int) -> str:
        """The mark between two lines; '' where the clause runs on."""
        if left.endswith(self.asks):
            return '？'
        if MARKED + self.mark(left, right) + 2 * (pause >= SHORT_PAUSE) < 0:
            return ''
        return self.kind(left, right, length, right, pause)

    def kind(self, left: str, right: str, length: int, ahead: str = '', pause: int = 0) -> str:
        """The mark, where there is to be one; ``ahead`` ends where the next clause does."""
        ends = self.stop(left, right, length, ahead) + 4 * (pause >= LONG_PAUSE) >= STOPS
        return '？' if self.question(left, ends) else '。' if ends else '，'

    def mark(self, left: str, right: str) -> int:
        """How much the words speak for a mark between two stretches."""
        return _ending(self.mark_after, left) + _opening(self.mark_before, right)

    def stop(self, left: str, right: str, length: int, ahead: str = '') -> int:
        """How much the words and the length of the sentence speak for its end."""
        return (_ending(self.stop_after, left) + _opening(self.stop_before, right)
                + _opening(self.stop_opened, left) + _ending(self.stop_ahead, ahead)
                + BY_LENGTH[min(length >> 3, len(BY_LENGTH) - 1)])

    def question(self, clause: str, ends: bool) -> bool:
        """Whether a clause asks; ``ends``: whether a sentence would end with it anyway."""
        if clause.endswith(self.asks):
            return True
        if clause.endswith(self.asks_with):
            return self.question_word.search(clause) is not None
        return ends and self.question_word.search(clause) is not None and not self.indirect.search(clause)

    def inside(self, line: str, least: int, length: int) -> Iterator[Site]:
        """Where marks belong in the stretches of a line that have none: at spaces, and in long ones at joints."""
        for piece in _PIECE.finditer(line):
            text = piece[0]
            spaced = ' ' in text and text.count(' ') * 5 < len(text)  # else the spaces part words, not breaths
            if len(text) > least or (spaced and least < REACH):
                yield from self._joined(line, piece.start(), piece.end(), length, len(text) > least, spaced)

    def _joined(self, line: str, start: int, end: int, length: int, long: bool, spaced: bool) -> Iterator[Site]:
        last, begun = start, start - length
        for found in self.joints.finditer(line, start, end):
            how = found.lastgroup
            at = found.start() if how != 'behind' else found.end()
            if not (spaced if how == 'pause' else long) or end - at < CLAUSE or at - last < (2 if how == 'pause' else CLAUSE):
                continue
            stop = found.end() if how == 'pause' else at
            left, right = line[max(last, at - REACH):at], line[stop:min(end, stop + 8)]
            if self.mark(left, right) + (BREATH if how == 'pause' else JOINED) < 0 and how != 'behind':
                continue
            mark = self.kind(left, right, at - begun)
            yield Site(at, stop, mark, _SIGNED[how or 'pause'])
            last = stop
            begun = begun if mark == '，' else stop


_SIGNED = {'pause': 'punctuation/pause', 'before': 'punctuation/before-connective', 'behind': 'punctuation/behind-rest'}


def _ending(table: Table, clause: str) -> int:
    for word, weight in table.get(clause[-1:], ()):
        if clause.endswith(word):
            return weight
    return 0


def _opening(table: Table, clause: str) -> int:
    for word, weight in table.get(clause[:1], ()):
        if clause.startswith(word):
            return weight
    return 0


def _endings(rules: Iterable[Rule], kind: str) -> Table:
    return _table(rules, kind, lambda word: word[-1])


def _openings(rules: Iterable[Rule], kind: str) -> Table:
    return _table(rules, kind, lambda word: word[0])


def _table(rules: Iterable[Rule], kind: str, key: Callable[[str], str]) -> Table:
    """Words by their outer character; of two that fit, the longer one counts."""
    found: dict[str, list[tuple[str, int]]] = {}
    for rule in rules:
        if rule.text('kind') == kind:
            for word in rule.words('words'):
                found.setdefault(key(word), []).append((word, int(rule.text('weight'))))
    return {outer: tuple(sorted(words, key=lambda item: -len(item[0]))) for outer, words in found.items()}


def _listed(rules: Iterable[Rule], kind: str) -> tuple[str, ...]:
    return tuple(word for rule in rules if rule.text('kind') == kind for word in rule.words('words'))


def _any_of(words: Iterable[str]) -> str:
    """Longest first; where there are no words, a pattern that never fits."""
    return '|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'


def _joints(rules: Iterable[Rule]) -> str:
    """Spaces between Han, connectives, and words at which the voice rests when a new subject follows."""
    words = sorted(((word, rule.words('unless')) for rule in rules if rule.text('kind') == 'connective'
                    for word in rule.words('words')), key=lambda item: -len(item[0]))
    connectives = '|'.join(_guarded(*item) for item in words) or '(?!)'
    rests, openers = _any_of(_listed(rules, 'rest')), _any_of(_listed(rules, 'opener'))
    return rf'(?P<pause>[ ]+(?=[\u4e00-\u9fff])(?<=[\u4e00-\u9fff%][ ]))|(?P<before>{connectives})' \
           rf'|(?P<behind>吗(?![啊呀呢])|(?:{rests})(?={openers}))'


def _guarded(word: str, unless: Iterable[str]) -> str:
    """The word where it stands in none of these longer phrases."""
    guards = ''.join(rf'(?!(?<={re.escape(phrase[:phrase.index(word)])}){re.escape(phrase[phrase.index(word):])})'
                     for phrase in unless if word in phrase)
    return guards + re.escape(word)


def _check(rules: Iterable[Rule]) -> None:
    for rule in rules:
        kind, weight = rule.text('kind'), rule.text('weight')
        if kind not in WEIGHED + LISTED:
            raise UsageError(f'{rule.id}: unknown kind {kind!r}', path=rule.path, line=rule.line,
                             cure='known: ' + ', '.join(WEIGHED + LISTED))
        if kind in WEIGHED and not re.fullmatch(r'-?\d{1,2}', weight):
            raise UsageError(f'{rule.id}: its weight must be a whole number, not {weight!r}',
                             path=rule.path, line=rule.line)
