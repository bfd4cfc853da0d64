"""The rules of stutters as one pattern: words said twice, begun again, lines begun again."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...rulebook import Rule
from ...view import View
from ..fillers.words import (
    EDGES,
    HAN,
    LATIN,
    MARKS,
    any_of,
    begins,
    headless,
    heads,
    is_latin,
    literal,
    right_edge,
    rules_at,
)

_GAP = r'(?: ?[^\w\s])? ?\n? ?'    # a soft mark at most: the stage sees to that once a repeat is found
_LONGEST = 8    # characters of a restart
LONG_LINE = 10  # characters of a line that nobody says twice for its sound; editors cut 74% of 113
_OFTEN = 64     # copies in one match: the work stays linear; the next round sees to the rest
_GOES_ON = r'(?= ?[^\W_])(?![吗呢吧啊嘛呀]|[是对]吧|对不对|是不是)'     # 都跑了, then 都跑了吗, is an echo


class Scan(NamedTuple):
    """What is compiled of the rules once a rulebook and level."""

    pattern: re.Pattern[str]    # its last group is the copy that stays
    rules: list[Rule]           # by group


class _Use(NamedTuple):
    rule: Rule
    at: str
    word: str


def scan(view: View) -> Scan:
    """The compiled rules of the view's level."""
    made: Scan = view.rules.built(('stutters', view.level, view.has_latin), lambda: _build(view))
    return made


def _build(view: View) -> Scan:
    uses = [_Use(rule, at, word) for rule, at in rules_at(view, ('doubled', 'restart'))
            for word in rule.words('words') if view.has_latin or not is_latin(word)]
    uses.sort(key=lambda use: (use.at, -len(use.word)))
    if not uses:
        return Scan(re.compile('(?!)'), [])
    repeats = _Repeats(uses)
    return Scan(re.compile(repeats.pattern()), repeats.groups)


class _Repeats:
    """Writes the pattern of what is said again, and keeps count of the groups it writes."""

    def __init__(self, uses: Sequence[_Use]) -> None:
        self.groups: list[Rule] = [uses[0].rule]    # the first group is the head
        self._latin, self._han = ([use for use in uses if is_latin(use.word) is wanted] for wanted in (True, False))
        self._restart = next((use.rule for use in (*self._han, *self._latin) if use.at == 'restart'), None)

    def pattern(self) -> str:
        """Behind an edge a line or an English word, elsewhere a word or restart; heads are looked for quickly."""
        edge, inner = f'(?<=[{re.escape(EDGES)}])', f'(?<![{re.escape(EDGES)}])'
        soon = rf'(?=(?s:.){{0,{_LONGEST + 4}}}?\1)'    # most words are not said again: that is soon seen
        first = re.escape(EDGES) + heads(use.word for use in self._han)
        return (f'([{first}])(?:{edge}(?:{self._lines()}|{self._after_space()})|'
                f'{inner}{soon}(?:{self._doubles()}|{self._restarts()}))')

    def _lines(self) -> str:
        """A short line with which the next one begins and goes on, or a long one that is all said again."""
        if self._restart is None:
            return '(?!)'
        self.groups += [self._restart] * 5
        short, more = f'[{HAN}]{{2,{_LONGEST + 2}}}', f'{{0,{_OFTEN}}}'
        long = f'[^\n{MARKS}]{{{LONG_LINE},{4 * LONG_LINE}}}'
        again = rf'(?=(?P<two>..)[^\n]{{0,{4 * LONG_LINE}}}\n(?P=two))'    # most lines do not: that is soon seen
        return (rf'(?<=\n){again}(?:(?P<line>{short})\n(?:(?P=line)\n){more}((?P=line)){_GOES_ON}|'
                rf'(?P<all>{long})\n(?:(?P=all)\n){more}((?P=all))(?=\n|\Z))')

    def _after_space(self) -> str:
        """English: a word twice, or three to five words that begin with it."""
        branches = []
        for rule, at, word in self._latin:
            whole, name = literal(word) + right_edge(word), f'w{len(self.groups)}'
            if at == 'doubled':
                branches.append(f'{whole}(?:{_GAP}({whole})){{1,{_OFTEN}}}')
                self.groups += [rule]
            else:
                more = rf'(?: [{LATIN}]+){{{max(1, 2 - word.count(" "))},4}}?'
                branches.append(f'{whole}(?P<{name}>{more})(?:{_GAP}({whole}(?i:(?P={name})){right_edge(word)})){{1,{_OFTEN}}}')
                self.groups += [rule] * 2
        return begins(use.word for use in self._latin) + any_of(branches)

    def _doubles(self) -> str:
        """A word once more or oftener, its first character read already."""
        doubled = [use for use in self._han if use.at == 'doubled']
        self.groups += [use.rule for use in doubled]
        again = [(use.word, f'(?:{_GAP}({literal(use.word)})){{1,{_OFTEN}}}') for use in doubled]
        one, more = ([pair for pair in again if (len(pair[0]) == 1) is single] for single in (True, False))
        return f'{headless(more)}|(?=\\W{{0,3}}\\1){headless(one)}'

    def _restarts(self) -> str:
        """Three to eight characters that begin with one of the words, and all of them again.

        What stands between the copies the stage looks at: in 那里有一个人，一个人在… the first one ends its clause.
        """
        branches = []
        for rule, at, word in self._han:
            if at == 'restart':
                first, name = literal(word[0]), f'r{len(self.groups)}'
                soon = f'(?=(?s:.){{2,{_LONGEST + 2}}}{first})'     # greedy before a literal: the quick way
                unit = f'(?P<{name}>{literal(word[1:])}[{HAN}]{{{max(1, 3 - len(word))},{_LONGEST - len(word)}}}?)'
                copies = f'(?:{_GAP}({first}(?P={name}))){{1,{_OFTEN}}}'
                branches.append((word[0], soon + unit + copies))
                self.groups += [rule] * 2
        return rf'(?!\1){headless(branches)}{_GOES_ON}'
