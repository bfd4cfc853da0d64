"""A file as what it is: a talk in one language, or one that holds both already."""
from __future__ import annotations

from os import PathLike
from pathlib import Path

from ..files import read_text
from ..formats import READERS
from ..library import read, with_sidecar
from ..site.profile import Profile
from ..transcript import Transcript
from . import bitext_json, pages, subtitles
from .bitext import Bitext


def read_talk(path: str | PathLike[str], encoding: str = '', max_megabytes: int = 64,
              profile: Profile | None = None) -> Bitext | Transcript:
    """A bitext from a page with folded originals or columns, from subtitles with two languages in a cue, or from what
    `qinggao align` wrote; a transcript from anything else that `read` understands. ``profile``: of the site, whose
    labels stand over originals; without one the shipped one. Raises `FileError`.
    """
    file = Path(path)
    found = _both(file, read_text(file, encoding, max_megabytes), profile) if file.suffix.lower() in _KINDS else None
    if found is None:
        return read(file, encoding, max_megabytes)
    return found._replace(first=with_sidecar(found.first, file))


def _both(path: Path, text: str, profile: Profile | None) -> Bitext | None:
    kind = _KINDS[path.suffix.lower()]
    if kind == 'json':
        return bitext_json.read(text, str(path)) if bitext_json.looks_like(text) else None
    if kind == 'md':
        return pages.read(text, str(path), profile)
    return subtitles.read(text, kind, str(path))


_KINDS = {suffix: name for suffix, name in READERS.items() if name in ('json', 'md', 'srt', 'vtt', 'ass')}
