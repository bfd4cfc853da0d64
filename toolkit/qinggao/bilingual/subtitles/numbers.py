"""What the trade asks of a subtitle: characters a line, lines, characters a second."""
from __future__ import annotations

from typing import NamedTuple

from ...layout.line_breaks import CHINESE_WIDTH, LATIN_WIDTH


class Numbers(NamedTuple):
    """Of one language in a cue. Widths and pace count as `layout.line_breaks.width` does: a half-width character is
    half of one in Chinese, every character is one in English."""

    width: float
    lines: int
    pace: int   # characters a second


class Audience(NamedTuple):
    """Who reads: the numbers of Chinese and those of English."""

    chinese: Numbers
    latin: Numbers

    def of(self, chinese: bool) -> Numbers:
        return self.chinese if chinese else self.latin


ADULTS = Audience(Numbers(CHINESE_WIDTH, 2, 9), Numbers(LATIN_WIDTH, 2, 20))
CHILDREN = Audience(Numbers(CHINESE_WIDTH, 2, 7), Numbers(LATIN_WIDTH, 2, 17))
