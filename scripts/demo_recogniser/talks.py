"""Talks to try a recogniser on: utterances that nobody trained on, with pauses, and what was said when."""
from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .clips import take
from .espeak import RATE_OUT
from .phrases import JOINTS, Utterance, english, written

RATES = (150, 195)              # words a minute: what espeak-ng is usually asked for


class Spoken(NamedTuple):
    """One utterance of a talk; seconds."""

    begin: float
    finish: float
    phrases: tuple[str, ...]

    @property
    def text(self) -> str:
        return written(self.phrases)


class Talk(NamedTuple):
    """Sound (float32, 16 kHz) and what is said in it."""

    sound: NDArray[np.float32]
    spoken: tuple[Spoken, ...]

    @property
    def text(self) -> str:
        return ''.join(one.text for one in self.spoken)

    @property
    def seconds(self) -> float:
        return len(self.sound) / RATE_OUT


def talk(seed: int, voices: Sequence[str], seconds: float = 25., hiss: float = 0.,
         gaps: tuple[float, float] = (.4, 1.5)) -> Talk:
    """Phrases in any order, each utterance by any of the voices; `hiss` is the deviation of white noise."""
    draw = random.Random(seed)
    said = []
    at = draw.uniform(.1, .6)
    while at < seconds - 4:
        phrases = tuple(draw.choices(list(english()), k=draw.randint(1, 8)))
        joint = draw.choice(JOINTS)
        one = take(Utterance(phrases, (joint,) * (len(phrases) - 1)), draw.choice(voices), draw.randint(*RATES), 50)
        said.append((at, phrases, one.sound))
        at += len(one.sound) / RATE_OUT + draw.uniform(*gaps)
    return mixed(said, at, hiss, seed)


def mixed(said: Sequence[tuple[float, tuple[str, ...], NDArray[np.float32]]], seconds: float, hiss: float = 0.,
          seed: int = 0) -> Talk:
    """Utterances at their times in so many seconds."""
    sound = np.random.default_rng(seed).standard_normal(round(seconds * RATE_OUT)).astype(np.float32) * hiss
    spoken = []
    for at, phrases, samples in said:
        first = round(at * RATE_OUT)
        sound[first:first + len(samples)] += samples[:len(sound) - first]
        spoken.append(Spoken(at, at + len(samples) / RATE_OUT, phrases))
    return Talk(sound, tuple(spoken))
