"""Mend the marks a recogniser left: ？？ → ？, 。， → the likelier one, ASCII marks between Han → full width.

The first half of punctuation, apart because fillers and stutters read marks as breaks: 因为。，因为 is
a stutter once the two marks are one.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..settings import Settings
from ..view import View
from . import punctuation
from .punctuation.marks import mend

NAME = 'marks'
ROOM = punctuation.NAME


def is_on(settings: Settings) -> bool:
    return True


allows = punctuation.allows


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of marks that no page should show."""
    if not view.text.isascii():
        yield from mend(view.text, punctuation.clauses_of(view.rules))
