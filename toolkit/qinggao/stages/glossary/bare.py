"""A text without our own glosses: a page is looked at as it was before it had them, so that the next run asks for
nothing more."""
from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ...edits import Edit
from ...patterns import HAN, lazy
from ...rulebook.glossed import found, glossed
from ...rulebook.lexicon import Term
from ...transcript import Offsets
from .table import Table

_LATIN_END = lazy('[A-Za-z0-9]$')
_HAN = lazy(f'[{HAN}]')


class Bare(NamedTuple):
    """``offsets`` lead from the page to this text (``to_text``) and back (``to_source``)."""

    text: str
    offsets: Offsets
    marks: list[tuple[int, int]]    # what no stage may touch
    glossed: frozenset[Term]        # the terms that have our gloss


def bare(text: str, protected: list[tuple[int, int]], table: Table) -> Bare:
    """The text, each gloss that the table would write taken back to the word alone."""
    edits, terms = list[Edit](), set[Term]()
    for one in found(text):
        said, term = one['said'], table.owner(one['said'])
        if term and one[0] == glossed(said, term.english, term.gloss):
            behind = text[one.end():one.end() + 1]
            space = ' ' if _LATIN_END.search(said) and _HAN.match(behind) else ''   # it went with the gloss
            edits.append(Edit(one.start(), one.end(), said + space, ''))
            terms.add(term)
    if not edits:
        return Bare(text, Offsets(()), protected, frozenset())
    offsets, starts = Offsets(edits), [edit.start for edit in edits]
    marks = [(offsets.to_text.first(start), offsets.to_text.last(end)) for start, end in protected
             if not (i := bisect_right(starts, start)) or edits[i - 1].end <= start]
    return Bare(_edited(text, edits), offsets, marks, frozenset(terms))


def _edited(text: str, edits: list[Edit]) -> str:
    out, done = list[str](), 0
    for edit in edits:
        out += text[done:edit.start], edit.new
        done = edit.end
    return ''.join(out) + text[done:]
