"""SRT in two languages: one cue with both, the first above. Of two cues of one time many players show one."""
from __future__ import annotations

from collections.abc import Iterator

from ...formats import subrip
from ...formats.cues import GUARD, clock, prefix, signs_of
from ...formats.page import Line
from ...formats.speakers import Signs
from ...layout.subtitles import SubtitleLine
from ...settings import Settings
from ..bitext import Bitext
from .joint import JointCue, cues
from .raw import Raw, Reading, at_one_time, heading, nameless
from .side import SEPARATOR
from .sides import border, chinese_first, marked

NAME = subrip.NAME
SUFFIXES = subrip.SUFFIXES
TIMED = True


def read(text: str, path: str = '') -> Bitext | None:
    """The two tracks of a file; None where it has one. Raises `FileError`."""
    timed = sorted(subrip.timed_lines(text, path), key=lambda cue: cue[0])
    found = [Raw(begin, finish, number, list(filter(None, map(subrip.bare, lines))))
             for begin, finish, number, lines in timed]
    return of_lines(found, NAME) or of_lines(at_one_time(found), NAME)


def of_lines(found: list[Raw], name: str) -> Bitext | None:
    """The two tracks of cues whose lines show by their writing, or by our sign, whose they are."""
    signs = signs_of([[line.replace(SEPARATOR, '') for line in cue.lines] for cue in found])
    above = _chinese_first([cue.lines for cue in found], signs)
    borders = _borders([cue.lines for cue in found], signs, above)
    if borders is None:
        return None
    parted = [cue._replace(lines=[line.replace(SEPARATOR, '') for line in cue.lines], border=at)
              for cue, at in zip(found, borders)]
    return Reading(signs, heading=True).bitext(parted, name, above=above)


def _chinese_first(cues: list[list[str]], signs: Signs) -> bool | None:
    return chinese_first([[nameless(line.replace(SEPARATOR, ''), signs) for line in lines] for lines in cues])


def _borders(cues: list[list[str]], signs: Signs, above: bool | None) -> list[int] | None:
    """How many lines of each cue are the first language's; None where there is one language."""
    signed = [marked(lines) for lines in cues]
    if above is None:
        return signed if signed and all(at >= 0 or not lines for at, lines in zip(signed, cues)) else None
    return [at if at >= 0 else border([nameless(line, signs) for line in lines], above)
            for at, lines in zip(signed, cues)]


def write(bitext: Bitext, settings: Settings) -> Iterator[Line]:
    """Numbered cues. Where the writing of a line does not show whose it is, an invisible sign parts the languages."""
    shown = cues(bitext, settings)
    signs = signs_of([_said(cue) for cue in shown])
    pages = [list(_lines(cue, signs)) for cue in shown]
    bare = [[subrip.bare(line.out) for line in lines] for lines in pages]
    read_so = signs_of(bare)
    found = _borders(bare, read_so, _chinese_first(bare, read_so))
    for number, (cue, lines) in enumerate(zip(shown, pages)):
        yield Line(str(number + 1))
        yield Line(f'{clock(cue.begin)} --> {clock(cue.finish)}')
        at = len(cue.first)
        yield from lines if found and found[number] == at else _parted(lines, at)
        yield Line('')


def _said(cue: JointCue) -> list[str]:
    words = [line.words for line in (*cue.first, *cue.second)]
    return [subrip.label(cue.speaker) + words[0], *words[1:]]


def _lines(cue: JointCue, signs: Signs) -> Iterator[Line]:
    """The lines of a cue, the name before the first."""
    name = subrip.label(cue.speaker)
    for track, lines in enumerate((cue.first, cue.second)):
        for line in lines:
            yield Line(name + _mark(line, line is lines[0], name, signs) + subrip.escaped(line.words),
                       line.start, line.end, track)
            name = ''


def _mark(line: SubtitleLine, begins: bool, name: str, signs: Signs) -> str:
    mark = prefix(line, bool(name), signs)
    return mark or (GUARD if begins and not name and heading(line.words) else '')


def _parted(lines: list[Line], at: int) -> list[Line]:
    """The lines with the sign between the languages."""
    if at == len(lines):
        return [*lines[:-1], lines[-1]._replace(out=lines[-1].out + SEPARATOR)]
    return [*lines[:at], lines[at]._replace(out=SEPARATOR + lines[at].out), *lines[at + 1:]]
