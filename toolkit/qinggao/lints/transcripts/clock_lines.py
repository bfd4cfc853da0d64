"""The lines of times in a transcript, found by what they look like, wherever they stand."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...errors import FileError
from ...gate.page import Page

MOST = 20   # findings a file: behind them the same is wrong again


class Timed(NamedTuple):
    """A line of times at ``text[start:end]``, in milliseconds."""

    start: int
    end: int
    begin: int
    finish: int


def arrow_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold an arrow, each once."""
    at = text.find('-->')
    while at >= 0:
        start, end = text.rfind('\n', 0, at) + 1, text.find('\n', at)
        end = end if end >= 0 else len(text)
        yield start, end
        at = text.find('-->', end)


def timed_lines(page: Page) -> tuple[Timed, ...]:
    """The cues' lines of times that a reader of subtitles takes for such, in the order of the file."""
    return page.once(_timed_lines)


def _timed_lines(page: Page) -> tuple[Timed, ...]:
    from ...formats.cues import TIMING, milliseconds
    text, lines = page.text, []
    for start, end in arrow_lines(text):
        found: re.Match[str] | None = TIMING.match(text[start:end])
        if found:
            parts = found.groups()
            lines.append(Timed(start, end, milliseconds(*parts[:4]), milliseconds(*parts[4:8])))
    return tuple(lines)


def refusal(page: Page) -> FileError | None:
    """Why the format's reader does not take the file."""
    return page.once(_refusal)


def _refusal(page: Page) -> FileError | None:
    from ...library import parsed
    try:
        parsed(page.text, page.suffix.lstrip('.'))
    except FileError as error:
        return error
    return None


def line_at(text: str, number: int) -> tuple[int, int]:
    """Where a line stands, counted from 1, without its line break."""
    start = 0
    for _ in range(number - 1):
        start = text.find('\n', start) + 1
    end = text.find('\n', start)
    return start, end if end >= 0 else len(text)
