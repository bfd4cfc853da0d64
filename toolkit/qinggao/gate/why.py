"""What mending changed on the lines of a page, and which lint asked for it."""
from __future__ import annotations

from collections.abc import Iterator

from ..lints import LINTS, lint
from .journal import HUGE, Step, digest, steps
from .source import Source, read_bytes


def knows(path: str) -> bool:
    """Whether check --fix has mended this file."""
    return bool(steps(path))


def answer(path: str, line: int) -> Iterator[str]:
    """For a line of a mended page, or for all that were changed (line 0): what stood there, and why it was mended."""
    data, known = read_bytes(path, HUGE), steps(path)
    last, source = known[-1], Source(data)
    if digest(data) != last.after:
        yield f'{path}: edited since it was mended; lines may have moved'
    shown, told = source.raw.split('\n'), False
    for number, texts in _by_line(source.raw, last).items():
        if line in (0, number):
            told = True
            yield f'{path}:{number}: {shown[number - 1].rstrip()}'
            yield from texts
    if not told:
        yield f'{path}:{line}: nothing was mended here' if line else f'{path}: nothing was mended'
    if len(known) > 1:
        yield f'{path}: mended {len(known) - 1} times before that; qinggao undo leads back'


def _by_line(raw: str, step: Step) -> dict[int, list[str]]:
    """Line → what was changed there, in order."""
    lines: dict[int, list[str]] = {}
    shift = counted = 0
    number = 1
    for change in step.changes:
        at = change.start + shift
        shift += len(change.new) - len(change.old)
        number += raw.count('\n', counted, at)
        counted = at
        lines.setdefault(number, []).append(f'  {change.old!r} → {change.new!r}  {_reasons(change.rules)}')
    return lines


def _reasons(codes: tuple[str, ...]) -> str:
    return '; '.join(f'{code}: {_first_line(code)}' for code in codes)


def _first_line(code: str) -> str:
    return (lint(code).__doc__ or '').strip().partition('\n')[0] if code in LINTS else 'a lint of an earlier version'
