"""Write the outputs of one input, and remember in the ledger what each of their lines holds."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from .. import ledger
from ..bilingual.bitext import Pair
from ..errors import FileError
from ..files import read_text, write_text
from ..formats.page import Line
from ..library import page_text
from ..transcript import Transcript
from .outcome import Outcome, Task
from .plan import Job, shown


def written(job: Job, task: Task, pages: Mapping[str, list[Line]], tracks: Sequence[Transcript],
            base: Path | None = None, pairs: tuple[Pair, ...] = ()) -> Outcome:
    """Write pages, by the ending of their names, as ``base`` under the output root (without one as the job's), and keep
    in the ledger what their lines hold: words of the tracks. What a person has edited since, or wrote himself, stays.

    Raises `FileError` where the output belongs to another input or would be the input itself.
    """
    base = base or job.base
    where = ledger.place(task.out, base)
    source = _from(task.out, job.path)
    before = None if task.force else ledger.load(where)
    if before and before.input != source:
        raise FileError(f'its output belongs to {before.input}', path=shown(job.path),
                        cure='choose another -o, or --force')
    outputs = _still_true(before, tracks) if before else {}
    states: dict[str, list[str]] = {'written': [], 'same': [], 'kept': [], 'foreign': []}
    for name, lines in pages.items():
        path = task.out / base.with_name(f'{base.name}.{name}')
        if path.exists() and path.samefile(job.path):
            raise FileError('its output would be itself', path=shown(job.path), cure='choose another -o')
        text = page_text(lines)
        state = _state(path, text, outputs.get(ledger.key(path)), task.force)
        states[state].append(shown(path))
        if state in ('kept', 'foreign'):
            continue
        if state == 'written' and task.writes:
            write_text(path, text)
        outputs[ledger.key(path)] = ledger.output_of(lines, text)
    if task.writes and (states['written'] or states['same']):
        ledger.save(where, ledger.Entry(source, tracks[0], outputs, tracks[1] if len(tracks) > 1 else None, pairs))
    edits = Counter(edit.rule for track in tracks for one in track.passes for edit in one.done)
    return Outcome(shown(job.path), edits, (), tuple(states['written']), tuple(states['same']), tuple(states['kept']),
                   tuple(states['foreign']))


def _from(out: Path, path: Path) -> str:
    """An input as the ledger names it: by the way from the output root, wherever we stand now."""
    return shown(os.path.relpath(os.path.realpath(path), os.path.realpath(out)))


def _still_true(before: ledger.Entry, now: Sequence[Transcript]) -> dict[str, ledger.Output]:
    """The outputs of earlier runs. What their lines hold is known only while the words are the same."""
    same = [(one.source, one.changes) for one in before.tracks] == [(one.source, one.changes) for one in now]
    return {name: output if same else output._replace(spans=(), headings=()) for name, output in before.outputs.items()}


def _state(path: Path, text: str, known: ledger.Output | None, force: bool) -> str:
    """Whether an output is to be written, stands so already, or is left: edited since, or a file never ours."""
    if not path.exists() or path.is_dir():
        return 'written'
    left = 'written' if force else 'kept' if known else 'foreign'
    try:
        there = read_text(path, max_megabytes=1 << 20)
    except FileError:
        return left
    if there == text:
        return 'same'
    ours = known is not None and ledger.digest(there) == known.sha256
    return 'written' if ours else left
