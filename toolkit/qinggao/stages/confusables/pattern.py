"""One confusion as data: where a character was heard for another that sounds the same, and how sure that is."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

LOOKS_BACK = 16     # characters before a hit that `needs` and `unless` read: a clause is hardly longer


class Pattern(NamedTuple):
    """Where ``find`` begins stands the wrong character; all else it reads is context."""

    name: str               # behind the stage's own in the ids of edits
    wrong: str              # one character,
    right: str              # and the one that was said
    find: re.Pattern[str]
    why: str
    needs: re.Pattern[str] | None = None    # what must end where the hit begins
    unless: re.Pattern[str] | None = None   # and what may not
    sure: bool = True

    def hits(self, text: str) -> Iterator[int]:
        """The offsets of the wrong characters."""
        for found in self.find.finditer(text):
            at = found.start()
            before = text[max(0, at - LOOKS_BACK):at]
            if (self.needs is None or self.needs.search(before)) and not (self.unless and self.unless.search(before)):
                yield at


def behind(words: str, char: str) -> str:
    """Pattern for the place behind this character where it ends one of the words, an alternation of plain ones.

    Behind, because `re` finds a first character that is always the same at once; it looks back by one width a time.

    >>> re.sub('的' + behind('慢慢|好', '的'), '地', '慢慢的，好的，你的')
    '慢慢地，好地，你的'
    """
    by_length = groupby(sorted(words.split('|'), key=len), len)
    return '(?:' + '|'.join(f'(?<={"|".join(word + char for word in some)})' for _, some in by_length) + ')'
