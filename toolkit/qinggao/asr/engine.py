"""All that depends on the versions of faster-whisper and CTranslate2.

Tried with faster-whisper 1.2.1 and CTranslate2 4.8.5. Of the first we take the tokeniser, the features and the way a
model is loaded; of the second `encode`, `generate`, `align` and `detect_language`. Neither's own loops: those of the
batched pipeline drop the words behind a window's last time stamp, and know no loop guard.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import FileError, QinggaoError, UsageError

RATE = 16_000           # samples a second
WINDOW = 30             # seconds that the encoder sees
FRAME = 0.02            # seconds a time stamp, and a frame of the encoder's output, stand for
PROMPT_LIMIT = 223      # tokens of prompt and hot words: half of what a model has; the other half is for the text
_HOP = 160              # samples a frame of features stands for
_FRAMES = WINDOW * RATE // _HOP

Samples = NDArray[np.float32]


class OutOfMemory(QinggaoError):
    """The device has no room for so many windows at a time."""


class Decoded(NamedTuple):
    """The tokens of one window, the mean of their log probabilities, and how likely it is that nobody speaks."""

    tokens: tuple[int, ...]
    logprob: float
    no_speech: float


class Aligned(NamedTuple):
    """A word of a window: its text, seconds in the window, probability."""

    text: str
    begin: float
    finish: float
    probability: float


class Engine:
    """A loaded model. Calls from several threads run beside each other, as many as there are workers."""

    def __init__(self, folder: Path, device: str, indexes: Sequence[int], compute_type: str, workers: int = 1,
                 threads: int = 1) -> None:
        from faster_whisper import WhisperModel
        try:
            self._model = WhisperModel(str(folder), device, list(indexes), compute_type, threads, workers,
                                       local_files_only=True)
        except (RuntimeError, ValueError, OSError) as error:
            raise _refused(error, folder, compute_type) from None
        self._tokenizers: dict[tuple[str, str], Any] = {}
        self.multilingual: bool = self._model.model.is_multilingual
        self.compute_type: str = self._model.model.compute_type

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._model.supported_languages)

    def tokenizer(self, language: str, task: str) -> Any:
        """Of faster-whisper: `encode`, `decode`, and the ids of all that is no text."""
        from faster_whisper.tokenizer import Tokenizer
        if (language, task) not in self._tokenizers:
            self._tokenizers[language, task] = Tokenizer(self._model.hf_tokenizer, self.multilingual, task, language)
        return self._tokenizers[language, task]

    def features(self, audio: Samples, pad: bool = True) -> NDArray[np.float32]:
        """Log mel energies, mels × frames; a frame is 10 ms. Behind the audio stand zeros, as in training."""
        try:
            found: NDArray[np.float32] = self._model.feature_extractor(audio)[..., :-1]
        except MemoryError as error:
            raise _failed(error) from None
        frames = _FRAMES if pad else min(_FRAMES, math.ceil((found.shape[-1] + 50) / 2) * 2)
        wider = np.zeros((found.shape[0], frames), np.float32)
        wider[:, :min(frames, found.shape[-1])] = found[:, :frames]
        return wider

    def encode(self, features: Sequence[NDArray[np.float32]]) -> Any:
        """What the decoder listens to, of a batch of windows."""
        from ctranslate2 import StorageView
        frames = max(one.shape[1] for one in features)
        # With several devices nobody knows which one will decode: what they share lies in main memory.
        several = self._model.model.device == 'cuda' and len(self._model.model.device_index) > 1
        try:
            batch = np.zeros((len(features), features[0].shape[0], frames), np.float32)
            for row, one in zip(batch, features):
                row[:, :one.shape[1]] = one
            return self._model.model.encode(StorageView.from_array(batch), to_cpu=several)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise _failed(error) from None

    def language(self, encoded: Any) -> list[list[tuple[str, float]]]:
        """For each window the languages, the likeliest first."""
        try:
            found = self._model.model.detect_language(encoded)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise _failed(error) from None
        return [[(token[2:-2], probability) for token, probability in one] for one in found]

    def decode(self, encoded: Any, prompt: Sequence[int], count: int, *, beam: int, latest_start: float = 1.0,
               suppress: Sequence[int] = ()) -> list[Decoded]:
        """The likeliest tokens of each of ``count`` windows behind one prompt. ``latest_start``: seconds at which the
        first words begin at the latest."""
        try:
            found = self._model.model.generate(
                encoded, [list(prompt)] * count, beam_size=beam, patience=1.0, length_penalty=1.0, return_scores=True,
                return_no_speech_prob=True, max_initial_timestamp_index=round(latest_start / FRAME),
                suppress_tokens=list(suppress))
        except (RuntimeError, ValueError, MemoryError) as error:
            raise _failed(error) from None
        return [_decoded(one) for one in found]

    def greedy(self, encoded: Any, prompt: Sequence[int], *, latest_start: float,
               suppress: Sequence[int]) -> tuple[list[int], list[NDArray[np.float32]], float]:
        """The tokens that follow a prompt in one window, always the likeliest next; the logits of each step, of the end
        too; how likely it is that nobody speaks. A prompt may hold a beginning of the text.

        Without ``suppress_blank``: behind a beginning it would forbid the end, too.
        """
        from ctranslate2 import DataType, Device
        try:
            found = self._model.model.generate(
                encoded, [list(prompt)], beam_size=1, return_logits_vocab=True, return_no_speech_prob=True,
                max_initial_timestamp_index=round(latest_start / FRAME), suppress_blank=False,
                suppress_tokens=list(suppress))[0]
            rows = [np.array(row.to(DataType.float32).to_device(Device.cpu)) for row in found.logits[0]]
        except (RuntimeError, ValueError, MemoryError) as error:
            raise _failed(error) from None
        return list(found.sequences_ids[0]), rows, found.no_speech_prob

    def align(self, encoded: Any, tokenizer: Any, texts: Sequence[Sequence[int]],
              seconds: Sequence[float]) -> list[list[Aligned]]:
        """The words of each window's text, a Han character being one, and when the decoder listened to them."""
        frames = [max(1, math.ceil(length / FRAME * 2)) for length in seconds]
        try:
            found = self._model.model.align(encoded, tokenizer.sot_sequence, [list(text) for text in texts], frames)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise _failed(error) from None
        return [_words(one, text, tokenizer) for one, text in zip(found, texts)]


def suppressed(tokenizer: Any) -> tuple[int, ...]:
    """Tokens that are no speech: notes of music, brackets of captions, and the model's own marks."""
    marks = (tokenizer.transcribe, tokenizer.translate, tokenizer.sot, tokenizer.sot_prev, tokenizer.sot_lm)
    return tuple(sorted({*tokenizer.non_speech_tokens, *marks} - {None}))


def _decoded(found: Any) -> Decoded:
    tokens = tuple(found.sequences_ids[0])
    # The score is the mean over the tokens; the end of text is part of what was decoded, too.
    return Decoded(tokens, found.scores[0] * len(tokens) / (len(tokens) + 1), found.no_speech_prob)


def _words(found: Any, text: Sequence[int], tokenizer: Any) -> list[Aligned]:
    """A word begins where the path through the attention first reaches its first token."""
    if not text:
        return []
    reached: dict[int, int] = {}
    for token, frame in found.alignments:
        reached.setdefault(token, frame)
    last = found.alignments[-1][1] if found.alignments else 0
    words, tokens = tokenizer.split_to_word_tokens([*text, tokenizer.eot])
    out, at = [], 0
    for word, own in zip(words[:-1], tokens[:-1]):
        chances = found.text_token_probs[at:at + len(own)]
        begin, finish = reached.get(at, last), reached.get(at + len(own), last)
        out.append(Aligned(word, begin * FRAME, max(begin, finish) * FRAME, sum(chances) / max(1, len(chances))))
        at += len(own)
    return out


def _refused(error: Exception, folder: Path, compute_type: str) -> QinggaoError:
    """Why a model cannot be loaded, in words."""
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    if 'compute type' in said:
        return UsageError(f'{compute_type} is not for this device: {said}', cure='say --compute-type auto')
    if 'out of memory' in said:
        return UsageError(f'the GPU has no room for this model: {said}',
                          cure='say --compute-type int8_float16, or a smaller --model')
    if 'CUDA' in said or 'cuda' in said or 'driver' in said.lower():
        return UsageError(f'the GPU cannot be used: {said}', cure='say --device cpu, or mend the driver')
    return FileError(f'no model that can be loaded: {said}', path=str(folder),
                     cure='qinggao models check says what is missing')


def _failed(error: Exception) -> QinggaoError:
    said = str(error).splitlines()[0] if str(error) else 'no reason given'
    if isinstance(error, MemoryError) or any(sign in said for sign in _NO_ROOM):
        return OutOfMemory(said, cure='say a smaller --batch-size')
    return FileError(f'the recogniser failed: {said}', cure='try --device cpu')


# In the words of CUDA, of C++, MKL and oneDNN.
_NO_ROOM = ('out of memory', 'bad_alloc', 'failed to allocate', 'could not create a memory object')
