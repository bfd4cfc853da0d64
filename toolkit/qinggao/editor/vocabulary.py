"""The units a model knows by number."""
from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from .features import FOREIGN, Array


class Vocabulary:
    """Numbers for keys of units: 0 none, 1 unknown, 2 a Latin word that is not known, then the known ones."""

    UNKNOWN: ClassVar[int] = 1
    LATIN: ClassVar[int] = 2
    FIRST: ClassVar[int] = 3

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        self._id = {key: number for number, key in enumerate(keys, self.FIRST)}
        self._char = [FOREIGN] * self.FIRST + [key if len(key) == 1 and not key.isascii() else FOREIGN for key in keys]

    @classmethod
    def of(cls, keys: Iterable[str]) -> Vocabulary:
        return cls(list(keys))

    def ids(self, keys: Iterable[str]) -> list[int]:
        find = self._id.get
        return [find(key) or (self.LATIN if key[0].isascii() and key[0].isalpha() else self.UNKNOWN) for key in keys]

    def chars(self, ids: Array) -> list[str]:
        """The Han of each id, FOREIGN for all else: what words are cut from."""
        return [self._char[one] for one in ids.tolist()]

    def __len__(self) -> int:
        return self.FIRST + len(self.keys)
