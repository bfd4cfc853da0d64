"""Write the spaces that are sure before fillers and stutters look for edges.

The first half of spacing, apart because a space is an edge: 对吧um is two words only once 对吧 um is written,
and a second cleaning would read what the first one has spaced.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..settings import Settings
from ..view import View
from . import spacing

NAME = 'gaps'
ROOM = spacing.NAME


def is_on(settings: Settings) -> bool:
    return settings.spaces and spacing.NAME not in settings.skip


allows = spacing.allows


def edits(view: View) -> Iterator[Edit]:
    """What the stage spacing is sure of; what it only advises it says itself, of the text as it will stand."""
    yield from (edit for edit in spacing.edits(view) if edit.sure)
