"""Which stretches of two tracks say the same: by the times of both, or else by lengths and by what both name.

Nothing is dropped: what finds no partner is a pair with an empty side, and marked.
"""
from __future__ import annotations

from bisect import bisect_left
from collections import deque

from ...errors import UsageError
from ...transcript import Transcript
from ..bitext import Bitext, Pair, Span
from ..languages import language, language_of
from .by_time import by_time, clock
from .clock import Clock
from .judge import likeness
from .pairs import pairs_of
from .passes import Box, aligned, whole_of
from .track import Track, track_of

__all__ = ['FLOOR', 'Clock', 'align', 'clock_of', 'likeness', 'within']

# Of 38 notes in two languages the two sides of each have a likeness of 0.54 and more, abridgements to a seventh too; of
# 195 pairs of sides of different notes none has more than 0.41.
FLOOR = .47
FEW = 3             # pairs: of so few, half of that is asked


def align(first: Transcript, second: Transcript, *, languages: tuple[str, str] | None = None,
          force: bool = False) -> Bitext:
    """Two tracks of one talk as a bitext: every unit (sentence, caption) of either in exactly one pair.

    Where both have times, by these: the offset between the clocks is estimated and told, in milliseconds. Else by
    lengths, numbers, names, terms, and words that the talk itself shows to be translations. A pair's score says how
    sure it is: see `judge`. ``languages`` are tags; by default those that most of each text is in.

    Raises `UsageError` for an unknown tag, and for tracks of different talks (a `likeness` below `FLOOR`), which
    ``force`` aligns all the same.

    >>> t = align(Transcript.plain('你好。我有三百万美元。'), Transcript.plain('Hello. I have 3 million dollars.'))
    >>> [(t.first.text[slice(*pair.first)], t.second.text[slice(*pair.second)]) for pair in t.pairs]
    [('你好。', 'Hello.'), ('我有三百万美元。', 'I have 3 million dollars.')]
    """
    tags = (language(languages[0]), language(languages[1])) if languages else (
        language_of(first.text), language_of(second.text))
    if _is_turned(first, second, tags):
        bitext = _aligned(second, first, (tags[1], tags[0])).swapped()
    else:
        bitext = _aligned(first, second, tags)
    if not force:
        _check(bitext)
    return bitext


def within(bitext: Bitext) -> Bitext:
    """The same with its pairs refined to sentences: inside each pair, never across. A pair with one sentence on a side,
    or none, stays as it is."""
    sides = [pair.first for pair in bitext.pairs], [pair.second for pair in bitext.pairs]
    first, second = (track_of(transcript, tag, (at for span in spans for at in span))
                     for transcript, tag, spans in zip(bitext[:2], bitext.languages, sides))
    boxes = [Box(_units(first, one), _units(second, two)) for one, two in zip(*sides)]
    found = aligned(first, second, [box for box in boxes if _is_divisible(box)])
    parts = deque(zip(found.beads, pairs_of(first, second, found)))
    pairs = list[Pair]()
    for pair, box in zip(bitext.pairs, boxes):
        if not _is_divisible(box):
            pairs.append(pair)
            continue
        while parts and parts[0][0].first[1] <= box.first[1] and parts[0][0].second[1] <= box.second[1]:
            pairs.append(parts.popleft()[1])
    return bitext._replace(pairs=tuple(pairs))


def _check(bitext: Bitext) -> None:
    """Raise for tracks of different talks. A short talk may hold no anchor at all: of it less is asked."""
    whole = sum(pair.is_whole for pair in bitext.pairs)
    floor, like = FLOOR * whole / (whole + FEW), likeness(bitext)
    if whole and max(like) < floor:
        raise UsageError(f'not of one talk, as it seems: {like[0]:.2f} of the first is like the second, {like[1]:.2f} '
                         f'of the second like the first, where {floor:.2f} would do',
                         cure='check the files, or --force')


def clock_of(bitext: Bitext) -> Clock:
    """How the second track's clock must be set to show the first's time; as it is where a track has no times."""
    first, second, _, tags, _ = bitext
    if _is_turned(first, second, tags):
        return clock_of(bitext.swapped()).turned()
    return clock(first, second, track_of(first, tags[0]), track_of(second, tags[1]))


def _is_turned(first: Transcript, second: Transcript, tags: tuple[str, str]) -> bool:
    """Whether the second side is taken first. It must not matter which is named first: a tie is broken one way."""
    return (tags[1], second.text) < (tags[0], first.text)


def _aligned(first: Transcript, second: Transcript, tags: tuple[str, str]) -> Bitext:
    one, two = track_of(first, tags[0]), track_of(second, tags[1])
    found = by_time(first, second, one, two) if first.cues and second.cues else None
    if found:
        return Bitext(first, second, tuple(found.pairs), tags, found.clock.offset)
    return Bitext(first, second, tuple(pairs_of(one, two, aligned(one, two, [whole_of(one, two)]))), tags)


def _units(track: Track, span: Span) -> tuple[int, int]:
    """The units that stand in a span."""
    return (bisect_left(track.spans, span[0], key=lambda unit: unit[0]),
            bisect_left(track.spans, span[1], key=lambda unit: unit[0]))


def _is_divisible(box: Box) -> bool:
    return min(end - start for start, end in box) > 1
