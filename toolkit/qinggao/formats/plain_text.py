"""txt: raw transcripts in every shape recognisers and captions leave them; fair copies as paragraphs.

Read: a segment a line, paragraphs, `[Speaker 1]: ` lines, `>>` where the speaker changes, one word a line,
an SRT with its numbers and times left in. Written: paragraphs parted by blank lines, nothing else; a
speaker as `[Name]: ` where a turn begins.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..layout import joined, paragraphs
from ..layout.joining import has_han
from ..patterns import lazy
from ..settings import Settings
from ..transcript import Transcript
from . import subrip
from .page import Line
from .words import Gathering

NAME = 'txt'
SUFFIXES = ('.txt',)

GUARD = '\u2060'  # an invisible word joiner: the paragraph behind it is words, however it looks

_LABEL = lazy(r'\[([^\W\d_][^\[\]:：\n]{0,23})\][:：] ?')
_CHANGE = lazy(r'(?:^|(?<=\s))>>+ *')
_STRUCTURE = lazy(rf'{GUARD}|\[[^\[\]\n]{{1,40}}\][:：]|>>|\d+\s*$|.*-->')
_ONE_WORD = lazy(r'\s*[^\s\u2e80-\uffef]+\s*')


def read(text: str, path: str = '') -> Transcript:
    """The words of a raw transcript; structure that was never said becomes cues and turns."""
    if subrip.looks_like(text):
        return subrip.read(text, path)
    gathering = Gathering()
    for line in _segments(text):
        _add(gathering, line)
    return gathering.transcript({'format': NAME})


def _segments(text: str) -> list[str]:
    lines = text.split('\n')
    if _is_one_word_a_line(lines):
        return _captions(lines)
    return _without_idle_blanks(lines)


def _is_one_word_a_line(lines: list[str]) -> bool:
    full = [line for line in lines if line.strip()]
    return len(full) >= 20 and sum(bool(_ONE_WORD.fullmatch(line)) for line in full) > 0.7 * len(full)


def _captions(lines: list[str]) -> list[str]:
    """One word a line, captions parted by blank lines: a caption a segment."""
    captions, words = [], list[str]()
    for line in [*lines, '']:
        if line.strip():
            words.append(line.strip())
        elif words:
            captions.append(' '.join(words))
            words = []
    return captions


def _without_idle_blanks(lines: list[str]) -> list[str]:
    """Where nearly every segment stands between blank lines they part no paragraphs."""
    full = [line for line in lines if line.strip()]
    short = sum(len(line) < 40 and line.rstrip()[-1] not in '。！？.!?”」' for line in full)
    alone = sum(bool(a.strip()) and not b.strip() for a, b in pairwise(lines))
    return full if len(full) >= 20 and alone > 0.9 * len(full) and short > 0.8 * len(full) else lines


def _add(gathering: Gathering, line: str) -> None:
    """One line, in parts where speakers change."""
    label = _LABEL.match(line)
    if label:
        gathering.turn(label[1])
        line = line[label.end():]
    if line.startswith(GUARD):
        line = line[1:]
    elif (not label and not has_han(line)) or (not label and line.startswith('>>')):
        *earlier, line = _CHANGE.split(line)
        for part in earlier:
            if part.strip():
                gathering.add(part.rstrip())
            gathering.turn('', again=True)
    gathering.add(line)


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """Paragraphs, a blank line between two."""
    text = transcript.text
    for number, (start, end, speaker) in enumerate(paragraphs(transcript)):
        if number:
            yield Line('')
        words = joined(text[start:end], settings.spaces)
        guard = GUARD if _STRUCTURE.match(words) or '>>' in words else ''
        yield Line((f'[{speaker}]: ' if speaker else '') + guard + words, start, end)
