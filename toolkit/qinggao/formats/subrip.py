"""srt: SubRip subtitles. No standard escapes text, so that ours cannot forge a cue or a tag is our own care.

Own code, not pysubs2: that loses braces, lets a cue's text forge another cue, and names no line in an error.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import FileError
from ..layout import Subtitle, joined, subtitles
from ..patterns import HAN, lazy
from ..settings import Settings
from ..transcript import Transcript
from .cues import GUARD, TIMING, by_turns, clock, prefix, refuse_bad_times, signs_of, times
from .page import Line
from .speakers import Signs
from .words import Gathering, Part

NAME = 'srt'
SUFFIXES = ('.srt',)
TIMED = True

# A guard stands behind `<` and `{`, and inside `-->`: players read no markup then.
_MARKUP = lazy(r'[<{]|--(?=>)')
_GUARDED = lazy(f'([<{{]|--(?={GUARD}>)){GUARD}')
_TAG = lazy(r'</?(?:[ibus]|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}', re.I)
# A name before an ASCII colon and a space; Chinese prose has a full-width colon and no space.
SPEAKER = lazy(rf"((?:[A-Z][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){{0,3}})|[{HAN}·]{{1,8}}): (?=\S)")
_START = lazy(r'\ufeff?\s*\d+[ \t]*\n[ \t]*(?:\d+:)?\d\d?:\d\d(?:[,.]\d+)?[ \t]*-->')


def looks_like(text: str) -> bool:
    """Whether a text begins as SubRip does: a number, then a line of times."""
    return bool(_START.match(text))


def read(text: str, path: str = '') -> Transcript:
    """One cue a line of the source. Raises `FileError` naming the line where there is no cue or a broken one."""
    gathering = Gathering()
    cues = [(begin, finish, line, [bare(words) for words in lines])
            for begin, finish, line, lines in sorted(timed_lines(text, path), key=lambda cue: cue[0])]
    signs = signs_of([lines for *_, lines in cues])
    for begin, finish, line, lines in cues:
        gathering.cue(_parts(lines, signs), begin, finish, line)
    return gathering.transcript({'format': NAME})


def bare(line: str) -> str:
    """A line without formatting and without the guards that kept its words from being any."""
    return _GUARDED.sub(r'\1', _TAG.sub('', line)).strip()


def _parts(lines: list[str], signs: Signs) -> list[Part]:
    """The words of a cue: those of one who is named, or by turns."""
    parts = by_turns(lines, signs)
    if any(part.speaker for part in parts):
        return parts
    lines = [line for line in lines if line]
    whole = joined('\n'.join([*lines[:1], *(line.removeprefix(GUARD) for line in lines[1:])]))
    named = SPEAKER.match(whole)
    return [Part(whole[named.end():].removeprefix(GUARD), named[1])] if named else parts


def timed_lines(text: str, path: str) -> Iterator[tuple[int, int, int, list[str]]]:
    """Begin, finish, the number of the first line of words, and the lines."""
    lines = text.split('\n')
    timings = list(_timings(lines, path))
    if not timings and text.strip():
        raise FileError('no cue found', path=path, line=1, cure='an srt cue is a number, a line of times, then words')
    for (number, found), (after, _) in zip(timings, [*timings[1:], (len(lines) + 1, None)]):
        begin, finish = times(found, path, number + 1)
        yield begin, finish, number + 2, _words(lines[number + 1:after], last=after > len(lines))


def _timings(lines: list[str], path: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of times, from 0. One that is all the words of a cue is none."""
    last = -2
    for number, line in enumerate(lines):
        if '-->' not in line:
            continue
        refuse_bad_times(lines[number - 1] if number else '', line, path, number + 1)
        found = TIMING.match(line)
        if found and (number > last + 1 or any(map(str.strip, lines[number + 1:number + 2]))):
            yield number, found
            last = number


def _words(lines: list[str], last: bool) -> list[str]:
    """The lines of a cue: all up to the number of the next one."""
    while lines and not lines[-1].strip():
        lines.pop()
    if not last and lines and lines[-1].strip().isdigit():
        lines.pop()
    return lines


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """Numbered cues, lines of subtitle width."""
    cues = list(subtitles(transcript, settings))
    signs = signs_of([[label(cue.speaker) + line.words if line is cue.lines[0] else line.words for line in cue.lines]
                      for cue in cues])
    for number, cue in enumerate(cues, 1):
        yield Line(str(number))
        yield Line(f'{clock(cue.begin)} --> {clock(cue.finish)}')
        name = label(cue.speaker)
        for line in cue.lines:
            mark = prefix(line, bool(name), signs)
            if not (name or mark) and line is cue.lines[0] and SPEAKER.match(_whole(cue)):
                mark = GUARD
            yield Line(name + mark + escaped(line.words), line.start, line.end)
            name = ''
        yield Line('')


def escaped(words: str) -> str:
    """Words that form no tag and no line of times; `bare` takes the guards away again."""
    return _MARKUP.sub(lambda found: found[0] + GUARD, words)


def label(speaker: str) -> str:
    """What stands before the words of one who is named."""
    return f'{speaker}: ' if speaker else ''


def _whole(cue: Subtitle) -> str:
    """The words of a cue as its reader joins them."""
    return joined('\n'.join(line.words for line in cue.lines))
