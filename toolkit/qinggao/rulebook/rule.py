"""One rule: its id, its words, where it was written."""
from __future__ import annotations

from typing import NamedTuple

Value = str | bool | tuple[str, ...]


class Spec(NamedTuple):
    """An example that a rule carries: ``said`` must come out as ``meant``."""

    said: str
    meant: str
    line: int = 0


class Rule(NamedTuple):
    """A rule of a room; its values are those that `SCHEMAS` allows there."""

    room: str                       # the stage that reads it: mishearings, fillers, …
    name: str
    values: dict[str, Value]
    path: str = ''                  # the file it comes from
    line: int = 0
    specs: tuple[Spec, ...] = ()    # empty in a compiled rulebook

    @property
    def id(self) -> str:
        """What edits are signed with: ``room/name``."""
        return f'{self.room}/{self.name}'

    def words(self, key: str) -> tuple[str, ...]:
        """A list value; empty where the rule has none."""
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()

    def text(self, key: str) -> str:
        """A string value; empty where the rule has none."""
        value = self.values.get(key, '')
        return value if isinstance(value, str) else ''

    def flag(self, key: str, default: bool = True) -> bool:
        """A true or false value."""
        value = self.values.get(key, default)
        return value if isinstance(value, bool) else default
