"""vtt: WebVTT, with voices; YouTube's rolling captions are read word by word."""
from __future__ import annotations

import html
from collections.abc import Iterator

from ..errors import FileError
from ..layout import subtitles
from ..patterns import lazy
from ..settings import Settings
from ..transcript import Cue, Transcript
from .cues import TIMING, by_turns, clock, milliseconds, prefix, refuse_bad_times, signs_of, times, unwrapped
from .page import Line
from .speakers import Signs
from .words import Gathering, Part

NAME = 'vtt'
SUFFIXES = ('.vtt',)
TIMED = True

VOICE = lazy(r'<v(?:\.[\w.]+)?[ \t]+([^<>]*)>')
STAMP = lazy(r'<(?:(\d{1,4}):)?(\d\d):(\d\d)\.(\d{3})>')
_TAG = lazy(r'</?[^<>\n]*>')
_START = lazy(r'\ufeff?WEBVTT(?:[ \t][^\n]*)?\n')


def looks_like(text: str) -> bool:
    """Whether a text begins as WebVTT does, and has times."""
    return bool(_START.match(text)) and '-->' in text


def read(text: str, path: str = '') -> Transcript:
    """One cue a line of the source; NOTE, STYLE and REGION blocks were never said. Raises `FileError`."""
    if not text.lstrip('\ufeff').startswith('WEBVTT'):
        raise FileError('no WEBVTT on the first line', path=path, line=1, cure='add it, or name the file .srt')
    cues = sorted(timed_lines(text, path), key=lambda cue: cue[0])
    gathering = Gathering()
    if any(STAMP.search(line) for *_, lines in cues for line in lines):
        _add_rolling(gathering, cues)
    else:
        voices = any(VOICE.search(line) for *_, lines in cues for line in lines)
        signs = signs_of([[plain(line) for line in lines] for *_, lines in cues], voices)
        for cue in cues:
            _add(gathering, *cue, signs)
    return gathering.transcript({'format': NAME})


def timed_lines(text: str, path: str) -> Iterator[tuple[int, int, int, list[str]]]:
    """Begin, finish, the number of the first line of words, and the lines."""
    lines = text.split('\n')
    number = 0
    while number < len(lines):
        found = TIMING.match(lines[number]) if '-->' in lines[number] else None
        number += 1
        if found is None:
            if '-->' in lines[number - 1]:
                refuse_bad_times('', lines[number - 1], path, number)
            continue
        begin, finish = times(found, path, number)
        first, words = number + 1, []
        while number < len(lines) and lines[number] != '':
            words.append(lines[number])
            number += 1
        yield begin, finish, first, words


def _add(gathering: Gathering, begin: int, finish: int, line: int, lines: list[str], signs: Signs) -> None:
    """A cue; where two voices share it, its time is theirs in proportion to their words."""
    voices = list(_voices('\n'.join(lines), signs))
    lengths = [sum(len(part.words) for part in parts) for parts in voices]
    total, done = sum(lengths) or 1, 0
    for parts, length in zip(voices, lengths):
        first, done = begin + (finish - begin) * done // total, done + length
        gathering.cue(parts, first, begin + (finish - begin) * done // total, line)


def _voices(text: str, signs: Signs) -> Iterator[list[Part]]:
    """What each voice says, in order; where none is named, by turns."""
    pieces = VOICE.split(text)
    for name, words in (('', pieces[0]), *zip(pieces[1::2], pieces[2::2])):
        speaker, lines = html.unescape(name).strip(), [plain(line) for line in words.split('\n')]
        yield [Part(unwrapped(lines), speaker)] if speaker else by_turns(lines, signs)


def plain(text: str) -> str:
    """A line without tags, its entities resolved."""
    return html.unescape(_TAG.sub('', text))


def _add_rolling(gathering: Gathering, cues: list[tuple[int, int, int, list[str]]]) -> None:
    """YouTube shows each line twice more while the next one is spoken: what stood there before is not said again."""
    shown = ''
    for begin, finish, first, lines in cues:
        for number, line in enumerate(lines, first):
            words = plain(line).strip()
            if not words or (words == shown and not STAMP.search(line)):
                continue
            _add_line(gathering, begin, finish, line, number)
            shown = words


def _add_line(gathering: Gathering, begin: int, finish: int, line: str, number: int) -> None:
    """One rolling line, a cue a word; none is said before or after the cue that shows it."""
    parts = STAMP.split(html.unescape(VOICE.sub('', line)))
    said = [(begin, parts[0]), *((milliseconds(*parts[i:i + 4]), parts[i + 4]) for i in range(1, len(parts), 5))]
    words = [(min(max(at, begin), finish), _TAG.sub('', part)) for at, part in said]
    for (at, word), (stop, after) in zip(words, [*words[1:], (finish, '\n')]):
        if word.lstrip().startswith('>>'):
            gathering.turn('', again=True)
            word = word.lstrip(' >')
            if not word:      # the sign alone: a line ended before it
                continue
        ends = after == '\n' or after.lstrip().startswith('>>')
        parted = '\n' if ends else ' ' if word.endswith(' ') or after.startswith(' ') else ''
        span = gathering.add(word.strip(), parted, number)
        if word.strip():
            gathering.cues.append(Cue(*span, at, max(at, stop)))


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """WEBVTT and its cues, lines of subtitle width, voices named."""
    yield Line('WEBVTT')
    cues = list(subtitles(transcript, settings))
    voices = any(cue.speaker for cue in cues)
    signs = signs_of([[line.words for line in cue.lines] for cue in cues], voices)
    for cue in cues:
        yield Line('')
        yield Line(f'{clock(cue.begin, ".")} --> {clock(cue.finish, ".")}')
        name = voice(cue.speaker)
        for line in cue.lines:
            yield Line(name + prefix(line, bool(cue.speaker), signs) + escaped(line.words), line.start, line.end)
            name = ''


def voice(speaker: str) -> str:
    """What stands before the words of one who is named."""
    return f'<v {escaped(speaker)}>' if speaker else ''


def escaped(words: str) -> str:
    """Words that form no tag, entity or arrow."""
    return words.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
