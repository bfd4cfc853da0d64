"""qinggao retranscribe: old transcripts get the times of their recordings, and the surer words where they differ."""
from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..jobs.outcome import Outcome
from ..jobs.plan import plan, shown
from . import report
from .hearing import add_hearing_arguments, asking, hearing_of, hot_words_of, recogniser_of, task_of
from .hearing_report import how, notes_of, some, told_of

if TYPE_CHECKING:
    from ..jobs.retranscribe import Retranscribed

EXAMPLE = """examples:
  qinggao retranscribe talks/ --audio recordings/ -o again/ --model large-v3-turbo --language zh
  qinggao retranscribe talks/ --audio recordings/ -o fair/ --clean --to md,srt

A recording belongs to a transcript of the same path or name, or is named in its front matter: audio: PATH.
disagreements.md and .jsonl in the output folder list where the two differ, both readings, when, and a verdict.

exit codes: 0 done, 2 wrong usage, 3 a file could not be done (with --strict: or something is doubtful), 130 interrupted
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('raw', metavar='RAW_DIR', help='the old transcripts: a folder, or one file')
    add('--audio', metavar='AUDIO_DIR', required=True, help='the folder of their recordings')
    add_hearing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    if args.task != 'transcribe':
        raise UsageError('a translation cannot be held against the words', cure='leave out --task')
    if args.word_times:
        raise UsageError('words always have times here', cure='leave out --word-times')
    hearing, task = hearing_of(args)._replace(word_times=True), task_of(args)   # they are compared one by one
    from ..asr.audio import SUFFIXES
    from ..asr.prompt import hot_words
    from ..jobs.pairing import paired
    planned = plan([args.raw], task.out)
    pairing = paired(planned.jobs, Path(args.raw), Path(args.audio), SUFFIXES, task.settings)
    if not planned.jobs and not planned.errors:
        raise UsageError('no old transcripts in it', path=args.raw, cure='they end in .txt, .srt, .vtt, .md or .json')
    hearing = hearing._replace(hotwords=hot_words_of(args, [job.path for job in planned.jobs]))
    recogniser = recogniser_of(args, hearing)
    from ..jobs.retranscribe import retranscribed, write_list
    recordings = list(dict.fromkeys(pair.audio for pair in pairing.pairs))
    with asking(args, recogniser, hearing, task, recordings) as ask:
        done = list(retranscribed(pairing.pairs, ask, hot_words('glossary'), args.force))
    order = {shown(pair.job.path): number for number, pair in enumerate(pairing.pairs)}
    done.sort(key=lambda one: order[one.heard.outcome.path])    # they came as they were whole
    heard = [one.heard for one in done]
    outcomes = [*(Outcome(error.path, error=error) for error in (*planned.errors, *pairing.errors)),
                *(one.outcome for one in heard)]
    notes = notes_of(heard, recogniser)
    listed = _listed(done, write_list(task.out, done)) if done else []
    alone = [f'recordings without a transcript: {some(pairing.alone)}'] if pairing.alone else []
    report.write(outcomes, planned, task, as_json=args.json, quiet=args.quiet,
                 notes=[*listed, *alone, *how(recogniser), *notes], more=told_of(heard))
    return 3 if any(outcome.error for outcome in outcomes) or (args.strict and notes) else 0


def _listed(done: Sequence[Retranscribed], files: tuple[Path, Path]) -> list[str]:
    if not any(one.heard.outcome.written or one.heard.outcome.same or one.heard.outcome.kept for one in done):
        return []
    counts = Counter(found.verdict for one in done for found in one.disagreements)
    if not counts:
        return ['the old transcripts and the recordings agree']
    said = ', '.join(f'{count} {verdict}' for verdict, count in sorted(counts.items()))
    word = 'disagreement' if counts.total() == 1 else 'disagreements'
    return [f'{counts.total()} {word} ({said}): {shown(files[1])}']
