"""Words that have one translation: terms of the glossary and names of a direction, and where a sentence says them."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ...layout.joining import has_han
from ...patterns import HAN, lazy
from ...rulebook.lexicon import Entity, Term
from ..languages import is_chinese
from .script import written
from .translator import Direction

_RUN = lazy(f'[{HAN}]+')
# An English verb is bent and takes its object inside: 加仓了 is "they added to their positions". Left to the model.
_VERB = lazy('go |take |.* an? ')


class Word(NamedTuple):
    """What a word of the source is in the target; ``also``: other words for it, as good; ``needs``, ``unless``: as of
    a term."""

    right: str
    also: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


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
            self._words.update(_words(term.names, term.term, term.english, term.needs, term.unless, way))
        for one in entities:
            names = one.names if one.kind != 'book' else _titles(one.names)
            self._words.update(_words(names, names[0], one.english, one.needs, (), way))
        self._said = list(self._words)

    def found(self, sentence: str, talk: str) -> list[Held]:
        """The words of a sentence that are held, in order, the longest of those that overlap. ``talk``: all that is
        said, where a word that is an ordinary one too shows what it is about."""
        text = self._plain(sentence)
        out = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            word = self._words[self._said[index]]
            if (word.needs and not any(need in talk for need in word.needs)) or not _is_whole(text, start, end) \
                    or _is_inside(text, start, end, word.unless) \
                    or (has_han(text[start:end]) and _is_cut_out(text, start, end)):
                continue
            out.append(Held(start, end, word))
        return out

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


def _words(names: Sequence[str], chinese: str, english: str, needs: tuple[str, ...], unless: tuple[str, ...],
           way: Direction) -> Iterator[tuple[str, Word]]:
    """Each name as it is said in the source, with the right one of the target."""
    for name in names:
        if not is_chinese(way.target):
            if has_han(name) and not _VERB.match(english):
                yield name, Word(english, tuple(one for one in names if not has_han(one)), needs, unless)
            elif not has_han(name) and not name.islower():
                yield name, Word(name, (english,), needs, unless)       # OpenAI, ETF: as it was said
        elif not has_han(name) and (' ' in name or not name.islower()):
            # Not option, token, prompt: in English these are ordinary words, too.
            own = [written(one, way.target) for one in names if has_han(one)]
            right = written(chinese, way.target) if has_han(chinese) and not _is_short(name) else name
            yield name, Word(right, tuple(dict.fromkeys((*own, name))), needs, unless)


def _is_short(name: str) -> bool:
    """ETF, HBM, AGI are said in Chinese, too."""
    return name.isupper() and len(name) < 6


def _titles(names: Sequence[str]) -> tuple[str, ...]:
    """A Chinese book is named in 《》 alone: 黑天鹅 is an event, 从0到1 a phrase."""
    return tuple(f'《{name}》' if has_han(name) else name for name in names)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on beside a name that begins or ends with one: Meta, not Metal."""
    return not (_joins(text[start - 1:start], text[start]) or _joins(text[end - 1], text[end:end + 1]))


def _joins(left: str, right: str) -> bool:
    return bool(left and right) and all(char.isalnum() and not has_han(char) for char in (left, right))


def _is_inside(text: str, start: int, end: int, longer: Sequence[str]) -> bool:
    """Whether the word is a part of one of these: 推理 in 推理小说."""
    return any(text.startswith(one, start - at) for one in longer
               for at in range(len(one)) if one.startswith(text[start:end], at) and start >= at)


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
