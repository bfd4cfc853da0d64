"""Joint cuts: a place in the one text and a place in the other, where a cue may end in both.

A cut costs what it tears apart in either language, and how far the two places are from saying the same: by the share
of the text that lies before them, and by names and numbers that both sides have.
"""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ...patterns import HAN, lazy
from ..bitext import Span
from .rope import Rope
from .side import Side

Knots = tuple[int, int]     # of the one rope and of the other

_NEAR = 12          # knots to each side of the one that matches best
_CHOICE = 2         # cuts that are tried for each knot
_APART = 0.35       # lines that two places may be apart for the price of one cut between words
_FAR = 12.0         # no two places are worse than so far apart
_TORN = 3.0         # for a name that would stand in another cue than its translation
_ANCHORS = 50       # more than so many tell nothing new
_SHARED = lazy(rf'\d+(?:[.,:]\d+)*|[^\W\d_{HAN}][^\W_{HAN}]+')


def cuts(ropes: Sequence[Rope], anchors: Sequence[Span]) -> dict[Knots, float]:
    """Cuts worth trying, and what each costs; both ends of the ropes too.

    ``anchors``: offsets in both texts of what is the same, as `anchors` finds it.
    """
    one, two = ropes
    lines = max(one.lines(0, one.last), two.lines(0, two.last))
    found: dict[Knots, float] = {(0, 0): 0.0, (one.last, two.last): 0.0}
    for i, j in _candidates(one, two, lines):
        apart = abs(one.shares[i] - two.shares[j]) * lines / _APART if one.last and two.last else 0.0
        torn = sum((a < one.knots[i]) != (b < two.knots[j]) for a, b in anchors)
        found.setdefault((i, j), one.prices[i] + two.prices[j] + min(apart * apart, _FAR) + _TORN * torn)
    if len(one.turns) == len(two.turns):    # others take the word at the same places then
        found.update(((i, j), 0.0) for i, j in zip(one.turns, two.turns))
    return found


def anchors(sides: Sequence[Side], spans: Sequence[Span]) -> list[Span]:
    """Where both texts have the same name or number, each once."""
    once = []
    for side, (start, end) in zip(sides, spans):
        found = [(match[0].lower(), match.start()) for match in _SHARED.finditer(side.text, start, end)]
        counts = Counter(word for word, _ in found)
        once.append({word: at for word, at in found if counts[word] == 1})
    shared = [(at, once[1][word]) for word, at in once[0].items() if word in once[1]]
    return shared if len(shared) <= _ANCHORS else []


def _candidates(one: Rope, two: Rope, lines: float) -> Iterator[Knots]:
    for i in range(1, one.last):
        yield from ((i, j) for j in _best(one.shares[i], two, lines))
    for j in range(1, two.last):
        yield from ((i, j) for i in _best(two.shares[j], one, lines))


def _best(share: float, rope: Rope, lines: float) -> list[int]:
    """The knots that go best with a share of the other rope, and always the nearest: by those alone there is a way
    from end to end that takes one knot at a time, so that every part fits."""
    at = bisect_left(rope.shares, share)
    nearest = min((max(0, at - 1), min(at, rope.last)), key=lambda j: abs(rope.shares[j] - share))
    near = range(max(1, at - _NEAR), min(rope.last, at + _NEAR))
    best = sorted(near, key=lambda j: rope.prices[j] + ((rope.shares[j] - share) * lines / _APART) ** 2)
    return [nearest, *best[:_CHOICE]]
