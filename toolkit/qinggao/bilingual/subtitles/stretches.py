"""Stretches: what is said in both languages at one time, before it is known whether the screen has room for it."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...blocks import trimmed
from ...layout.timing import GAP, SHORTEST
from ..bitext import Bitext, Span
from .side import Side

_EVER = 1 << 60


class Stretch(NamedTuple):
    """Spans of both texts that are shown from ``begin`` to ``finish``, milliseconds of the leading clock.

    ``clock``: the track that times its words, ``ahead`` milliseconds behind the leading one; -1: none, they are spread
    over the time. ``ours``: its times are no cue's.
    """

    first: Span
    second: Span
    begin: int
    finish: int
    clock: int
    ours: bool
    ahead: int = 0

    def joined(self, other: Stretch) -> Stretch:
        """This with the words of the next one in it, at its own time."""
        return self._replace(first=_union(self.first, other.first), second=_union(self.second, other.second))


def leading(bitext: Bitext) -> int:
    """The track whose clock is that of the cues: the first, where it has times, else the second; -1 for neither."""
    return 0 if bitext.first.cues else 1 if bitext.second.cues else -1


def stretches(bitext: Bitext, sides: Sequence[Side]) -> list[Stretch]:
    """The pairs with their times, in order. Words that the leading track has no time for stand in the silence where
    they belong, where there is enough of it; else they share the time of a neighbour."""
    lead = leading(bitext)
    done: list[Stretch] = []
    waiting: Stretch | None = None      # its words stand with the next one's
    for stretch, after in _with_next([_timed(spans, lead, bitext, sides) for spans in _spans(bitext)], lead):
        if stretch.clock == lead:
            done.append(_with_before(waiting, stretch))
            waiting = None
        elif waiting:
            waiting = waiting.joined(stretch)
        elif placed := _placed(stretch, done[-1].finish if done else 0, after.begin, sides):
            done.append(placed)
        elif not done or _is_nearer(stretch, done[-1], after):
            waiting = stretch
        else:
            done[-1] = done[-1].joined(stretch)
    return done


def _with_next(found: list[Stretch], lead: int) -> list[tuple[Stretch, Stretch]]:
    """Each with the next one that the leading clock knows."""
    pairs, after = [], Stretch((0, 0), (0, 0), _EVER, _EVER, lead, False)
    for stretch in reversed(found):
        pairs.append((stretch, after))
        after = stretch if stretch.clock == lead else after
    return pairs[::-1]


def _with_before(waiting: Stretch | None, stretch: Stretch) -> Stretch:
    if waiting is None:
        return stretch
    both = waiting.joined(stretch)
    return stretch._replace(first=both.first, second=both.second)


def _is_nearer(stretch: Stretch, before: Stretch, after: Stretch) -> bool:
    """Whether more of its time lies in the next one's than in the last one's."""
    return stretch.clock >= 0 and (min(stretch.finish, after.finish) - after.begin
                                   > before.finish - max(stretch.begin, before.begin))


def _spans(bitext: Bitext) -> Iterator[tuple[Span, Span]]:
    """The spans of each pair without white space at their edges; no pair without words."""
    for pair in bitext.pairs:
        first = next(trimmed(bitext.first.text, *pair.first), (pair.first[0], pair.first[0]))
        second = next(trimmed(bitext.second.text, *pair.second), (pair.second[0], pair.second[0]))
        if first[0] < first[1] or second[0] < second[1]:
            yield first, second


def share_opening(first: Span, second: Span, sides: Sequence[Side]) -> None:
    """Where one whom nobody names takes the word in one track, he does so in the other: the sign stands in both, and
    needs its room."""
    whole = first[0] < first[1] and second[0] < second[1]
    if whole and (first[0] in sides[0].openings or second[0] in sides[1].openings):
        sides[0].opens_at(first[0])
        sides[1].opens_at(second[0])


def _timed(spans: tuple[Span, Span], lead: int, bitext: Bitext, sides: Sequence[Side]) -> Stretch:
    """A pair by the leading clock; where it has no words in it by the other one, set right by the offset."""
    for clock in (lead, 1 - lead):
        start, end = spans[clock]
        times = sides[clock].transcript.time_of(start, end) if start < end else None
        if times:
            ahead = bitext.offset if clock > lead else 0
            ours = not _is_one_cue(sides[clock], start, end)
            return Stretch(*spans, times[0] + ahead, times[1] + ahead, clock, ours, ahead)
    return Stretch(*spans, 0, 0, -1, True)


def _is_one_cue(side: Side, start: int, end: int) -> bool:
    """Whether these are the words of one cue, and all of them."""
    transcript, text = side.transcript, side.text
    offsets = transcript.offsets
    first = bisect_right(transcript.cues, offsets.to_source.first(start), key=lambda cue: cue.end)
    after = bisect_left(transcript.cues, offsets.to_source.last(end), key=lambda cue: cue.start)
    if after != first + 1:
        return False
    cue = transcript.cues[first]
    opens, closes = offsets.to_text.first(cue.start), offsets.to_text.last(cue.end)
    return not text[opens:start].strip() and not text[end:closes].strip()


def _placed(stretch: Stretch, before: int, after: int, sides: Sequence[Side]) -> Stretch | None:
    """Words without the leading clock in the silence between two times; None where it is too short for them. Where
    their own times do not fit into it, they are spread over what there is."""
    if stretch.clock >= 0:
        begin, finish = max(stretch.begin, before), min(stretch.finish, after)
        if (begin, finish) == (stretch.begin, stretch.finish):
            return stretch
        return (stretch._replace(begin=begin, finish=finish, clock=-1, ours=True) if finish - begin >= SHORTEST
                else None)
    need = max(SHORTEST, *(round(1000 * side.width(*span) / side.numbers.pace)
                           for side, span in zip(sides, (stretch.first, stretch.second))))
    begin = before + GAP if after == _EVER or before else max(0, after - GAP - need)
    return stretch._replace(begin=begin, finish=begin + need) if begin + need + GAP <= after else None


def _union(one: Span, two: Span) -> Span:
    if one[0] == one[1]:
        return two
    return one if two[0] == two[1] else (one[0], two[1])
