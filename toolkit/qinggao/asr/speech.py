"""Where somebody speaks: spans of samples, none longer than a window."""
from __future__ import annotations

import numpy as np

from .engine import RATE, WINDOW, Samples

Span = tuple[int, int]

LONGEST = WINDOW * RATE
_PAUSE = 160        # milliseconds of silence that part two spans: where speech is cut, it is cut there
_PAD = 400          # milliseconds of its surroundings that a span keeps: the voice finder hears consonants late
_QUIET = RATE // 10
_LOOKED = 5 * RATE  # without the voice finder a cut is looked for in the last seconds of a window
_BLOCK = 20 * 60 * RATE     # the voice finder takes twice and a half the memory of what it looks through at once


def spoken(audio: Samples) -> list[Span]:
    """The spans in which Silero's voice finder, which comes with faster-whisper, hears a voice."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps
    options = VadOptions(min_silence_duration_ms=_PAUSE, speech_pad_ms=_PAD, max_speech_duration_s=WINDOW)
    return [part for start, end in cut(audio, 0, len(audio), _BLOCK)
            for one in get_speech_timestamps(audio[start:end], options)
            for part in cut(audio, start + one['start'], min(start + one['end'], end))]


def cut(audio: Samples, start: int, end: int, longest: int = LONGEST) -> list[Span]:
    """A stretch in spans of a window at most, parted where it is quietest."""
    spans = []
    while end - start > longest:
        at = start + longest - _LOOKED + _quietest(audio[start + longest - _LOOKED:start + longest])
        spans.append((start, at))
        start = at
    return [*spans, (start, end)] if end > start else spans


def _quietest(audio: Samples) -> int:
    """The middle of the tenth of a second with the least energy."""
    steps = len(audio) // _QUIET
    energy = np.square(audio[:steps * _QUIET], dtype=np.float64).reshape(steps, _QUIET).sum(1)
    return int(energy.argmin()) * _QUIET + _QUIET // 2
