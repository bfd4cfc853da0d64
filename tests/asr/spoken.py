"""Speech for tests: what espeak-ng says, talks of it with pauses, files of every kind, and how well it was heard."""
from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

Sound = NDArray[np.float32]                      # 16 kHz, mono, from -1 to 1
RATE = 16000
LANGUAGE = 'cmn-latn-pinyin'                     # espeak-ng's Mandarin that reads Latin names too
MODEL = Path(__file__).parents[2] / 'samples/models/demo-recogniser'
TRAINED = ('', '+f2', '+f5', '+m3', '+m7', '+Annie', '+Andy')   # some of the voices that the model was trained on
UNSEEN = ('+f3', '+m4')
SETTINGS = {'.wav': ('wav', 'pcm_s16le'), '.flac': ('flac', 'flac'), '.opus': ('ogg', 'libopus'),
            '.ogg': ('ogg', 'libopus'), '.mp3': ('mp3', 'libmp3lame'), '.m4a': ('ipod', 'aac'), '.mp4': ('mp4', 'aac')}


class Said(NamedTuple):
    """One utterance of a talk, in milliseconds of its sound."""

    begin: int
    end: int
    text: str


def vocabulary() -> dict[str, str]:
    """The phrases that the demo recogniser knows, and their English."""
    lines = (MODEL / 'vocabulary.txt').read_text(encoding='utf-8').splitlines()
    return dict(line.split('\t') for line in lines)


def any_phrases(seed: int, count: int) -> tuple[str, ...]:
    """So many phrases in any order."""
    return tuple(random.Random(seed).choices(list(vocabulary()), k=count))


def speak(phrases: str | Iterable[str], voice: str = '', rate: int = 170, pitch: int = 50) -> Sound:
    """What espeak-ng says, without the silence around it, its loudest sample at one half.

    Phrases are joined with nothing; a string is said as it is, marks and all. Voice is a variant: `+f2`.
    """
    return _spoken(phrases if isinstance(phrases, str) else ''.join(phrases), voice, rate, pitch)


def talk(seed: int, count: int | None = None, seconds: float | None = None, voices: Sequence[str] = TRAINED,
         gaps: tuple[float, float] = (.5, 1.2), phrases: int = 5) -> tuple[Sound, list[Said]]:
    """Utterances of up to so many phrases with silence before, between and behind: `count` of them, or `seconds` long."""
    draw = random.Random(seed)
    known = list(vocabulary())
    said: list[Said] = []
    sounds = [silence(draw.uniform(.2, .6))]
    while (len(said) < count) if count is not None else sum(map(len, sounds)) < (seconds or 10.) * RATE:
        text = ''.join(draw.choices(known, k=draw.randint(1, phrases)))
        sound = speak(text, draw.choice(voices), draw.randint(150, 195))
        begin = sum(map(len, sounds))
        said.append(Said(begin * 1000 // RATE, (begin + len(sound)) * 1000 // RATE, text))
        sounds += [sound, silence(draw.uniform(*gaps))]
    return np.concatenate(sounds), said


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE), np.float32)


def noise(seconds: float, loud: float = .01, seed: int = 0) -> Sound:
    """White noise; `loud` is its standard deviation."""
    return (np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * loud).astype(np.float32)


def cer(expected: str, heard: str) -> float:
    """Characters to insert, delete or replace, of those expected; marks and spaces count for nothing.

    >>> cer('大家好，没有问题', '大家 没有问题')
    0.14285714285714285
    """
    wanted, got = (re.sub(r'[\W_]', '', text) for text in (expected, heard))
    row = list(range(len(got) + 1))
    for n, character in enumerate(wanted, 1):
        before, row[0] = row[0], n
        for m, other in enumerate(got, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (character != other))
    return row[-1] / max(1, len(wanted))


def write_audio(path: Path, sound: Sound) -> Path:
    """A file of the kind that its name says; an .mp4 is a film with a picture."""
    import av
    kind, codec = SETTINGS[path.suffix]
    with av.open(str(path), 'w', format=kind) as out:
        film = out.add_stream('mpeg4', rate=5) if path.suffix == '.mp4' else None
        stream: Any = out.add_stream(codec, rate=RATE)
        stream.layout = 'mono'
        whole = (np.clip(sound, -1, 1) * 32767).astype(np.int16)[None]
        frame = av.AudioFrame.from_ndarray(whole, 's16', 'mono')
        frame.sample_rate = RATE
        resampler = av.AudioResampler(stream.format, 'mono', RATE, stream.frame_size or None)
        if film:
            film.width, film.height, film.pix_fmt = 64, 48, 'yuv420p'
            for _ in range(len(sound) * 5 // RATE):
                out.mux(film.encode(av.VideoFrame(64, 48, 'yuv420p')))
            out.mux(film.encode(None))
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(piece))
        out.mux(stream.encode(None))
    return path


@lru_cache(4096)
def _spoken(text: str, voice: str, rate: int, pitch: int) -> Sound:
    if not shutil.which('espeak-ng'):
        pytest.fail('espeak-ng speaks what these tests listen to, and is not installed: apt-get install espeak-ng')
    command = ['espeak-ng', '-v', LANGUAGE + voice, '-s', str(rate), '-p', str(pitch), '--stdout', '--stdin']
    wave = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    # The header is written before the length is known, so only the rate in it is true.
    samples = np.frombuffer(wave[44:], '<i2').astype(np.float32)
    sound = resampled(samples, int.from_bytes(wave[24:28], 'little'))
    loud = np.abs(sound)
    heard = np.flatnonzero(loud > .02 * loud.max())
    trimmed: Sound = sound[max(0, int(heard[0]) - 80):int(heard[-1]) + 80] / loud.max() / 2
    trimmed.flags.writeable = False
    return trimmed


def resampled(samples: Sound, source: int) -> Sound:
    """Samples of any rate at ours, through the spectrum of all of them; exact, and quick enough for a sentence."""
    padded = 1 << len(samples).bit_length()
    size = round(padded * RATE / source)
    scaled = np.fft.irfft(np.fft.rfft(samples, padded)[:size // 2 + 1], size) * (size / padded)
    return np.asarray(scaled[:round(len(samples) * RATE / source)], np.float32)
