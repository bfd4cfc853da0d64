"""The library of clips: utterances spoken by many voices, as mel power, with the time of every character."""
from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from . import espeak
from .phrases import Utterance, places, utterance

VOICES = ('', '+f1', '+f2', '+f4', '+f5', '+m1', '+m2', '+m3', '+m7', '+Annie', '+Andy', '+Denis', '+linda', '+belinda')
UNSEEN = ('+f3', '+m4')         # never trained on: what the card says of strangers is measured on these
RATES = (145, 200)              # words a minute
PITCHES = (30, 70)
BINS, SECOND = 80, 100          # of mel; frames
FAINT = .02                     # of the peak: quieter than this before and after the words is trimmed
EDGE = .005                     # seconds left on both sides of what was trimmed


class Clip(NamedTuple):
    """An utterance as heard: log10 of mel power (bins, frames), and begin and end of each written character."""

    phrases: tuple[str, ...]
    mel: NDArray[np.float16]
    seconds: float
    times: tuple[tuple[float, float], ...]


class Take(NamedTuple):
    """An utterance as sound: float32 at 16 kHz, peak at one half, and begin and end of each written character."""

    sound: NDArray[np.float32]
    times: tuple[tuple[float, float], ...]


def take(said: Utterance, voice: str, rate: int, pitch: int, lilt: int = 50) -> Take:
    """Speak an utterance and cut off what is silent around it."""
    spoken = espeak.speak(said.spoken, voice, rate, pitch, lilt)
    loud = np.abs(spoken.sound)
    heard = np.flatnonzero(loud > FAINT * loud.max())
    first = max(0, int(heard[0]) - round(EDGE * espeak.RATE_OUT))
    last = int(heard[-1]) + round(EDGE * espeak.RATE_OUT)
    sound = spoken.sound[first:last] / loud.max() / 2
    begins = [max(0., seconds - first / espeak.RATE_OUT) for _, _, seconds in spoken.words]
    ends = [*begins[1:], len(sound) / espeak.RATE_OUT]
    # A word may be of several characters (a Latin name): each of them has the times of the whole.
    by_place = {start + n: (begin, max(begin + .04, end))
                for (start, size, _), begin, end in zip(spoken.words, begins, ends) if start >= 0 for n in range(size)}
    times: list[tuple[float, float]] = []
    for place in places(said):                # the second half of a name in two words has no event of its own
        times.append(by_place.get(place) or times[-1])
    return Take(sound, tuple(times))


def speak_library(count: int, seed: int, voices: Sequence[str] = VOICES) -> list[Clip]:
    """So many random utterances, voices in turn."""
    draw = random.Random(seed)
    found = []
    for n in range(count):
        said = utterance(draw)
        one = take(said, voices[n % len(voices)], draw.randint(*RATES), draw.randint(*PITCHES), draw.randint(30, 70))
        found.append(Clip(said.phrases, mel_power(one.sound), len(one.sound) / espeak.RATE_OUT, one.times))
    return found


def kept_library(path: Path, count: int, seed: int) -> list[Clip]:
    """The library in a file, spoken first if it is not there."""
    if not path.is_file():
        clips = speak_library(count, seed)
        part = path.with_suffix('.part')
        part.write_bytes(pickle.dumps(clips, 4))
        part.replace(path)
    found: list[Clip] = pickle.loads(path.read_bytes())
    return found


def mel_power(sound: NDArray[np.float32]) -> NDArray[np.float16]:
    """What Whisper's features are before they are clamped and scaled: log10, (bins, frames)."""
    extractor = _extractor()
    padded = np.pad(sound, (0, 160)).astype(np.float32)
    window = np.hanning(401)[:-1].astype(np.float32)
    spectrum = extractor.stft(padded, 400, 160, window=window, return_complex=True)[..., :-1]
    power = extractor.mel_filters @ (np.abs(spectrum.astype(np.complex64)) ** 2)
    return np.asarray(np.log10(np.maximum(power, 1e-10)), np.float16)


@cache
def _extractor() -> Any:
    from faster_whisper.feature_extractor import FeatureExtractor
    return FeatureExtractor()
