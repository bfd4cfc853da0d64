"""Findings that the page itself asks to be quiet about.

    <!-- qinggao: off TX005 -->  … <!-- qinggao: on TX005 -->      a stretch; without codes: of all lints
    <!-- qinggao: off-next-line TX005 MD001 -->                    the next line that is not blank

In front matter the same stands in a comment of its own: `# qinggao: off-next-line FM016`. An `off` there that nothing
turns on again holds for the whole page, for what front matter lacks stands nowhere. Behind the word stand codes
(TX005) or the letters of a family (TX), nothing else.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..edits import Edit
from ..lints import CODES, LINTS, codes_of
from ..patterns import lazy
from .finding import Finding
from .page import Page
from .settings import nearest_code

UNUSED, UNKNOWN = 'QG001', 'QG002'
_SAID = lazy(r'<!--[ \t]*qinggao:(?P<html>[^\n]{0,400}?)-->|^[ \t]*#[ \t]*qinggao:(?P<yaml>[^\n]*)$', 8)
_WORD = lazy(r'[^\s,]+')
_WORDS = ('off', 'on', 'off-next-line')
_NOTHING_ELSE = frozenset(('TR001', 'TR002'))   # where one of these is found no other lint has looked


class Word(NamedTuple):
    """``text[start:end]`` of a page."""

    text: str
    start: int
    end: int


class Said(NamedTuple):
    """One comment, ``text[start:end]``: what it asks for, and the codes as they are written there."""

    start: int
    end: int
    what: Word
    codes: tuple[Word, ...]
    in_head: bool

    @property
    def given(self) -> tuple[str, ...]:
        """The codes; an empty one, for all lints, where none is written."""
        return tuple(code.text for code in self.codes) or ('',)


class Quiet(NamedTuple):
    """A lint is quiet in ``text[start:end]``, for ``said`` holds ``given``."""

    start: int
    end: int
    said: Said
    given: str


Used = set[tuple[int, str]]     # where a comment stands and which of its codes hushed something


def unsuppressed(page: Page, found: list[tuple[str, Finding]], without: tuple[str, ...]) -> list[tuple[str, Finding]]:
    """The findings that no comment of the page hushes, and those about the comments themselves.

    ``found`` are in the order of the page.
    """
    said = list(_said(page))
    quiets = _quiets(page.text, [one for one in said if one.what.text in _WORDS], {code for code, _ in found})
    kept, used = _kept(found, quiets)
    about = [*_unknown(said)]
    if not any(code in _NOTHING_ELSE for code, _ in found):
        about += _unused(page, said, used, without)
    runs = page.gate.checks.runs
    kept += [(code, finding) for code, finding in about if runs(code) and not (without and code.startswith(without))]
    return sorted(kept, key=lambda one: (one[1].start, one[1].end, one[0]))


def _kept(found: list[tuple[str, Finding]], quiets: dict[str, list[Quiet]]) -> tuple[list[tuple[str, Finding]], Used]:
    """The findings that nothing hushes, and what hushed the others. Where a finding begins counts.

    Of each lint the next quiet stretch and where the last one ends are known, so no stretch is looked at twice.
    """
    kept, used = [], Used()
    coming = {code: iter(stretches) for code, stretches in quiets.items()}
    heads = {code: next(stretches) for code, stretches in coming.items()}
    ends = dict.fromkeys(quiets, 0)
    for code, finding in found:
        while code in heads and heads[code].start <= finding.start:
            quiet = heads.pop(code)
            if finding.start < quiet.end:
                used.add((quiet.said.start, quiet.given))
                ends[code] = max(ends[code], quiet.end)
            if after := next(coming[code], None):
                heads[code] = after
        if finding.start >= ends.get(code, 0):
            kept.append((code, finding))
    return kept, used


def _said(page: Page) -> Iterator[Said]:
    """The comments of the page that speak to qinggao; not those that a page about qinggao shows as code."""
    text, head = page.text, page.head
    for found in _SAID.finditer(text):
        in_head = head is not None and head.start <= found.start() < head.end
        if (found['html'] is not None) == in_head or page.is_code(found.start()):
            continue
        start, end = found.span('yaml' if in_head else 'html')
        words = [Word(word[0], *word.span()) for word in _WORD.finditer(text, start, end)] or [Word('', start, start)]
        yield Said(*found.span(), words[0], tuple(words[1:]), in_head)


def _quiets(text: str, said: list[Said], codes: set[str]) -> dict[str, list[Quiet]]:
    """Where each of these lints is quiet, in order; nothing of a lint that is never quiet."""
    quiets: dict[str, list[Quiet]] = {}
    off: dict[str, list[Quiet]] = {}    # stretches without an end so far
    line = 0, 0
    for one in said:
        if one.what.text == 'off-next-line' and one.end > line[0]:
            line = _next_line(text, one)    # the same for all comments above it
        for given in dict.fromkeys(one.given):
            for code in codes.intersection(_lints(given)):
                if one.what.text == 'off':
                    off.setdefault(code, []).append(Quiet(one.end, len(text) + 1, one, given))
                elif one.what.text == 'on':
                    quiets.setdefault(code, []).extend(
                        quiet._replace(end=one.start) for quiet in off.pop(code, ()))
                else:
                    quiets.setdefault(code, []).append(Quiet(*line, one, given))
    for code, open_ones in off.items():
        quiets.setdefault(code, []).extend(quiet._replace(start=0) if quiet.said.in_head else quiet
                                           for quiet in open_ones)
    return {code: sorted(stretches, key=_start) for code, stretches in quiets.items() if stretches}


def _start(quiet: Quiet) -> int:
    return quiet.start


@lru_cache(256)
def _lints(given: str) -> frozenset[str]:
    """The lints that a code of a comment stands for."""
    return frozenset(codes_of(given) if given else CODES)


def _next_line(text: str, said: Said) -> tuple[int, int]:
    """The span of the next line that is not blank and no such comment."""
    at = text.find('\n', said.end)
    while at >= 0:
        end = text.find('\n', at + 1)
        end = end if end >= 0 else len(text)
        line = text[at + 1:end].strip()
        if line and not _is_comment(line, said.in_head):
            return at + 1, end + 1
        at = end if end < len(text) else -1
    return len(text), len(text)


def _is_comment(line: str, in_head: bool) -> bool:
    found = _SAID.match(line)
    return found is not None and found.end() == len(line) and (found['html'] is None) == in_head


def _unknown(said: list[Said]) -> Iterator[tuple[str, Finding]]:
    """A word that asks for nothing, or the first code of a comment that no lint has."""
    for one in said:
        word = one.what
        wrong = next((code for code in one.codes if not codes_of(code.text)), None)
        if word.text not in _WORDS:
            yield UNKNOWN, Finding(word.start, word.end,
                                   f'{word.text!r} says nothing to qinggao: write off, on or off-next-line')
        elif wrong:
            yield UNKNOWN, Finding(wrong.start, wrong.end, f'no lint has the code {wrong.text!r}{_nearest(wrong.text)}')


def _nearest(code: str) -> str:
    found = nearest_code(code)
    return f'; did you mean {found!r}?' if found else ': only codes stand here'


def _unused(page: Page, said: list[Said], used: Used, without: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
    """Comments, and codes in comments, that hushed nothing or turned on what was not off."""
    off = set[str]()
    for one in said:
        codes = frozenset[str]().union(*map(_lints, one.given))
        if one.what.text == 'on':
            if not off & codes:
                yield UNUSED, Finding(one.start, one.end, 'nothing was off here: remove it',
                                      (_removal(page.text, one),))
            off -= codes
        if one.what.text not in ('off', 'off-next-line'):
            continue
        if one.what.text == 'off':
            off |= codes
        of_no_use = [given for given in one.given
                     if (one.start, given) not in used and _is_known(page, given, without)]
        if len(of_no_use) == len(one.given):
            yield UNUSED, Finding(one.start, one.end, 'nothing is found here that it could suppress: remove it',
                                  (_removal(page.text, one),))
            continue
        for code in one.codes:
            if code.text in of_no_use:
                yield UNUSED, Finding(code.start, code.end, f'no {code.text} is found here: remove it',
                                      (_without(page.text, code),))


def _is_known(page: Page, given: str, without: tuple[str, ...]) -> bool:
    """Whether all lints that it stands for have looked at the page: of others nobody knows what they would find."""
    codes = [code for code in _lints(given) if page.kind in LINTS[code].kinds]
    runs = page.gate.checks.runs
    return bool(_lints(given)) and all(runs(code) and not (without and code.startswith(without)) for code in codes)


def _removal(text: str, said: Said) -> Edit:
    """The edit that takes a comment away, with its line and one blank line where nothing else stands there."""
    first, last = said.start, said.end
    while first and text[first - 1] in ' \t':
        first -= 1
    while last < len(text) and text[last] in ' \t':
        last += 1
    if (first and text[first - 1] != '\n') or (last < len(text) and text[last] != '\n'):
        # Of the spaces on its two sides one stays between words; two at the end of a line are a break, and stay.
        ends, begins = last == len(text) or text[last] == '\n', not first or text[first - 1] == '\n'
        start = first if ends else said.start
        return Edit(start, said.end if ends or not (begins or first < said.start) else last, '', UNUSED, sure=False)
    last = min(last + 1, len(text))
    if not first or text.endswith('\n\n', 0, first):
        if text.startswith('\n', last):
            last += 1
        elif first and last == len(text):
            first -= 1
    return Edit(first, last, '', UNUSED, sure=False)


def _without(text: str, code: Word) -> Edit:
    """The edit that takes one code of several out of a comment, with what parts it from the next, or from the last."""
    start, end = code.start, code.end
    while text[end:end + 1] in (' ', '\t', ','):
        end += 1
    closes = text.startswith('-->', end)
    while (closes or text[end:end + 1] in ('\n', '')) and text[start - 1] in ' \t,':
        start -= 1
    return Edit(start, end, ' ' if closes else '', UNUSED, sure=False)
