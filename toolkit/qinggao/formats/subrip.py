"""srt: SubRip subtitles. No standard escapes text, so that ours cannot forge a cue or a tag is our own care.

Own code, not pysubs2: that loses braces, lets a cue's text forge another cue, and names no line in an error.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import FileError
from ..layout import subtitles
from ..patterns import HAN, lazy
from ..settings import Settings
from ..transcript import Cue, Transcript
from .cues import TIMING, clock, times, unwrapped
from .page import Line
from .words import Gathering

NAME = 'srt'
SUFFIXES = ('.srt',)
TIMED = True

_GUARD = '\u2060'  # invisible; behind `<` and `{`, and inside `-->`, it keeps players from reading markup
_MARKUP = lazy(r'[<{]|--(?=>)')
_GUARDED = lazy(f'([<{{]|--(?={_GUARD}>)){_GUARD}')
_TAG = lazy(r'</?(?:[ibus]|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}', re.I)
# A name before an ASCII colon and a space; Chinese prose has a full-width colon and no space.
_SPEAKER = lazy(rf"((?:[A-Z][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){{0,3}})|[{HAN}·]{{1,8}}): (?=\S)")
_START = lazy(r'\ufeff?\s*\d+[ \t]*\n[ \t]*(?:\d+:)?\d\d?:\d\d[,.]\d+[ \t]*-->')


def looks_like(text: str) -> bool:
    """Whether a text begins as SubRip does: a number, then a line of times."""
    return bool(_START.match(text))


def read(text: str, path: str = '') -> Transcript:
    """One cue a line of the source. Raises `FileError` naming the line where there is no cue or a broken one."""
    gathering = Gathering()
    for begin, finish, line, lines in sorted(_cues(text, path), key=lambda cue: cue[0]):
        words = unwrapped([_TAG.sub('', line) for line in lines])
        label = _SPEAKER.match(words)
        gathering.turn(label[1] if label else '')
        words = _GUARDED.sub(r'\1', words[label.end():] if label else words)
        words = words.removeprefix(_GUARD)
        if words:
            gathering.cues.append(Cue(*gathering.add(words, line=line), begin, finish))
    return gathering.transcript({'format': NAME})


def _cues(text: str, path: str) -> Iterator[tuple[int, int, int, list[str]]]:
    """Begin, finish, the number of the first line of words, and the lines."""
    lines = text.split('\n')
    timings = [(number, found) for number, line in enumerate(lines) if '-->' in line and (found := TIMING.match(line))]
    if not timings and text.strip():
        raise FileError('no cue found', path=path, line=1, cure='an srt cue is a number, a line of times, then words')
    for (number, found), (after, _) in zip(timings, [*timings[1:], (len(lines) + 1, None)]):
        begin, finish = times(found, path, number + 1)
        yield begin, finish, number + 2, _words(lines[number + 1:after], last=after > len(lines))


def _words(lines: list[str], last: bool) -> list[str]:
    """The lines of a cue: all up to the number of the next one."""
    while lines and not lines[-1].strip():
        lines.pop()
    if not last and lines and lines[-1].strip().isdigit():
        lines.pop()
    return lines


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """Numbered cues, lines of subtitle width."""
    for number, cue in enumerate(subtitles(transcript, settings), 1):
        yield Line(str(number))
        yield Line(f'{clock(cue.begin)} --> {clock(cue.finish)}')
        label = f'{cue.speaker}: ' if cue.speaker else ''
        whole = ' '.join(line.words for line in cue.lines)
        for words, start, end in cue.lines:
            words = _MARKUP.sub(lambda found: found[0] + _GUARD, words)
            if start == cue.lines[0].start and (words.startswith(_GUARD) or (not label and _SPEAKER.match(whole))):
                label += _GUARD
            yield Line(label + words, start, end)
            label = ''
        yield Line('')
