"""qinggao retranscribe: old transcripts get the times of their recordings, and the surer words where they differ."""
from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import settings_for
from ..errors import UsageError
from ..formats import WRITERS
from ..jobs.clean import Outcome, Task
from ..jobs.plan import plan, shown
from ..ledger import FOLDER
from ..rulebook.shipped import with_files
from . import report
from .fields import field
from .hearing import Progress, add_hearing_arguments, hearing_of, hot_words_of, publish_settings, recogniser_of
from .transcribe import FEW, guard_of, notes_of, told_of

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
    add('-o', '--out', metavar='DIR', required=True, help='where to write; the tree of RAW_DIR is mirrored there')
    add('--to', metavar='FORMAT,…', help=f'formats to write: {", ".join(WRITERS)} (default: json; with --clean: md)')
    add('--clean', action='store_true', help='clean what was merged and publish it, as `qinggao clean` does')
    add('--set', action='append', metavar='KEY=VALUE', help='a field of the front matter (repeatable)')
    add_hearing_arguments(parser)


def run(args: argparse.Namespace) -> int:
    if args.task != 'transcribe':
        raise UsageError('a translation cannot be held against the words', cure='leave out --task')
    hearing = hearing_of(args)._replace(word_times=True)    # a probability for every word: they are compared one by one
    task = Task(Path(args.out), publish_settings(args), with_files(settings_for(Path.cwd()).rules),
                dict(field(given) for given in args.set or ()), args.force)
    recogniser = recogniser_of(args)
    from ..asr.audio import SUFFIXES
    from ..asr.prompt import hot_words
    from ..asr.store import Store
    from ..jobs.pairing import paired
    from ..jobs.retranscribe import retranscribed, write_list
    from ..jobs.transcribe import Ask
    planned = plan([args.raw], task.out)
    pairing = paired(planned.jobs, Path(args.raw), Path(args.audio), SUFFIXES)
    hearing = hearing._replace(hotwords=hot_words_of(args, [job.path for job in planned.jobs]))
    seen = sys.stderr.isatty() and not (args.quiet or args.no_progress)
    recordings = list(dict.fromkeys(pair.audio for pair in pairing.pairs))
    with closing(Store(task.out / FOLDER / 'heard.sqlite', recogniser.key(hearing))) as store, \
            Progress(recordings, seen) as progress:
        if args.force:
            for path in recordings:
                store.forget(path)
        ask = Ask(recogniser, hearing, task, store, args.clean, progress.told)
        done = list(retranscribed(pairing.pairs, ask, hot_words('glossary'), args.force))
    heard = [one.heard for one in done]
    outcomes = [*(Outcome(error.path, error=error) for error in (*planned.errors, *pairing.errors)),
                *(one.outcome for one in heard)]
    notes = notes_of(heard, recogniser)
    listed = _listed(done, write_list(task.out, done)) if done else []
    report.write(outcomes, planned, task, as_json=args.json, quiet=args.quiet,
                 notes=[*listed, *_alone(pairing.alone), *notes, *guard_of(recogniser)], more=told_of(heard))
    return 3 if any(outcome.error for outcome in outcomes) or (args.strict and notes) else 0


def _listed(done: Sequence[Retranscribed], files: tuple[Path, Path]) -> list[str]:
    counts = Counter(found.verdict for one in done for found in one.disagreements)
    if not counts:
        return ['the old transcripts and the recordings agree']
    said = ', '.join(f'{count} {verdict}' for verdict, count in sorted(counts.items()))
    word = 'disagreement' if counts.total() == 1 else 'disagreements'
    return [f'{counts.total()} {word} ({said}): {shown(files[1])}']


def _alone(recordings: Sequence[str]) -> Iterator[str]:
    if recordings:
        more = f' and {len(recordings) - FEW} more' if len(recordings) > FEW else ''
        yield f'recordings without a transcript: {", ".join(recordings[:FEW])}{more}'
