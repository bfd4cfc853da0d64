"""All that depends on the version of CTranslate2; tried with 4.8.5. Tokens in, tokens out, batch after batch."""
from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ...errors import FileError, QinggaoError, UsageError
from .settings import Translating
from .translator import TranslatorError

if TYPE_CHECKING:
    from ...asr.device import Device

_ROOM = {'cpu': 1024, 'cuda': 8192}     # tokens of the source in a batch
_NO_ROOM = ('out of memory', 'bad_alloc', 'failed to allocate', 'could not create a memory object')

Tokens = Sequence[str]


class Way(NamedTuple):
    """How a batch is decoded. ``most``: tokens at most; ``no_repeat``: no run of so many tokens twice, 0: any;
    ``unknown``: whether <unk> may be said."""

    target: tuple[str, ...]
    beam: int
    most: int
    no_repeat: int = 0
    unknown: bool = True


class Decoded(NamedTuple):
    """The tokens of a translation, without those that it was begun with, and the mean of their log probabilities."""

    tokens: tuple[str, ...]
    logprob: float


class Engine:
    """The weights of a model, loaded when they are first needed."""

    def __init__(self, folder: Path, translating: Translating) -> None:
        self._folder, self._translating = folder, translating

    @cached_property
    def device(self) -> Device:
        """Raises `UsageError` for what this machine has not."""
        try:
            from ...asr.device import choose
            return choose(self._translating.device, (), self._translating.compute_type, self._translating.threads)
        except ImportError:
            raise UsageError('ctranslate2 is not installed', cure="pip install 'qinggao[translate]'") from None

    @property
    def room(self) -> int:
        """Tokens of the source in a batch."""
        return self._translating.batch_tokens or _ROOM[self.device.name]

    def decode(self, batches: Iterable[Sequence[Tokens]], way: Way) -> Iterator[list[Decoded]]:
        """Each batch's translations, in their order; as many batches are in work as the device has lanes, and one more.
        """
        waiting: deque[tuple[Sequence[Tokens], list[Any]]] = deque()
        for batch in batches:
            waiting.append((batch, self._ask(batch, way)))
            if len(waiting) > self.device.lanes:
                yield self._answer(*waiting.popleft(), way)
        while waiting:
            yield self._answer(*waiting.popleft(), way)

    def _answer(self, batch: Sequence[Tokens], asked: list[Any], way: Way) -> list[Decoded]:
        try:
            return [_decoded(one.result(), len(way.target)) for one in asked]
        except (RuntimeError, ValueError, MemoryError, IndexError) as error:
            return self._halves(batch, way, error)

    def _halves(self, batch: Sequence[Tokens], way: Way, error: Exception) -> list[Decoded]:
        """A batch that found no room, in two; raises what else is wrong."""
        if len(batch) < 2 or not _has_no_room(error):
            raise _failed(error) from None
        half = len(batch) // 2
        return [one for part in (batch[:half], batch[half:])
                for one in self._answer(part, self._ask(part, way), way)]

    def _ask(self, batch: Sequence[Tokens], way: Way) -> list[Any]:
        try:
            asked: list[Any] = self._model.translate_batch(
                [list(tokens) for tokens in batch], [list(way.target)] * len(batch) if way.target else None,
                beam_size=way.beam, max_input_length=0, max_decoding_length=way.most, return_scores=True,
                no_repeat_ngram_size=way.no_repeat, disable_unk=not way.unknown, asynchronous=True)
        except (RuntimeError, ValueError, MemoryError, IndexError) as error:
            raise _failed(error) from None
        return asked

    @cached_property
    def _model(self) -> Any:
        device = self.device
        from ctranslate2 import Translator
        try:
            return Translator(str(self._folder), device.name, device_index=list(device.indexes),
                              compute_type=device.compute_type, inter_threads=device.workers,
                              intra_threads=device.threads)
        except (RuntimeError, ValueError, MemoryError, IndexError, OSError) as error:
            raise _refused(error, self._folder, device.compute_type) from None


def _decoded(found: Any, begun: int) -> Decoded:
    return Decoded(tuple(found.hypotheses[0][begun:]), found.scores[0])


def _said(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _has_no_room(error: Exception) -> bool:
    return isinstance(error, MemoryError) or any(sign in str(error) for sign in _NO_ROOM)


def _refused(error: Exception, folder: Path, compute_type: str) -> QinggaoError:
    said = _said(error)
    if 'compute type' in said:
        return UsageError(f'{compute_type} is not for this device: {said}', cure='say --compute-type auto')
    if _has_no_room(error):
        return UsageError(f'there is no room for this model: {said}', cure='take a smaller one')
    if 'cuda' in said.lower() or 'driver' in said.lower():
        return UsageError(f'the GPU cannot be used: {said}', cure='say --device cpu, or mend the driver')
    return FileError(f'no model that can be loaded: {said}', path=str(folder), cure='fetch or convert it again')


def _failed(error: Exception) -> QinggaoError:
    if _has_no_room(error):
        return TranslatorError(f'no room for one sentence: {_said(error)}', cure='say a smaller beam, or --device cpu')
    return TranslatorError(f'the translator failed: {_said(error)}', cure='try --device cpu')
