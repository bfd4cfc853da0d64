"""Terms and names held fixed: a placeholder goes through the translator in the place of each, and its one translation
is put where the placeholder comes out. What loses one is translated as it stands, and looked at."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from ...layout.joining import gap, has_han
from ...patterns import lazy
from ...rulebook.lexicon import Entity, Term
from ..languages import is_chinese
from .terms import Terms, Word
from .translator import Direction, Translated, Translator

_MARK = 'XQ'    # no word of any language begins so
_LIKE = lazy(rf'(?i){_MARK}\s?(\d{{1,6}})(?!\d)')
_MOST = 9       # in one sentence: with more of them little is left to translate
_START = lazy(r'(?:^|[.!?]["”’)]*\s+)["“‘(]*$')
_BEFORE_VOWEL = lazy(r'\b([Aa]) $')
_BEFORE_CONSONANT = lazy(r'\b([Aa])n $')


class _Masked(NamedTuple):
    """A sentence with placeholders, and for what each stands."""

    text: str
    words: dict[int, Word]


class HeldTerms:
    """A `Translator` around another, with the terms and names that are held."""

    def __init__(self, translator: Translator, terms: Sequence[Term], entities: Sequence[Entity],
                 before: HeldTerms | None = None) -> None:
        """``before``: who was asked for all sentences of the talk first, where this one is asked for some again: what
        the talk is about does not change."""
        self._translator, self._lexicon = translator, (tuple(terms), tuple(entities))
        self._before, self._talk = before, ''
        self._known: dict[Direction, Terms] = {}

    @property
    def name(self) -> str:
        """Of other terms another."""
        return f'{self._translator.name}+terms@{sha256(repr(self._lexicon).encode()).hexdigest()[:8]}'

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        """As `Translator` says; a sentence whose placeholders went astray comes at the end."""
        terms = self._known[way] if way in self._known else self._known.setdefault(way, Terms(*self._lexicon, way))
        self._talk = self._before._talk if self._before else '\n'.join(sentences)
        masked = [_masked(sentence, terms, self._talk) for sentence in sentences]
        return self._all(sentences, masked, self._translator.translate([one.text for one in masked], way), way)

    def _all(self, sentences: Sequence[str], masked: Sequence[_Masked], done: Iterator[tuple[int, Translated]],
             way: Direction) -> Iterator[tuple[int, Translated]]:
        astray = []
        for number, one in done:
            text = _unmasked(one.text, masked[number], is_chinese(way.target)) if 'missing' not in one.doubts else ''
            if not masked[number].words:
                yield number, one
            elif text:
                yield number, one._replace(text=text)
            else:
                astray.append(number)
        if astray:
            for place, one in self._translator.translate([sentences[number] for number in astray], way):
                number = astray[place]
                yield number, _looked_at(one, masked[number].words.values())


def _masked(sentence: str, terms: Terms, talk: str) -> _Masked:
    """Numbers that the sentence has itself, as XQ7, are no placeholders of ours."""
    own = {int(found[1]) for found in _LIKE.finditer(sentence)}
    free = (number for number in count(1) if number not in own)
    out, words, at = list[str](), dict[int, Word](), 0
    for start, end, word in terms.found(sentence, talk)[:_MOST]:
        number = next(free)
        words[number] = word
        out += sentence[at:start], f'{_MARK}{number}'
        at = end
    return _Masked(''.join(out) + sentence[at:], words)


def _unmasked(text: str, masked: _Masked, chinese: bool) -> str:
    """The translation with each word in its place; empty where a placeholder is lost, or there twice."""
    found = [one for one in _LIKE.finditer(text) if int(one[1]) in masked.words and _stands_alone(one)]
    if sorted(int(one[1]) for one in found) != sorted(masked.words):
        return ''
    out = ''
    at = 0
    for one in found:
        before = text[at:one.start()]
        out = _joined(out, before, chinese) if at else before
        out = _put(out, masked.words[int(one[1])].right, chinese)
        at = one.end()
    return _joined(out, text[at:], chinese) if at else out + text[at:]


def _stands_alone(found: re.Match[str]) -> bool:
    around = found.string[max(0, found.start() - 1):found.start()], found.string[found.end():found.end() + 1]
    return not any(char.isalnum() and not has_han(char) for char in around)


def _put(before: str, word: str, chinese: bool) -> str:
    if chinese:
        return _joined(before, word, True)
    if word[:1].islower() and _START.search(before):
        word = word[:1].upper() + word[1:]
    if word[:1].lower() in 'aio' or (word[:1].lower() == 'e' and word[1:2].lower() != 'u'):
        before = _BEFORE_VOWEL.sub(r'\1n ', before) if not word.lower().startswith('one') else before
    elif word[:1].lower() in 'bcdgjkpqtvwz' or (word[:1] in 'flmnrs' and word[1:2].islower()):
        before = _BEFORE_CONSONANT.sub(r'\1 ', before)
    return before + word


def _joined(left: str, right: str, chinese: bool) -> str:
    """Two stretches of a translation; beside a Han stands what a page puts there."""
    one, two = left.rstrip(), right.lstrip()
    if not (chinese and one and two and has_han(one[-1] + two[0])):
        return left + right
    return one + gap(one[-1], two[0]) + two


def _looked_at(one: Translated, words: Collection[Word]) -> Translated:
    """A sentence that was translated as it stood; in doubt where a term is not said in any of its ways."""
    text = one.text.casefold()
    known = all(any(name.casefold() in text for name in (word.right, *word.also)) for word in words)
    return one if known or 'missing' in one.doubts else one._replace(doubts=tuple(dict.fromkeys((*one.doubts, 'term'))))
