"""One difference as it is judged: both readings, when it was said, how sure the recogniser was."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from ...transcript import Cue, Transcript
from .align import Difference
from .fold import Folded

_FEW = 4    # cues of which the weakest one decides

class Case(NamedTuple):
    """Spans count in the texts, ``old`` and ``new`` are letters; milliseconds; no probability: nothing was heard."""

    here: Difference
    raw: tuple[int, int]
    heard: tuple[int, int]
    old: str
    new: str
    begin: int
    finish: int
    probability: float | None
    doubt: str
    before: float | None    # how sure a recogniser was of the old reading
    silence: int            # how long neither a word nor other speech was heard there; 0 where that is not known


class Witness:
    """What was heard, by its letters: times, probabilities, doubts and silences of any stretch."""

    def __init__(self, heard: Transcript, text: Folded) -> None:
        self.text, self.cues, self._transcript = text, cues_in_text(heard), heard
        self._sure = Sure(self.cues)
        self.duration = _whole(heard.meta, 'duration')
        gaps = heard.meta.get('gaps')
        self._gaps = [(int(a), int(b)) for a, b in gaps] if isinstance(gaps, (list, tuple)) else None

    def time_of(self, first: int, last: int) -> tuple[int, int]:
        """When ``letters[first:last]`` were said; of no letters, what lies between their neighbours."""
        if first < last:
            return self._transcript.time_of(*self.text.span(first, last)) or (0, 0)
        begin = self._transcript.time_of(*self.text.span(first - 1, first)) if first else None
        finish = self._transcript.time_of(*self.text.span(last, last + 1)) if last < len(self.text.letters) else None
        since = begin[1] if begin else 0
        return since, max(since, finish[0] if finish else self.duration or since)

    def silence(self, place: int) -> int:
        """Milliseconds before ``letters[place]`` in which nobody spoke; 0 where speech was found or not looked for."""
        begin, finish = self.time_of(place, place)
        if self._gaps is None or any(a < finish and begin < b for a, b in self._gaps):
            return 0
        return finish - begin

    def sure(self, first: int, last: int) -> tuple[float | None, str]:
        """The least probability of the cues in which letters were heard, and all that is doubtful about them."""
        return self._sure.of(*self.text.span(first, last)) if first < last else (None, '')


class Sure:
    """How sure a recogniser was, by the offsets of a text."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self._starts, self._ends = [cue.start for cue in cues], [cue.end for cue in cues]

    def of(self, start: int, end: int) -> tuple[float | None, str]:
        """Of a word or two the least probability, of more the mean of all: one weak letter says little about a
        sentence. And the doubts."""
        sure: list[float] = []
        doubts: dict[str, None] = {}
        first = bisect_left(self._ends, start + 1)
        for cue in self._cues[first:bisect_left(self._starts, end, first)]:
            if cue.probability is not None:
                sure.append(cue.probability)
            doubts.update(dict.fromkeys(cue.doubt.split()))
        some = (min(sure) if len(sure) <= _FEW else fmean(sure)) if sure else None
        return some, ' '.join(doubts)


def case_of(one: Difference, raw: Folded, heard: Witness, before: Sure) -> Case:
    """A difference with all that is known about it."""
    span, place = raw.span(one.start, one.end), heard.text.span(one.first, one.last)
    old, new = raw.letters[one.start:one.end], heard.text.letters[one.first:one.last]
    silence = heard.silence(one.first) if not new else 0
    return Case(one, span, place, old, new, *heard.time_of(one.first, one.last), *heard.sure(one.first, one.last),
                before.of(*span)[0] if old else None, silence)


def cues_in_text(transcript: Transcript) -> list[Cue]:
    """The cues by offsets of the text."""
    if not transcript.changes:
        return list(transcript.cues)
    to_text = transcript.offsets.to_text
    spans = ((cue, to_text.first(cue.start), to_text.last(cue.end)) for cue in transcript.cues)
    return [cue._replace(start=start, end=end) for cue, start, end in spans if start < end]


def _whole(meta: Mapping[str, object], key: str) -> int | None:
    value = meta.get(key)
    return value if isinstance(value, int) else None
