"""Windows of lessons as arrays; what is random in a batch depends on the seed and its number alone."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from qinggao.editor.features import FOREIGN, LINE, NO_BREAK, UNKNOWN, placed, words
from qinggao.editor.vocabulary import Vocabulary

from .lessons import MASKED, Lesson
from .restarts import in_doubt
from .styles import HABITS
from .synthesis import Idle, Window, disturbed

UNITS = 256             # a window
SIZE = 32               # windows a batch
KNOWN = 5200            # keys of the vocabulary
HIDDEN = .015           # units that are shown as unknown
LEAST = 64              # a shorter window is left out
EQUAL, ADDED, TOLD = .87, .10, .6   # shares of a window that teaches


class Talk(NamedTuple):
    lesson: Lesson
    style: tuple[int, int, int]


class Place(NamedTuple):
    talk: Talk
    start: int
    end: int


class Batch(NamedTuple):
    """int64: ids and places (SIZE, UNITS), styles (SIZE, HABITS); labels (3, SIZE, UNITS) for marks, cut, ends."""

    ids: Any
    places: Any
    styles: Any
    labels: Any


def vocabulary_of(talks: Sequence[Talk]) -> Vocabulary:
    counts = Counter(key for talk in talks for key in talk.lesson.keys)
    return Vocabulary.of(key for key, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:KNOWN - 3])


def windows(talks: Sequence[Talk], offset: int) -> list[Place]:
    """The windows that teach, cut from an offset on."""
    found = []
    for talk in talks:
        one, total = talk.lesson, len(talk.lesson.keys)
        for start in range(offset % UNITS, total - LEAST, UNITS):
            end = min(total, start + UNITS)
            size = end - start
            if (one.good[start:end].mean() >= EQUAL and one.added[start:end].sum() <= ADDED * size
                    and (one.marks[start:end] != MASKED).mean() > TOLD):
                found.append(Place(talk, start, end))
    return found


def epochs(talks: Sequence[Talk], seed: int) -> Iterator[list[Place]]:
    """The windows of one batch after the other, for ever; each time through from another offset."""
    epoch = 0
    while True:
        rng = np.random.default_rng((seed, 1, epoch))
        places = windows(talks, int(rng.integers(UNITS)))
        order = rng.permutation(len(places))
        for at in range(0, len(places) - SIZE + 1, SIZE):
            yield [places[i] for i in order[at:at + SIZE]]
        epoch += 1


def batch_of(places: Sequence[Place], vocabulary: Vocabulary, idle: Idle, rng: np.random.Generator | None,
             doubting: bool = False) -> Batch:
    """Arrays of some windows; disturbed and broken anew where there is a generator, as they are without.

    ``doubting``: that an editor left what is said again soon in a transcript teaches nothing.
    """
    shape = len(places), UNITS
    out = Batch(np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros((len(places), HABITS), np.int64),
                np.full((3, *shape), MASKED, np.int64))
    for row, place in enumerate(places):
        window = _window(place, idle, rng, doubting)
        total = min(UNITS, len(window.keys))
        ids = np.array(vocabulary.ids(window.keys[:total]), np.int64)
        if rng is not None:
            ids[rng.random(total) < HIDDEN] = vocabulary.UNKNOWN
        out.ids[row, :total] = ids
        out.places[row, :total] = placed(np.array(window.breaks[:total], np.int64), ids, vocabulary.chars(ids))
        out.styles[row] = _style(place, rng)
        for number, labels in enumerate((window.marks, window.cut, window.ends)):
            out.labels[number, row, :total] = labels[:total]
    return out


def _window(place: Place, idle: Idle, rng: np.random.Generator | None, doubting: bool) -> Window:
    one, (start, end) = place.talk.lesson, place[1:]
    keys, marks = one.keys[start:end], one.marks[start:end].tolist()
    breaks = None if one.breaks is None else one.breaks[start:end].tolist()
    if rng is not None:
        breaks = _broken(breaks, marks, rng)
    cut = one.cut[start:end].tolist()
    if doubting and one.raw and rng is not None:
        cut = in_doubt(keys, cut, rng)
    window = Window(keys, breaks or [UNKNOWN] * len(keys), marks, cut, one.ends[start:end].tolist())
    if rng is None or rng.random() >= .6:
        return window
    chars = [key if len(key) == 1 and not key.isascii() else FOREIGN for key in keys]
    return disturbed(window, idle, rng, words(chars) < 2)


def _style(place: Place, rng: np.random.Generator | None) -> tuple[int, ...]:
    """Each habit is hidden now and then: the model must do without it too."""
    if rng is None:
        return place.talk.style
    return tuple(0 if rng.random() < .12 else habit for habit in place.talk.style)


def _broken(breaks: list[int] | None, marks: list[int], rng: np.random.Generator) -> list[int]:
    """Other line ends than the transcript's: none known, some joined, or made up where it has none to trust."""
    kind, total = rng.random(), len(marks)
    if breaks is None or kind > .8:
        return _made_up(marks, rng) if rng.random() < .7 else [UNKNOWN] * total
    if kind > .68:
        return [UNKNOWN] * total
    if kind > .55:
        joined = rng.random(total) < rng.choice((.1, .3, .6))
        return [NO_BREAK if gone else one for one, gone in zip(breaks, joined)]
    return breaks


def _made_up(marks: list[int], rng: np.random.Generator) -> list[int]:
    """Lines of roughly one length that mostly end where a clause does, with slips."""
    mean, faithful = float(rng.choice((8, 10, 14, 20, 30))), float(rng.choice((.95, .8, .5)))
    breaks, last = [NO_BREAK] * len(marks), -1
    chance, spread = rng.random(len(marks)), rng.normal(1.6 * mean, 4, len(marks))
    for i, mark in enumerate(marks):
        if (1 <= mark <= 6 and i - last >= 3 and chance[i] < faithful) or i - last > spread[i]:
            breaks[i], last = LINE, i
    return breaks
