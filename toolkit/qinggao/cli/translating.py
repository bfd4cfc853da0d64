"""The options that publish and translate share: who translates, through which memory, and what they mean."""
from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..bilingual.languages import language
from ..errors import UsageError
from ..jobs.outcome import Task
from ..jobs.plan import shown
from ..ledger import FOLDER

if TYPE_CHECKING:
    from ..bilingual.memory import Recalled
    from ..bilingual.sources import Source
    from ..bilingual.translate.translator import Translator

ENDPOINT, WHISPER, MEMORY = 'endpoint', 'whisper', 'memory'     # beside the names of models


def add_translating_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('--translator', metavar='NAME', default='',
        help=f'who translates: a model (opus-mt-zh-en, nllb-200-600M, owner/name; demo comes along), {ENDPOINT}, '
             f'{WHISPER}, or {MEMORY}: nobody, only what is known (default: the first model at hand)')
    add('--model', metavar='DIR|NAME', default='', help='the folder of a model; of an endpoint or Whisper its name')
    add('--base-url', metavar='URL', default='', help=f'with --translator {ENDPOINT}: where it answers; the key stands '
                                                     'in QINGGAO_API_KEY')
    add('--audio', metavar='FILE|DIR', default='', help=f'with --translator {WHISPER}: the recordings')
    add('--memory', metavar='FILE', default='', help='what was translated before (default: .qinggao/memory.sqlite in '
                                                    'the output folder)')
    add('--beam', metavar='N', type=int, default=4, help='hypotheses kept beside each other (default: 4)')
    add('--device', default='auto', help='auto, cpu or cuda (default: auto)')
    add('--compute-type', metavar='TYPE', default='auto', help='default: float16 on a GPU, else int8')
    add('--threads', metavar='N', type=int, default=0, help='cores to use without a GPU (default: all)')


class Progress:
    """How far the translation of a talk is: a line on a terminal."""

    def __init__(self, seen: bool) -> None:
        self._seen = seen
        self._began, self._last = 0.0, 0

    def told(self, done: int, of: int) -> None:
        """So many sentences of a talk are done."""
        now = time.monotonic()
        if done <= self._last or not self._began:
            self._began = now
        self._last = done
        if self._seen:
            speed = f' · {done / (now - self._began):.0f} a second' if now > self._began else ''
            sys.stderr.write(f'\r\x1b[K{done} of {of} sentences{speed}')
            sys.stderr.flush()

    def end(self) -> None:
        """The line goes."""
        if self._seen:
            sys.stderr.write('\r\x1b[K')


class Asked:
    """Where the second track comes from; ``into`` is its language where one was named. ``recalled`` is there where a
    machine translates through the memory."""

    def __init__(self, source: Source | None, into: str = '', recalled: Recalled | None = None,
                 memory: str = '') -> None:
        self.source, self.into, self.recalled, self.memory = source, into, recalled, memory


@contextmanager
def asking(args: argparse.Namespace, second: str | None, task: Task) -> Iterator[Asked]:
    """The source of the second track, with what it needs open. Raises `UsageError`."""
    by_machine = args.translator or args.model or args.base_url or args.audio
    if second is None:
        if by_machine:
            raise UsageError('into which language?', cure='say --second en')
        yield Asked(None)
        return
    into = _language(second)
    with ExitStack() as stack:
        if not into:
            if by_machine:
                raise UsageError('a file is translated already', path=shown(second),
                                 cure='leave out what is of a machine: --translator, --model, --base-url, --audio')
            from ..bilingual.sources.human import Human
            yield Asked(Human(Path(second), task.settings.encoding, task.settings.max_megabytes, task.force))
        elif args.translator == WHISPER:
            yield Asked(_heard(args, into, task, stack), into)
        elif not by_machine and into.startswith('zh'):
            from ..bilingual.sources.variant import Variant
            yield Asked(Variant(into, task.settings, task.rules), into)
        else:
            yield _by_machine(args, into, task, stack)


def _language(second: str) -> str:
    """The language that is named; empty where it is a path."""
    try:
        return language(second)
    except UsageError as error:
        if second and (Path(second).is_file() or Path(second).is_dir()):
            return ''
        if second and Path(second).exists():
            raise UsageError('neither a file nor a folder', path=shown(second), cure='name a file') from None
        if '/' in second or '.' in second:
            raise UsageError('no such file or folder', path=shown(second), cure='check the name') from None
        raise error from None


def _by_machine(args: argparse.Namespace, into: str, task: Task, stack: ExitStack) -> Asked:
    from ..bilingual.memory import Memory, Recalled
    from ..bilingual.memory.place import place
    from ..bilingual.sources.machine import Machine
    translator = None if args.translator == MEMORY else translator_of(args, into)
    file = Path(args.memory) if args.memory else place(task.out)
    memory = stack.enter_context(Memory(file))
    recalled = Recalled(memory, translator, afresh=task.force)
    progress = Progress(sys.stderr.isatty() and not (args.quiet or args.no_progress))
    stack.callback(progress.end)

    def begun(path: Path) -> None:
        recalled.context = shown(path)
    return Asked(Machine(recalled, into, progress.told, begun), into, recalled, shown(file))


def translator_of(args: argparse.Namespace, into: str) -> Translator:
    """Who translates, terms and names held fixed; raises `UsageError` for a model that is not there."""
    from ..rulebook.lexicon import entities, glossary
    if args.translator == ENDPOINT:
        from ..bilingual.translate.endpoint import Endpoint, chain
        if not args.base_url:
            raise UsageError('where does the endpoint answer?', cure='say --base-url http://localhost:8000/v1')
        return chain.translator(Endpoint.of(base_url=args.base_url, model=args.model), glossary(), entities())
    if args.base_url:
        raise UsageError('--base-url is of an endpoint', cure=f'say --translator {ENDPOINT}')
    from ..bilingual.translate import chain as models
    from ..bilingual.translate.settings import Translating
    from ..bilingual.translate.translator import Direction
    asked = Translating.of(beam=args.beam, device=args.device, compute_type=args.compute_type, threads=args.threads)
    way = Direction('zh-Hans' if into == 'en' else 'en', into)     # of the one model that nobody named
    return models.translator(args.model or args.translator, asked, glossary(), entities(), way)


def _heard(args: argparse.Namespace, into: str, task: Task, stack: ExitStack) -> Source:
    from ..asr.recogniser import Recogniser
    from ..asr.settings import Hearing
    from ..asr.store import Store
    from ..bilingual.sources.heard import Heard
    if into != 'en':
        raise UsageError('Whisper translates into English alone', cure='say --second en, or name another --translator')
    if not args.audio:
        raise UsageError('where are the recordings?', cure='say --audio DIR')
    recogniser = Recogniser(args.model, device=args.device, compute_type=args.compute_type, threads=args.threads)
    hearing = Hearing(task='translate')
    recogniser.listener(hearing)
    store = Store(task.out / FOLDER / 'heard.sqlite', recogniser.key(hearing))
    stack.callback(store.close)
    return Heard(recogniser, Path(args.audio), hearing, store, task.force)
