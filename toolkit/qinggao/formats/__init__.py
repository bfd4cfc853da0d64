"""The formats: each is one module that reads, writes, or both.

A new one: a module here with NAME and SUFFIXES, one line in FORMATS, a test, a row in docs/formats.md. It has

    read(text, path) -> Transcript              the words; what was never said becomes cues, turns, meta.
                                                Raises FileError with the line of what is wrong.
    write(transcript, settings) -> Iterator[Line]   the lines of a page; text in them can forge no structure:
                                                    reading it again gives the same words.
    TIMED = True                                it can only be written where times are known
"""
from __future__ import annotations

from types import ModuleType

from . import ass, markdown, plain_text, subrip, webvtt, whisper_json

FORMATS: dict[str, ModuleType] = {module.NAME: module
                                  for module in (markdown, plain_text, subrip, webvtt, ass, whisper_json)}
READERS: dict[str, str] = {suffix: name for name, module in FORMATS.items() if hasattr(module, 'read')
                           for suffix in module.SUFFIXES}
WRITERS: tuple[str, ...] = tuple(name for name, module in FORMATS.items() if hasattr(module, 'write'))
