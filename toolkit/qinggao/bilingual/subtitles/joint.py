"""Joint cues: what stands on the screen in both languages at once.

A pair that fits is one cue; where it is a cue of its track as it came it keeps that cue's milliseconds. A longer one
is split at the same places in both texts, a scrap shares a cue with its neighbour.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...layout.subtitles import LINES, SubtitleLine
from ...layout.timing import LINGER, LONGEST, SHORTEST, stays
from ...settings import Settings
from ..bitext import Bitext, Span
from .side import Side
from .splitting import split
from .staying import staying
from .stretches import Stretch, leading, share_opening, stretches
from .turns import Shown, with_speakers


class JointCue(NamedTuple):
    """Lines of the first track and of the second, on the screen from ``begin`` to ``finish``, in milliseconds.

    Each line knows its span in its track's text. One side may be empty, where its words found no partner.
    """

    begin: int
    finish: int
    speaker: str
    first: tuple[SubtitleLine, ...]
    second: tuple[SubtitleLine, ...]


class Draft(NamedTuple):
    """Spans that one cue shows, said from ``begin`` to ``finish``; ``ours``: not a cue as it came."""

    first: Span
    second: Span
    begin: int
    finish: int
    ours: bool


def is_timed(bitext: Bitext) -> bool:
    """Whether times are known, without which there are no cues."""
    return leading(bitext) >= 0


def cues(bitext: Bitext, settings: Settings) -> list[JointCue]:
    """The cues of a bitext, in order: every word of both texts in exactly one. None where no times are known."""
    if not is_timed(bitext):
        return []
    sides = (Side(bitext.first, bitext.languages[0], settings), Side(bitext.second, bitext.languages[1], settings))
    drafts = _joined([draft for stretch in stretches(bitext, sides) for draft in _drafts(stretch, sides)], sides)
    drafts = [draft for draft in drafts if sides[0].lines(draft.first) or sides[1].lines(draft.second)]
    shown = with_speakers([Shown('', sides[0].lines(draft.first), sides[1].lines(draft.second)) for draft in drafts],
                          [(draft.first, draft.second) for draft in drafts], sides)
    return [JointCue(begin, finish, *cue) for (begin, finish), cue in zip(staying(drafts, shown, sides), shown)]


def _drafts(stretch: Stretch, sides: Sequence[Side]) -> Iterator[Draft]:
    """One for a stretch that fits, else several. A part may have other borders of words than the whole had, and so
    need more lines than it was cut for: then it is cut again."""
    share_opening(stretch.first, stretch.second, sides)
    whole = Draft(stretch.first, stretch.second, stretch.begin, stretch.finish, stretch.ours)
    parts = [] if _fits(whole, sides) else split(stretch, sides)
    if len(parts) > 1:
        for part in parts:
            yield from _drafts(part, sides)
    else:
        yield whole._replace(ours=whole.ours or bool(parts))


def _fits(draft: Draft, sides: Sequence[Side]) -> bool:
    """Whether a stretch is one cue: two lines of each language, one speaker, seven seconds where the time is ours.
    Two whom nobody names stay in a cue that came so, each on a line."""
    if draft.ours and draft.finish - draft.begin > LONGEST:
        return False
    for side, span in zip(sides, (draft.first, draft.second)):
        lines, changes = side.lines(span), side.changes(*span)
        stays_so = not draft.ours and all(any(line.start == at and line.opens for line in lines) for at in changes)
        if len(lines) > LINES or (changes and not stays_so):
            return False
    return True


def _joined(drafts: list[Draft], sides: Sequence[Side]) -> list[Draft]:
    """The same, those of ours too short to read made one with a neighbour of ours."""
    done: list[Draft] = []
    for number, draft in enumerate(drafts):
        done.append(draft)
        after = drafts[number + 1].begin if number + 1 < len(drafts) else draft.finish + LONGEST
        if len(done) > 1 and (_is_scrap(done[-2], draft.begin) or _is_scrap(draft, after)):
            both = _together(done[-2], done[-1], sides)
            if both:
                done[-2:] = [both]
    return done


def _is_scrap(draft: Draft, after: int) -> bool:
    return draft.ours and stays(draft.begin, draft.finish, after) - draft.begin < SHORTEST


def _together(one: Draft, two: Draft, sides: Sequence[Side]) -> Draft | None:
    """Two neighbours as one; None where it does not fit, another takes the word or there is a pause between."""
    if not (one.ours and two.ours) or two.begin - one.finish > LINGER:
        return None
    if any(side.turns_at(start) for side, (start, end) in zip(sides, (two.first, two.second)) if start < end):
        return None
    both = Draft(_union(one.first, two.first), _union(one.second, two.second), one.begin, two.finish, True)
    return both if _fits(both, sides) else None


def _union(one: Span, two: Span) -> Span:
    if one[0] == one[1]:
        return two
    return one if two[0] == two[1] else (one[0], two[1])
