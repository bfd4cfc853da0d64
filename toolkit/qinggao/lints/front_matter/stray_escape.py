r"""A backslash before a quote that nothing reads as an escape.

What wrote the page meant to put the value in quotes: `title: \"…\"` is a plain text for YAML, and the site shows the
backslashes. Remove `\"` at the ends; inside, write the quote alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .spelling import respelled

CODE = 'FM016'
NAME = 'stray-escape'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: \\"港口的早晨\\"\n---\n'
RIGHT = '---\ntitle: 港口的早晨\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for field, _ in page.fields:
        for item in field.values:
            if '\\' not in item.value or item.style not in ('', "'"):
                continue
            for mark in ('\\"', "\\'"):
                if mark in item.value:
                    inner, sure = _without(item.value, mark)
                    edits: tuple[Edit, ...] = ()
                    if inner.strip() and field.shape != 'map':
                        edits = (respelled(page, field, item, inner, CODE, sure),)
                    yield Finding(item.start, item.end, f'{mark} is shown as it stands: remove the backslash, and the '
                                  'quote where it only opens or closes the value', edits)
                    break


def _without(value: str, mark: str) -> tuple[str, bool]:
    """The value without its stray marks, and whether that is certain: they stand at its ends only."""
    inner = value.removeprefix(mark).removesuffix(mark)
    if mark in inner or inner != inner.strip() or _is_inches(inner, value, mark):
        return value.replace(mark, mark[1]), False
    return inner, True


def _is_inches(inner: str, value: str, mark: str) -> bool:
    """5'10\\" does not close anything."""
    return inner[-1:].isdigit() and value == inner + mark
