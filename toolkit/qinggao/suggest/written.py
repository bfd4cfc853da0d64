"""Proposals as a rules file, in the shape of rules/mishearings: a person accepts by deleting lines."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..patterns import lazy
from .proposal import Proposal

# What may stand bare inside [] and {}: no sign of YAML in it, and nothing that it would read as something else.
_SIGNS = r"""\x00-\x1f\x7f-\xa0\u2028\u2029:#,\[\]{}&*!|>'"%@`?\\"""
_PLAIN = lazy(rf'[^\W\d_](?:[^{_SIGNS}]*[^ {_SIGNS}])?')


def page(proposals: Iterable[Proposal]) -> Iterator[str]:
    """The lines of the file. It loads as it stands: `qinggao rules test proposals.yaml`."""
    yield '# Proposed by qinggao rules suggest, the surest first. Delete what is not right in general.\n'
    for one in proposals:
        yield f'- id: {scalar(one.id)}\n'
        yield f'  wrong: {_listed(one.wrong)}\n'
        yield f'  right: {scalar(one.right)}\n'
        if one.unless:
            yield f'  unless: {_listed(one.unless)}\n'
        if one.near:
            yield f'  near: {_listed(one.near)}\n'
        yield f'  sure: {"true" if one.sure else "false"}\n'
        yield f'  why: {scalar(one.why)}\n'
        yield '  specs:\n'
        yield from (f'    - {{from: {scalar(said)}, to: {scalar(meant)}}}\n' for said, meant in one.specs)


def _listed(words: Iterable[str]) -> str:
    return f'[{", ".join(map(scalar, words))}]'


def scalar(text: str) -> str:
    """A string as it may stand in a list or mapping on one line.

    >>> print(scalar('止盈'), scalar('3: a'), scalar('a, b'))
    止盈 "3: a" "a, b"
    """
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=not text.isprintable())
