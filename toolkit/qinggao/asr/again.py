"""One window heard again in other ways: a stretch of it alone, all of it without a prompt, all of it with dice."""
from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from typing import Any

import numpy as np

from .drawn import Marks, drawn
from .engine import FRAME, RATE, Samples, suppressed
from .guard.splice import shifted
from .listener import Listener
from .take import Take

WIDER = 2           # times as many hypotheses beside each other as in the first decoding
AROUND = 0.2        # seconds beside a stretch that are heard with it: a word cut in two is heard as another


class Again:
    """A window, alone. Nothing here depends on what was heard before, or in which thread. ``count``: of decodings."""

    def __init__(self, listener: Listener, audio: Samples, language: str) -> None:
        self._listener, self._audio, self._language = listener, audio, language
        self.count = 0

    def stretch(self, begin: float, finish: float) -> Take:
        """What is said from one second to another, heard as if there were nothing else; on the window's clock."""
        start = max(0, round((begin - AROUND) * RATE))
        audio = self._audio[start:round((finish + AROUND) * RATE)]
        return shifted(self._unprompted(self._encode(audio), len(audio) / RATE), start / RATE)

    def plain(self) -> Take:
        """All of it without prompt and hot words, which a lost decoder repeats or takes for what was just said."""
        return self._unprompted(self._encoded, self.length)

    def drawn(self, temperature: float) -> Take | None:
        """All of it without prompt, drawn; None where that leads nowhere. The dice know the sound and nothing else."""
        self.count += 1
        listener, tokenizer = self._listener, self._tokenizer
        latest = round(listener.latest_start / FRAME)
        marks = Marks(tokenizer.eot, tokenizer.timestamp_begin, tokenizer.timestamp_begin + latest,
                      suppressed(tokenizer))
        sound = int.from_bytes(blake2b(self._audio.tobytes(), digest_size=8).digest(), 'big')
        decoded = drawn(listener.engine, self._encoded, listener.prompt(self._language, False), marks, temperature,
                        np.random.default_rng([sound, round(temperature * 100)]))
        return listener.told(self._encoded, [decoded], [self.length], self._language)[0] if decoded else None

    def _unprompted(self, encoded: Any, seconds: float) -> Take:
        self.count += 1
        return self._listener.heard(encoded, [seconds], self._language, beam=self._listener.hearing.beam * WIDER,
                                    prompted=False)[0]

    @property
    def _tokenizer(self) -> Any:
        return self._listener.engine.tokenizer(self._language, self._listener.hearing.task)

    @property
    def length(self) -> float:
        """Seconds."""
        return len(self._audio) / RATE

    @cached_property
    def _encoded(self) -> Any:
        return self._encode(self._audio)

    def _encode(self, audio: Samples) -> Any:
        return self._listener.engine.encode([self._listener.engine.features(audio, self._listener.hearing.pad)])
