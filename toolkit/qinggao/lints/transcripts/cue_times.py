"""A cue whose times cannot be right.

It ends before it begins, begins before the cue above it, or two cues stand on the screen together for more than half
of the shorter one: players then show them in another order, one over the other, or not at all. Correct the times.
Two cues with the same times are left alone, for bilingual subtitles are written so, and captions that roll: there
nearly every cue shares its time with the one above.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .clock_lines import MOST, Timed, line_at, refusal, timed_lines

CODE = 'TR005'
NAME = 'cue-times'
SEVERITY = 'warning'
MENDS = 'never'
PATH = 'talk.srt'
WRONG = '1\n00:00:05,000 --> 00:00:07,000\n大家好\n\n2\n00:00:01,000 --> 00:00:03,000\n我们开始\n'
RIGHT = '1\n00:00:01,000 --> 00:00:03,000\n大家好\n\n2\n00:00:05,000 --> 00:00:07,000\n我们开始\n'

_ROLLING = 6     # cues, in fewer nobody sees whether captions roll


def findings(page: Page) -> Iterator[Finding]:
    found = _found(page)
    for cue, wrong in found[:MOST]:
        yield Finding(cue.start, cue.end, wrong)
    if len(found) > MOST:
        cue, _ = found[MOST]
        yield Finding(cue.start, cue.end, f'{len(found) - MOST} more cues whose times cannot be right from here on')


def _found(page: Page) -> list[tuple[Timed, str]]:
    error = refusal(page)
    told = line_at(page.text, error.line)[0] if error and error.line else -1    # by TR004
    cues = timed_lines(page)
    forward = [cue for cue in cues if cue.begin <= cue.finish]
    pairs = list(zip(forward, forward[1:]))
    found = [(cue, 'the cue ends before it begins: correct its times')
             for cue in cues if cue.finish < cue.begin and cue.start != told]
    found += [(cue, 'the cue begins before the one above it: correct its times, or put it where it belongs')
              for before, cue in pairs if cue.begin < before.begin]
    together = [cue for before, cue in pairs if _are_together(before, cue)]
    if 2 * len(together) <= len(pairs) or len(pairs) < _ROLLING:
        found += [(cue, 'the cue and the one above it stand on the screen together: let one end where the other begins')
                  for cue in together]
    return sorted(found)


def _are_together(before: Timed, cue: Timed) -> bool:
    """Whether two cues share more than half of the shorter one's time. Of the same times are one in two languages."""
    shorter = min(before.finish - before.begin, cue.finish - cue.begin)
    together = min(before.finish, cue.finish) - cue.begin
    same = (before.begin, before.finish) == (cue.begin, cue.finish)
    return cue.begin >= before.begin and shorter > 0 and 2 * together > shorter and not same
