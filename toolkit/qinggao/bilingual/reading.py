"""A file as what it is: a talk in one language, or one that holds both already."""
from __future__ import annotations

from pathlib import Path

from ..files import read_text
from ..formats import READERS
from ..library import read, with_sidecar
from ..transcript import Transcript
from . import bitext_json, pages, subtitles
from .bitext import Bitext


def read_talk(path: Path, encoding: str = '', max_megabytes: int = 64) -> Bitext | Transcript:
    """A bitext from a page with folded originals or columns, from subtitles with two languages in a cue, or from what
    `qinggao align` wrote; a transcript from anything else that `read` understands. Raises `FileError`.
    """
    found = _both(path, read_text(path, encoding, max_megabytes)) if path.suffix.lower() in _KINDS else None
    if found is None:
        return read(path, encoding, max_megabytes)
    return found._replace(first=with_sidecar(found.first, path))


def _both(path: Path, text: str) -> Bitext | None:
    kind = _KINDS[path.suffix.lower()]
    if kind == 'json':
        return bitext_json.read(text, str(path)) if bitext_json.looks_like(text) else None
    if kind == 'md':
        return pages.read(text, str(path))
    return subtitles.read(text, kind, str(path))


_KINDS = {suffix: name for suffix, name in READERS.items() if name in ('json', 'md', 'srt', 'vtt', 'ass')}
