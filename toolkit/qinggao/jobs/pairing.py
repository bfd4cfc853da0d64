"""Which recording each old transcript is of: by what it says itself, by its path, or by its name."""
from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import FileError, QinggaoError
from ..files import read_text
from ..settings import Settings
from ..site import front_matter
from .plan import Job, shown

FIELD = 'audio'     # of the front matter or the sidecar
_FEW = 3            # candidates that an error names
_PLAIN = Settings()


class Pair(NamedTuple):
    """A job and the recording it is of."""

    job: Job
    audio: Path


class Pairing(NamedTuple):
    """Pairs in the order of the jobs; jobs without a recording, and why; recordings that no job is of."""

    pairs: tuple[Pair, ...]
    errors: tuple[QinggaoError, ...]
    alone: tuple[str, ...]


def paired(jobs: Iterable[Job], root: Path, audio: Path, suffixes: Collection[str],
           settings: Settings = _PLAIN) -> Pairing:
    """The recordings, files under ``audio`` that end in one of the ``suffixes``, that the transcripts under ``root``
    are of.

    A transcript may name its own in a field `audio:` of its front matter or sidecar: a path from its own folder or
    from ``audio``. (An address of the net there is no file and says nothing.) Else the one at the same path, whatever
    its ending, else the only one of that name anywhere: talk.mp3 for talk.srt or talk.mp3.srt. Several are an error,
    never a choice. One recording may have several transcripts. Raises `FileError` where ``audio`` is no folder.
    """
    if not audio.is_dir():
        raise FileError('no such folder' if not audio.exists() else 'not a folder', path=shown(audio),
                        cure='name the folder of the recordings')
    there = _Recordings(audio, suffixes, settings)
    pairs, errors = list[Pair](), list[QinggaoError]()
    for job in jobs:
        try:
            pairs.append(Pair(job, there.of(job.path, root)))
        except QinggaoError as error:
            errors.append(error if error.path else error.at(shown(job.path)))
    taken = {os.path.realpath(pair.audio) for pair in pairs}
    alone = (shown(path) for path in there.files if os.path.realpath(path) not in taken)
    return Pairing(tuple(pairs), (*there.errors, *errors), tuple(alone))


class _Recordings:
    """The recordings under a folder, by path and by name."""

    def __init__(self, root: Path, suffixes: Collection[str], settings: Settings) -> None:
        self._root, self._settings = root, settings
        self.errors: list[FileError] = []
        self.files = [path for path in self._walk() if path.suffix.lower() in suffixes]
        self._real = {os.path.realpath(file): file for file in self.files}
        self._at: defaultdict[str, list[Path]] = defaultdict(list)
        self._named: defaultdict[str, list[Path]] = defaultdict(list)
        for path in self.files:
            relative = path.relative_to(root)
            for name in {relative, relative.with_suffix('')}:
                self._at[_plain(name)].append(path)
                self._named[_plain(name.name)].append(path)

    def of(self, path: Path, root: Path) -> Path:
        """The recording of a transcript; raises `FileError` where there is none, or more than one."""
        own = self._as_said(path)
        if own:
            return own
        inside = path != root and path.is_relative_to(root)     # the root may be the one file that was named
        bare = (path.relative_to(root) if inside else Path(path.name)).with_suffix('')
        for found in self._at[_plain(bare)], self._named[_plain(bare.name)]:
            if len(found) == 1:
                return found[0]
            if found:
                raise FileError(f'{len(found)} recordings may be meant: {_some(found)}',
                                cure=f'name the right one in its front matter or sidecar: {FIELD}: PATH')
        raise FileError(f'no recording of that name under {shown(self._root)}',
                        cure=f'rename it, or name it in its front matter or sidecar: {FIELD}: PATH')

    def _as_said(self, path: Path) -> Path | None:
        """The recording that a transcript names; raises `FileError` for a file that is none of these."""
        said = _field(path, self._settings)
        if not said or '://' in said:
            return None
        for folder in path.parent, self._root:
            if found := self._real.get(os.path.realpath(folder / said)):
                return found
        raise FileError(f'names {said!r}, which is no recording under {shown(self._root)}', cure='correct its field')

    def _walk(self) -> Iterator[Path]:
        """The files under the root, in a stable order, hidden ones left out."""
        for folder, names, files in os.walk(self._root, onerror=self._refused):
            names[:] = sorted(name for name in names if not name.startswith('.'))
            yield from (Path(folder, name) for name in sorted(files) if not name.startswith('.'))

    def _refused(self, error: OSError) -> None:
        reason = (error.strerror or '').lower()
        self.errors.append(FileError(f'cannot be read: {reason}', path=shown(error.filename), cure='check its rights'))


def _field(path: Path, settings: Settings) -> str:
    """What a transcript says of its recording: in its front matter, else in its sidecar."""
    fields: dict[str, object] = {}
    beside = path.with_suffix('.yaml')
    if beside.is_file():
        fields = dict(front_matter.sidecar(read_text(beside), shown(beside)))
    if path.suffix.lower() in ('.md', '.markdown'):
        fields.update(front_matter.split(read_text(path, settings.encoding, settings.max_megabytes), shown(path))[2])
    said = fields.get(FIELD, '')
    if not isinstance(said, str):
        raise FileError(f'its field {FIELD} is no path', cure='name one recording')
    return said


def _plain(path: Path | str) -> str:
    """A path as it is compared: file systems spell one accent in two ways."""
    return unicodedata.normalize('NFC', os.fspath(path))


def _some(paths: Sequence[Path]) -> str:
    more = f' and {len(paths) - _FEW} more' if len(paths) > _FEW else ''
    return ', '.join(map(shown, paths[:_FEW])) + more
