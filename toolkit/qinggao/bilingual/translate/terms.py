"""Words that have one translation: terms of the glossary and names of a direction, and where a sentence says them."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ...layout.joining import has_han
from ...patterns import HAN, lazy
from ...rulebook.lexicon import Entity, Term
from ...rulebook.named import is_about, is_inside, is_whole, spellings
from ..languages import is_chinese
from .script import written
from .translator import Direction

_RUN = lazy(f'[{HAN}]+')
# An English verb is bent and takes its object inside: 加仓了 is "they added to their positions"; and "open a position"
# may be at a university. Left to the model.
_VERB = lazy('go |take |.* an? ')


class Guards(NamedTuple):
    """As of a term: one of ``needs`` in the talk, one of ``near`` in the sentence; ``unless``: longer words."""

    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class Word(NamedTuple):
    """What a word of the source is in the target; ``also``: other words for it, as good; ``guards``: when it is held.
    """

    right: str
    also: tuple[str, ...] = ()
    guards: Guards = Guards()


class Held(NamedTuple):
    """``sentence[start:end]`` is such a word."""

    start: int
    end: int
    word: Word


class Terms:
    """The terms and names of a direction."""

    def __init__(self, terms: Sequence[Term], entities: Sequence[Entity], way: Direction) -> None:
        self._words: dict[str, Word] = {}
        self._way = way
        for term in terms:
            self._words.update(_words(term.names, term.term, term.english,
                                      Guards(term.needs, term.near, term.unless), way))
        for one in entities:
            names = one.names if one.kind != 'book' else _titles(one.names)
            self._words.update(_words(tuple(spellings(names)), names[0], one.english, Guards(one.needs, (), one.unless),
                                      way))
        self._said = list(self._words)
        self._talk, self._about = '', dict[tuple[str, ...], bool]()     # of the last talk: whether it is about a word

    def found(self, sentence: str, talk: str) -> list[Held]:
        """The words of a sentence that are held, in order, the longest of those that overlap. ``talk``: all that is
        said, where a word that is an ordinary one too shows what it is about."""
        text = self._plain(sentence)
        out = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            word = self._words[self._said[index]]
            if is_whole(text, start, end) and _is_meant(text, start, end, word.guards) \
                    and self._is_about(talk, word.guards.needs) \
                    and not (has_han(text[start:end]) and _is_cut_out(text, start, end)):
                out.append(Held(start, end, word))
        return out

    def _is_about(self, talk: str, needs: tuple[str, ...]) -> bool:
        if talk != self._talk:
            self._talk, self._about = talk, {}
        if needs not in self._about:
            self._about[needs] = is_about(talk, needs)
        return self._about[needs]

    def _plain(self, sentence: str) -> str:
        """As the rules are written: in Simplified, every offset as it was."""
        if not is_chinese(self._way.source):
            return sentence
        from ...stages.script import simplified
        return simplified(sentence)

    @cached_property
    def _automaton(self) -> Any:
        from ahocorasick_rs import AhoCorasick, MatchKind
        return AhoCorasick(self._said, matchkind=MatchKind.LeftmostLongest)


def _words(names: Sequence[str], chinese: str, english: str, guards: Guards,
           way: Direction) -> Iterator[tuple[str, Word]]:
    """Each name as it is said in the source, with the right one of the target."""
    for name in names:
        if not is_chinese(way.target):
            if has_han(name) and not _VERB.match(english):
                yield name, Word(english, tuple(one for one in names if not has_han(one)), guards)
            elif not has_han(name) and not name.islower():
                yield name, Word(name, (english,), guards)       # OpenAI, ETF: as it was said
        elif not has_han(name) and (' ' in name or not name.islower()) and not _VERB.match(name):
            # Not option, token, prompt: in English these are ordinary words, too.
            own = [written(one, way.target) for one in names if has_han(one)]
            right = written(chinese, way.target) if has_han(chinese) and not _is_short(name) else name
            yield name, Word(right, tuple(dict.fromkeys((*own, name))), guards)


def _is_short(name: str) -> bool:
    """ETF, HBM, AGI are said in Chinese, too."""
    return name.isupper() and len(name) < 6


def _titles(names: Sequence[str]) -> tuple[str, ...]:
    """A Chinese book is named in 《》 alone: 黑天鹅 is an event, 从0到1 a phrase."""
    return tuple(f'《{name}》' if has_han(name) else name for name in names)


def _is_meant(text: str, start: int, end: int, guards: Guards) -> bool:
    """Whether nothing in its sentence speaks against it: 推理 beside 算力 is inference, in a novel it is not."""
    return is_about(text, guards.near) and not is_inside(text, start, end, guards.unless)


def _is_cut_out(text: str, start: int, end: int) -> bool:
    """Whether a Chinese word is a piece of others: 阿里 of 阿里山. What the dictionary does not know may well run over
    an edge that it sees, as 桥会 in 在桥会上."""
    import rjieba
    for run in _RUN.finditer(text):
        at = run.start()
        if run.end() <= start or at >= end:
            continue
        for word in rjieba.cut(run[0], False):
            first, at = at, at + len(word)
            if first < end and at > start and (first < start or at > end) \
                    and ((first <= start and at >= end) or rjieba.has_word(text[start:end])):
                return True
    return False
