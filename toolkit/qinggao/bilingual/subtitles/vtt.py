"""WebVTT in two languages: one cue with both, the first above, the second's lines in `<lang>` of the standard."""
from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator

from ...errors import UsageError
from ...formats import webvtt
from ...formats.cues import clock, prefix, signs_of
from ...formats.page import Line
from ...patterns import lazy
from ...settings import Settings
from ..bitext import Bitext
from ..languages import language
from .joint import cues
from .raw import Raw, Reading, at_one_time
from .srt import of_lines

NAME = webvtt.NAME
SUFFIXES = webvtt.SUFFIXES
TIMED = True

_HEADER = lazy(r'\ufeff?WEBVTT[^\n]*\n(?:(?!Language:)[^\n]+\n)*Language:[ \t]*([\w-]+)')
_LANG = lazy(r'(?:<v[^<>]*>)?<lang ([\w-]+)>.*</lang>$')


def read(text: str, path: str = '') -> Bitext | None:
    """The two tracks of a file; None where it has one. Raises `FileError`."""
    if not webvtt.looks_like(text):
        return None
    timed = sorted(webvtt.timed_lines(text, path), key=lambda cue: cue[0])
    if any(webvtt.STAMP.search(line) for *_, lines in timed for line in lines):
        return None     # rolling captions: each line stands in three cues
    languages = _languages(text, [line for *_, lines in timed for line in lines])
    found = [_raw(*cue) for cue in timed]
    if languages is None:
        bare = [cue._replace(lines=list(filter(None, map(str.strip, cue.lines)))) for cue in found]
        return of_lines(bare, NAME) or of_lines(at_one_time(bare), NAME)
    signs = signs_of([cue.lines for cue in found], any(cue.speaker for cue in found))
    return Reading(signs).bitext(found, NAME, languages)


def _languages(text: str, lines: list[str]) -> tuple[str, str] | None:
    """What the file says of its languages: the first in its header, the second where its lines stand."""
    header, seconds = _HEADER.match(text), Counter(found[1] for line in lines if (found := _LANG.match(line)))
    if not header or len(seconds) != 1:
        return None
    try:
        return language(header[1]), language(next(iter(seconds)))
    except UsageError:
        return None


def _raw(begin: int, finish: int, number: int, lines: list[str]) -> Raw:
    voice = webvtt.VOICE.match(lines[0]) if lines else None
    first = next((n for n, line in enumerate(lines) if _LANG.match(line)), len(lines))
    return Raw(begin, finish, number, [webvtt.plain(line) for line in lines], first,
               html.unescape(voice[1]).strip() if voice else '')


def write(bitext: Bitext, settings: Settings) -> Iterator[Line]:
    """WEBVTT, the language of the first track, and the cues; voices named."""
    shown = cues(bitext, settings)
    signs = signs_of([[line.words for line in (*cue.first, *cue.second)] for cue in shown],
                     any(cue.speaker for cue in shown))
    yield Line('WEBVTT')
    yield Line(f'Language: {bitext.languages[0]}')
    for cue in shown:
        yield Line('')
        yield Line(f'{clock(cue.begin, ".")} --> {clock(cue.finish, ".")}')
        name = webvtt.voice(cue.speaker)
        for track, lines in enumerate((cue.first, cue.second)):
            opens, closes = (f'<lang {bitext.languages[1]}>', '</lang>') if track else ('', '')
            for line in lines:
                words = prefix(line, bool(cue.speaker), signs) + webvtt.escaped(line.words)
                yield Line(name + opens + words + closes, line.start, line.end, track)
                name = ''
