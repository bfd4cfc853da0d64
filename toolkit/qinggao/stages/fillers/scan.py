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

_LEFT = rf'(?:(?<=[\n{MARKS}]) {{0,2}}|(?<=[{HAN}] )(?=[{HAN}]))'     # an edge has just been read: a break at all?
_RIGHT = rf'(?= {{0,2}}(?:[\n{MARKS}]|\Z)|(?<=[{HAN}]) [{HAN}])'


class Use(NamedTuple):
    """One word of a rule at one position."""

    rule: Rule
    at: str
    word: str
    is_sound: bool                      # 嗯, not a word that means something elsewhere
    without: re.Pattern[str] | None     # stays where this was said before it


class Scan(NamedTuple):
    """What is compiled of the filler rules once a rulebook and level."""

    pattern: re.Pattern[str]    # a run, one character of its left neighbour included where that is an edge
    uses: list[Use | None]      # by group of the pattern; none for a whole run
    answers: re.Pattern[str]    # a word that may answer someone
    licence: re.Pattern[str]    # what may be deleted: filler words, marks, spaces
    last: re.Pattern[str]       # text that ends in a filler word
    tags: re.Pattern[str]       # text that ends in a Han tag
    sounds: dict[tuple[str, str], Use]  # words of one Han by word and position

    def use(self, found: re.Match[str]) -> Use:
        """The word that explains the run: its only one, or the one of the highest level in 那个呃."""
        last = self.uses[(found.lastindex or 1) - 1]
        if last is not None:
            return last
        said = [use for use, (start, _) in zip(self.uses, found.regs[1:]) if start >= 0 and use is not None]
        return max(said, key=lambda use: Level[use.rule.text('level')])


def scan(view: View) -> Scan:
    """The compiled rules of the view's level."""
    made: Scan = view.rules.built(('fillers', view.level, view.has_latin), lambda: _build(view))
    return made


def _build(view: View) -> Scan:
    uses = [Use(rule, at, word, rule.text('level') == 'light', _any_literal(rule.words('without')))
            for rule, at in rules_at(view, ('anywhere', 'alone', 'start', 'end'))
            for word in rule.words('words') if view.has_latin or not is_latin(word)]
    uses.sort(key=lambda use: -len(use.word))
    runs = _Runs(uses)
    words = any_of([spoken(use.word) for use in uses])
    whole = any_of([(f'(?<![{LATIN}])' if is_latin(use.word) else '') + spoken(use.word) for use in uses])
    tags = [spoken(use.word) for use in uses if use.at == 'end' and not is_latin(use.word)]
    answers = any_of([spoken(use.word) + right_edge(use.word) for use in uses if use.rule.flag('answers', False)])
    return Scan(re.compile(runs.pattern()), runs.groups, re.compile(answers), re.compile(rf'(?:{words}|[\s{MARKS}])+'),
                re.compile(rf'{whole} *\Z'), re.compile(rf'{any_of(tags)} *\Z'),
                {(use.word, at): use._replace(at=at) for use in uses for at in ('start', 'anywhere')
                 if len(use.word) == 1 and use.at in (at, 'anywhere')})


def _any_literal(words: Iterable[str]) -> re.Pattern[str] | None:
    return re.compile('|'.join(map(re.escape, words))) if words else None


class _Runs:
    """Writes the pattern of a run, and keeps count of the groups it writes."""

    def __init__(self, uses: Iterable[Use]) -> None:
        self.groups: list[Use | None] = []
        self._uses = list(uses)

    def pattern(self) -> str:
        """A break and what may go behind it, or a word that may go before a break or anywhere.

        It begins with a character class, which `re` looks for quickly.
        """
        edge, inner = f'(?<=[{re.escape(EDGES)}])', f'(?<![{re.escape(EDGES)}])'
        first = re.escape(EDGES) + heads(use.word for use in _han(self._at('end')))
        return (f'[{first}](?:'     # in the order they are read: groups are counted as they are written
                f'{edge}(?:{self._after_break()}|{self._after_space()})|'
                f'{inner}(?:{self._before_break()}|{self._inside()}))')

    def _after_break(self) -> str:
        alone, starts = self._at('alone'), self._at('start')
        return (f'{begins([" ", *(use.word for use in (*alone, *starts))])}{_LEFT}'
                f'(?:{self._run(alone, "alone")}{_RIGHT}|{self._run(starts, "start")}(?!{_RIGHT}))')

    def _after_space(self) -> str:
        ends, anywhere = _latin(self._at('end')), _latin(self._at('anywhere'))
        return (f'{begins(use.word for use in ends)}'
                f'(?:{self._run(ends, "end")}{_RIGHT}|{self._run(anywhere, "anywhere")})')

    def _before_break(self) -> str:
        ends = self._at('end')
        return f'(?<![\n{MARKS}].){self._headless(_han(ends), "end")}{self._run(ends, "end", more=True)}{_RIGHT}'

    def _inside(self) -> str:
        uses = self._at('anywhere')
        return f'{self._headless(_han(uses), "anywhere")}{self._run(uses, "anywhere", more=True)}'

    def _at(self, position: str) -> list[Use]:
        return [use for use in self._uses if use.at in (position, 'anywhere')]

    def _run(self, uses: list[Use], at: str, more: bool = False) -> str:
        """As many of these words in a row as there are; with ``more``, or none.

        In a look-ahead, because what it has found it does not try to find in another way: 啊啊 may be one word or two.
        """
        name = f'run{len(self.groups)}'
        self.groups.append(None)
        words = any_of([spoken(use.word) + self._then(use, at) for use in uses])
        return f'(?:(?=(?P<{name}>(?:{words})+))(?P={name})){"?" if more else ""}'

    def _headless(self, uses: list[Use], at: str) -> str:
        """One of these words, its first character read already."""
        return headless([(use.word, self._then(use, at)) for use in uses])

    def _then(self, use: Use, at: str) -> str:
        """What must hold behind the word, and an empty group that tells which word it was."""
        rule = use.rule
        self.groups.append(use._replace(at=at))
        guard = right_edge(use.word) + quiet(use.word, rule.words('unless'))
        if rule.words('before'):
            guard += ahead(rule.words('before'), use.word)
        if rule.words('after'):
            guard += behind((*rule.words('after'), use.word), spoken(use.word))     # the second of 的这个这个 too
        return guard + '()'


def _han(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if not is_latin(use.word)]


def _latin(uses: Iterable[Use]) -> list[Use]:
    return [use for use in uses if is_latin(use.word)]
