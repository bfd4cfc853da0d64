"""Mend a page: the edits of its findings, in rounds, until nothing certain is left to mend."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from ..edits import Edit, Revision
from ..errors import FileError
from .examine import examine
from .finding import Finding
from .page import Page
from .settings import Gate

ROUNDS = 12     # a mend may bare the next one: `**（a，,b）**c` has three


class Mended(NamedTuple):
    """A page before and after its mends; ``found`` are the findings that were mended, ``left`` those that stay.

    Each of the found counts offsets of the round it was found in, those that stay of the mended page.
    """

    words: Revision
    found: tuple[tuple[str, Finding], ...]
    left: tuple[tuple[str, Finding], ...]


Choice = Callable[[str, list[tuple[str, Finding]]], list[tuple[str, Finding]]]


def _all(text: str, found: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    return found


def mended(path: str, text: str, gate: Gate, without: tuple[str, ...] = (), unsure: bool = False,
           choose: Choice = _all) -> Mended:
    """The page with the mends of all its sure findings, with ``unsure`` of the others too.

    ``choose`` says which of a text's findings may be mended at all.

    Of findings whose mends overlap the first goes first; the others are looked for again in the next round. Raises
    `FileError` where that does not come to rest: then nothing may be written.
    """
    words, done, seen = Revision(text), list[tuple[str, Finding]](), {text}
    for _ in range(ROUNDS):
        found = examine(Page(path, words.text, gate), without)
        wanted = [one for one in choose(words.text, found) if one[1].is_sure or (unsure and one[1].edits)]
        chosen = _compatible(wanted)
        if not chosen:
            return Mended(words, tuple(done), tuple(found))
        words = words.edit([edit for _, finding in chosen for edit in finding.edits])
        done += chosen
        if words.text in seen:
            break
        seen.add(words.text)
    codes = ', '.join(sorted({code for code, _ in done[-9:]}))
    raise FileError(f'mends do not come to rest ({codes}), so nothing was written', path=path,
                    cure='this is a defect of qinggao: please report it; --ignore one of these codes')


def _compatible(findings: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    """Findings whose edits do not touch each other's, the leftmost first; each with all its edits or not at all."""
    taken: list[tuple[int, int]] = []
    chosen = []
    for code, finding in findings:
        spans = sorted((edit.start, edit.end) for edit in finding.edits)
        if all(_is_free(taken, *span) for span in spans) and _are_apart(finding.edits):
            for span in spans:
                taken.insert(bisect_left(taken, span), span)
            chosen.append((code, finding))
    return chosen


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether an edit of this span would touch none that is taken; two that meet at one point touch."""
    i = bisect_left(taken, (start, start))
    return (i == len(taken) or taken[i][0] > end) and (i == 0 or taken[i - 1][1] < start)


def _are_apart(edits: tuple[Edit, ...]) -> bool:
    """Whether one finding's own edits leave each other alone: a lint that fails this would mend half of it."""
    ordered = sorted(edits)
    return all(a.end <= b.start and a[:2] != b[:2] for a, b in zip(ordered, ordered[1:]))
