"""What there is to do: which inputs, in a stable order, and which outputs each will have."""
from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .. import ledger
from ..errors import FileError
from ..formats import READERS

ABOUT = '.info.json'     # what yt-dlp writes of a video: no transcript


class Job(NamedTuple):
    """One input and the path of its outputs under the output root, without the format's ending."""

    path: Path
    base: Path


class Plan(NamedTuple):
    """Jobs in order, inputs that cannot be done; left alone: how many files of other kinds, and which links."""

    jobs: tuple[Job, ...]
    errors: tuple[FileError, ...]
    others: Counter[str]
    links: tuple[str, ...] = ()       # to folders, and to files outside the folder that was named


def plan(paths: Sequence[str], out: Path, suffixes: Collection[str] = READERS.keys()) -> Plan:
    """The jobs that files and folders ask for; a folder's tree is mirrored under ``out``. Of a folder those files are
    taken that end in one of the ``suffixes``.

    Inputs that would write one output are told apart by their endings (talk.txt.md, talk.srt.md);
    where that does not help both are refused.
    """
    others: Counter[str] = Counter()
    errors: list[FileError] = []
    links: list[str] = []
    found: dict[Path, Path] = {}   # input → its path under the root it was named by
    seen: set[str] = set()
    for name in paths:
        try:
            inputs = list(_inputs(Path(name), out, suffixes, others, errors, links))
        except OSError as problem:
            reason = (problem.strerror or str(problem)).lower()
            errors.append(FileError(reason, path=shown(name)[:200], cure='check its name and rights'))
            continue
        for path, relative in inputs:
            if (place := os.path.abspath(path)) not in seen:
                seen.add(place)
                found[path] = relative
    jobs = tuple(_without_collisions(_told_apart(found), out, errors))
    return Plan(jobs, tuple(errors), others, tuple(links))


def _without_collisions(jobs: list[Job], out: Path, errors: list[FileError]) -> Iterator[Job]:
    """The jobs that may write where they would; the others are errors."""
    owners = defaultdict(list)
    for job in jobs:
        owners[job.base].append(job.path)
    for job in jobs:
        error = _collision(job, owners[job.base], out)
        if error:
            errors.append(error)
        else:
            yield job


def _inputs(path: Path, out: Path, suffixes: Collection[str], others: Counter[str], errors: list[FileError],
            links: list[str]) -> Iterator[tuple[Path, Path]]:
    if not path.is_dir():
        if path.exists() or path.is_symlink():
            yield path, Path(path.name)
        else:
            errors.append(FileError('no such file or folder', path=shown(path), cure='check the name'))
        return
    for folder, names, files in os.walk(path, onerror=lambda error: errors.append(_unreadable(error))):
        names[:] = sorted(name for name in names if not name.startswith('.') and not _same(Path(folder, name), out))
        links += (shown(Path(folder, name)) for name in names if os.path.islink(Path(folder, name)))
        for name in sorted(files):
            file = Path(folder, name)
            if not name.startswith('.') and _leads_outside(file, path):
                links.append(shown(file))
            elif file.suffix.lower() in suffixes and not name.startswith('.') and not name.endswith(ABOUT):
                yield file, file.relative_to(path)
            elif not name.startswith('.') and not _is_sidecar(file):
                others[file.suffix.lower() or name] += 1


def _leads_outside(file: Path, root: Path) -> bool:
    """Whether a file is a link to one outside the folder; a link to nowhere is an error of its own."""
    return file.is_symlink() and file.exists() and not file.resolve().is_relative_to(root.resolve())


def _unreadable(error: OSError) -> FileError:
    reason = (error.strerror or '').lower()
    return FileError(f'cannot be read: {reason}', path=shown(error.filename), cure='check its rights')


def _is_sidecar(file: Path) -> bool:
    return file.suffix == '.yaml' and any(file.with_suffix(suffix).exists() for suffix in READERS)


def _same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()


def _told_apart(found: dict[Path, Path]) -> list[Job]:
    """Each input with its output's path: the stem, or the whole name where stems meet."""
    stems = Counter(relative.with_suffix('') for relative in found.values())
    return [Job(path, relative if stems[relative.with_suffix('')] > 1 else relative.with_suffix(''))
            for path, relative in found.items()]


def _collision(job: Job, owners: Sequence[Path], out: Path) -> FileError | None:
    """Why this job may not write where it would."""
    if len(owners) > 1:
        other = next(path for path in owners if path != job.path)
        return FileError(f'would write the same output as {shown(other)}', path=shown(job.path),
                         cure='clean them into two folders')
    root = Path(os.path.realpath(out))
    if not Path(os.path.realpath(out / job.base.parent)).is_relative_to(root):
        return FileError(f'its output would lie outside {shown(out)}', path=shown(job.path),
                         cure='remove the link in the output folder')
    if not Path(os.path.realpath(ledger.place(out, job.base).parent)).is_relative_to(root):
        return FileError(f'its ledger would lie outside {shown(out)}', path=shown(job.path),
                         cure=f'remove the link {shown(out / ledger.FOLDER)}')
    return None


def shown(path: str | os.PathLike[str]) -> str:
    """A path as one printable line, whatever its name holds."""
    return ''.join(char if char.isprintable() else repr(char)[1:-1] for char in os.fsdecode(path))
