"""Which joint cues are over the trade's numbers: counts and the worst few, for a summary."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...layout.line_breaks import indent, width
from ...layout.subtitles import SubtitleLine
from ...layout.timing import GAP, LONGEST, SHORTEST
from ..languages import is_chinese
from .joint import JointCue
from .numbers import ADULTS, Audience

WORST = 3


class Excess(NamedTuple):
    """What a cue has where a limit is asked, and when it begins, in milliseconds."""

    begin: int
    value: float
    limit: float
    words: str


class Over(NamedTuple):
    """A limit: its name, the language it is of, empty for both; how many cues are over it, and the worst of them."""

    what: str
    language: str
    cues: int
    worst: tuple[Excess, ...]


class Limits(NamedTuple):
    """How many cues there are, and for each limit in its order how many are over it, be it none."""

    cues: int
    over: tuple[Over, ...]

    @property
    def broken(self) -> tuple[Over, ...]:
        """Those that some cue is over."""
        return tuple(over for over in self.over if over.cues)


def limits(cues: Sequence[JointCue], languages: tuple[str, str], audience: Audience = ADULTS) -> Limits:
    """Line length, lines and characters a second of either language; how long a cue stays; the gap before the next."""
    over = []
    for track, language in enumerate(languages):
        shown = [((cue.first, cue.second)[track], cue) for cue in cues]
        over += [_over(what, language, found) for what, found in _of_language(shown, is_chinese(language), audience)]
    stays = [Excess(cue.begin, cue.finish - cue.begin, LONGEST, _words(cue)) for cue in cues]
    gaps = [Excess(one.begin, two.begin - one.finish, GAP, _words(one)) for one, two in zip(cues, cues[1:])]
    return Limits(len(cues), (*over, _over('longest', '', stays), _under('shortest', SHORTEST, stays),
                              _under('gap', GAP, gaps)))


def _of_language(shown: Sequence[tuple[Sequence[SubtitleLine], JointCue]], chinese: bool,
                 audience: Audience) -> Iterator[tuple[str, list[Excess]]]:
    """What each cue needs of the lines of one language, limit by limit."""
    numbers = audience.of(chinese)
    names = ('line length', 'lines', 'characters a second')
    found: tuple[list[Excess], ...] = ([], [], [])
    for lines, cue in shown:
        widths = [width(line.words, chinese) + (indent(chinese) if line.opens else 0) for line in lines]
        pace = round(1000 * sum(widths) / max(1, cue.finish - cue.begin), 1)
        words = ' '.join(line.words for line in lines)
        for excesses, value, limit in zip(found, (max(widths, default=0), len(lines), pace), numbers):
            excesses.append(Excess(cue.begin, value, limit, words))
    yield from zip(names, found)


def _over(what: str, language: str, found: Sequence[Excess]) -> Over:
    worst = sorted((one for one in found if one.value > one.limit), key=lambda one: -one.value)
    return Over(what, language, len(worst), tuple(worst[:WORST]))


def _under(what: str, limit: float, found: Sequence[Excess]) -> Over:
    worst = sorted((one._replace(limit=limit) for one in found if one.value < limit), key=lambda one: one.value)
    return Over(what, '', len(worst), tuple(worst[:WORST]))


def _words(cue: JointCue) -> str:
    return ' '.join(line.words for line in cue.first or cue.second)
