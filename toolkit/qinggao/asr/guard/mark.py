"""What stays in doubt is said where it stands."""
from __future__ import annotations

from collections.abc import Sequence

from ..take import Said, Take
from .doubt import Doubt, touches


def marked(take: Take, doubts: Sequence[Doubt]) -> Take:
    """The take with the names of the checks on the segments they doubt, and the seconds that nobody heard."""
    said = tuple(one._replace(doubt=_names(one, doubts)) for one in take.said)
    return take._replace(said=said, unheard=tuple((doubt.begin, doubt.finish) for doubt in doubts
                                                  if doubt.check == 'unheard'))


def _names(said: Said, doubts: Sequence[Doubt]) -> str:
    names = (doubt.check for doubt in doubts
             if doubt.check != 'unheard' and touches(said, doubt.begin, doubt.finish))
    return ' '.join(dict.fromkeys(names))
