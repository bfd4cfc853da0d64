"""Write names and terms that recognisers mishear as rules/mishearings/*.yaml say: 指营 → 止盈."""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..rulebook.literals import Literals
from ..settings import Settings
from ..view import View

NAME = 'mishearings'
REPEATS = 320   # one rule may write the word that another has to stand near


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only what a rule says: one of its wrong literals becomes its right one."""
    rule = view.rules.get(edit.rule)
    old = view.text[edit.start:edit.end].lower()
    return rule is not None and edit.new == rule.text('right') and old in {word.lower() for word in rule.words('wrong')}


def edits(view: View) -> Iterator[Edit]:
    """One edit a hit of the rules of this room."""
    yield from replacements(view, view.rules.mishearings)


def replacements(view: View, literals: Literals) -> Iterator[Edit]:
    """The edits that literals ask for. What was said before and after a cut is no hit."""
    text = view.text
    for start, end, rule in literals.find(text):
        right = rule.text('right')
        if text[start:end] != right and not view.crosses_seam(start, end):
            yield Edit(start, end, right, rule.id, rule.flag('sure'))
