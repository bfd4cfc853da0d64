"""Which words get capitals: the first of a sentence, I, and names that are always written so."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .model import shipped
from .units import QUESTION, STOP, Unit

I_WORDS = frozenset(['i', "i'm", "i've", "i'll", "i'd"])
# Us and may are words; the US and in May are not. May it be left where neither shows.
_BEHIND_THE = {'us': 'US'}
_NO_NAME_BEHIND = frozenset(['and', 'versus', 'vs', 'them'])
_MONTHS = {'may': 'May', 'march': 'March', 'august': 'August'}
_BEFORE_MONTH = frozenset(['in', 'since', 'until', 'last', 'early', 'late', 'mid', 'by'])


class Recased(NamedTuple):
    """Unit ``i`` is to be written ``word``, because of ``rule``."""

    i: int
    word: str
    rule: str


def recased(units: Sequence[Unit], marks: Sequence[str], turns: frozenset[int]) -> Iterator[Recased]:
    """The units whose letters change. What has a capital keeps it: captions write some names right."""
    lower = [unit.word.lower().replace('’', "'") for unit in units]
    named = dict(_names(units, lower))
    begins = True
    for i, unit in enumerate(units):
        word, small = unit.word, lower[i]
        new, rule = word, 'english/capital'
        if word[:1].islower() or word.islower():
            if small in I_WORDS:
                new, rule = 'I' + word[1:], 'english/i'
            elif i in named:
                new = _in_case_of(named[i], word)
            elif (begins or i in turns) and word.islower():
                new = _in_case_of(word[0].upper(), word)
        if new != word:
            yield Recased(i, new, rule)
        begins = marks[i] in (STOP, QUESTION)


def _in_case_of(written: str, word: str) -> str:
    """A word with the capitals of what it is written like: its apostrophe stays, and a ligature, ﬁrst, has none.

    >>> _in_case_of("McDonald's", 'mcdonald’s'), _in_case_of('Google', "google's")
    ('McDonald’s', "Google's")
    """
    return ''.join(a if a.lower() == b.lower() else b for a, b in zip(written, word)) + word[len(written):]


def _names(units: Sequence[Unit], lower: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each unit that is a name or part of one, and how it is written."""
    spelt, phrases = _table()
    i = 0
    while i < len(lower):
        for phrase, written in phrases.get(lower[i], ()):
            size = len(phrase)
            if tuple(_bare(word) if n == size - 1 else word for n, word in enumerate(lower[i:i + size])) == phrase \
                    and not any(unit.closed for unit in units[i:i + size - 1]):
                yield from zip(range(i, i + size), written)
                i += size
                break
        else:
            found = spelt.get(lower[i]) or spelt.get(_bare(lower[i])) or _by_neighbour(lower, i)
            if found:
                yield i, found
            i += 1


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def _by_neighbour(lower: Sequence[str], i: int) -> str:
    """How a word is written that is a name only in some company: the US, in May, March 5."""
    before = lower[i - 1] if i else ''
    behind = lower[i + 1] if i + 1 < len(lower) else ''
    word = _bare(lower[i])
    if word in _BEHIND_THE and before == 'the' and behind not in _NO_NAME_BEHIND:
        return _BEHIND_THE[word]
    dated = behind.rstrip('stndrh').isdigit() or (before in _BEFORE_MONTH and word != 'march')
    return _MONTHS.get(word, '') if dated else ''


@lru_cache(1)
def _table() -> tuple[dict[str, str], dict[str, list[tuple[tuple[str, ...], list[str]]]]]:
    """One word → how it is written; a first word → the names of several that begin so, the longest first."""
    spelt = dict(shipped().spelt)
    phrases: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
    for name in (*_listed(), *shipped().names):
        words = name.split()
        if len(words) == 1:
            spelt[name.lower()] = name
        else:
            phrases.setdefault(words[0].lower(), []).append((tuple(name.lower().split()), words))
    for found in phrases.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return spelt, phrases


def _listed() -> Iterator[str]:
    for line in Path(__file__).with_name('names.txt').read_text('utf-8').split('\n'):
        if not line.startswith('#'):
            yield from filter(None, map(str.strip, line.split(',')))
