"""How a clause ends: weigh the words on both sides of a break and choose nothing, ， 。 or ？ for it."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...errors import UsageError
from ...patterns import HAN, lazy
from ...rulebook.rule import Rule
from .lines import FULL, length

ENDINGS = ('mark-after', 'stop-after', 'stop-ahead')
OPENINGS = ('mark-before', 'stop-before', 'stop-opened', 'stop-later')
LISTED = ('asks', 'asks-with', 'question-word', 'asks-alone', 'asks-last', 'indirect', 'connective', 'rest', 'opener')

# What speaks for a mark before any word is looked at.
LINE_END = 2
SPACE = 6           # nobody typed it: the recogniser heard a breath
CONNECTIVE = -3
ATTRIBUTE = -3      # …的 at a line's end waits for its noun; 是…的 does not
REST = -3

STOPS = 2           # so much must speak for a stop
BY_CLAUSES = (0, -2, -1, 0, 0, 0, 1, 1, 1, 1, 2, 4, 6)  # for it: how many clauses the sentence has
ASKED = 2           # for it: a question word in the clause
LONG_PAUSE = 700    # milliseconds: who is silent that long has mostly finished
SHORT_PAUSE = 300

CLAUSE = 6          # a clause found inside a line has at least so many characters
REACH = 40          # of a clause in a line that nobody broke so many characters are looked at

_PIECE = lazy(rf'(?:[^{FULL}…!?,;:.]+|[,:.](?=[0-9A-Za-z]))+')  # in 3.5 and 10:30 nothing is a mark
_SIGNED = {'english': 'punctuation/stop', 'pause': 'punctuation/pause', 'before': 'punctuation/before-connective',
           'behind': 'punctuation/rest'}
_WEIGHT = {'english': SPACE, 'pause': SPACE, 'before': CONNECTIVE, 'behind': REST}

# Spaces between Han: a breath. A name such as `Bank of America` begins no English sentence: that has a verb.
_PAUSE = lazy(rf'[ ](?<=[{HAN}%][ ])[ ]*(?=[{HAN}])')
_ENGLISH = r"[A-Z][\w'’]*[ ](?:[\w'’,-]+[ ]){0,2}(?:is|are|was|were|that|you|we|it|have|has|had|will|this|do|did)[ ]"
Table = dict[str, tuple[tuple[str, tuple[int, ...]], ...]]


class Clause(NamedTuple):
    """What is said between two breaks."""

    text: str
    opening: tuple[int, ...]
    ending: tuple[int, ...]


_NO_OPENING, _NO_ENDING = (0,) * len(OPENINGS), (0,) * len(ENDINGS)
NO_CLAUSE = Clause('', _NO_OPENING, _NO_ENDING)


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
        self._endings = _table(rules, ENDINGS, -1)
        self._openings = _table(rules, OPENINGS, 0)
        self._asks, self._asks_with = _listed(rules, 'asks'), _listed(rules, 'asks-with')
        self._asks_behind = frozenset(word[-1] for word in self._asks + self._asks_with)
        self._question_word = re.compile(_any_of(_listed(rules, 'question-word')))
        alone, last = _any_of(_listed(rules, 'asks-alone')), _any_of(_listed(rules, 'asks-last'))
        self._alone = re.compile(rf'{alone}|(?:{last})\Z')
        self._indirect = re.compile(_any_of(_listed(rules, 'indirect')))
        self._joints = re.compile(_joints(rules))

    def ending(self, clause: str) -> tuple[int, ...]:
        """What the last words of a clause weigh: of two that fit the longer one, 0 where none does."""
        for word, weights in self._endings.get(clause[-1], ()):
            if clause.endswith(word):
                return weights
        return _NO_ENDING

    def opening(self, clause: str) -> tuple[int, ...]:
        """What the first words of a clause weigh."""
        for word, weights in self._openings.get(clause[0], ()):
            if clause.startswith(word):
                return weights
        return _NO_OPENING

    def read(self, text: str) -> Clause:
        """A clause with the weights of its two ends."""
        return Clause(text, self.opening(text), self.ending(text))

    def end(self, left: Clause, right: Clause, later: Clause, count: int, pause: int) -> str:
        """The mark between two lines, '' where the clause runs on; ``count``: clauses of the sentence so far."""
        weight = LINE_END + left.ending[0] + right.opening[0]
        if left.text[-1] == '的' and '是' not in left.text:
            weight += ATTRIBUTE
        if pause >= SHORT_PAUSE:
            weight += 2
        if weight < 0 and not self._surely_asks(left.text):
            return ''
        return self.kind(left, right, later, count, 4 if pause >= LONG_PAUSE else 0)

    def last(self, clause: Clause) -> str:
        """The mark of a sentence with which nothing goes on."""
        return '？' if self.asks(clause.text) else '。'

    def kind(self, left: Clause, right: Clause, later: Clause, count: int, more: int = 0) -> str:
        """Which mark, where there is to be one."""
        text, opened, ending = left
        weight = (ending[1] + right.opening[1] + opened[2] + right.ending[2] + later.opening[3] + more
                  + (BY_CLAUSES[count] if count < len(BY_CLAUSES) else BY_CLAUSES[-1]))
        if self._surely_asks(text) or (weight >= STOPS - ASKED and self.asks(text)):
            return '？'
        return '。' if weight >= STOPS else '，'

    def asks(self, clause: str) -> bool:
        """Whether a clause with which a sentence may end is a question."""
        if self._surely_asks(clause):
            return True
        return self._alone.search(clause) is not None and not self._indirect.search(clause)

    def _surely_asks(self, clause: str) -> bool:
        """Whether a clause is a question wherever it stands: 去吗, 去哪儿呢."""
        if clause[-1] not in self._asks_behind:
            return False
        return clause.endswith(self._asks) or (clause.endswith(self._asks_with)
                                               and self._question_word.search(clause) is not None)

    def inside(self, line: str, least: int, count: int) -> Iterator[Site]:
        """Where marks belong in the stretches of a line that have none: at spaces, and in long ones at joints."""
        for piece in _PIECE.finditer(line):
            text = piece[0]
            spaced = ' ' in text and len(_PAUSE.findall(text)) * 5 < len(text)  # else they part words, not breaths
            long = length(text) > least
            if long or (spaced and least < REACH):
                for site in self._joined(line, piece.start(), piece.end(), count, long, spaced):
                    yield site
                    count = count + 1 if site.mark == '，' else 0

    def _joined(self, line: str, start: int, end: int, count: int, long: bool, spaced: bool) -> Iterator[Site]:
        last = start
        for found in self._joints.finditer(line, start, end):
            how = found.lastgroup or 'pause'
            at = found.end() if how == 'behind' else found.start()
            on = found.start() if how == 'before' else found.end()
            spoken = spaced if how in ('pause', 'english') else long
            if not spoken or end - on < 2 or length(line[last:at]) < (2 if how == 'pause' else CLAUSE):
                continue
            left, right = self.read(line[max(last, at - REACH):at]), self.read(line[on:min(end, on + REACH)])
            if _WEIGHT[how] + left.ending[0] + right.opening[0] < 0:
                continue
            count += 1
            mark = self.last(left) if how == 'english' else \
                self.kind(left, right._replace(ending=_NO_ENDING), NO_CLAUSE, count)
            yield Site(at, on, mark, _SIGNED[how])
            last, count = on, count if mark == '，' else 0


def _table(rules: Iterable[Rule], kinds: tuple[str, ...], outer: int) -> Table:
    """Words by their outer character, longest first, each with the weights of the longest words it covers."""
    weights: list[dict[str, int]] = [{word: int(rule.text('weight')) for rule in rules if rule.text('kind') == kind
                                      for word in rule.words('words')} for kind in kinds]
    table: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for word in sorted({word for each in weights for word in each}, key=len, reverse=True):
        parts = [word[i:] if outer else word[:len(word) - i] for i in range(len(word))]
        found = tuple(next((each[part] for part in parts if part in each), 0) for each in weights)
        table.setdefault(word[outer], []).append((word, found))
    return {char: tuple(words) for char, words in table.items()}


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
    return (rf'(?P<english>[ ](?<=[{HAN}%][ ])[ ]*(?={_ENGLISH}))|(?P<pause>{_PAUSE.pattern})|(?P<before>{connectives})'
            rf'|(?P<behind>吗(?![啊呀呢 ])|(?:{rests})(?={openers}))')


def _guarded(word: str, unless: Iterable[str]) -> str:
    """The word where it stands in none of these longer phrases: 所以, not 之所以."""
    return re.escape(word) + ''.join(
        rf'(?!(?<={re.escape(phrase[:at + len(word)])}){re.escape(phrase[at + len(word):])})'
        for phrase in unless if (at := phrase.find(word)) >= 0)


def _check(rules: Iterable[Rule]) -> None:
    for rule in rules:
        kind, weight = rule.text('kind'), rule.text('weight')
        if kind not in ENDINGS + OPENINGS + LISTED:
            raise UsageError(f'{rule.id}: unknown kind {kind!r}', path=rule.path, line=rule.line,
                             cure='known: ' + ', '.join(ENDINGS + OPENINGS + LISTED))
        if kind in ENDINGS + OPENINGS and not re.fullmatch(r'-?\d{1,2}', weight):
            raise UsageError(f'{rule.id}: its weight must be a whole number, not {weight!r}',
                             path=rule.path, line=rule.line)
