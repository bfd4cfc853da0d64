"""The glosses that the stage glossary wrote into a text: markup in Markdown, and in one piece on a page."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from ..layout.paragraphs import Paragraph
from ..transcript import Transcript

STAGE = 'glossary'


class Glosses:
    """Only what the stage itself wrote: the same characters, where somebody said them, are words."""

    def __init__(self, transcript: Transcript) -> None:
        found = list(_found(transcript)) if any(one.stage == STAGE for one in transcript.passes) else []
        self._text = transcript.text
        self.spans = [(start, end) for start, end, _ in found]
        self._said = [said for *_, said in found]

    def whole(self, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """Paragraphs, those made one between which a gloss would be cut: an endless sentence is cut at its commas."""
        before: Paragraph | None = None
        for one in paragraphs:
            if before and self._cut(before.end, one.start):
                before = before._replace(end=one.end)
                continue
            if before:
                yield before
            before = one
        if before:
            yield before

    def _cut(self, end: int, start: int) -> bool:
        i = bisect_right(self.spans, (end, end)) - 1
        return i >= 0 and self.spans[i][0] < end and start < self.spans[i][1]

    def left_out(self, start: int, end: int) -> str:
        """``text[start:end]`` with the words alone, as it was before it had glosses."""
        out, done = list[str](), start
        first, last = bisect_left(self.spans, (start, start)), bisect_left(self.spans, (end, end))
        for (here, there), said in zip(self.spans[first:last], self._said[first:last]):
            out += self._text[done:here], said
            done = there
        return ''.join(out) + self._text[done:end]


def _found(transcript: Transcript) -> Iterator[tuple[int, int, str]]:
    """Their spans of the text and the word in each, in order."""
    from ..rulebook import glossed
    shift = 0
    for start, old, new, rules in transcript.changes:
        if any(rule.startswith(f'{STAGE}/') for rule in rules):
            for one in glossed.found(new):
                yield start + shift + one.start(), start + shift + one.end(), one['said']
        shift += len(new) - len(old)
