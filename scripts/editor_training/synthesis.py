"""Idle words and false starts put into a window, labelled to go: editors' own are too few to learn all their forms.

What is put in is taken from what thorough editors cut elsewhere, and from the window itself.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from qinggao.editor.features import LINE, NO_BREAK

from .lessons import MASKED, Lesson

Units = tuple[str, ...]
DENSITIES = (2, 5, 8)       # false starts and fillers in a window, on average
FILLERS = .4                # of what is put in; the rest says something twice
LENGTHS = (1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10)


class Idle(NamedTuple):
    """What editors cut, and how often; ``lines`` are cut where they are a line of their own."""

    words: list[tuple[Units, float]]
    lines: list[tuple[Units, float]]


def idle_words(lessons: Sequence[Lesson]) -> Idle:
    """Read off the lessons of thorough editors."""
    said, cut, alone = Counter[Units](), Counter[Units](), Counter[Units]()
    for one in lessons:
        for size in (1, 2, 3):
            said.update(zip(*(one.keys[i:] for i in range(size))))
        for start, end in runs(one.cut):
            words = tuple(one.keys[start:end])
            if len(words) <= 3 and all(len(word) == 1 for word in words):
                cut[words] += 1
                own = one.breaks is not None and one.breaks[end - 1] == LINE
                alone[words] += bool(own and (start == 0 or one.breaks[start - 1] == LINE))
    often = [(words, float(count) ** .5) for words, count in cut.most_common(400)
             if count >= 8 and count >= .12 * said[words] and len(set(words)) == len(words)]
    return Idle(often[:30], [(words, float(count) ** .5) for words, count in alone.most_common(16) if count >= 2])


def runs(labels: Any) -> list[tuple[int, int]]:
    """The stretches that are labelled to go."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (labels == 1).astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2])]


class Window(NamedTuple):
    """Some units of a lesson with their labels, as lists."""

    keys: list[str]
    breaks: list[int]
    marks: list[int]
    cut: list[int]
    ends: list[int]


def disturbed(window: Window, idle: Idle, rng: np.random.Generator, first: Any) -> Window:
    """The window with fillers and false starts; ``first``: which units begin a word."""
    total = len(window.keys)
    clauses = [i + 1 for i, mark in enumerate(window.marks[:-1]) if 1 <= mark <= 6]
    starts = [i for i in range(1, total - 1) if first[i]]
    put: dict[int, tuple[Sequence[str], bool, bool]] = {}
    for _ in range(min(14, int(rng.poisson(rng.choice(DENSITIES))))):
        if rng.random() < FILLERS:
            at = int(rng.choice(clauses)) if clauses and rng.random() < .7 else int(rng.integers(1, total))
            breaks_before = window.breaks[at - 1] == LINE
            own = breaks_before and rng.random() < .6
            words = _picked(idle.lines if own and idle.lines else idle.words, rng)
            put[at] = words, own, breaks_before and not own and rng.random() < .5
        elif starts:
            at = int(rng.choice(starts)) if rng.random() < .8 else int(rng.integers(1, total - 1))
            other = int(rng.choice(starts))
            begun = false_start(window.keys[at:at + int(rng.choice(LENGTHS))], window.keys[other:other + 2], idle, rng)
            put[at] = begun, LINE in window.breaks and rng.random() < .25, False
    return _with(window, put)


def false_start(coming: Sequence[str], elsewhere: Sequence[str], idle: Idle, rng: np.random.Generator) -> list[str]:
    """What is said before it is said right: the same, or a part, or with a word or two other; then perhaps a filler.

    ``elsewhere``: some words of the window, with which it may go on before it is begun again.
    """
    begun = list(coming)
    if len(begun) > 1 and rng.random() > .45:
        begun = _OTHER[int(rng.choice(len(_OTHER), p=_OFTEN))](begun, elsewhere, rng)
    if len(begun) > 1 and rng.random() < .25:
        begun += _picked(idle.words, rng)
    return begun


def _late(begun: list[str], elsewhere: Sequence[str], rng: np.random.Generator) -> list[str]:
    """物理学奖 before 诺贝尔物理学奖: its end, begun too late."""
    return begun[int(rng.integers(1, len(begun))):]


def _taken_back(begun: list[str], elsewhere: Sequence[str], rng: np.random.Generator) -> list[str]:
    """他可以 before 我们可以: a word is taken back."""
    at = int(rng.integers(0, len(begun)))
    return [*begun[:at], str(rng.choice(_STARTS)), *begun[at + 1:]]


def _shorter(begun: list[str], elsewhere: Sequence[str], rng: np.random.Generator) -> list[str]:
    """很多问题 before 很多重要的问题: some words in its middle are missing."""
    if len(begun) < 4:
        return begun
    size = int(rng.integers(1, min(4, len(begun) - 3) + 1))
    at = int(rng.integers(1, len(begun) - size))
    return begun[:at] + begun[at + size:]


def _gone_on(begun: list[str], elsewhere: Sequence[str], rng: np.random.Generator) -> list[str]:
    """我们就把 before 我们决定: it goes on otherwise."""
    return [*begun, *elsewhere[:int(rng.integers(1, 3))]]


_OTHER = (_late, _taken_back, _shorter, _gone_on)
_OFTEN = (.3, .2, .3, .2)
_STARTS = ('我', '你', '他', '这', '那', '它', '就', '是', '有', '会', '在', '的', '不', '要', '也')


def _picked(words: list[tuple[Units, float]], rng: np.random.Generator) -> Units:
    """One of the idle words, the commoner the more often; 嗯 where pairs had too few to tell."""
    if not words:
        return ('嗯',)
    return _drawn(words, rng)


def _drawn(words: list[tuple[Units, float]], rng: np.random.Generator) -> Units:
    weights = np.array([weight for _, weight in words])
    return words[int(rng.choice(len(words), p=weights / weights.sum()))][0]


def _with(window: Window, put: dict[int, tuple[Sequence[str], bool, bool]]) -> Window:
    """What is put in breaks the line behind itself, or takes the break before it along."""
    out = Window([], [], [], [], [])
    for i in range(len(window.keys)):
        if i in put and window.cut[i] != 1 and window.cut[i - 1] != 1:
            words, broken, tail = put[i]
            if tail:
                out.breaks[-1] = NO_BREAK
            out.keys.extend(words)
            fill = window.breaks[i] if window.breaks[i] == 3 else NO_BREAK
            out.breaks.extend([fill] * (len(words) - 1) + [LINE if broken or tail else fill])
            for labels, label in ((out.marks, MASKED), (out.cut, 1), (out.ends, MASKED)):
                labels.extend([label] * len(words))
        out.keys.append(window.keys[i])
        for to, of in zip(out[1:], window[1:]):
            to.append(of[i])
    return out
