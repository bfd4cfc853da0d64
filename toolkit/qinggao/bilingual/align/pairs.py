"""From beads, which number units, to pairs: spans of the texts, each with its score and what speaks for it."""
from __future__ import annotations

from ..bitext import Pair, Span
from . import timed
from .clock import Times
from .judge import evidence_of, scores
from .passes import Aligned, is_whole
from .track import Track

ALONE = 'alone'     # the doubt of what has no partner
LENGTH, ANCHORS, TIME = 'length', 'anchors', 'time'     # origins: what speaks for a pair
STRONG = 3.         # evidence that lengths never are


def pairs_of(first: Track, second: Track, found: Aligned, times: tuple[Times, Times] | None = None) -> list[Pair]:
    """The pairs of the beads, in order; ``times`` are those of the units, by one clock."""
    whole = [bead for bead in found.beads if is_whole(bead)]
    words = [evidence_of(first, second, found.known, bead) for bead in whole]
    when = [timed.gain(_time(times[0], one), _time(times[1], two)) if times else 0. for one, two in whole]
    origins = iter([TIME if times else ANCHORS if said > STRONG else LENGTH for said in words])
    pairs = list[Pair]()
    for bead, score in zip(found.beads, scores(found.beads, words, when)):
        here = (pairs[-1].first[1], pairs[-1].second[1]) if pairs else (0, 0)
        if is_whole(bead):
            pairs.append(Pair(_span(first, bead.first), _span(second, bead.second), score, (), next(origins)))
        elif bead.first[0] < bead.first[1]:
            empty = _place(second, bead.second[0], here[1], first.opens[bead.first[0]])
            pairs.append(Pair(_span(first, bead.first), empty, score, (ALONE,), TIME if times else LENGTH))
        else:
            empty = _place(first, bead.first[0], here[0], second.opens[bead.second[0]])
            pairs.append(Pair(empty, _span(second, bead.second), score, (ALONE,), TIME if times else LENGTH))
    return pairs


def _span(track: Track, units: tuple[int, int]) -> Span:
    return track.spans[units[0]][0], track.spans[units[1] - 1][1]


def _place(track: Track, unit: int, at: int, opens: bool) -> Span:
    """The empty span where words would stand: behind those before them; where a paragraph begins with them, before
    those after them."""
    if unit < len(track.spans) and (opens or not unit):
        at = track.spans[unit][0]
    elif unit:
        at = max(at, track.spans[unit - 1][1])
    return at, at


def _time(times: Times, units: tuple[int, int]) -> tuple[int, int]:
    return times[units[0]][0], times[units[1] - 1][1]
