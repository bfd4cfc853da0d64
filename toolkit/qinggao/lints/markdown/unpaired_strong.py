"""A `**` without a partner on its line or the next one.

Readers see it as two stars. Where the other one was lost, put it back; else take this one away.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .pairs import groups
from .strong import Run, literal

CODE = 'MD009'
NAME = 'unpaired-strong'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '河边有一片**湿地，是鸟的家。\n'
RIGHT = '河边有一片**湿地**，是鸟的家。\n'

_SWEARING = lazy(r'(?<![A-Za-z])[A-Za-z]{1,3}\*\*(?![A-Za-z0-9])')
# Stars that stand for themselves: an operator between its spaces, arguments of a function, the mark of a footnote.
_OPERATOR = lazy(r'(?<=\S[ \u3000])\*\*(?=[ \u3000]\S)')
_ARGUMENT = lazy(r'(?<![^\s(（,，、])\*\*(?:kw\w*|args|opts|options|params|[a-z]+_\w+|[{(])')
_NOTE = lazy(r'(?<![^\s（(])\*\*(?:附?注(?![意重定解射视])|备注|说明[:：])')
# A page with a note behind one star may have more behind two, and refers to them in its text.
_FOOTNOTE = lazy(r'\n[ ]{0,3}\*[^\s*][^*\n]*(?:\n|$)')


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for inline in (inline for _, read in literal(page) for inline in read if inline.is_literal):
        for runs in groups(text, inline).odd:
            run = next((run for run in runs if run.stars), runs[-1])
            if not _SWEARING.search(text, max(run.start - 3, 0), run.end + 1) and not _is_for_itself(page, run):
                yield Finding(run.start, run.end, 'this ** has no partner on its line: add the other, or remove it')


def _is_for_itself(page: Page, run: Run) -> bool:
    text, at = page.text, run.start
    if _OPERATOR.match(text, at) or _ARGUMENT.match(text, at) or _NOTE.match(text, at):
        return True
    refers = text[at - 1:at].strip() and not text[run.end:run.end + 1].isalnum()
    begins = not text[max(text.rfind('\n', 0, at) + 1, at - 4):at].strip()
    return bool(refers or begins) and page.once(_has_footnotes)


def _has_footnotes(page: Page) -> bool:
    return _FOOTNOTE.search(page.text, max(0, page.body - 1)) is not None
