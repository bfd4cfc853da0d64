"""Subtitles: which words stand on the screen when. A cue that fits keeps its times; a longer one is cut."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ..settings import Settings
from ..transcript import Transcript
from .joining import has_han, joined
from .line_breaks import broken

LINES = 2
SHORTEST = 833          # milliseconds: 5/6 s
LONGEST = 7000
LINGER = 500            # a cue may stay so long after its words
GAP = 83                # two frames at 24 a second; a smaller gap, or one up to CLOSE, becomes this
CLOSE = 458             # eleven frames


class SubtitleLine(NamedTuple):
    """``words`` are ``text[start:end]`` as shown."""

    words: str
    start: int
    end: int


class Subtitle(NamedTuple):
    """A cue on the screen from ``begin`` to ``finish``, in milliseconds."""

    begin: int
    finish: int
    speaker: str
    lines: tuple[SubtitleLine, ...]


def subtitles(transcript: Transcript, settings: Settings) -> Iterator[Subtitle]:
    """The cues of a transcript with times, in order; none for one without.

    A line of the text (a cue, a segment) that fits two lines of 16 Chinese or 42 Latin characters is
    one cue with exactly its own times. A longer one is cut at marks and between words; the parts have the
    times of the words they hold, and are shown long enough to read where there is room.
    """
    kept: list[tuple[Subtitle, bool]] = []
    at = 0
    for line in transcript.text.split('\n'):
        kept += ((cue, whole) for cue, whole in _cues(transcript, at, at + len(line), settings))
        at += len(line) + 1
    yield from _settled(kept)


def _cues(transcript: Transcript, start: int, end: int, settings: Settings) -> Iterator[tuple[Subtitle, bool]]:
    """The cues of one line of the text, and whether each is the whole of it."""
    text = transcript.text
    lines = [line for line in _shown(text, start, end, settings) if line.words]
    groups = list(_grouped(lines))
    for group in groups:
        whole = len(groups) == 1
        times = transcript.time_of(start, end) if whole else transcript.time_of(group[0].start, group[-1].end)
        if times:
            yield Subtitle(*times, transcript.speaker_at(group[0].start), tuple(group)), whole


def _shown(text: str, start: int, end: int, settings: Settings) -> Iterator[SubtitleLine]:
    part = text[start:end]
    chinese = has_han(part)
    for first, last in broken(part, chinese):
        words = joined(part[first:last], settings.spaces)
        if chinese and settings.subtitle_marks == 'drop':
            words = words.rstrip('，。、；,.;') if not words.endswith('...') else words
        yield SubtitleLine(words.strip(), start + first, start + last)


def _grouped(lines: list[SubtitleLine]) -> Iterator[list[SubtitleLine]]:
    """Lines two by two; a sentence that ends on the first line ends the cue, where more than one follows."""
    group: list[SubtitleLine] = []
    for number, line in enumerate(lines):
        group.append(line)
        if len(group) == LINES or (line.words[-1:] in '。！？.!?' and len(lines) - number > LINES):
            yield group
            group = []
    if group:
        yield group


def _settled(cues: list[tuple[Subtitle, bool]]) -> Iterator[Subtitle]:
    """Times in order; cues we cut are shown long enough, and small gaps behind them are closed."""
    last = 0
    for (cue, whole), (after, _) in pairwise([*cues, (Subtitle(1 << 60, 0, '', ()), True)]):
        begin = max(last, cue.begin)
        finish = cue.finish if whole else _readable(begin, cue.finish, after.begin)
        last = begin
        yield cue._replace(begin=begin, finish=max(begin, finish))


def _readable(begin: int, finish: int, after: int) -> int:
    """When a cue may go, that the next one follows at ``after``."""
    wanted = max(finish, min(begin + SHORTEST, finish + LINGER))
    if after - wanted <= CLOSE:
        wanted = max(finish, after - GAP) if after - GAP > finish else finish
    return min(wanted, max(finish, after), begin + LONGEST)
