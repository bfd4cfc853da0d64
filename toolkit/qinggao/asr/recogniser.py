"""A recogniser that stays loaded, and the one call that needs none to be kept."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import QinggaoError, UsageError
from ..settings import nearest
from ..transcript import Transcript
from . import device as devices
from .engine import Engine
from .guarded import Guarded
from .heard import Heard, transcript_of
from .listener import Listener
from .models import find
from .self_test import refuse_deaf
from .settings import Hearing
from .stream import Kept, Stream

Pathish = str | PathLike[str]


class Outcome(NamedTuple):
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
        self.folder = find(model)
        self.device = devices.choose(device, device_index, compute_type, threads)
        self.engine = Engine(self.folder, self.device.name, self.device.indexes, self.device.compute_type,
                             self.device.workers, self.device.threads)
        if self.device.name != 'cpu':
            refuse_deaf(self.engine)
        self.notes: Counter[str] = Counter()    # what was not as it should be: `--strict` asks for it
        self.guard: Counter[str] = Counter()    # what the guard did: see guarded.py

    def transcribe(self, path: Pathish, **hearing: Any) -> Transcript:
        """What is said in one recording; the keywords are the fields of `Hearing`. Raises `FileError`."""
        for outcome in self.hear([path], Hearing.of(**hearing)):
            if outcome.error:
                raise outcome.error
            if outcome.heard:
                return transcript_of(outcome.heard, {'model': self.name})
        raise AssertionError('a file without an outcome')

    def transcribe_all(self, paths: Iterable[Pathish],
                       **hearing: Any) -> Iterator[tuple[Path, Transcript | QinggaoError]]:
        """Many recordings, in batches across files: each as soon as it is whole, a bad one as its error."""
        for path, heard, error in self.hear(paths, Hearing.of(**hearing)):
            yield path, transcript_of(heard, {'model': self.name}) if heard else error or QinggaoError('not heard')

    def hear(self, paths: Iterable[Pathish], hearing: Hearing, kept: Kept | None = None,
             told: Callable[[float], None] = lambda seconds: None) -> Generator[Outcome, None, None]:
        """The same, with segments, gaps and doubts. ``told`` is called with seconds of audio as they are done."""
        self._refuse_senseless(hearing)
        ears = Guarded(Listener(self.engine, hearing))
        size = hearing.batch_size or self.device.batch_size
        stream = Stream(ears, self.device.lanes, size, kept, told)
        try:
            for path, heard in stream.run([Path(path) for path in paths]):
                yield Outcome(path, heard, None) if isinstance(heard, Heard) else Outcome(path, None, heard)
        finally:
            self.notes.update(stream.notes)
            self.guard.update(ears.counts)

    @property
    def name(self) -> str:
        """The model's, as it is told in what it heard."""
        return str(self.folder.name)

    def key(self, hearing: Hearing) -> str:
        """What of model and settings makes the words: see store.py."""
        model = self.folder / 'model.bin'
        return f'{self.name} {model.stat().st_size} {self.engine.compute_type} {hearing.key()}'

    def _refuse_senseless(self, hearing: Hearing) -> None:
        if hearing.language != 'auto' and hearing.language not in self.engine.languages:
            raise UsageError(f'{self.name} does not know the language {hearing.language!r}',
                             cure=nearest(hearing.language, ('auto', *self.engine.languages)))
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
