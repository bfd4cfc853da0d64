"""Which blocks of the two tracks stand together on a page."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...settings import Settings
from ...site.profile import Profile, profile_of
from ..bitext import Bitext
from .block import Block
from .guard import guarded
from .labels import labels_over_originals
from .track import Track


class Passage(NamedTuple):
    """Blocks of the first track with those of the second that say the same; either may be empty."""

    first: tuple[Block, ...]
    second: tuple[Block, ...]


class _Group(NamedTuple):
    """Blocks ``first:last`` of the first track, and where its words in the second begin; -1: it has none."""

    first: int
    last: int
    start: int = -1


def passages(bitext: Bitext, settings: Settings, profile: Profile | None = None) -> list[Passage]:
    """The rows of a page, in order: every word of both tracks is in one block of one passage.

    A pair that crosses the border of two blocks brings them together; words of the second track that have no partner
    are with the passage before. No block holds what would run out of it: see `guarded`.
    """
    one, two = Track(bitext.first, settings), Track(bitext.second, settings, 1)
    groups = _merged(_groups(bitext, one.blocks), two)
    starts = [group.start for group in groups if group.start >= 0]
    if not two.is_page:
        two = Track(bitext.second, settings, 1, borders=starts or (0,))
    ends = dict(zip(starts, [*starts[1:], len(two.text)]))
    labels = frozenset(labels_over_originals(profile or profile_of()))
    firsts = guarded(one, one.blocks, labels)
    seconds = [two.between(start, ends[start]) if start >= 0 else [] for *_, start in groups]
    return [Passage(tuple(firsts[first:last]), tuple(guarded(two, second)))
            for (first, last, _), second in zip(groups, seconds)]


def _groups(bitext: Bitext, blocks: Sequence[Block]) -> list[_Group]:
    """The blocks that pairs touch together; a block that none touches is alone. The first words of the second track
    begin at 0."""
    starts, ends = [block.start for block in blocks], [block.end for block in blocks]
    groups, waiting = list[_Group](), False     # for a block: words without a partner, at the very top
    for (start, end), (there, stop), *_ in bitext.pairs:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        done = groups[-1].last if groups else 0
        begin = there if there < stop else -1
        if start == end or first >= last:
            if begin >= 0 and groups:
                groups[-1] = _more(groups[-1], done, begin)
            waiting = waiting or (begin >= 0 and not groups)
        elif first < done:
            groups[-1] = _more(groups[-1], max(last, done), begin)
        else:
            groups += [_Group(at, at + 1) for at in range(done, first)]
            groups.append(_Group(first, last, begin))
    groups += [_Group(at, at + 1) for at in range(groups[-1].last if groups else 0, len(blocks))]
    if waiting:
        groups[:1] = [groups[0]._replace(start=0) if groups else _Group(0, 0, 0)]
    at = next((number for number, group in enumerate(groups) if group.start >= 0), None)
    if at is not None:
        groups[at] = groups[at]._replace(start=0)
    return groups


def _more(group: _Group, last: int, begin: int) -> _Group:
    return group._replace(last=last, start=group.start if group.start >= 0 else begin)


def _merged(groups: Iterable[_Group], second: Track) -> list[_Group]:
    """The groups, together where the second track's words cannot be parted between them."""
    out = list[_Group]()
    for group in groups:
        if group.start > 0 and not second.can_part(group.start):
            while (before := out.pop()).start < 0:
                group = _Group(before.first, group.last, group.start)
            group = _Group(before.first, group.last, before.start)
        out.append(group)
    return out
