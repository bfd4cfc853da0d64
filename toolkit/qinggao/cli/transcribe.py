"""qinggao transcribe: recordings become transcripts, or, with --clean, fair copies."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import settings_for
from ..formats import WRITERS
from ..jobs.clean import Outcome, Task
from ..jobs.plan import plan, shown
from ..ledger import FOLDER
from ..rulebook.shipped import with_files
from . import report
from .fields import field
from .hearing import Progress, add_hearing_arguments, clock, hearing_of, hot_words_of, publish_settings, recogniser_of

if TYPE_CHECKING:
    from ..asr.recogniser import Recogniser
    from ..jobs.transcribe import Transcribed

FEW = 6     # places and files that the summary names

EXAMPLE = """examples:
  qinggao transcribe recordings/ -o heard/ --model large-v3-turbo --language zh
  qinggao transcribe talk.mp4 -o fair/ --clean --to md,srt --hotwords glossary

exit codes: 0 done, 2 wrong usage, 3 a file could not be done (with --strict: or something is doubtful), 130 interrupted
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('paths', nargs='+', metavar='PATH', help='a recording, or a folder of them; video too')
    add('-o', '--out', metavar='DIR', required=True, help='where to write; the tree of a folder is mirrored there')
    add('--to', metavar='FORMAT,…', help=f'formats to write: {", ".join(WRITERS)} (default: json; with --clean: md)')
    add('--clean', action='store_true', help='clean what was heard and publish it, as `qinggao clean` does')
    add('--set', action='append', metavar='KEY=VALUE', help='a field of the front matter (repeatable)')
    add_hearing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    hearing = hearing_of(args)
    task = Task(Path(args.out), publish_settings(args), with_files(settings_for(Path.cwd()).rules),
                dict(field(given) for given in args.set or ()), args.force)
    recogniser = recogniser_of(args)
    from ..asr.audio import SUFFIXES
    from ..asr.store import Store
    from ..jobs.transcribe import Ask, transcribed
    planned = plan(args.paths, task.out, SUFFIXES)
    beside = [job.path for job in plan(args.paths, task.out).jobs if job.path.suffix.lower() not in SUFFIXES]
    hearing = hearing._replace(hotwords=hot_words_of(args, beside))
    seen = sys.stderr.isatty() and not (args.quiet or args.no_progress)
    with closing(Store(task.out / FOLDER / 'heard.sqlite', recogniser.key(hearing))) as store, \
            Progress([job.path for job in planned.jobs], seen) as progress:
        if args.force:
            for job in planned.jobs:
                store.forget(job.path)
        done = list(transcribed(planned.jobs, Ask(recogniser, hearing, task, store, args.clean, progress.told)))
    order = {shown(job.path): number for number, job in enumerate(planned.jobs)}
    done.sort(key=lambda one: order[one.outcome.path])      # they came as they were whole
    outcomes = [Outcome(error.path, error=error) for error in planned.errors] + [one.outcome for one in done]
    notes = notes_of(done, recogniser)
    report.write(outcomes, planned, task, as_json=args.json, quiet=args.quiet,
                 notes=[*notes, *guard_of(recogniser)], more=told_of(done))
    return 3 if any(outcome.error for outcome in outcomes) or (args.strict and notes) else 0


def notes_of(done: Sequence[Transcribed], recogniser: Recogniser) -> list[str]:
    """What was not as it should be, a line each; none where all is well."""
    return [*_doubts(done), *_silent(done), *(f'{count} × {note}' for note, count in recogniser.notes.items())]


def guard_of(recogniser: Recogniser) -> list[str]:
    """What the guard did, on one line."""
    counts = recogniser.guard
    said = ', '.join(f'{count} {what}' for what, count in counts.items() if what != 'suspect')
    return [f'windows that sounded wrong: {counts["suspect"]} ({said})'] if counts['suspect'] else []


def told_of(done: Sequence[Transcribed]) -> dict[str, Mapping[str, object]]:
    """What --json tells of each recording besides."""
    return {one.outcome.path: {'doubts': [doubt._asdict() for doubt in one.doubts], 'silent': one.silent}
            for one in done}


def _doubts(done: Sequence[Transcribed]) -> list[str]:
    """Some of what may never have been said, by file and time; all of it is in --json and in the json format."""
    found = [(one.outcome.path, doubt) for one in done for doubt in one.doubts]
    if not found:
        return []
    lines = [f'in doubt: {len(found)} places; listen to them']
    lines += [f'  {path} {clock(doubt.begin / 1000)}: {doubt.reason}: {doubt.text[:40] or "speech without words"}'
              for path, doubt in found[:FEW]]
    if len(found) > FEW:
        lines.append(f'  and {len(found) - FEW} more (--json names all)')
    return lines


def _silent(done: Sequence[Transcribed]) -> list[str]:
    silent = [one.outcome.path for one in done if one.silent]
    return [f'no words heard, so nothing written: {", ".join(silent[:FEW])}'
            + (f' and {len(silent) - FEW} more (--json names all)' if len(silent) > FEW else '')] if silent else []
