"""What a file of subtitles says before it is known which words are whose: cues with their lines as they stand."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...formats.cues import by_turns, unwrapped
from ...formats.speakers import Signs
from ...formats.words import Gathering, Part
from ..bitext import Bitext, Pair, Span
from .sides import tongues


class Raw(NamedTuple):
    """A cue, in milliseconds; ``number``: the line of the file where its words begin. ``lines[:border]`` are the first
    language's, the others the second's; -1 where nobody said so. ``speaker``: who is named beside the words."""

    begin: int
    finish: int
    number: int
    lines: list[str]
    border: int = -1
    speaker: str = ''


def at_one_time(cues: Iterable[Raw]) -> list[Raw]:
    """Cues of the very same time as one: so some files show two languages."""
    found = []
    for _, group in groupby(sorted(cues, key=lambda cue: cue[:2]), key=lambda cue: cue[:2]):
        same = list(group)
        found.append(same[0]._replace(lines=[line for cue in same for line in cue.lines]))
    return found


class Reading:
    """The two tracks, filled cue by cue."""

    def __init__(self, signs: Signs, heading: bool = False) -> None:
        """``signs``: how the lines say who takes the word; ``heading``: names stand before words, as in SRT."""
        self._signs, self._heading = signs, heading
        self._tracks = (Gathering(), Gathering())
        self._ends = [0, 0]
        self._pairs: list[Pair] = []
        self._speaker = ''

    def bitext(self, cues: Iterable[Raw], name: str, languages: tuple[str, str] | None = None,
               above: bool | None = None) -> Bitext:
        """All of them; ``languages`` where the file says which; ``above``: whether the Chinese stands so, if known."""
        for cue in cues:
            self._add(cue)
        first, second = (track.transcript({'format': name}) for track in self._tracks)
        return Bitext(first, second, tuple(self._pairs), languages or tongues(first.text, second.text, above))

    def _add(self, cue: Raw) -> None:
        sides = [[Part(unwrapped([line])) for line in lines] if cue.speaker else list(self._parts(lines))
                 for lines in (cue.lines[:cue.border], cue.lines[cue.border:])]
        speaker = cue.speaker or next((parts[0].speaker for parts in sides if parts and parts[0].speaker), '')
        opens = any(parts[0].opens for parts in sides if parts)
        for parts in sides:
            if parts and speaker:
                parts[0] = Part(parts[0].words, parts[0].speaker or speaker, speaker != self._speaker)
            elif parts:
                parts[0] = parts[0]._replace(opens=opens)
        self._speaker = speaker or ('' if opens else self._speaker)
        spans = [self._span(n, parts, cue) for n, parts in enumerate(sides)]
        if any(start < end for start, end in spans):
            alone = () if all(start < end for start, end in spans) else ('alone',)
            self._pairs.append(Pair(spans[0], spans[1], doubts=alone, origin='page'))

    def _span(self, n: int, parts: list[Part], cue: Raw) -> Span:
        track = self._tracks[n]
        before = len(track.cues)
        track.cue(parts, cue.begin, cue.finish, cue.number)
        if len(track.cues) == before:
            return self._ends[n], self._ends[n]
        self._ends[n] = track.cues[-1].end
        return track.cues[-1].start, track.cues[-1].end

    def _parts(self, lines: Sequence[str]) -> Iterator[Part]:
        """The words of one side, a part a line: the lines stay as they were broken."""
        named = False
        for number, line in enumerate(lines):
            label = heading(line) if self._heading and not number else ''
            if label:
                yield Part(unwrapped([line[len(label):]]), label[:-2])
                named = True
            elif named and not self._signs.names.match(line):
                yield Part(unwrapped([line]))   # a dash behind a name is a word
            else:
                found = by_turns([line], self._signs)
                yield from found
                named = named or any(part.speaker for part in found)


def heading(line: str) -> str:
    """The name before the words of a line, with its colon and space; empty without one."""
    from ...formats.subrip import SPEAKER
    found = SPEAKER.match(line)
    return found[0] if found else ''


def nameless(line: str, signs: Signs) -> str:
    """A line without the name before its words."""
    found = signs.names.match(line)
    return line[found.end():] if found else line[len(heading(line)):]
