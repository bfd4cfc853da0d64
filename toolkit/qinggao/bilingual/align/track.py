"""One side of an alignment: its units, how long they are, and what in them the other side may have too."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...patterns import HAN, lazy
from ...transcript import Transcript
from ..bitext import Span
from ..languages import is_chinese
from ..numbers import values
from .common_words import common_words
from .cutting import pieces
from .names import named

HAN_LETTERS = 3     # of English that a Han stands for: a name in Latin letters is as long in both languages
STEM = 5            # letters of a word that count: models and model are one
_HAN_RUN, _IS_HAN = lazy(f'[{HAN}]+'), lazy(f'[{HAN}]')
_LATIN = lazy(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]+(?:['’][a-z]{1,2}\b)?")


class Track(NamedTuple):
    """``spans`` of the text, in order. For each its ``lengths``, in letters of English, its ``keys`` (see `keys_in`),
    its ``words``, and whether a paragraph or a turn begins with it (``opens``)."""

    spans: tuple[Span, ...]
    lengths: tuple[float, ...]
    keys: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    opens: tuple[bool, ...]

    def part(self, units: Span) -> Track:
        """Some of its units alone."""
        one = slice(*units)
        return Track(self.spans[one], self.lengths[one], self.keys[one], self.words[one], self.opens[one])


def track_of(transcript: Transcript, language: str, edges: Iterable[int] = ()) -> Track:
    """A transcript as one side of an alignment; no unit goes past one of the ``edges``."""
    text, spans = transcript.text, tuple(pieces(transcript, edges))
    texts = [text[start:end] for start, end in spans]
    words = [frozenset(words_in(one, language)) for one in texts]
    keys = [keys_in(one, said, language) for one, said in zip(texts, words)]
    if transcript.turns:
        speakers = [frozenset({f'says {transcript.speaker_at(start).casefold()}'}) for start, _ in spans]
        words, keys = ([one | says for one, says in zip(side, speakers)] for side in (words, keys))
    turns = {transcript.offsets.to_text.first(turn.start) for turn in transcript.turns}
    ends = [0, *(end for _, end in spans)]
    opens = (start in turns or at == 0 or text.count('\n', at, start) > 1 for at, (start, _) in zip(ends, spans))
    return Track(spans, tuple(map(_length, texts)), tuple(keys), tuple(words), tuple(opens))


def keys_in(text: str, words: Iterable[str], language: str) -> frozenset[str]:
    """What a translation is likely to have too: numbers by their value, names and terms of our tables, words that every
    talk is full of, and words that are the same in both languages, by their stem.

    >>> ours, theirs = 'OpenAI 有三百万用户', 'OpenAI has 3 million users'
    >>> sorted(keys_in(ours, words_in(ours, 'zh-Hans'), 'zh-Hans') & keys_in(theirs, words_in(theirs, 'en'), 'en'))
    ['#3000000', '=user', '@openai', 'opena']
    """
    table = common_words()[0 if is_chinese(language) else 1]
    return frozenset({*(f'#{value}' for value in values(text, language)), *named(text.replace('\n', ' ')),
                      *(key for word in words for key in table.get(word, ())),
                      *(word[:STEM] if word.isascii() else word for word in words)})


def words_in(text: str, language: str) -> list[str]:
    """All words, in small letters."""
    words = [found[0].lower() for found in _LATIN.finditer(text)]
    if is_chinese(language):
        import rjieba
        words += (word for run in _HAN_RUN.finditer(text) for word in rjieba.cut(run[0]))
    return words


def _length(text: str) -> float:
    han = len(_IS_HAN.findall(text))
    letters = sum(map(len, _LATIN.findall(text)))
    return 1. + HAN_LETTERS * han + letters + (text.count(' ') if han < letters else 0)
