"""A cleaned transcript as segments and words with times: the lines of a JSON file."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..transcript import Cue, Transcript
from .page import Line


class Word(NamedTuple):
    """``text[start:end]``, and when it was said, in milliseconds."""

    start: int
    end: int
    begin: int
    finish: int
    probability: float | None


def lines(transcript: Transcript) -> Iterator[Line]:
    """One object; each segment is on a line of its own, so that a line can be asked for and a diff be read."""
    language, duration = transcript.meta.get('language'), transcript.meta.get('duration')
    head = [f'"language": {_quoted(language)}, '] if isinstance(language, str) and language else []
    head += [f'"duration": {_seconds(duration)}, '] if isinstance(duration, int) and duration > 0 else []
    yield Line('{' + ''.join(head) + '"segments": [')
    before: Line | None = None
    for line in _Segments(transcript).lines():
        if before:
            yield before._replace(out=before.out + ',')
        before = line
    if before:
        yield before
    yield Line(']' + ''.join(_besides(transcript)) + '}')


def _besides(transcript: Transcript) -> Iterator[str]:
    """Speech without words, and words that the guard took out: what a recogniser is not sure of beyond its segments."""
    gaps, dropped = transcript.meta.get('gaps'), transcript.meta.get('dropped')
    if isinstance(gaps, tuple) and gaps:
        yield ', "gaps": [' + ', '.join(f'[{_seconds(begin)}, {_seconds(finish)}]' for begin, finish in gaps) + ']'
    if isinstance(dropped, tuple) and dropped:
        yield ', "dropped": [' + ', '.join(f'{{"start": {_seconds(begin)}, "end": {_seconds(finish)}, "text": '
                                           f'{_quoted(text)}}}' for begin, finish, text in dropped) + ']'


class _Segments:
    """The lines of a text that have words. No word or segment begins earlier than the one before it: a reader goes by
    the first of two that do not agree."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript, self._text = transcript, transcript.text
        self._to_text, self._to_source = transcript.offsets.to_text, transcript.offsets.to_source
        self._last = 0      # when what was written last begins

    def lines(self) -> Iterator[Line]:
        spans = list(self._spans())
        ends = [end for _, end in spans]
        opened = {bisect_right(ends, self._to_text.first(turn.start)) for turn in self._transcript.turns}
        for number, (start, end) in enumerate(spans):
            speaker = self._transcript.speaker_at(start)
            named = [f'"speaker": {_quoted(speaker)}'] if speaker or number in opened else []
            yield Line(f'{{"id": {number}, {", ".join([*self._segment(start, end), *named])}}}', start, end)

    def _spans(self) -> Iterator[tuple[int, int]]:
        at = 0
        for line in self._text.split('\n'):
            if line.strip():
                yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
            at += len(line) + 1

    def _segment(self, start: int, end: int) -> Iterator[str]:
        cues = self._cues(start, end)
        words = list(self._words(cues, start, end)) if len(cues) > 1 else []
        times = (words[0].begin, words[-1].finish) if words else self._times(start, end)
        if times:
            yield f'"start": {_seconds(times[0])}, "end": {_seconds(times[1])}'
        yield f'"text": {_quoted(self._text[start:end])}'
        sure = [word.probability for word in words] if words else [_rounded(cue.probability) for cue in cues]
        known = [share for share in sure if share is not None]
        if known:
            yield f'"probability": {round(sum(known) / len(known), 3)}'
        if doubt := ' '.join(dict.fromkeys(name for cue in cues for name in cue.doubt.split())):
            yield f'"doubt": {_quoted(doubt)}'
        if len(words) > 1:      # a single one is the segment
            yield '"words": [' + ', '.join(map(self._word, words)) + ']'

    def _cues(self, start: int, end: int) -> Sequence[Cue]:
        """The cues of what is left of a line."""
        cues, first, last = self._transcript.cues, self._to_source.first(start), self._to_source.last(end)
        return cues[bisect_right(cues, first, key=_end):bisect_left(cues, last, key=_start)]

    def _words(self, cues: Sequence[Cue], start: int, end: int) -> Iterator[Word]:
        """Words that make up the line: each with the marks behind it and, as Whisper has it, the space before it."""
        cores = list(self._cores(cues, start, end))
        at = start
        for (first, last, sure), after in pairwise([*cores, (end, end, None)]):
            stop = at + len(self._text[at:after[0]].rstrip())
            times = self._times(first, last)
            if times:
                yield Word(at, stop, *times, sure)
            at = stop

    def _cores(self, cues: Sequence[Cue], start: int, end: int) -> Iterator[tuple[int, int, float | None]]:
        """What each cue has of the line. Of two that one change went over, the first has it all."""
        at = start
        for cue in cues:
            first, last = max(at, self._to_text.first(cue.start)), min(self._to_text.last(cue.end), end)
            if self._text[first:last].strip():
                yield first, last, _rounded(cue.probability)
                at = last

    def _times(self, start: int, end: int) -> tuple[int, int] | None:
        times = self._transcript.time_of(start, end)
        if times is None:
            return None
        self._last = max(self._last, times[0])
        return self._last, max(self._last, times[1])

    def _word(self, word: Word) -> str:
        sure = f', "probability": {word.probability}' if word.probability is not None else ''
        said = _quoted(self._text[word.start:word.end])
        return f'{{"word": {said}, "start": {_seconds(word.begin)}, "end": {_seconds(word.finish)}{sure}}}'


def _seconds(time: int) -> str:
    """Milliseconds as seconds.

    >>> _seconds(83005)
    '83.005'
    """
    return f'{time // 1000}.{time % 1000:03}'


def _rounded(probability: float | None) -> float | None:
    return None if probability is None else round(probability, 3)


def _quoted(words: str) -> str:
    from json import dumps
    return dumps(words, ensure_ascii=False)


def _start(cue: Cue) -> int:
    return cue.start


def _end(cue: Cue) -> int:
    return cue.end
