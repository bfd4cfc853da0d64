"""What lies between a voice and a recording: other throats, noise, hum, dull microphones. All on log10 of mel power."""
from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray

Power = NDArray[np.float32]
TEN = float(np.log(10))


def disturbed(draw: random.Random, rng: np.random.Generator, power: Power, speech: bool) -> Power:
    """Power with a gain, and some of: noise under it, a low-pass, a tilt."""
    heard = power + draw.uniform(-2., .6)
    if draw.random() < (.3 if speech else .65):
        heard = added(heard, noise(draw, rng, heard, speech))
    if not speech and draw.random() < .4:
        heard = added(heard, hum(draw, heard))
    if draw.random() < .06:
        heard[draw.randint(66, 78):] = -10
    if draw.random() < .3:
        heard = heard + np.linspace(0, draw.uniform(-.8, .4), len(heard), dtype=np.float32)[:, None]
    return heard


def noise(draw: random.Random, rng: np.random.Generator, power: Power, speech: bool) -> Power:
    """Steady noise, somewhat coloured; well under the speech, or of any loudness where there is none."""
    level = power.max() - draw.uniform(4.5, 8) if speech else draw.uniform(-7, 0)
    tilt = np.linspace(0, draw.uniform(-2.5, .5), len(power), dtype=np.float32)[:, None]
    colour = .3 * rng.standard_normal((len(power), 1), dtype=np.float32)
    grain = np.log10(rng.gamma(2., .5, power.shape).astype(np.float32) + 1e-4)
    return np.asarray(level + tilt + colour + grain, np.float32)


def hum(draw: random.Random, power: Power) -> Power:
    """A few steady tones, as of a machine, and perhaps a knock: loud, and no speech."""
    found = np.full_like(power, -10.)
    for _ in range(draw.randint(1, 4)):
        bin_ = draw.randrange(len(power) - 2)
        found[bin_:bin_ + draw.randint(1, 3)] = draw.uniform(-5, 1)
    if draw.random() < .4:
        at = draw.randrange(power.shape[1])
        found[:, at:at + draw.randint(1, 6)] = draw.uniform(-5, 0)
    return found


def added(one: Power, other: Power) -> Power:
    """Two powers, sounding together."""
    return np.asarray(np.logaddexp(one * TEN, other * TEN) / TEN, np.float32)


def spoken_by_another(draw: random.Random, mel: Power) -> Power:
    """As often as not the spectrum stretched by a few percent, as by a longer or a shorter throat."""
    if draw.random() < .5:
        return mel
    source = np.clip(np.arange(len(mel)) * draw.uniform(.94, 1.06), 0, len(mel) - 1.001)
    low = source.astype(int)
    part = (source - low).astype(np.float32)[:, None]
    return np.asarray(mel[low] * (1 - part) + mel[low + 1] * part, np.float32)
