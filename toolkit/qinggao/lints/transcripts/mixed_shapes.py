"""Two shapes of transcript in one file.

Lines of times from subtitles stand among plain lines, where they are read as words; a file that begins as subtitles
goes on without times; or one part names its speakers `[Speaker 1]:` and another marks them with `>>`. Remove the lines
of times, or write the parts in one shape.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .clock_lines import MOST, arrow_lines

CODE = 'TR003'
NAME = 'mixed-shapes'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '船开了我们坐在船头\n江水慢慢地流\n41\n00:00:52,420 --> 00:00:54,600\n对岸的灯还亮着\n'
RIGHT = '船开了我们坐在船头\n江水慢慢地流\n对岸的灯还亮着\n'

# `338`, then `:00:12:55,240 --> 00:12:54,940`: what is left of a cue is often broken.
_CLOCK = r'(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{1,3}'
_LEFT = lazy(rf'[ \t]*(?:\d{{1,5}}[ \t]+)?:?{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}')
_STAMPED = lazy(r'\s*\[[\d:.,]+ +-->')
_NUMBERED = lazy(r'^\[Speaker[ _]?\d+\]', 8)
_ARROWS = lazy(r'^>>', 8)
_LONG = 12      # lines: no cue has as many
_OFTEN = 5      # labels, signs of a change: fewer are words


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    if '-->' in text and not _STAMPED.match(text):
        yield from _cut_off(text) if _begins_as_subtitles(text) else _left_in(text)
    if '[Speaker' in text and '>>' in text:
        yield from _two_signs(text)


def _begins_as_subtitles(text: str) -> bool:
    from ...formats import subrip, webvtt
    return subrip.looks_like(text) or webvtt.looks_like(text)


def _left_in(text: str) -> Iterator[Finding]:
    """The lines of times in a text that does not begin with one."""
    found = (span for span in arrow_lines(text) if _LEFT.match(text, *span))
    for start, end in islice(found, MOST):
        yield Finding(start, end, 'a line of times among plain lines is read as words: remove it, with its number')
    others = list(found)
    if others:
        yield Finding(*others[0], f'{len(others)} more lines of times among plain lines from here on')


def _cut_off(text: str) -> Iterator[Finding]:
    """Where subtitles go on without times: so many lines behind a line of times are no cue."""
    lines = list(arrow_lines(text))
    for (_, start), end in zip(lines, [*(start for start, _ in lines[1:]), len(text)]):
        if text.count('\n', start, end) <= _LONG:
            continue
        words = [line for line in text[start:end].split('\n') if line.strip()]
        if len(words) > _LONG:
            at = start + 1
            yield Finding(at, at, f'{len(words)} lines follow without times: give them times, or part the file')
            return


def _two_signs(text: str) -> Iterator[Finding]:
    """Where one part names its speakers by number and the other says only that they change."""
    numbered = [found.span() for found in _NUMBERED.finditer(text)]
    arrows = [found.span() for found in _ARROWS.finditer(text)]
    if len(numbered) < _OFTEN or len(arrows) < _OFTEN:
        return
    first, second = sorted((numbered, arrows))
    if first[-1] < second[0]:
        yield Finding(*second[0], 'from here on speakers are marked in another way: mark them alike')
