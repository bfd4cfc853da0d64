"""The filler rules of a level as one pattern that finds whole runs of fillers."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ...rulebook import Rule
from ...settings import Level
from ...view import View
from .words import (
    EDGES,
    HAN,
    LATIN,
    MARKS,
    ahead,
    any_of,
    begins,
    behind,
    headless,
    heads,
    is_latin,
    quiet,
    right_edge,
    rules_at,
    spoken,
)

_POSITIONS = ('anywhere', 'alone', 'start', 'end')
_LEFT = rf'(?:(?<=[\n{MARKS}]) {{0,2}}|(?<=[{HAN}] )(?=[{HAN}]))'     # an edge has just been read: a break at all?
_RIGHT = rf'(?= {{0,2}}(?:[\n{MARKS}]|\Z)|(?<=[{HAN}]) [{HAN}])'


class Use(NamedTuple):
    """One word of a rule at one position."""

    rule: Rule
    at: str
    word: str
    level: Level
    without: re.Pattern[str] | None     # stays where this was said before it

    @property
    def is_sound(self) -> bool:
        """嗯, not a word that means something elsewhere."""
        return self.level is Level.light

    def check(self) -> re.Pattern[str]:
        """The word where its rule's phrases and neighbours allow it."""
        rule, word = self.rule, spoken(self.word)
        guard = right_edge(self.word) + quiet(self.word, rule.words('unless')) + _beside(rule, self.word)
        return re.compile(word + guard)


class Scan(NamedTuple):
    """What is compiled of the filler rules once a rulebook and level."""

    pattern: re.Pattern[str]    # a run, one character of its left neighbour included where that is an edge
    word: re.Pattern[str]       # one filler word, the longest
    uses: dict[tuple[str, str], list[Use]]  # by word in lower case and position
    checked: dict[tuple[str, str], list[tuple[Use, re.Pattern[str]]]]   # of those that were asked for, by word as said
    answers: re.Pattern[str]    # a word that may answer someone
    licence: re.Pattern[str]    # what may be deleted: filler words, marks, spaces
    last: re.Pattern[str]       # text that ends in a filler word
    tags: re.Pattern[str]       # text that ends in a Han tag


def scan(view: View) -> Scan:
    """The compiled rules of the view's level."""
    made: Scan = view.rules.built(('fillers', view.level, view.has_latin), lambda: _build(view))
    return made


def explained(rules: Scan, text: str, start: int, end: int, at: str) -> tuple[Use | None, int]:
    """The word that explains a run, and where the run ends: before the first word that no rule takes here.

    Of several the last one of the highest level: 那个 in 然后那个呃.
    """
    best, said = None, start
    for found in rules.word.finditer(text, start, end):
        use = allowed(rules, text, found[0], found.start(), at)
        if use is None:
            return explained(rules, text, start, said, inner(at)) if best else (None, start)
        if best is None or use.level >= best.level:
            best = use
        said = found.end()
    return best, end


def inner(at: str) -> str:
    """The position of a run that ends before its last word."""
    return 'start' if at in ('alone', 'start') else 'anywhere'


def allowed(rules: Scan, text: str, word: str, start: int, at: str) -> Use | None:
    """The first use of a word whose rule takes it at ``text[start]``."""
    uses = rules.checked.get((word, at))
    if uses is None:    # few are ever asked for
        uses = rules.checked[word, at] = [(use, use.check()) for use in rules.uses.get((word.lower(), at), ())]
    for use, check in uses:
        if check.match(text, start):
            return use
    return None


def _build(view: View) -> Scan:
    uses = [Use(rule, at, word, Level[rule.text('level')], _any_literal(rule.words('without')))
            for rule, at in rules_at(view, _POSITIONS)
            for word in rule.words('words') if view.has_latin or not is_latin(word)]
    uses.sort(key=lambda use: -len(use.word))
    words = any_of([spoken(use.word) for use in uses])
    whole = any_of([(f'(?<![{LATIN}])' if is_latin(use.word) else '') + spoken(use.word) for use in uses])
    tags = [spoken(use.word) for use in uses if use.at == 'end' and not is_latin(use.word)]
    answers = any_of([spoken(use.word) + right_edge(use.word) for use in uses if use.rule.flag('answers', False)])
    return Scan(re.compile(_Runs(uses).pattern()), re.compile(words), _by_place(uses), {}, re.compile(answers),
                re.compile(rf'(?:{words}|[\s{MARKS}])+'), re.compile(rf'{whole} *\Z'),
                re.compile(rf'{any_of(tags)} *\Z'))


def _by_place(uses: Iterable[Use]) -> dict[tuple[str, str], list[Use]]:
    places: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        for at in _POSITIONS if use.at == 'anywhere' else (use.at,):
            places.setdefault((use.word.lower(), at), []).append(use._replace(at=at))
    return places


def _any_literal(words: Iterable[str]) -> re.Pattern[str] | None:
    return re.compile('|'.join(map(re.escape, words))) if words else None


def _beside(rule: Rule, word: str) -> str:
    """What must stand before or behind a word of the rule."""
    guard = ahead(rule.words('before'), word) if rule.words('before') else ''
    if rule.words('after'):
        guard += behind((*rule.words('after'), word), spoken(word))     # the second of 的这个这个 too
    return guard


class _Runs:
    """Writes the pattern of a run; what the phrases of its words forbid is asked of those that are found."""

    def __init__(self, uses: Iterable[Use]) -> None:
        self._uses = list(uses)
        self._written = 0

    def pattern(self) -> str:
        """A break and what may go behind it, or a word that may go before a break or anywhere.

        It begins with a character class, which `re` looks for quickly. Its last group is the position.
        """
        edge, inner = f'(?<=[{re.escape(EDGES)}])', f'(?<![{re.escape(EDGES)}])'
        first = re.escape(EDGES) + heads(use.word for use in _han(self._at('end')))
        return (f'[{first}](?:{edge}(?:{self._after_break()}|{self._after_space()})|'
                f'{inner}(?:{self._before_break()}(?P<end>)|{self._inside()}(?P<anywhere>)))')

    def _after_break(self) -> str:
        alone, starts = self._at('alone'), self._at('start')
        return (f'{begins([" ", *(use.word for use in (*alone, *starts))])}{_LEFT}'
                f'(?:{self._run(alone)}{_RIGHT}(?P<alone>)|{self._run(starts)}(?!{_RIGHT})(?P<start>))')

    def _after_space(self) -> str:
        ends, anywhere = _latin(self._at('end')), _latin(self._at('anywhere'))
        return (f'{begins(use.word for use in ends)}'
                f'(?:{self._run(ends)}{_RIGHT}(?P<latin_end>)|{self._run(anywhere)}(?P<latin_anywhere>))')

    def _before_break(self) -> str:
        ends = self._at('end')
        return f'(?<![\n{MARKS}].){_headless(_han(ends))}{self._run(ends, more=True)}{_RIGHT}'

    def _inside(self) -> str:
        uses = self._at('anywhere')
        return f'{_headless(_han(uses))}{self._run(uses, more=True)}'

    def _at(self, position: str) -> list[Use]:
        return [use for use in self._uses if use.at in (position, 'anywhere')]

    def _run(self, uses: list[Use], more: bool = False) -> str:
        """As many of these words in a row as there are; with ``more``, or none.

        In a look-ahead, because what it has found it does not try to find in another way: 啊啊 may be one word or two.
        """
        self._written += 1
        name = f'run{self._written}'
        words = any_of([spoken(use.word) + _then(use) for use in uses])
        return f'(?:(?=(?P<{name}>(?:{words})+))(?P={name})){"?" if more else ""}'


def _headless(uses: list[Use]) -> str:
    """One of these words, its first character read already."""
    return headless([(use.word, _then(use)) for use in uses])


def _then(use: Use) -> str:
    return right_edge(use.word) + _beside(use.rule, use.word)


def _han(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if not is_latin(use.word)]


def _latin(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if is_latin(use.word)]
