"""Where missing words go in. Cues point into the source, so words that are new there need a character that is not.

The line end, the space or the mark they stand behind carries them: it is replaced by itself and the words, and the
cue of that one character says when they were said.
"""
from __future__ import annotations

from collections.abc import Sequence

from ...edits import Edit
from ...transcript import Cue
from .fold import Folded

_CLOSING = frozenset('，。、；：？！,.;:?!…”’」』》）)]】~')


def closing(said: str, end: int) -> int:
    """Behind the marks that close what ends at an offset."""
    while said[end:end + 1] and said[end] in _CLOSING:
        end += 1
    return end


def carried(text: Folded, place: int, words: str, rule: str, sure: bool) -> tuple[Edit, bool]:
    """The edit that puts words before ``letters[place]``, and whether its character has no letter of its own."""
    said = text.said
    start, stop = text.span(place, place)
    lines, between = '\n' in said, said[start:stop]
    end = closing(said, start)
    if not place:
        new = words.strip() + ('\n' if lines else _space(words[-1:], said[stop])) + said[stop]
        return Edit(stop, stop + 1, new, rule, sure), False
    if place == len(text.letters):
        last = said[end - 1]
        return Edit(end - 1, end, last + ('\n' if lines else _space(last, words[:1])) + words, rule, sure), end > start
    for parting in '\n', ' ':
        if parting in between:
            at = start + between.index(parting)
            return Edit(at, at + 1, parting + words.strip() + parting, rule, sure), True
    return Edit(end - 1, end, said[end - 1] + ' '.join(words.split('\n')), rule, sure), end > start


def _space(left: str, right: str) -> str:
    """What parts two characters that were not beside each other."""
    return ' ' if left.isascii() and right.isascii() and right.isalnum() else ''


def carved(cues: Sequence[Cue], carriers: Sequence[Cue]) -> list[Cue]:
    """The cues with those of characters that carry missing words: each is cut out of the cue it lies in. Both in order.

    A carrier that begins at -1 has a letter of its own, and begins when that does.
    """
    out, waiting = list[Cue](), list(reversed(carriers))
    for cue in cues:
        while waiting and waiting[-1].end <= cue.start:
            out.append(_own(waiting.pop(), None))
        while waiting and waiting[-1].start < cue.end:
            carrier = _own(waiting.pop(), cue)
            if cue.start < carrier.start:
                out.append(cue._replace(end=carrier.start, finish=max(cue.begin, min(cue.finish, carrier.begin))))
            out.append(carrier)
            cue = cue._replace(start=carrier.end, begin=max(cue.begin, carrier.finish))
        if cue.start < cue.end:
            out.append(cue)
    out += (_own(carrier, None) for carrier in reversed(waiting))
    return _monotone(out)


def _own(carrier: Cue, cue: Cue | None) -> Cue:
    if carrier.begin >= 0:
        return carrier
    if cue is None:
        return carrier._replace(begin=carrier.finish)
    done = (cue.finish - cue.begin) * (carrier.start - cue.start) // max(1, cue.end - cue.start)
    return carrier._replace(begin=min(cue.begin + done, carrier.finish))


def _monotone(cues: Sequence[Cue]) -> list[Cue]:
    out, done = list[Cue](), 0
    for cue in cues:
        begin = max(done, cue.begin)
        done = max(begin, cue.finish)
        out.append(cue._replace(begin=begin, finish=done))
    return out
