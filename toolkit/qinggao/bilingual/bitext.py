"""A bitext: one talk in two languages, and which stretches of the two say the same.

Both tracks are whole transcripts: each remembers its own source, changes, times and speakers. The pairs only point.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ..edits import Edit
from ..transcript import Offsets, Pass, Transcript

Span = tuple[int, int]


class Pair(NamedTuple):
    """``first.text[a:b]`` and ``second.text[c:d]`` say the same. Where a side found no partner the other is an empty
    span, at the place where its words would stand.

    ``score``: how sure, 0 to 1; ``doubts``: why a person should look, by name: `alone`, `fuzzy`, `numbers`, …;
    ``origin``: who said so: `length`, `time`, `page`, `memory`, the name of a translator.
    """

    first: Span
    second: Span
    score: float = 1.0
    doubts: tuple[str, ...] = ()
    origin: str = ''

    @classmethod
    def of(cls, fields: Sequence[Any]) -> Pair:
        """A pair from what JSON made of it."""
        (a, b), (c, d), score, doubts, origin = fields
        return cls((a, b), (c, d), score, tuple(doubts), origin)

    @property
    def is_whole(self) -> bool:
        """Whether both sides have words."""
        return self.first[0] < self.first[1] and self.second[0] < self.second[1]


class Bitext(NamedTuple):
    """Two tracks and their pairs: in the order of both tracks, each word of either in exactly one.

    ``languages`` are tags as `language` gives them; ``offset``: so many milliseconds to add to the times of the second
    track to have those of the first, where times paired them. Outside the pairs there is only white space, so that
    nothing is lost.
    """

    first: Transcript
    second: Transcript
    pairs: tuple[Pair, ...]
    languages: tuple[str, str] = ('zh-Hans', 'en')
    offset: int = 0

    @property
    def score(self) -> float:
        """How well the tracks go together, 0 to 1: the mean over the characters of the pairs."""
        weights = [_weight(pair) for pair in self.pairs]
        return sum(pair.score * weight for pair, weight in zip(self.pairs, weights)) / max(1, sum(weights))

    def swapped(self) -> Bitext:
        """The same with the second track first."""
        pairs = tuple(pair._replace(first=pair.second, second=pair.first) for pair in self.pairs)
        return Bitext(self.second, self.first, pairs, (self.languages[1], self.languages[0]), -self.offset)

    def edited(self, stage: str, first: Sequence[Edit] = (), second: Sequence[Edit] = ()) -> Bitext:
        """The same with edits made in either text, in the name of a stage; the pairs move with their words, and go
        where these go."""
        one = _moved([pair.first for pair in self.pairs], self.first, first)
        two = _moved([pair.second for pair in self.pairs], self.second, second)
        pairs = tuple(pair._replace(first=here, second=there) for pair, here, there in zip(self.pairs, one, two)
                      if here[0] < here[1] or there[0] < there[1])
        return self._replace(first=_edited(self.first, stage, first), second=_edited(self.second, stage, second),
                             pairs=pairs)


def faults(bitext: Bitext) -> Iterator[str]:
    """What a bitext must not be, in words: pairs out of order or out of the text, words in no pair."""
    for name, text, spans in (('first', bitext.first.text, [pair.first for pair in bitext.pairs]),
                              ('second', bitext.second.text, [pair.second for pair in bitext.pairs])):
        at = 0
        for start, end in (*spans, (len(text), len(text))):
            if not at <= start <= end <= len(text):
                yield f'{name}: {start}–{end} is out of order'
            elif text[at:start].strip():
                yield f'{name}: {text[at:start].strip()[:20]!r} is in no pair'
            at = max(at, end)
    yield from (f'two empty pairs in a row at {one.first[0]}' for one, two in pairwise(bitext.pairs)
                if one.first == two.first and one.second == two.second)


def _moved(spans: Sequence[Span], transcript: Transcript, edits: Sequence[Edit]) -> Iterator[Span]:
    """Where the spans of a text stand after edits. What is put between two goes to the later one, as a mark before a
    word belongs to that word; what is put in the white space between two, or behind the last, to the earlier one."""
    to_text, text = Offsets(edits).to_text, _edited(transcript, '', edits).text
    starts = [to_text.last(start) for start, _ in spans]
    for (_, end), here, after in zip(spans, starts, [*starts[1:], len(text)]):
        stop = max(here, to_text.last(end))
        yield here, after if text[stop:after].strip() else stop


def _weight(pair: Pair) -> int:
    return pair.first[1] - pair.first[0] + pair.second[1] - pair.second[0]


def _edited(transcript: Transcript, stage: str, edits: Sequence[Edit]) -> Transcript:
    if not edits:
        return transcript
    return transcript._replace(words=transcript.words.edit(edits),
                               passes=(*transcript.passes, Pass(stage, tuple(edits))))
