"""XLIFF 1.2, which older tools write: read, never written."""
from __future__ import annotations

from collections.abc import Iterator

from .xml import Element, child, local, plain

_CODES = frozenset(('x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'sub'))
_FINAL = frozenset(('final', 'signed-off'))
_MACHINE = frozenset(('mt-suggestion', 'leveraged-mt', 'fuzzy-match'))


def segments(unit: Element, path: str) -> Iterator[tuple[str, str, str]]:
    """Source, target, state of a <trans-unit>: of each of its segments where both sides are cut alike."""
    source, cut, target = (child(unit, name) for name in ('source', 'seg-source', 'target'))
    if target is None:
        yield _plain(source, path), '', 'initial'
        return
    state = _state(unit, target)
    here, there = ({} if side is None else _marked(side, path) for side in (cut, target))
    if here and here.keys() == there.keys():
        yield from ((words, there[number], state) for number, words in here.items())
    else:
        yield _plain(source, path), _plain(target, path), state


def _state(unit: Element, target: Element) -> str:
    """Many tools say nothing of what a person wrote: that is as good as in a TMX."""
    state = target.get('state', '')
    if unit.get('approved') == 'yes' or state in _FINAL:
        return 'final'
    if target.get('state-qualifier') in _MACHINE:
        return 'initial'
    return state if state in ('', 'translated') else 'initial'


def _marked(side: Element, path: str) -> dict[str, str]:
    return {one.get('mid', ''): _plain(one, path) for one in side.iter()
            if local(one) == 'mrk' and one.get('mtype') == 'seg'}


def _plain(side: Element | None, path: str) -> str:
    return plain(side, lambda code: '' if local(code) in _CODES else None, path)
