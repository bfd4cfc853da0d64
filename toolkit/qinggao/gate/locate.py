"""Findings as reports tell them: by line and column, with a fingerprint that survives moved lines."""
from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from ..lints import lint
from .finding import Finding, Located
from .lines import Lines


def located(path: str, text: str, found: Iterable[tuple[str, Finding]], unsure: bool = False) -> tuple[Located, ...]:
    """The findings of a text; ``unsure``: whether unsure mends count as mends."""
    found = list(found)
    if not found:
        return ()
    lines = Lines(text)
    return tuple(_one(path, lines, code, finding, unsure) for code, finding in found)


def _one(path: str, lines: Lines, code: str, finding: Finding, unsure: bool) -> Located:
    mends = tuple((lines.place(edit.start, edit.end), edit.new) for edit in finding.edits)
    return Located(path, lines.place(finding.start, finding.end), code, severity_of(code), finding.message,
                   finding.is_sure or (unsure and bool(mends)), fingerprint(code, lines, finding), mends)


def severity_of(code: str) -> str:
    """How much a lint weighs: error, warning or info."""
    severity: str = lint(code).SEVERITY
    return severity


def fingerprint(code: str, lines: Lines, finding: Finding) -> str:
    """The same for the same finding on the same words, wherever its lines have moved."""
    said = f'{code} {lines.said(finding.start, finding.end).strip()}'.encode('utf-8', 'surrogatepass')
    return f'{crc32(said):08x}{crc32(said[::-1]):08x}'      # of one file: no cryptography, whose import takes 3 ms
