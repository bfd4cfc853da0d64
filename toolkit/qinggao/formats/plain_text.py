"""txt: raw transcripts in every shape recognisers and captions leave them; fair copies as paragraphs.

Read: a segment a line, paragraphs, `[Speaker 1]: ` and `主持人：` lines, `>>` where the speaker changes, one
word a line, lines that begin with their times as Whisper prints them, an SRT or WebVTT left in.
Written: paragraphs parted by blank lines, nothing else; a speaker as `[Name]: ` where a turn begins.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..blocks import is_raw
from ..layout import joined, paragraphs
from ..patterns import lazy
from ..protect import protected
from ..settings import Settings
from ..transcript import Cue, Transcript
from . import subrip, webvtt
from .cues import TIMING, times
from .page import Line
from .speakers import NAME as _NAME
from .speakers import Signs, changes, labels, parted
from .words import Gathering

NAME = 'txt'
SUFFIXES = ('.txt',)

GUARD = '\u2060'  # an invisible word joiner: the paragraph behind it is words, however it looks

_LABEL = lazy(r'\[([^\W\d_][^\[\]:：\n]{0,23})\][:：] ?')
_STAMP = lazy(r'\[([\d:.,]+ +--> +[\d:.,]+)\] *')
_STRUCTURE = lazy(rf'{GUARD}|\[[^\[\]\n]{{1,40}}\][:：]|>>|\d+\s*$|.*-->|WEBVTT')
_ONE_WORD = lazy(r'\s*[^\s\u2e80-\uffef]+\s*')


def read(text: str, path: str = '') -> Transcript:
    """The words of a raw transcript; structure that was never said becomes cues and turns."""
    if subrip.looks_like(text):
        return subrip.read(text, path)
    if webvtt.looks_like(text):
        return webvtt.read(text, path)
    gathering = Gathering()
    numbers, lines = _segments(text)
    if _is_timed(lines):
        _add_timed(gathering, numbers, lines, path)
    else:
        signs = Signs(_label_of(lines), changes(lines))
        for number, line in zip(numbers, lines):
            _add(gathering, line, signs, number)
    return gathering.transcript({'format': NAME})


def _segments(text: str) -> tuple[Sequence[int], list[str]]:
    """The segments, each with the number of the line on which it begins."""
    lines = text.split('\n')
    if _is_one_word_a_line(lines):
        return _captions(lines)
    return _without_idle_blanks(lines)


def _is_one_word_a_line(lines: list[str]) -> bool:
    full = [line for line in lines if line.strip()]
    return len(full) >= 20 and sum(bool(_ONE_WORD.fullmatch(line)) for line in full) > 0.7 * len(full)


def _captions(lines: list[str]) -> tuple[list[int], list[str]]:
    """One word a line, captions parted by blank lines: a caption a segment."""
    numbers, captions, words = [], [], list[str]()
    for number, line in enumerate([*lines, ''], 1):
        if line.strip():
            words.append(line.strip())
        elif words:
            numbers.append(number - len(words))
            captions.append(' '.join(words))
            words = []
    return numbers, captions


def _without_idle_blanks(lines: list[str]) -> tuple[Sequence[int], list[str]]:
    """Where nearly every segment stands between blank lines they part no paragraphs."""
    full = [line for line in lines if line.strip()]
    short = sum(len(line) < 40 and line.rstrip()[-1] not in '。！？.!?”」' for line in full)
    alone = sum(bool(a.strip()) and not b.strip() for a, b in pairwise(lines))
    if len(full) >= 20 and alone > 0.9 * len(full) and short > 0.8 * len(full):
        return [number for number, line in enumerate(lines, 1) if line.strip()], full
    return range(1, len(lines) + 1), lines


def _is_timed(lines: list[str]) -> bool:
    """Whether each line begins with its times, as Whisper and whisper.cpp print them."""
    full = [line for line in lines if line.strip()]
    return bool(full) and all(_STAMP.match(line) for line in full)


def _add_timed(gathering: Gathering, numbers: Sequence[int], lines: list[str], path: str) -> None:
    for number, line in zip(numbers, lines):
        stamp = _STAMP.match(line)
        timing = TIMING.match(stamp[1]) if stamp else None
        words = line[stamp.end():].strip() if stamp else ''
        if timing and words:
            gathering.cues.append(Cue(*gathering.add(words, line=number), *times(timing, path, number)))


def _label_of(lines: list[str]) -> re.Pattern[str]:
    """What a speaker's label looks like here."""
    named = labels(lines, sum(bool(line.strip()) for line in lines))
    return re.compile(f'{_LABEL.pattern}|{named.pattern}')


def _add(gathering: Gathering, line: str, signs: Signs, number: int) -> None:
    """One line, in parts where speakers change."""
    label = signs.names.match(line)
    if label:
        gathering.turn(label[label.lastindex or 1])
        line = line[label.end():]
    earlier = list[str]()
    if line.startswith(GUARD):
        line = line[1:]
    elif not label:
        *earlier, line = parted(line, signs.changes)
    for part in earlier:
        if part.strip():
            gathering.add(part.rstrip(), line=number)
        gathering.turn('', again=True)
    if line or not earlier:
        gathering.add(line, line=number)


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """Paragraphs, a blank line between two; lists, tables and code of a page keep their lines. A raw transcript, as
    recognisers leave it, keeps all of them: where lines end tells where somebody paused."""
    if transcript.meta.get('raw'):
        yield from _a_line_each(transcript)
        return
    text, is_page = transcript.text, transcript.meta.get('format') == 'md'
    to_text = transcript.offsets.to_text
    marked = {to_text.first(start) for start, _ in protected(transcript).protected} if is_page else set[int]()
    for number, (start, end, speaker) in enumerate(paragraphs(transcript)):
        if number:
            yield Line('')
        label = f'[{speaker}]: ' if speaker else ''
        if is_page and (start in marked or not is_raw(text[start:end])):
            yield from _as_they_stand(text, start, end, label)
        else:
            words = joined(text[start:end], settings.spaces)
            yield Line(label + _guarded(words), start, end)


def _a_line_each(transcript: Transcript) -> Iterator[Line]:
    """A line a segment."""
    at, before = 0, ''
    for line in transcript.text.split('\n'):
        speaker = transcript.speaker_at(at)
        label = f'[{speaker}]: ' if speaker and speaker != before else ''
        yield Line(label + _guarded(line), at, at + len(line)) if line else Line('')
        at, before = at + len(line) + 1, speaker


def _as_they_stand(text: str, start: int, end: int, label: str) -> Iterator[Line]:
    for line in text[start:end].split('\n'):
        yield Line(label + _guarded(line), start, start + len(line))
        start += len(line) + 1
        label = ''


def _guarded(words: str) -> str:
    """Words that would be read as something else begin with a mark nobody sees."""
    return (GUARD if _STRUCTURE.match(words) or _NAME.match(words) or '>>' in words else '') + words
