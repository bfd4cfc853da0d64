"""json: what the tools that run Whisper write, and the same written again from cleaned words.

Read: openai-whisper and its API, faster-whisper, whisperX, whisper-timestamped, whisper.cpp, Hugging Face's pipeline.
Written: a segment a line, times in seconds; words where they were timed.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..errors import FileError
from ..settings import Settings
from ..transcript import Cue, Transcript
from .json_page import lines
from .json_shapes import Piece
from .json_source import Source, load
from .page import Line
from .words import Gathering

NAME = 'json'
SUFFIXES = ('.json',)

_LISTS = ('segments', 'transcription', 'chunks')    # OpenAI's and all who follow; whisper.cpp; Hugging Face
_BARE = frozenset(['text', 'words', 'language', 'duration', 'task', 'usage'])     # OpenAI's API asked for no segments


def read(text: str, path: str = '') -> Transcript:
    """A segment a line, a cue a segment, or a cue a word where words have times that its text bears out.

    Raises `FileError` with a line for what is no JSON, no transcript, or has times or probabilities that can be none.
    """
    source = load(text, _LISTS, path)
    elements = source.elements
    if elements is None and isinstance(source.fields.get('text'), str) and _BARE.issuperset(source.fields):
        elements = [(source.fields, 1)]
    if elements is None:
        raise FileError('no transcript: there is no list of segments in it', path=path, line=1, cure='leave it out')
    duration = Piece({'end': source.fields.get('duration'), 'start': 0}, 'the audio', path, 1).times(0)
    length = duration.finish if duration else 0
    gathering, last = Gathering(), 0
    for number, (element, line) in enumerate(elements, 1):
        segment = Piece(element, f'segment {number}', path, line)
        last = _add(gathering, segment, line, last, length)
    return gathering.transcript({'format': NAME, **_language(source), **({'duration': length} if length else {}),
                                 **_besides(source, path)})


def _besides(source: Source, path: str) -> dict[str, object]:
    """Speech without words, and words that were taken out, where our own file lists them."""
    found: dict[str, object] = {}
    gaps, dropped = source.fields.get('gaps'), source.fields.get('dropped')
    if isinstance(gaps, list) and gaps:
        pieces = (Piece({'timestamp': gap}, 'a gap', path, 1).times(0) for gap in gaps)
        found['gaps'] = tuple((times.begin, times.finish) for times in pieces if times)
    if isinstance(dropped, list) and dropped:
        read = [Piece(one, 'a dropped segment', path, 1) for one in dropped]
        found['dropped'] = tuple((*times, piece.text()) for piece in read if (times := piece.times(0)))
    return found


def _language(source: Source) -> dict[str, str]:
    """The language, which whisper.cpp names among its results."""
    result = source.fields.get('result')
    named = source.fields.get('language', result.get('language') if isinstance(result, dict) else None)
    return {'language': named} if isinstance(named, str) and named else {}


def _add(gathering: Gathering, segment: Piece, line: int, last: int, duration: int) -> int:
    """One segment; when it begins. None begins before the ``last``: that would be two recordings in one file."""
    said, times, sure = segment.text(), segment.times(duration), segment.probability()
    if times and times.begin < last:
        raise segment.error('begins before the one before it', 'sort its segments by time')
    speaker, doubt = segment.name('speaker'), segment.name('doubt') or ''
    cues = _word_cues(segment, said, duration, doubt)
    if said:
        gathering.turn(speaker or '', again=speaker == '')
        start, end = gathering.add(said, line=line)
        if not cues and times:
            cues = [Cue(0, end - start, *times, sure, doubt)]
        for cue in cues:
            begin = max(cue.begin, gathering.cues[-1].begin if gathering.cues else 0)
            gathering.cues.append(cue._replace(start=start + cue.start, end=start + cue.end, begin=begin,
                                               finish=max(begin, cue.finish)))
    return times.begin if times else last


def _word_cues(segment: Piece, said: str, duration: int, doubt: str) -> list[Cue]:
    """Cues of the words, counted from where the segment starts; none unless they make up all of its text.

    One without times, such as a number that whisperX could not align, shares the cue of its neighbour.
    """
    cues: list[Cue] = []
    at = last = 0
    for word in segment.words_of():
        text, times, sure = word.text('word'), word.times(duration), word.probability()
        if times and times.begin < last:
            raise word.error('begins before the one before it')
        start = at + said.startswith(' ', at)
        if not said.startswith(text, start):
            return []
        at = start + len(text) if text else at
        if times and text:
            cues.append(Cue(start if cues else 0, at, *times, sure, doubt))
            last = times.begin
        elif cues:
            cues[-1] = cues[-1]._replace(end=at)
    return cues if at == len(said) else []


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """A segment a line of the text. Times are in seconds with three decimals, and left out where none are known."""
    return lines(transcript)
