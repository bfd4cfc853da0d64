"""The options that transcribe and retranscribe share, and what they mean."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import settings_for
from ..errors import FileError, UsageError
from ..formats import WRITERS
from ..jobs.outcome import Task
from ..ledger import FOLDER
from ..rulebook.shipped import with_files
from ..settings import nearest
from .fields import field
from .hearing_progress import Progress

if TYPE_CHECKING:
    from ..asr.recogniser import Recogniser
    from ..asr.settings import Hearing
    from ..jobs.transcribe import Ask

_FOR_EXAMPLE = {'--beam': '5', '--batch-size': '8', '--threads': '2'}


def add_hearing_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write what, model, device, how to hear, how to go on, what to tell."""
    add = parser.add_argument
    add('-o', '--out', metavar='DIR', required=True, help='where to write; the tree of a folder is mirrored there')
    add('--to', metavar='FORMAT,…', help=f'formats to write: {", ".join(WRITERS)} (default: json; with --clean: md)')
    add('--clean', action='store_true', help='clean what was heard and publish it, as `qinggao clean` does')
    add('--set', action='append', metavar='KEY=VALUE', help='a field of the front matter (repeatable)')
    add('--model', metavar='NAME|DIR', default='', help='large-v3-turbo, small, … or a folder: `qinggao models list`')
    add('--device', default='auto', help='auto, cpu or cuda (default: auto)')
    add('--device-index', metavar='N,…', default='', help='which GPUs share the work, e.g. 0,1')
    add('--compute-type', metavar='TYPE', default='auto', help='default: float16 on a GPU, else int8')
    add('--threads', metavar='N', default='0', help='cores to use without a GPU (default: all)')
    add('--language', default='auto', help='what is spoken: zh, en, … (default: auto, file by file)')
    add('--task', default='transcribe', help='transcribe, or translate into English')
    add('--batch-size', metavar='N', default='auto', help='windows of 30 s at a time on a device (default: auto)')
    add('--beam', metavar='N', default='5', help='hypotheses kept beside each other (default: 5)')
    add('--prompt', metavar='TEXT', help='said before every window; for Chinese the default is a sentence with its '
                                         "marks, '' is none")
    add('--hotwords', metavar='FILE|glossary', default='', help='words to expect: a file, one a line, or `glossary` '
                                                                'for the shipped glossary and names')
    add('--word-times', action='store_true', help='a time for every word (for Chinese every character)')
    add('--no-vad', action='store_true', help='hear everything, also where no voice is found')
    add('--pack', action='store_true', help='pieces of several files may share a window: faster for short files, and a '
                                            'little less exact')
    add('--no-padding', action='store_true', help='windows as short as they are: faster, and public models hear worse')
    again = parser.add_mutually_exclusive_group()
    again.add_argument('--resume', action='store_true', help='go on where an earlier run stopped (this is the default)')
    again.add_argument('--force', action='store_true', help='hear all anew; overwrite outputs that were edited since')
    add('--strict', action='store_true', help='exit 3 where anything was not as it should be: words in doubt, silence, '
                                              'a batch made smaller')
    add('--json', action='store_true', help='report as JSON on standard output')
    add('--no-progress', action='store_true', help='no progress line on a terminal')
    add('-q', '--quiet', action='store_true', help='say nothing but errors')


def hearing_of(args: argparse.Namespace) -> Hearing:
    """How to hear; hot words come later: their order is found in the texts. Raises `UsageError`."""
    from ..asr.settings import Hearing
    if args.word_times and args.task == 'translate':
        raise UsageError('a translation has no times of words', cure='leave out --word-times')
    batch = '0' if args.batch_size == 'auto' else str(_number(args.batch_size, '--batch-size', least=1))
    return Hearing.of(language=args.language, task=args.task, beam=_number(args.beam, '--beam', least=1),
                      prompt=args.prompt, word_times=args.word_times, vad=not args.no_vad, pack=args.pack,
                      pad=not args.no_padding, batch_size=int(batch))


def recogniser_of(args: argparse.Namespace, hearing: Hearing) -> Recogniser:
    """The model, loaded; where none is named and none is at hand the demo model, and a line that says so. Raises
    `UsageError` for what it cannot do."""
    from ..asr.models import demo_model
    from ..asr.recogniser import Recogniser
    threads = _number(args.threads, '--threads')
    if threads and args.device == 'cuda':
        raise UsageError('--threads is for the CPU', cure='leave it out')
    indexes = [_number(one, '--device-index') for one in args.device_index.split(',')] if args.device_index else []
    recogniser = Recogniser(args.model, device=args.device, device_index=indexes, compute_type=args.compute_type,
                            threads=threads)
    recogniser.listener(hearing)
    if not args.model and recogniser.folder == demo_model() and not args.quiet:
        sys.stderr.write('no --model named and none at hand: heard with the demo model, which knows some eighty '
                         'phrases. For real work: qinggao models fetch large-v3-turbo (1.6 GB; 6 GB of GPU memory or '
                         'patience), then --model large-v3-turbo\n')
    return recogniser


@contextmanager
def asking(args: argparse.Namespace, recogniser: Recogniser, hearing: Hearing, task: Task,
           recordings: Sequence[Path]) -> Iterator[Ask]:
    """What the jobs share, with the store open and the progress shown; with --force nothing is known of the recordings.
    """
    from ..asr.store import Store
    from ..jobs.transcribe import Ask
    seen = sys.stderr.isatty() and not (args.quiet or args.no_progress)
    with closing(Store(task.out / FOLDER / 'heard.sqlite', recogniser.key(hearing))) as store, \
            Progress(recordings, seen) as progress:
        for path in recordings if args.force else ():
            store.forget(path)
        yield Ask(recogniser, hearing, task, store, args.clean, progress.told)


def hot_words_of(args: argparse.Namespace, transcripts: Sequence[Path]) -> tuple[str, ...]:
    """The words to expect that were asked for, those first that the transcripts of the series hold most often.

    Of the glossary only what they hold: a name that nobody says is soon heard where it was not said.
    """
    if not args.hotwords:
        return ()
    from ..asr.prompt import hot_words, ranked
    from ..library import read
    words = hot_words('glossary' if args.hotwords == 'glossary' else Path(args.hotwords))
    settings, texts = settings_for(Path.cwd()), []
    for path in transcripts:
        with suppress(FileError):       # it only helps with the order of the words
            texts.append(read(path, settings.encoding, settings.max_megabytes).text)
    return ranked(words, texts, only_said=args.hotwords == 'glossary' and bool(texts))


def task_of(args: argparse.Namespace) -> Task:
    """Where to write, and how what was heard is laid out and, with --clean, cleaned: as configured, but for the formats
    that were given."""
    if Path(args.out).exists() and not Path(args.out).is_dir():
        raise UsageError('not a folder', path=args.out, cure='say -o DIR')
    settings = settings_for(Path.cwd())
    to = args.to.split(',') if args.to else list(settings.to) if args.clean else ['json']
    for name in to:
        if name not in WRITERS:
            raise UsageError(f'unknown format {name!r}', cure=nearest(name, WRITERS))
    fields = dict(field(given) for given in args.set or ())
    return Task(Path(args.out), settings.with_values({'to': to}), with_files(settings.rules), fields, args.force)


def _number(given: str, option: str, least: int = 0) -> int:
    if not given.isascii() or not given.isdigit() or int(given) < least:
        raise UsageError(f'{option} must be a whole number from {least}, not {given!r}',
                         cure=f'for example {option} {_FOR_EXAMPLE.get(option, "0")}')
    return int(given)
