"""Two passes through two tracks: the first by what is known of all talks, the second by what this one has shown."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .anchors import anchors
from .band import near, rough
from .evidence import Known, Words
from .learned import learned
from .lengths import fitted, lengths_of
from .path import Band, Bead, best_path
from .track import Track

Box = Bead      # units of both sides that go together as a whole: none of them is paired outside


class Aligned(NamedTuple):
    """The beads, in order, and what was held of the tracks before any of them was found."""

    beads: list[Bead]
    known: Known


def aligned(first: Track, second: Track, boxes: Sequence[Box]) -> Aligned:
    """Align the units inside each box; lengths and words are learned from all boxes together."""
    known = known_of(first, second)
    beads = [_through(first, second, known, box, None) for box in boxes]
    pairs = [bead for found in beads for bead in found if is_whole(bead)]
    taught = learned([(_union(first.words, one), _union(second.words, two)) for one, two in pairs], first, second)
    meetings = [(_union(taught[0].keys, one), _union(taught[1].keys, two)) for one, two in pairs]
    lengths = fitted(known.lengths, [(sum(first.lengths[slice(*one)]), sum(second.lengths[slice(*two)]))
                                     for one, two in pairs])
    better = Known(lengths, anchors(taught[0].keys, taught[1].keys, meetings), known.borders)
    beads = [_through(*taught, better, box, found) for box, found in zip(boxes, beads)]
    return Aligned([bead for found in beads for bead in found], known._replace(lengths=lengths))


def known_of(first: Track, second: Track) -> Known:
    """What is held of two tracks before anything is aligned."""
    return Known(lengths_of(first.lengths, second.lengths), anchors(first.keys, second.keys), _borders(first, second))


def is_whole(bead: Bead) -> bool:
    """Whether both sides have units."""
    return bead.first[0] < bead.first[1] and bead.second[0] < bead.second[1]


def whole_of(first: Track, second: Track) -> Box:
    """All of two tracks as one box."""
    return Box((0, len(first.spans)), (0, len(second.spans)))


def _through(first: Track, second: Track, known: Known, box: Box, before: list[Bead] | None) -> list[Bead]:
    ours, theirs = first.part(box.first), second.part(box.second)
    rows, columns = len(ours.spans), len(theirs.spans)
    a, c = box.first[0], box.second[0]
    band: Band = rough(ours, theirs, known.anchors)
    if before is not None and len(set(band)) > 1:
        band = near([_moved(bead, -a, -c) for bead in before], rows, columns)
    return [_moved(bead, a, c) for bead in best_path(rows, columns, band, Words(ours, theirs, known, band))]


def _moved(bead: Bead, a: int, c: int) -> Bead:
    return Bead((bead.first[0] + a, bead.first[1] + a), (bead.second[0] + c, bead.second[1] + c))


def _union(sets: Sequence[frozenset[str]], span: tuple[int, int]) -> frozenset[str]:
    return frozenset().union(*sets[slice(*span)])


def _borders(first: Track, second: Track) -> float:
    """How far paragraphs tell: not where one side has many, and the other few."""
    one, two = sum(first.opens), sum(second.opens)
    if max(one, two) < 2 or (one == len(first.opens) and two == len(second.opens)):
        return 0.
    return (min(one, two) / max(one, two)) ** 2
