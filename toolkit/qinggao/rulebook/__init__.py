"""The rules that are on: the shipped ones, then the user's; a later rule of the same id wins."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from .rule import Rule, Spec

if TYPE_CHECKING:
    from .literals import Literals

__all__ = ['Rule', 'Rulebook', 'Spec']

Built = TypeVar('Built')


class Rulebook:
    """Rules by room, in the order they were written; what stages build from them is built once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}  # a later rule takes the earlier one's place
        self._built: dict[object, Any] = {}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def get(self, id: str) -> Rule | None:
        """The rule ``room/name``."""
        return self._rules.get(id)

    def room(self, name: str) -> tuple[Rule, ...]:
        """The rules that one stage reads."""
        return tuple(rule for rule in self if rule.room == name)

    def built(self, key: object, build: Callable[[], Built]) -> Built:
        """What ``build`` makes, made at the first call with this key: a stage's automaton or pattern."""
        if key not in self._built:
            self._built[key] = build()
        made: Built = self._built[key]
        return made

    @cached_property
    def mishearings(self) -> Literals:
        """The literals of the room mishearings."""
        from .literals import Literals
        return Literals(self.room('mishearings'))
