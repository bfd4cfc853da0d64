"""Where the topic turns: paragraphs that have little in common with what stands before them, or that say so."""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .cohesion import Cohesion, cohesion
from .openers import Opener, opener

DIP = 22.0          # what a fall of the words in common by 1 counts for; an opener counts up to 2
LEAST_SCORE = 0.8   # less is no turn
SECTION = 350.0     # the least weight of a section, in Chinese characters: half a minute on a page, two of speech
TALK = 1200.0       # a lighter talk has one topic, and gets no headings
PARAGRAPHS = 2      # that a section has at least


class Cut(NamedTuple):
    """The topic turns before this paragraph."""

    paragraph: int
    cohesion: Cohesion
    opener: Opener

    @property
    def score(self) -> float:
        return DIP * (self.cohesion.around - self.cohesion.here) + self.opener.gain


def cuts(text: str, spans: Sequence[tuple[int, int]], passages: Sequence[Counter[str]],
         weights: Sequence[float]) -> list[Cut]:
    """The best places first, each a section away from those chosen before it; in the order of the talk."""
    starts = [0.0, *accumulate(weights)]
    if starts[-1] < TALK:
        return []
    found = [Cut(i, one, opener(text, *spans[i])) for i, one in enumerate(cohesion(passages, weights)) if i]
    taken = [0, len(spans)]
    chosen: list[Cut] = []
    for cut in sorted(found, key=lambda cut: (-cut.score, cut.paragraph)):
        if cut.score < LEAST_SCORE:
            break
        i = bisect_left(taken, cut.paragraph)
        if _is_room(starts, taken[i - 1], cut.paragraph) and _is_room(starts, cut.paragraph, taken[i]):
            taken.insert(i, cut.paragraph)
            chosen.append(cut)
    return sorted(chosen, key=lambda cut: cut.paragraph)


def _is_room(starts: Sequence[float], first: int, last: int) -> bool:
    return last - first >= PARAGRAPHS and starts[last] - starts[first] >= SECTION
