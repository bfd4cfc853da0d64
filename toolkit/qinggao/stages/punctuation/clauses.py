"""How a clause ends: weigh the words on both sides of a break and choose nothing, ， 。 or ？ for it."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...errors import UsageError
from ...patterns import HAN, behind_head, heads, lazy
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
_BREATH = rf'(?<=[{HAN}%][ ])[ ]*(?=[{HAN}])'   # behind its first space
_PAUSE = lazy(rf'[ ]{_BREATH}')
_ENGLISH = r"[A-Z][\w'’]*[ ](?:[\w'’,-]+[ ]){0,2}(?:is|are|was|were|that|you|we|it|have|has|had|will|this|do|did)[ ]"
_SENTENCE = rf'(?<=[{HAN}%][ ])[ ]*(?={_ENGLISH})'
_BREATHS = lazy(rf'[ ](?:{_SENTENCE}|{_BREATH})')
Weights = tuple[int, ...]


class Clause(NamedTuple):
    """What is said between two breaks."""

    text: str
    opening: Weights
    ending: Weights


NO_CLAUSE = Clause('', (0,) * len(OPENINGS), (0,) * len(ENDINGS))


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
        self._endings, self._openings = _Edge(rules, ENDINGS, -1), _Edge(rules, OPENINGS, 0)
        self._asks, self._asks_with = _listed(rules, 'asks'), _listed(rules, 'asks-with')
        self._asks_behind = frozenset(word[-1] for word in self._asks + self._asks_with)
        self._question_word = lazy(_any_of([(word, '') for word in _listed(rules, 'question-word')]))
        self._alone = lazy(_any_of([(word, '') for word in _listed(rules, 'asks-alone')]
                                         + [(word, r'\Z') for word in _listed(rules, 'asks-last')]))
        self._indirect = lazy(_any_of([(word, '') for word in _listed(rules, 'indirect')]))
        self._joints = lazy(_joints(rules))

    def ending(self, clause: str) -> Weights:
        """What the last words of a clause weigh: of two that fit the longer one, 0 where none does."""
        return self._endings.of(clause)

    def read(self, text: str) -> Clause:
        """A clause with the weights of its two ends."""
        return Clause(text, self._openings.of(text), self._endings.of(text))

    def read_all(self, texts: list[str]) -> tuple[list[Weights], list[Weights]]:
        """The weights of many clauses, the openings and the endings: a `Clause` each would be slow to make."""
        return self._openings.of_all(texts), self._endings.of_all(texts)

    def end(self, text: str, opened: Weights, ending: Weights, opening: Weights, ahead: Weights, later: Weights,
            count: int, pause: int) -> str:
        """The mark between two lines, '' where the clause runs on; ``count``: clauses of the sentence so far.

        The weights are the clause's own (``opened``, ``ending``), then those of the next clause (``opening``,
        ``ahead``), then the opening of the one behind it.
        """
        weight = LINE_END + ending[0] + opening[0]
        if text[-1] == '的' and '是' not in text:
            weight += ATTRIBUTE
        if pause >= SHORT_PAUSE:
            weight += 2
        if weight < 0 and not self._surely_asks(text):
            return ''
        return self.kind(text, opened, ending, opening, ahead, later, count, 4 if pause >= LONG_PAUSE else 0)

    def last(self, clause: str) -> str:
        """The mark of a sentence with which nothing goes on."""
        return '？' if self.asks(clause) else '。'

    def kind(self, text: str, opened: Weights, ending: Weights, opening: Weights, ahead: Weights, later: Weights,
             count: int, more: int = 0) -> str:
        """Which mark, where there is to be one."""
        weight = (ending[1] + opening[1] + opened[2] + ahead[2] + later[3] + more
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
        if length(line) <= least and not _BREATHS.search(line):
            return  # the spaces around a Latin word
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
            mark = self.last(left.text) if how == 'english' else \
                self.kind(*left, right.opening, NO_CLAUSE.ending, NO_CLAUSE.opening, count)
            yield Site(at, on, mark, _SIGNED[how])
            last, count = on, count if mark == '，' else 0


class _Edge:
    """The words that weigh at one end of a clause, which ``outer`` names: its first character or its last."""

    def __init__(self, rules: Iterable[Rule], kinds: tuple[str, ...], outer: int) -> None:
        weights: list[dict[str, int]] = [{word: int(rule.text('weight')) for rule in rules if rule.text('kind') == kind
                                          for word in rule.words('words')} for kind in kinds]
        self._outer, self._nothing = outer, (0,) * len(kinds)
        self._words: dict[str, Weights] = {}
        self._cuts: dict[str, list[slice]] = {}     # by outer character, how much to look up: the longest first
        for word in sorted({word for each in weights for word in each}, key=len, reverse=True):
            cuts = [slice(-size, None) if outer else slice(size) for size in range(len(word), 0, -1)]
            parts = [word[cut] for cut in cuts]     # a word has the weights of the longest words it covers
            self._words[word] = tuple(next((each[part] for part in parts if part in each), 0) for each in weights)
            known = self._cuts.setdefault(word[outer], [])
            known += cuts[:1] if cuts[0] not in known else ()

    def of(self, clause: str) -> Weights:
        """What the words at this end weigh, once for each kind; all 0 where there is none."""
        for cut in self._cuts.get(clause[self._outer], ()):
            weights = self._words.get(clause[cut])
            if weights is not None:
                return weights
        return self._nothing

    def of_all(self, clauses: Iterable[str]) -> list[Weights]:
        """The same for many: a call each would cost more than the rest."""
        outer, nothing, words, cuts = self._outer, self._nothing, self._words.get, self._cuts.get
        found = []
        for clause in clauses:
            weights = nothing
            for cut in cuts(clause[outer], ()):
                weights = words(clause[cut], nothing)
                if weights is not nothing:
                    break
            found.append(weights)
        return found


def _listed(rules: Iterable[Rule], kind: str) -> tuple[str, ...]:
    return tuple(word for rule in rules if rule.text('kind') == kind for word in rule.words('words'))


def _any_of(words: list[tuple[str, str]]) -> str:
    """One of the words with the pattern that must follow it; where there are no words, it never fits."""
    return f'[{heads(word for word, _ in words)}](?:{_tails(words)})' if words else '(?!)'


def _tails(words: list[tuple[str, str]]) -> str:
    return '|'.join(behind_head(*word) for word in words) or '(?!)'


def _joints(rules: Iterable[Rule]) -> str:
    """Spaces between Han, connectives, and words at which the voice rests when a new subject follows."""
    before = [(word, _guard(word, rule.words('unless'))) for rule in rules if rule.text('kind') == 'connective'
              for word in rule.words('words')]
    openers = '|'.join(map(re.escape, _listed(rules, 'opener'))) or '(?!)'
    rests = [(word, f'(?={openers})') for word in _listed(rules, 'rest')]
    before.sort(key=_longest_first)
    behind = [('吗', '(?![啊呀呢 ])'), *sorted(rests, key=_longest_first)]
    return (rf'[ {heads(word for word, _ in before + behind)}](?:(?P<english>{_SENTENCE})|(?P<pause>{_BREATH})'
            rf'|(?P<before>{_tails(before)})|(?P<behind>{_tails(behind)}))')


def _longest_first(item: tuple[str, str]) -> int:
    return -len(item[0])


def _guard(word: str, unless: Iterable[str]) -> str:
    """Stands behind the word, in none of these longer phrases: 所以, not 之所以."""
    return ''.join(rf'(?!(?<={re.escape(phrase[:at + len(word)])}){re.escape(phrase[at + len(word):])})'
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
