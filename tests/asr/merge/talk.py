"""What a recogniser might have heard, spoken at an even pace."""
from __future__ import annotations

from collections.abc import Iterable

from qinggao.asr.heard import Heard, Segment, Word, transcript_of
from qinggao.asr.merge import Merged, merge
from qinggao.library import parsed
from qinggao.rulebook.shipped import shipped
from qinggao.transcript import Transcript

PACE, PAUSE = 200, 300      # milliseconds a character, and between two segments

Said = tuple[str, float] | tuple[str, float, str] | int


def heard(*said: Said, words: bool = False, gaps: Iterable[tuple[int, int]] | None = ()) -> Transcript:
    """Segments with their probability, and doubt if any; a number is a silence of so many milliseconds."""
    segments, now = list[Segment](), 0
    for one in said:
        if isinstance(one, int):
            now += one
            continue
        text, sure, *doubt = one
        parts = tuple(Word(char, now + i * PACE, now + (i + 1) * PACE, sure) for i, char in enumerate(text))
        segments.append(Segment(text, now, now + len(text) * PACE, sure, parts if words else (), ' '.join(doubt)))
        now += len(text) * PACE + PAUSE
    meta = {'gaps': None if gaps is None else tuple(gaps)}
    return transcript_of(Heard(tuple(segments), 'zh', 1., now), meta)


def raw(text: str, form: str = 'txt') -> Transcript:
    """An old transcript as its reader reads it."""
    return parsed(text, form)


def merged(old: str, *said: Said, form: str = 'txt', names: Iterable[str] = (), force: bool = False) -> Merged:
    """An old text merged with what was heard."""
    return merge(raw(old, form), heard(*said), rulebook=shipped(), names=names, force=force)
