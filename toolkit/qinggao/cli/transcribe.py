"""qinggao transcribe: recordings become transcripts, or, with --clean, fair copies."""
from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import QinggaoError, UsageError
from ..jobs.outcome import Outcome
from ..jobs.plan import Job, plan, shown
from ..ledger import load, place
from . import report
from .hearing import add_hearing_arguments, asking, hearing_of, hot_words_of, recogniser_of, task_of
from .hearing_report import how, notes_of, told_of

EXAMPLE = """examples:
  qinggao transcribe recordings/ -o heard/ --model large-v3-turbo --language zh
  qinggao transcribe talk.mp4 -o fair/ --clean --to md,srt --hotwords glossary

exit codes: 0 done, 2 wrong usage, 3 a file could not be done (with --strict: or something is doubtful), 130 interrupted
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('paths', nargs='+', metavar='PATH', help='a recording, or a folder of them; video too')
    add_hearing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    hearing, task = hearing_of(args), task_of(args)
    from ..asr.audio import SUFFIXES
    planned = plan(args.paths, task.out, SUFFIXES)
    if not planned.jobs and not planned.errors:
        raise UsageError('no recordings in it', path=shown(args.paths[0]), cure='they end in .mp3, .m4a, .wav, .mp4, …')
    hearing = hearing._replace(hotwords=hot_words_of(args, _beside(args.paths, task.out, planned.jobs)))
    recogniser = recogniser_of(args, hearing)
    from ..jobs.transcribe import transcribed
    with asking(args, recogniser, hearing, task, [job.path for job in planned.jobs]) as ask:
        done = list(transcribed(planned.jobs, ask))
    order = {shown(job.path): number for number, job in enumerate(planned.jobs)}
    done.sort(key=lambda one: order[one.outcome.path])      # they came as they were whole
    outcomes = [Outcome(error.path, error=error) for error in planned.errors] + [one.outcome for one in done]
    notes = notes_of(done, recogniser)
    report.write(outcomes, planned, task, as_json=args.json, quiet=args.quiet, notes=[*how(recogniser), *notes],
                 more=told_of(done))
    return 3 if any(outcome.error for outcome in outcomes) or (args.strict and notes) else 0


def _beside(paths: list[str], out: Path, recordings: tuple[Job, ...]) -> list[Path]:
    """The transcripts that lie among the recordings: of the same series. Not those that we wrote."""
    heard = {job.path for job in recordings}
    return [job.path for job in plan(paths, out).jobs if job.path not in heard and not _is_ours(job.path, out)]


def _is_ours(path: Path, out: Path) -> bool:
    try:
        base = path.absolute().relative_to(out.absolute()).with_suffix('')
        entry = load(place(out, base))
    except (ValueError, QinggaoError):
        return False
    return entry is not None and path.name in entry.outputs
