"""Speech out of espeak-ng, in process: sound, and when each character of the text begins."""
from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

LANGUAGE = 'cmn-latn-pinyin'     # plain cmn reads pinyin as English, and Latin names letter by letter
RATE_OUT = 16000
SYNCHRONOUS, CHARACTERS, UTF8, WORD = 2, 1, 1, 1    # constants of speak_lib.h
PARAMETERS = {'rate': 1, 'pitch': 3, 'lilt': 4}


class Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = [('type', ctypes.c_int), ('unique', ctypes.c_uint), ('position', ctypes.c_int),
                ('length', ctypes.c_int), ('milliseconds', ctypes.c_int), ('sample', ctypes.c_int),
                ('user', ctypes.c_void_p), ('id', ctypes.c_char * 8)]


class Spoken(NamedTuple):
    """Sound (float32, 16 kHz), and `(first character, characters, seconds)` of each word; -1 where a pause begins."""

    sound: NDArray[np.float32]
    words: list[tuple[int, int, float]]


def speak(text: str, voice: str = '', rate: int = 170, pitch: int = 50, lilt: int = 50) -> Spoken:
    """Say a text with a variant of the voice (`+f2`); rate in words a minute, pitch and lilt from 0 to 99."""
    library, rate_in, sound, words = _espeak()
    sound.clear()
    words.clear()
    if library.espeak_SetVoiceByName((LANGUAGE + voice).encode()):
        raise ValueError(f'espeak-ng has no voice {LANGUAGE}{voice}')
    for name, value in (('rate', rate), ('pitch', pitch), ('lilt', lilt)):
        library.espeak_SetParameter(PARAMETERS[name], value, 0)
    given = text.encode() + b'\0'
    library.espeak_Synth(given, len(given), 0, CHARACTERS, 0, UTF8, None, None)
    library.espeak_Synchronize()
    samples = np.asarray(np.concatenate(sound) / 32768, np.float32)
    return Spoken(resample(samples, rate_in, RATE_OUT), [(at - 1, size, s / rate_in) for at, size, s in words])


def resample(samples: NDArray[np.float32], source: int, target: int) -> NDArray[np.float32]:
    """Samples at another rate, through the spectrum of all of them: right for short clips, dear for long ones."""
    padded = 1 << len(samples).bit_length()           # a power of two is fast
    size = round(padded * target / source)
    spectrum = np.fft.rfft(samples, padded)[:size // 2 + 1]
    scaled = np.fft.irfft(spectrum, size) * (size / padded)
    return scaled[:round(len(samples) * target / source)].astype(np.float32)


@cache
def _espeak() -> tuple[Any, int, list[Any], list[tuple[int, int, int]]]:
    """The library, its sampling rate, and the two lists that its callback fills: one process, one voice at a time."""
    library: Any = ctypes.CDLL('libespeak-ng.so.1')
    rate = library.espeak_Initialize(SYNCHRONOUS, 0, None, 0)
    sound: list[Any] = []
    words: list[tuple[int, int, int]] = []
    library.hears = _callback(sound, words)           # kept, or the callback is freed under the library's feet
    library.espeak_SetSynthCallback(library.hears)
    library.espeak_Synth.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint,
                                     ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p]
    return library, rate, sound, words


def _callback(sound: list[Any], words: list[tuple[int, int, int]]) -> Callable[..., int]:
    shape = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))

    def hear(samples: Any, count: int, events: Any) -> int:
        if samples and count:
            sound.append(np.ctypeslib.as_array(samples, shape=(count,)).copy())
        at = 0
        while events[at].type:
            if events[at].type == WORD:
                words.append((events[at].position, events[at].length, events[at].sample))
            at += 1
        return 0

    return shape(hear)
