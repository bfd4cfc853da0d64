"""Who is named in a cue, and who only opens it: one speaker a cue, the same sign in both languages.

A reader of the written cues goes by the same rules, so that what it reads is written again as it stands: a name
before a cue, or `- ` where one whom nobody names takes the word; a cue without either is the last speaker's.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...layout.subtitles import SubtitleLine
from ..bitext import Span
from .side import Side

Lines = tuple[SubtitleLine, ...]


class Shown(NamedTuple):
    """What a cue shows."""

    speaker: str
    first: Lines
    second: Lines


def with_speakers(cues: Sequence[Shown], spans: Sequence[tuple[Span, Span]], sides: Sequence[Side]) -> list[Shown]:
    """The cues with their speakers. ``spans``: what each holds of either text."""
    return list(_signed(list(_named(cues, spans, sides))))


def _named(cues: Sequence[Shown], spans: Sequence[tuple[Span, Span]], sides: Sequence[Side]) -> Iterator[Shown]:
    """By the first track, where it names anybody and has words; else by the second."""
    last = ''
    for cue, held in zip(cues, spans):
        lead = 0 if sides[0].transcript.turns else 1
        lines = (cue.first, cue.second)
        if lines[lead]:
            last = sides[lead].speaker_at(lines[lead][0].start)
        elif sides[1 - lead].turns_at(held[1 - lead][0]):
            last = sides[1 - lead].speaker_at(held[1 - lead][0])
        yield cue._replace(speaker=last)


def _signed(cues: Sequence[Shown]) -> Iterator[Shown]:
    """With the signs that a cue needs so that a reader of either language knows who speaks."""
    last, named = '', ['', '']      # of the cue before; whom a reader of each side takes for the speaker
    for cue in cues:
        lines = [cue.first, cue.second]
        opens = any(side and side[0].opens for side in lines)
        speaker = cue.speaker or ('' if opens else last)
        if not speaker:
            opens = opens or any(name for name, side in zip(named, lines) if side)
        signed = [_opening(side, opens and not speaker, not speaker) for side in lines]
        named = [speaker if side else name for name, side in zip(named, lines)]
        last = speaker
        yield Shown(speaker, *signed)


def _opening(lines: Lines, opens: bool, inside: bool) -> Lines:
    """Lines of which the first has the sign of a new speaker or not; ``inside``: whether others may."""
    return tuple(line._replace(opens=line.opens and inside if number else opens) for number, line in enumerate(lines))
