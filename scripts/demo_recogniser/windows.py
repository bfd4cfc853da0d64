"""Windows as Whisper sees them: clips side by side with gaps, noise and gain, and what was said when."""
from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .clips import BINS, SECOND, Clip
from .noise import disturbed, spoken_by_another
from .phrases import english, written
from .segments import BREATH, Said, Window, joined

WHOLE = 30 * SECOND
SILENCE = -10.               # log10 of the power of nothing
REACH = 8.                   # Whisper's features keep so many powers of ten below the loudest


class Library:
    """Clips by length, so that one can be drawn that fits."""

    def __init__(self, clips: Sequence[Clip]) -> None:
        self.clips = sorted(clips, key=lambda clip: clip.mel.shape[1])
        self.lengths = [clip.mel.shape[1] for clip in self.clips]

    def any(self, draw: random.Random) -> Clip:
        return draw.choice(self.clips)

    def draw(self, draw: random.Random, longest: int) -> Clip | None:
        """Any clip of at most so many frames."""
        fit = bisect_right(self.lengths, longest)
        return self.clips[draw.randrange(fit)] if fit else None


def window(draw: random.Random, library: Library, frames: int, filled: bool) -> Window:
    """One window of at most so many frames; `filled`: speech goes on to its end, where it is cut off."""
    rng = np.random.default_rng(draw.getrandbits(32))
    power = np.full((BINS, frames), SILENCE, np.float32)
    said = [] if draw.random() < .07 else _placed(draw, library, power, filled)
    end = frames
    if said and not filled:
        end = min(frames, int(said[-1].finish * SECOND) + draw.randint(2, 150))
    elif not said:
        end = draw.randint(min(100, frames), frames)
    heard = disturbed(draw, rng, power[:, :end], bool(said))
    floor = heard.max() - REACH + (draw.uniform(-.5, 1.2) if draw.random() < .2 else 0.)
    return Window((np.maximum(heard, floor) + 4) / 4, tuple(said))


def _placed(draw: random.Random, library: Library, power: NDArray[np.float32], filled: bool) -> list[Said]:
    """Clips into the power of a window, one after another."""
    frames = power.shape[1]
    at = _leftover(draw, library, power) + int(_lead(draw) * SECOND)
    # Often one only: a short file, or a piece between two pauses, is a few words and then nothing for half a minute.
    count = 99 if filled else 1 if draw.random() < .3 else draw.randint(1, max(1, min(8, frames // 350)))
    longest = draw.randint(70, 300) if count == 1 and draw.random() < .5 else WHOLE
    gaps = draw.choice(('breaths', 'none', 'mixed', 'mixed', 'wide'))
    # One window in four says a few sentences again: their words alone do not tell where it is.
    few = Library([library.any(draw) for _ in range(3)]) if draw.random() < .25 else library
    said: list[Said] = []
    while count and at < frames - 30:
        room = WHOLE if filled else min(longest, frames - at - 4)
        clip = few.draw(draw, room) or library.draw(draw, room)
        if clip is None:
            break
        begun = _begun(draw, clip) if not said and draw.random() < .1 else clip
        mel = spoken_by_another(draw, begun.mel.astype(np.float32)) + draw.uniform(-.4, .2)
        there = power[:, at:at + mel.shape[1]]
        np.maximum(there, mel[:, :there.shape[1]], out=there)
        for one in _said(begun, at / SECOND, frames / SECOND):
            said = joined(said, one)
        at += round(begun.seconds * SECOND) + int(_gap(draw, gaps) * SECOND)
        count -= 1
    if len(said) > 1 and said[-1].cut and frames == WHOLE:
        # As in Whisper's own lessons: who hears a long file comes back to it. A single one is written as far as it
        # goes, and so is one in a shorter window, which somebody has cut there: nobody comes back.
        said[-1] = said[-1]._replace(left=True)
    return said


def _said(clip: Clip, begin: float, end: float) -> list[Said]:
    """A clip that begins at a time in a window which ends at another: all of it, or the characters that fit."""
    text = written(clip.phrases)
    times = tuple((begin + a, begin + b) for a, b in clip.times)
    if begin + clip.seconds <= end:
        return [Said(clip.phrases if _known(clip) else (), text, begin, begin + clip.seconds, times)]
    fit = sum(finish <= end for _, finish in times)
    return [Said((), text[:fit], begin, times[fit - 1][1], times[:fit], cut=True)] if text[:fit].strip() else []


def _begun(draw: random.Random, clip: Clip) -> Clip:
    """A clip whose first characters were cut away, as by a window that begins in the middle of a word."""
    text = written(clip.phrases)
    # Not inside a Latin name, whose letters share their times.
    places = [n for n in range(1, len(text)) if not text[n].isascii() and not text[n - 1].isascii()]
    if not places:
        return clip
    at = draw.choice(places)
    start = clip.times[at][0]
    return Clip((text[at:],), clip.mel[:, round(start * SECOND):], clip.seconds - start,
                tuple((max(0., a - start), b - start) for a, b in clip.times[at:]))


def _known(clip: Clip) -> bool:
    return all(phrase in english() for phrase in clip.phrases)


def _leftover(draw: random.Random, library: Library, power: NDArray[np.float32]) -> int:
    """Now and then the last frames of the sentence before, which are no words: how many."""
    if draw.random() > .12:
        return 0
    clip, count = library.any(draw), draw.randint(3, 10)
    power[:, :count] = clip.mel[:, -count:]
    return count + 25           # not so near that it would be the beginning of a word


def _lead(draw: random.Random) -> float:
    kind = draw.random()
    return draw.uniform(0, .5) if kind < .6 else draw.uniform(.3, 1) if kind < .9 else draw.uniform(1, 4)


def _gap(draw: random.Random, gaps: str) -> float:
    """Seconds between two clips; never a length of which nobody could say whether it ends a segment."""
    if gaps == 'none':
        return draw.uniform(.02, .08)
    if gaps == 'breaths' or (gaps == 'mixed' and draw.random() < .3):
        return draw.uniform(.08, BREATH - .02)
    if gaps == 'wide':
        return draw.uniform(.8, 6)
    return draw.uniform(BREATH + .03, .8) if draw.random() < .6 else draw.uniform(.5, 1.6)
