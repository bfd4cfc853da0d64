"""Subtitles that cannot be read.

A line of times is malformed, a cue runs backward, or the file is no subtitle at all: players skip the cue or stop
there, and `qinggao clean` refuses the file. Mend the line that is named; the next one shows when the file is checked
again.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .clock_lines import line_at, refusal

CODE = 'TR004'
NAME = 'unreadable-cues'
SEVERITY = 'error'
MENDS = 'never'
PATH = 'talk.srt'
WRONG = '1\n00:00:01,000 --> 00:00:0x,000\n大家好\n'
RIGHT = '1\n00:00:01,000 --> 00:00:02,000\n大家好\n'


def findings(page: Page) -> Iterator[Finding]:
    error = refusal(page)
    if error:
        yield Finding(*line_at(page.text, max(1, error.line)), f'{error.what}: {error.cure or "mend it"}')
