"""What was heard in one file: segments with times, how sure, and what is doubtful."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..edits import Revision
from ..transcript import Cue, Transcript


class Word(NamedTuple):
    """A word, or a piece of one, with the times of its segment's clock; milliseconds, probability from 0 to 1."""

    text: str
    begin: int
    finish: int
    probability: float


class Segment(NamedTuple):
    """What was said in one breath: milliseconds on the file's own clock, probability from 0 to 1."""

    text: str
    begin: int
    finish: int
    probability: float
    words: tuple[Word, ...] = ()    # their texts make the segment's, where times of words were asked for
    doubt: str = ''                 # names of the guard's checks, a space between: `loop`, `pace unsure`


class Heard(NamedTuple):
    """One recording, heard."""

    segments: tuple[Segment, ...]
    language: str                       # as Whisper names it: zh, en
    language_probability: float
    duration: int                       # of the audio, milliseconds
    gaps: tuple[tuple[int, int], ...] = ()  # where speech was found and no words were heard: begin, finish
    dropped: tuple[Segment, ...] = ()       # words that the guard took out: nobody speaks there


def transcript_of(heard: Heard, meta: Mapping[str, object]) -> Transcript:
    """A transcript, one segment a line; a cue a segment, or a cue a word where times of words are known.

    >>> said = Segment('大家好', 0, 900, .9), Segment('今天讲茶', 1200, 2000, .5, doubt='unsure')
    >>> heard = Heard(said, 'zh', 1., 2400)
    >>> t = transcript_of(heard, {})
    >>> t.text, t.cues[1].begin, t.cues[1].doubt
    ('大家好\\n今天讲茶', 1200, 'unsure')
    """
    lines: list[str] = []
    cues: list[Cue] = []
    at = 0
    for segment in heard.segments:
        line = ' '.join(segment.text.split())
        if not line:
            continue
        cues += _cues(segment, line, at)
        lines.append(line)
        at += len(line) + 1
    own = {'format': 'audio', 'language': heard.language, 'duration': heard.duration, 'gaps': heard.gaps,
           'dropped': tuple((one.begin, one.finish, one.text) for one in heard.dropped)}
    return Transcript(Revision('\n'.join(lines)), tuple(cues), meta={**own, **meta})


def _cues(segment: Segment, line: str, start: int) -> list[Cue]:
    """A cue a word, where each can be found in the line; else one for all of it."""
    cues, at = [], 0
    for word in segment.words:
        text = ' '.join(word.text.split())
        found = line.find(text, at) if text else -1
        if found != at + (line[at:at + 1] == ' '):
            break
        at = found + len(text)
        cues.append(Cue(start + found, start + at, word.begin, word.finish, word.probability, segment.doubt))
    if cues and at == len(line):
        # Time stamps are surer than where attention rests: they say when the first word begins and the last one ends.
        cues[0] = cues[0]._replace(begin=segment.begin)
        cues[-1] = cues[-1]._replace(finish=segment.finish)
        return cues
    return [Cue(start, start + len(line), segment.begin, segment.finish, segment.probability, segment.doubt)]
