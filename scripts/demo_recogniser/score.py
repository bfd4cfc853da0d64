"""How well talks were heard: characters, and times."""
from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from .talks import Talk

Hears = Callable[[Any], Iterable[Any]]


class Score(NamedTuple):
    """How well some talks were heard."""

    wrong: int                  # characters
    said: int
    off: tuple[float, ...]      # seconds between a stamp and the truth, of segments whose text is right
    found: int                  # such segments
    utterances: int

    @property
    def line(self) -> str:
        """For people: characters wrong, segments found, and how far their times are off."""
        off = sorted(self.off)
        times = f'{statistics.median(off):.2f} s | {off[int(.95 * (len(off) - 1))]:.2f} s' if off else '– | –'
        found = f'{self.found} of {self.utterances}' if off else '–'
        return f'{100 * self.wrong / self.said:.1f} % of {self.said:,} | {found} | {times}'


def score(hears: Hears, talks: Iterable[Talk]) -> Score:
    """Characters that are wrong in each talk, and the times of segments that are right."""
    wrong = said = found = utterances = 0
    off: list[float] = []
    for one in talks:
        segments = list(hears(one.sound))
        expected = plain(one.text)
        wrong += distance(expected, plain(''.join(segment.text for segment in segments)))
        said += len(expected)
        utterances += len(one.spoken)
        for spoken in one.spoken:
            match = [s for s in segments if plain(s.text) == plain(spoken.text) and abs(s.start - spoken.begin) < 5]
            if match:
                found += 1
                off += [abs(match[0].start - spoken.begin), abs(match[0].end - spoken.finish)]
    return Score(wrong, said, tuple(off), found, utterances)


def plain(text: str) -> str:
    """A text without marks and spaces."""
    return ''.join(character for character in text if character.isalnum())


def distance(one: str | list[str], other: str | list[str]) -> int:
    """How many must be inserted, deleted or replaced.

    >>> distance('大家好', '大家')
    1
    """
    row = list(range(len(other) + 1))
    for n, left in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, right in enumerate(other, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (left != right))
    return row[-1]
