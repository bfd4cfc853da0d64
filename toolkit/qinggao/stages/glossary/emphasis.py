"""What stands in bold or italics on a Markdown page; paragraphs whose marks do not pair, as a whole: a gloss among
them would be read with one of theirs."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from ...blocks import blocks
from ...protect import merged

Span = tuple[int, int]


def emphasised(text: str, marks: list[Span]) -> list[Span]:
    """The spans, in order; ``marks``: what is markup, each star and line under a word by itself."""
    signs = [span for span in marks if (mark := text[slice(*span)]) and mark[0] in '*_~' and not mark.strip(mark[0])]
    found, at = list[Span](), 0
    for start, end in blocks(text) if signs else ():
        stop = bisect_left(signs, (end, end), at)
        found += _of_a_block(text, start, end, signs[at:stop])
        at = stop
    return merged(found)


def _of_a_block(text: str, start: int, end: int, signs: list[Span]) -> Iterator[Span]:
    waiting: list[tuple[str, int]] = []
    for first, last in _runs(text, signs):
        mark, before, behind = text[first:last], text[first - 1:first], text[last:last + 1]
        if waiting and waiting[-1][0] == mark and _clings(before, behind):
            yield waiting.pop()[1], last
        elif _clings(behind, before):
            waiting.append((mark, first))
        else:
            yield start, end
    if waiting:
        yield start, end


def _runs(text: str, signs: list[Span]) -> Iterator[Span]:
    """Neighbours of one kind as one: `**`."""
    numbered = enumerate(signs)
    for _, run in groupby(numbered, lambda one: (text[one[1][0]], one[1][0] - one[0])):
        spans = [span for _, span in run]
        yield spans[0][0], spans[-1][1]


def _clings(inside: str, outside: str) -> bool:
    """Whether a mark belongs to the character on its one side, as CommonMark has it: `**甲。**乙` closes nothing."""
    if not inside or inside.isspace():
        return False
    return not _is_point(inside) or not outside or outside.isspace() or _is_point(outside)


def _is_point(char: str) -> bool:
    return category(char)[0] in 'PS'
