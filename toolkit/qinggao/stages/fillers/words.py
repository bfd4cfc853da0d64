"""Literals of rules as pattern source: whole Latin words in any case, quiet inside longer phrases."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...rulebook import Rule
from ...settings import Level
from ...view import View

# Classes as `re` compiles them in no time: one with a large range, or with characters from far apart, takes a
# millisecond, and these stand in a pattern a hundred times.
HAN = r'^\W\d_a-zA-Z'      # a letter that is not ASCII
LATIN = "A-Za-z0-9'-"
SOFT = '，、,'
HARD = '。.…;；'
MARKS = SOFT + HARD + '？！?!'
EDGES = '\n ' + MARKS
_FEW = 5    # look-behinds in a row that are still cheap


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


def spoken(word: str) -> str:
    """A filler as it is written in speech: Um, OK and ok, but not UM or HM."""
    return literal(word[0]) + ''.join(re.escape(ch) if ch.islower() else literal(ch) for ch in word[1:])


def is_latin(word: str) -> bool:
    return word[0].isascii()


def right_edge(word: str) -> str:
    """A Latin word ends here."""
    return f'(?![{LATIN}])' if word[-1].isascii() and word[-1].isalnum() else ''


def headless(words: Iterable[tuple[str, str]]) -> str:
    """Patterns for what may follow each word, where the word's first character has been read already.

    `re` tells alternatives apart quickly where they begin with a literal, so the rest of the word comes first
    and a look-behind makes sure of the head.
    """
    words = list(words)     # the order is the caller's: it counts groups
    long = [f'{literal(word[1:])}(?<={literal(word)}){then}' for word, then in words if len(word) > 1]
    short = [(word, f'(?<={literal(word)}){then}') for word, then in words if len(word) == 1]
    for i in range(0, len(short), _FEW):
        few = short[i:i + _FEW]
        long.append(f'(?<=[{heads(word for word, _ in few)}]){any_of([pattern for _, pattern in few])}')
    return any_of(long)


def begins(words: Iterable[str]) -> str:
    """Looking ahead to the first character of one of the words."""
    first = heads(words)
    return f'(?=[{first}])' if first else '(?!)'


def any_of(branches: Sequence[str]) -> str:
    """One of these; nothing where there are none."""
    return f'(?:{"|".join(branches)})' if branches else '(?!)'


def heads(words: Iterable[str]) -> str:
    """The inside of a character class of the words' first characters."""
    return ''.join(sorted({re.escape(case) for word in words for case in (word[0].lower(), word[0].upper())}))


def behind(words: Iterable[str], then: str = '') -> str:
    """Directly after one of the words, with the literal ``then`` read since."""
    return any_of([f'(?<={group}{then})' for group in _by_length(words)])


def ahead(words: Iterable[str], word: str) -> str:
    """Directly before one of the words, or before more of itself and then one of them."""
    one = any_of([(r'(?<= )' if word[-1].isascii() and it[0].isalnum() and it[0].isascii() else '') + literal(it)
                  + right_edge(it) for it in words])
    space = ' ?' if word[-1].isascii() else ''      # OK 我们
    return f'(?=(?:{literal(word)})*{space}{one})'


def quiet(word: str, phrases: Iterable[str]) -> str:
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
    gap = r'[^\w\s]?\n?'    # 呢, then 还是 on the next line
    own = [(' ?' if after[0].isascii() and not is_latin(word) else '') + literal(after)     # 啊 Q
           for after in sorted(afters)]
    return guard + (f'(?!{gap}{any_of(own)})' if afters else '') + ''.join(both)


def _by_length(words: Iterable[str]) -> Iterator[str]:
    """The words as alternatives of one length each: what a look-behind can hold."""
    lengths = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(literal(word))
    for group in lengths.values():
        yield '(?:' + '|'.join(group) + ')' if len(group) > 1 else group[0]
