"""How often words are said in all the talks: what stands near anything tells nothing."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from ..patterns import HAN, lazy
from ..rulebook.literals import NEAR, fold
from .aligned import Aligned

COMMON, SOME = 10, 3    # words said so often, of which so many that begin or end with one character
WORD = lazy(rf'[{HAN}]{{2,}}|[A-Za-z][A-Za-z0-9]+')


class Usage:
    """The words of the first texts, counted."""

    def __init__(self, talks: Sequence[Aligned]) -> None:
        import rjieba
        self._seen = Counter[str]()
        self._size = 1
        for talk in talks:
            self._seen.update(rjieba.cut(fold(talk.first.said), False))
            self._size += len(talk.first.said)
        self._reach = min(2 * NEAR, self._size / max(1, len(talks)))    # characters: no more than a talk has

    def near_anything(self, word: str, besides: int) -> float:
        """How likely a word stands as near as a rule looks for it, anywhere but ``besides`` so many places."""
        return min(1., (max(0, self._seen[word] - besides) + 1) * self._reach / self._size)

    def ending(self, char: str) -> list[str]:
        """The commonest words that end so."""
        return self._ends[char]

    def beginning(self, char: str) -> list[str]:
        """The commonest words that begin so."""
        return self._begins[char]

    @cached_property
    def _ends(self) -> defaultdict[str, list[str]]:
        return self._by(-1)

    @cached_property
    def _begins(self) -> defaultdict[str, list[str]]:
        return self._by(0)

    def _by(self, at: int) -> defaultdict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, count in self._seen.most_common():
            if count < COMMON:
                break
            if WORD.fullmatch(word) and not word.isascii() and len(found[word[at]]) < SOME:
                found[word[at]].append(word)
        return found
