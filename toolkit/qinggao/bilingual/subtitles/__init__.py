"""Subtitles in two languages: joint cues, the formats they are written in, and the way back.

A format is a module with NAME, SUFFIXES, TIMED and

    write(bitext, settings) -> Iterator[Line]   its lines; text forges no structure; nothing without times
    read(text, path) -> Bitext | None           None where the file is in one language; raises FileError
"""
from __future__ import annotations

from types import ModuleType

from ..bitext import Bitext
from . import ass, srt, vtt
from .joint import JointCue, cues, is_timed
from .limits import Limits, limits

WRITERS: dict[str, ModuleType] = {module.NAME: module for module in (srt, vtt, ass)}

__all__ = ['WRITERS', 'JointCue', 'Limits', 'cues', 'is_timed', 'limits', 'read']


def read(text: str, name: str, path: str = '') -> Bitext | None:
    """A file of subtitles whose cues hold two languages, as two tracks with their times, a pair a cue; None where it
    is in one language, or in no format of subtitles. Raises `FileError` for a broken one."""
    module = WRITERS.get(name)
    found: Bitext | None = module.read(text, path) if module else None
    return found
