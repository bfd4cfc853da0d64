"""Sentences much like one: among a hundred thousand, in milliseconds, and the same ones whatever order they came in."""
from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from .agreement import held

LEAST = 0.85    # of the characters of the longer one


class Alike:
    """The sentences of one language that may be reused, by their keys. By length, and then by what they hold: few are
    left to be compared. What those of a length hold is found out when one about as long is asked for."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._known = set[str]()
        self._new: dict[int, list[str]] = {}
        self._by_held: dict[int, dict[str, list[str]]] = {}

    def add(self, key: str) -> None:
        if key not in self._known:
            self._known.add(key)
            self._new.setdefault(len(key), []).append(key)

    def best(self, key: str) -> tuple[str, float] | None:
        """The key that is most like this one, at least `LEAST`, and how much; of two the first in the alphabet."""
        found = [(-score, other) for other, score in self._near(key)]
        return (min(found)[1], -min(found)[0]) if found else None

    def _near(self, key: str) -> Iterator[tuple[str, float]]:
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import extract
        mine = held(key, self._language)
        for length in range(ceil(len(key) * LEAST), floor(len(key) / LEAST) + 1):
            near = extract(key, self._of(length).get(mine, ()), scorer=Levenshtein.normalized_similarity,
                           score_cutoff=LEAST, limit=None)
            yield from ((other, score) for other, score, _ in near)

    def _of(self, length: int) -> dict[str, list[str]]:
        """The sentences of a length by what they hold."""
        found = self._by_held.setdefault(length, {})
        for key in self._new.pop(length, ()):
            found.setdefault(held(key, self._language), []).append(key)
        return found
