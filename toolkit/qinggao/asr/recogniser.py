"""A recogniser that stays loaded, and the one call that needs none to be kept."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import QinggaoError, UsageError
from ..transcript import Transcript
from .heard import Heard, transcript_of
from .models import find
from .settings import Hearing
from .weights import fingerprint, name_of

if TYPE_CHECKING:
    from .guarded import Guarded
    from .listener import Listener
    from .store import Store

Pathish = str | PathLike[str]


class Result(NamedTuple):
    """One file: what was heard, or why nothing was."""

    path: Path
    heard: Heard | None
    error: QinggaoError | None


class Recogniser:
    """A loaded model; ``model`` is a name that `qinggao models list` shows, or a folder.

    Raises `UsageError` for a model, device or compute type there is not, `FileError` for a model that is not whole or,
    on a GPU, does not hear a known clip.
    """

    def __init__(self, model: Pathish = '', *, device: str = 'auto', device_index: Sequence[int] = (),
                 compute_type: str = 'auto', threads: int = 0) -> None:
        _refuse_missing()
        from . import device as devices
        from .engine import Engine
        from .self_test import refuse_deaf
        self.folder = find(model)
        self.device = devices.choose(device, device_index, compute_type, threads)
        self.engine = Engine(self.folder, self.device.name, self.device.indexes, self.device.compute_type,
                             self.device.workers, self.device.threads)
        if self.device.name != 'cpu':
            refuse_deaf(self.engine, len(self.device.indexes))
        self.notes: Counter[str] = Counter()    # what was not as it should be: `--strict` asks for it
        if devices.gpu_is_idle(device, self.device):
            self.notes['a GPU that CUDA cannot use, so all was heard on the CPU'] += 1
        self.guard: Counter[str] = Counter()    # what the guard did: see guarded.py

    def transcribe(self, path: Pathish, **hearing: Any) -> Transcript:
        """What is said in one recording; the keywords are the fields of `Hearing`. Raises `FileError`."""
        (_, found), = self.transcribe_all([path], **hearing)
        if isinstance(found, QinggaoError):
            raise found
        return found

    def transcribe_all(self, paths: Iterable[Pathish],
                       **hearing: Any) -> Iterator[tuple[Path, Transcript | QinggaoError]]:
        """Many recordings, in batches across files: each as soon as it is whole, a bad one as its error."""
        def told(outcomes: Iterable[Result]) -> Iterator[tuple[Path, Transcript | QinggaoError]]:
            for path, heard, error in outcomes:
                yield path, transcript_of(heard, {'model': self.name}) if heard else error or QinggaoError('not heard')
        return told(self.hear(paths, Hearing.of(**hearing)))    # what is senseless is refused here and now

    def hear(self, paths: Iterable[Pathish], hearing: Hearing, kept: Store | None = None,
             told: Callable[[float, bool], None] = lambda seconds, now: None) -> Generator[Result, None, None]:
        """The same, with segments, gaps and doubts. ``told`` is called with seconds of audio as they are done, and
        whether they were heard in this run. Raises `UsageError` here and now for what is senseless."""
        from .guarded import Guarded
        return self._heard([Path(path) for path in paths], Guarded(self.listener(hearing)), kept, told)

    def listener(self, hearing: Hearing) -> Listener:
        """What listens in this way; raises `UsageError` for what this model cannot do."""
        from .listener import Listener
        self._refuse_senseless(hearing)
        listener = Listener(self.engine, hearing)
        listener.prompt(self.engine.languages[0] if hearing.language == 'auto' else hearing.language)   # if it fits
        return listener

    def _heard(self, paths: Sequence[Path], ears: Guarded, kept: Store | None,
               told: Callable[[float, bool], None]) -> Generator[Result, None, None]:
        from .stream import Stream
        stream = Stream(ears, self.device.lanes, ears.listener.hearing.batch_size or self.device.batch_size, kept, told)
        try:
            with closing(stream.run(paths)) as run:
                for path, heard in run:
                    if isinstance(heard, Heard) and ears.listener.hearing.task == 'translate':
                        heard = heard._replace(language='en')
                    yield Result(path, heard, None) if isinstance(heard, Heard) else Result(path, None, heard)
        finally:
            self.notes.update(stream.notes)
            self.guard.update(ears.counts)

    @property
    def name(self) -> str:
        """The model's, as it is told in what it heard."""
        return name_of(self.folder)

    def key(self, hearing: Hearing) -> str:
        """What of model and settings makes the words: see store.py."""
        return f'{self.name} {fingerprint(self.folder)} {self.engine.compute_type} {hearing.key()}'

    def _refuse_senseless(self, hearing: Hearing) -> None:
        if hearing.language != 'auto' and hearing.language not in self.engine.languages:
            bare = hearing.language.lower().replace('_', '-').split('-')[0]      # zh-CN, ZH
            raise UsageError(f'{self.name} does not know the language {hearing.language!r}',
                             cure=f'did you mean {bare!r}?' if bare in self.engine.languages else
                             'say it as Whisper does, zh or en for example, or auto')
        if hearing.task == 'translate' and not self.engine.multilingual:
            raise UsageError(f'{self.name} hears English only, and cannot translate', cure='name another --model')


def transcribe(path: Pathish, model: Pathish = '', *, device: str = 'auto', device_index: Sequence[int] = (),
               compute_type: str = 'auto', threads: int = 0, **hearing: Any) -> Transcript:
    """What is said in one recording. For more than one keep a `Recogniser`: loading takes seconds.

    Without a model: the best that is there, see `qinggao models list`. Raises `FileError` and `UsageError`.
    """
    Hearing.of(**hearing)
    return Recogniser(model, device=device, device_index=device_index, compute_type=compute_type,
                      threads=threads).transcribe(path, **hearing)


def _refuse_missing() -> None:
    from importlib.util import find_spec
    for module in ('faster_whisper', 'ctranslate2'):
        if find_spec(module) is None:
            raise UsageError(f'{module} is not installed', cure="pip install 'qinggao[asr]'")
