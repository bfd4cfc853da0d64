"""Words of one region as Mainland readers know them: 軟體 → 软件, as rules/regional.yaml says. Off by default.

A talk from Taiwan may well keep its own words: converting them is a choice, not a correction.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..rulebook.literals import Literals
from ..settings import Settings
from ..view import View
from . import mishearings

NAME = 'regional'


def is_on(settings: Settings) -> bool:
    return settings.regional and settings.script == 'hans'


allows = mishearings.allows  # only what a rule says


def edits(view: View) -> Iterator[Edit]:
    """One edit a word."""
    literals = view.rules.built(NAME, lambda: Literals(view.rules.room(NAME)))
    yield from mishearings.replacements(view, literals)
