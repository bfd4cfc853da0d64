"""Findings that the page itself asks to be quiet about.

    <!-- qinggao: off TX005 -->  … <!-- qinggao: on TX005 -->      a stretch; without codes: of all lints
    <!-- qinggao: off-next-line TX005 MD001 -->                    the next line that is not blank

In front matter the same stands in a comment of its own: `# qinggao: off-next-line FM016`. An `off` there that nothing
turns on again holds for the whole page, for what front matter lacks stands nowhere. Behind the word stand codes
(TX005) or the letters of a family (TX), nothing else.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..edits import Edit
from ..lints import CODES, FAMILIES, LINTS, codes_of
from ..patterns import lazy
from .finding import Finding
from .page import Page

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
    """The lints ``codes`` are quiet in ``text[start:end]``, for ``said`` holds ``given``."""

    codes: frozenset[str]
    start: int
    end: int
    said: Said
    given: str

    def hushes(self, code: str, finding: Finding) -> bool:
        """Whether it is quiet about a finding: where that begins counts."""
        return self.start <= finding.start < self.end and code in self.codes


def unsuppressed(page: Page, found: list[tuple[str, Finding]], without: tuple[str, ...]) -> list[tuple[str, Finding]]:
    """The findings that no comment of the page hushes, and those about the comments themselves."""
    said = list(_said(page))
    quiets, idle = _quiets(page.text, [one for one in said if one.what.text in _WORDS])
    used, kept = set[tuple[Said, str]](), []
    for code, finding in found:
        by = [quiet for quiet in quiets if quiet.hushes(code, finding)]
        used.update((quiet.said, quiet.given) for quiet in by)
        if not by:
            kept.append((code, finding))
    about = [*_unknown(said)]
    if not any(code in _NOTHING_ELSE for code, _ in found):
        about += _unused(page, said, used, idle, without)
    runs = page.gate.checks.runs
    kept += [(code, finding) for code, finding in about if runs(code) and not (without and code.startswith(without))]
    return sorted(kept, key=lambda one: (one[1].start, one[1].end, one[0]))


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


def _quiets(text: str, said: list[Said]) -> tuple[list[Quiet], list[Said]]:
    """Where which lints are quiet, and the comments that turn on what was not off."""
    quiets: list[Quiet] = []
    idle: list[Said] = []
    off: list[Quiet] = []       # stretches without an end so far
    for one in said:
        codes = {given: frozenset(_lints(given)) for given in one.given}
        if one.what.text == 'off':
            off += [Quiet(codes[given], one.end, len(text) + 1, one, given) for given in codes]
        elif one.what.text == 'on':
            on = frozenset().union(*codes.values())
            closed = [quiet for quiet in off if quiet.codes & on]
            quiets += [quiet._replace(codes=quiet.codes & on, end=one.start) for quiet in closed]
            off = [quiet._replace(codes=quiet.codes - on) for quiet in off if quiet.codes - on]
            idle += [] if closed else [one]
        else:
            stretch = _next_line(text, one)
            quiets += [Quiet(codes[given], *stretch, one, given) for given in codes]
    quiets += [quiet._replace(start=0) if quiet.said.in_head else quiet for quiet in off]
    return quiets, idle


def _lints(given: str) -> tuple[str, ...]:
    """The lints that a code of a comment stands for."""
    return codes_of(given) if given else CODES


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
    from difflib import get_close_matches
    found = get_close_matches(code.upper(), (*CODES, *FAMILIES), 1, 0.5)
    return f'; did you mean {found[0]!r}?' if found else ': only codes stand here'


def _unused(page: Page, said: list[Said], used: set[tuple[Said, str]], idle: list[Said],
            without: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
    """Comments, and codes in comments, that hushed nothing."""
    for one in said:
        if one in idle:
            yield UNUSED, Finding(one.start, one.end, 'nothing was off here: remove it', (_removal(page.text, one),))
        if one.what.text not in ('off', 'off-next-line'):
            continue
        of_no_use = [given for given in one.given if (one, given) not in used and _is_known(page, given, without)]
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
    first = text.rfind('\n', 0, said.start) + 1
    last = text.find('\n', said.end)
    last = last + 1 if last >= 0 else len(text)
    if text[first:said.start].strip() or text[said.end:last].strip():
        return Edit(said.start, said.end, '', UNUSED, sure=False)
    if not first or text.endswith('\n\n', 0, first):
        if text.startswith('\n', last):
            last += 1
        elif first and last == len(text):
            first -= 1
    return Edit(first, last, '', UNUSED, sure=False)


def _without(text: str, code: Word) -> Edit:
    """The edit that takes one code of several out of a comment, with what parts it from the next, or from the last."""
    start, end = code.start, code.end
    while text[end] in ' \t,':
        end += 1
    while text.startswith('-->', end) and text[start - 1] in ' \t,':
        start -= 1
    return Edit(start, end, ' ' if text.startswith('-->', end) else '', UNUSED, sure=False)
