"""Literals of rules as pattern source: whole Latin words in any case, quiet inside longer phrases."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..rulebook import Rule
from ..settings import Level
from ..view import View

HAN = '\u3400-\u9fff'
LATIN = "A-Za-z0-9'’-"
SOFT = '，、,'
HARD = '。.…;；'
MARKS = SOFT + HARD + '？！?!'


def rules_at(view: View, positions: Iterable[str]) -> Iterator[tuple[Rule, str]]:
    """The filler rules that are on at the view's level, with each of the positions they name."""
    for rule in view.rules.room('fillers'):
        if Level[rule.text('level')] <= view.level:
            yield from ((rule, at) for at in positions if at in rule.words('at'))


def literal(word: str) -> str:
    """Exactly this word; Latin letters in either case.

    Spelt out and not under (?i): `re` skips quickly to a first character only where case counts.
    """
    return ''.join(f'[{ch.lower()}{ch.upper()}]' if ch.isascii() and ch.isalpha() else re.escape(ch) for ch in word)


def whole(word: str) -> str:
    """The literal, at word boundaries where it begins or ends in Latin letters."""
    left = f'(?<![{LATIN}])' if word[0].isascii() else ''
    return left + literal(word) + right_edge(word)


def right_edge(word: str) -> str:
    return f'(?![{LATIN}])' if word[-1].isascii() and word[-1].isalnum() else ''


def left_edge(word: str) -> str:
    """As a look-behind for where the first character has been read already."""
    return f'(?<![{LATIN}].)' if word[0].isascii() else ''


def heads(words: Iterable[str]) -> str:
    """The inside of a character class of the words' first characters."""
    return ''.join(sorted({re.escape(case) for word in words for case in (word[0].lower(), word[0].upper())}))


def behind(words: Iterable[str], then: str = '') -> str:
    """Directly after one of the words, with the literal ``then`` read since."""
    return '(?:' + '|'.join(f'(?<={group}{then})' for group in _by_length(words)) + ')'


def ahead(words: Iterable[str], word: str) -> str:
    """Directly before one of the words."""
    return '(?=' + '|'.join((' ' if word[-1].isascii() and it[0].isascii() else '') + literal(it) + right_edge(it)
                            for it in words) + ')'


def quiet(word: str, phrases: Iterable[str], told: str = '') -> str:
    """Stands behind a word that was read and fails inside one of the phrases that hold it."""
    befores, afters, both = set(), set(), []
    for phrase in phrases:
        for found in re.finditer(f'(?=({literal(word)}))', phrase):
            before, after = phrase[:found.start()], phrase[found.end(1):]
            if before and after:
                both.append(f'(?!(?<={literal(before + word)}){literal(after)})')
            elif before:
                befores.add(before)
            elif after:
                afters.add(after)
    guard = ''.join(f'(?<!{group}{literal(word)})' for group in _by_length(befores))
    gap = rf'[{SOFT}]?+\n?+'    # 呢, then 还是 on the next line
    return guard + (f'(?!{gap}(?:{"|".join(map(literal, sorted(afters)))}))' if afters else '') + ''.join(both)


def _by_length(words: Iterable[str]) -> Iterator[str]:
    """The words as alternatives of one length each: what a look-behind can hold."""
    lengths = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(literal(word))
    for group in lengths.values():
        yield '(?:' + '|'.join(group) + ')' if len(group) > 1 else group[0]
