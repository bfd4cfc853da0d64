"""Clean one file: read, run the stages, write each format, keep the ledger."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from .. import ledger
from ..advice import Advice, advice
from ..errors import FileError, QinggaoError, UsageError, reason_of
from ..files import read_text, write_text
from ..formats import FORMATS
from ..formats.page import Line
from ..library import laid_out, page_text, read
from ..pipeline import run
from ..rulebook import Rulebook
from ..settings import Settings
from ..transcript import Transcript
from .plan import Job, shown

NONE: Mapping[str, int] = {}


class Outcome(NamedTuple):
    """What came of one input."""

    path: str
    edits: Mapping[str, int] = NONE       # how many edits each rule made
    advised: tuple[Advice, ...] = ()      # what rules only advise, and where
    written: tuple[str, ...] = ()     # outputs that are new or differ now
    same: tuple[str, ...] = ()        # outputs that stood so already
    kept: tuple[str, ...] = ()        # outputs a person has edited since, left as they are
    foreign: tuple[str, ...] = ()     # files in the way that we never wrote, left as they are
    untimed: tuple[str, ...] = ()     # formats that need times this input has not
    error: QinggaoError | None = None


class Task(NamedTuple):
    """What all jobs of a run share."""

    out: Path
    settings: Settings
    rules: Rulebook
    fields: Mapping[str, object]      # front matter given by hand
    force: bool = False
    writes: bool = True               # False: only say what would be done


def clean_file(job: Job, task: Task) -> Outcome:
    """Clean one input. An error of its own is its outcome; nothing is half written."""
    return outcome_of(job, lambda: publish(job, task, cleaned(job.path, task), lambda: _page(job, task)))


def outcome_of(job: Job, work: Callable[[], Outcome]) -> Outcome:
    """What came of the work on one input; its own error is an outcome, a wrong use ends the run."""
    name = shown(job.path)
    try:
        return work()
    except UsageError:
        raise
    except QinggaoError as error:
        return Outcome(name, error=error if error.path else error.at(name))
    except OSError as error:
        return Outcome(name, error=FileError(reason_of(error), path=name, cure='check its name'))


def publish(job: Job, task: Task, transcript: Transcript, page: Callable[[], str]) -> Outcome:
    """Write the outputs of a transcript; ``page`` is the text of its file, asked for where something is advised."""
    pages, untimed = _pages(transcript, task.settings)
    if not pages:
        raise FileError(f'no times are known, so no {" or ".join(untimed)} can be written', path=shown(job.path),
                        cure='add md or txt to --to')
    advised = advice(transcript, page()) if any(one.advised for one in transcript.passes) else ()
    return _write(job, task, transcript, pages)._replace(untimed=tuple(untimed), advised=advised)


def cleaned(path: Path, task: Task) -> Transcript:
    """A file read and cleaned; raises `FileError`."""
    return refined(read(path, task.settings.encoding, task.settings.max_megabytes), task, shown(path))


def refined(transcript: Transcript, task: Task, path: str) -> Transcript:
    """What was read, with the fields given by hand, cleaned; raises `FileError` where there are no words."""
    if not transcript.source.strip():
        raise FileError('empty: there are no words in it', path=path, cure='leave it out, or transcribe it again')
    if task.fields:
        transcript = transcript._replace(meta={**transcript.meta, 'set': dict(task.fields)})
    return run(transcript, task.settings, task.rules)


def _pages(transcript: Transcript, settings: Settings) -> tuple[dict[str, list[Line]], list[str]]:
    """The pages by format, and the formats that cannot be: their times are not known."""
    timed = bool(transcript.cues) or not transcript.text.strip()
    able = [name for name in settings.to if timed or not getattr(FORMATS[name], 'TIMED', False)]
    return {name: laid_out(transcript, name, settings) for name in able}, [n for n in settings.to if n not in able]


def _write(job: Job, task: Task, transcript: Transcript, pages: Mapping[str, list[Line]]) -> Outcome:
    where = ledger.place(task.out, job.base)
    source = _from(task.out, job.path)
    before = None if task.force else ledger.load(where)
    if before and before.input != source:
        raise FileError(f'its output belongs to {before.input}', path=shown(job.path),
                        cure='choose another -o, or --force')
    outputs = _still_true(before, transcript) if before else {}
    states: dict[str, list[str]] = {'written': [], 'same': [], 'kept': [], 'foreign': []}
    for name, lines in pages.items():
        path = task.out / job.base.with_name(f'{job.base.name}.{name}')
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
        ledger.save(where, ledger.Entry(source, transcript, outputs))
    edits = Counter(edit.rule for one in transcript.passes for edit in one.done)
    return Outcome(shown(job.path), edits, (), tuple(states['written']), tuple(states['same']), tuple(states['kept']),
                   tuple(states['foreign']))


def _page(job: Job, task: Task) -> str:
    return read_text(job.path, task.settings.encoding, task.settings.max_megabytes)


def _from(out: Path, path: Path) -> str:
    """An input as the ledger names it: by the way from the output root, wherever we stand now."""
    return shown(os.path.relpath(os.path.realpath(path), os.path.realpath(out)))


def _still_true(before: ledger.Entry, now: Transcript) -> dict[str, ledger.Output]:
    """The outputs of earlier runs. What their lines hold is known only while the words are the same."""
    same = (before.transcript.source, before.transcript.changes) == (now.source, now.changes)
    return {name: output if same else output._replace(spans=()) for name, output in before.outputs.items()}


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
