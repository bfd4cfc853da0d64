"""What a file says of a unit, and what the memory makes of it: whether a person said so."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import NamedTuple

from ..languages import is_language, language
from .unit import HUMAN, Unit, key, mark

# What our files carry of a unit beside its words, in every format by these names.
CARRIED = ('origin', 'confirmed', 'doubts', 'score', 'context', 'mark')


class Said(NamedTuple):
    """A unit as a file says it. ``mark``: what `mark` gave when we wrote it; '' where the file is not ours, or a tool
    lost it. ``state``: how far a person is with it, by the words of XLIFF: initial, translated, reviewed, final;
    '' where the format does not say.
    """

    unit: Unit
    mark: str = ''
    state: str = ''


def judged(said: Said, known: Callable[[Unit], list[Unit]]) -> Unit:
    """The unit as it is kept; ``known`` is all that the memory knows of its sentence.

    A person's is: what is marked as reviewed; what differs from the words that we wrote; and what came from elsewhere,
    unless its file says that it is no more than a beginning.
    """
    unit = said.unit
    changed = bool(said.mark) and said.mark != mark(unit)
    if changed:
        return _by_person(unit._replace(origin=HUMAN))
    if said.state in ('reviewed', 'final'):
        return _by_person(unit)
    if said.mark:
        return unit
    if said.state:
        others = known(unit)
        same = next((other for other in others if key(other.target) == key(unit.target)), None)
        if same:
            return same
        return _by_person(unit) if others or said.state != 'initial' else unit
    return _by_person(unit)


def said_of(unit: Unit, carried: Mapping[str, str], state: str = '') -> Said:
    """A unit with what our files carry; without it, it is as the format says."""
    if carried.get('confirmed') == 'yes':
        state = 'final'
    elif carried.get('confirmed') == 'no' and not state:
        state = 'initial'
    context = carried.get('context', '' if carried.get('mark') else unit.context)
    unit = unit._replace(origin=carried.get('origin') or unit.origin, context=context,
                         doubts=tuple(carried.get('doubts', '').split()), score=_score(carried.get('score', '')))
    return Said(unit, carried.get('mark', ''), state)


def carried_by(unit: Unit) -> dict[str, str]:
    """What our files carry of a unit, by the names of `CARRIED`; nothing that is empty."""
    found = {'origin': unit.origin, 'confirmed': 'yes' if unit.confirmed else 'no', 'doubts': ' '.join(unit.doubts),
             'score': '' if unit.score is None else repr(unit.score), 'context': unit.context, 'mark': mark(unit)}
    return {name: value for name, value in found.items() if value}


def language_of_tag(tag: str) -> str:
    """The language that a file means; '' for one that is not ours. Countries are many: en-AU is English, and
    zh-Hant-MO is told by its script.

    >>> language_of_tag('EN_au'), language_of_tag('zh-Hant-MO'), language_of_tag('fr')
    ('en', 'zh-Hant', '')
    """
    parts = tag.strip().lower().replace('_', '-').split('-')
    names = (tag, parts[0] if parts[0] == 'en' else '-'.join(parts[:2]))
    return next((language(name) for name in names if is_language(name)), '')


def _by_person(unit: Unit) -> Unit:
    return unit._replace(confirmed=True, doubts=())


def _score(text: str) -> float | None:
    try:
        score = float(text)
    except ValueError:
        return None
    return score if isfinite(score) else None
