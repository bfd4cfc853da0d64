"""What the rules that are on mend already, whatever they ask to stand near."""
from __future__ import annotations

from collections import defaultdict

from ..rulebook import Rulebook
from ..rulebook.literals import fold
from .swap import Swap


class Known:
    """The right forms of each wrong one."""

    def __init__(self, book: Rulebook) -> None:
        self._rights: defaultdict[str, set[str]] = defaultdict(set)
        for rule in (*book.room('mishearings'), *book.room('regional')):
            for wrong in rule.words('wrong'):
                self._rights[fold(wrong)].add(fold(rule.text('right')))

    def has(self, swap: Swap) -> bool:
        """Whether a rule has this wrong form, one inside it, or one around it that comes out the same."""
        wrong, right = fold(swap.wrong), fold(swap.right)
        if wrong in self._rights:
            return True     # a wrong form has one rule
        parts = {wrong[i:j] for i in range(len(wrong)) for j in range(i + 2, len(wrong) + 1)} & self._rights.keys()
        if any(wrong.replace(part, mended) == right for part in parts for mended in self._rights[part]):
            return True
        return any(wrong in longer and longer.replace(wrong, right) in rights
                   for longer, rights in self._rights.items())
