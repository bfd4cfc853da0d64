"""Blocks: what blank lines part, and whether one is raw speech or a paragraph somebody wrote."""
from __future__ import annotations

from collections.abc import Iterator

from .patterns import lazy

_BETWEEN = lazy(r'\n[ \t]*\n\s*')


def blocks(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The stretches that blank lines part, without the white space around them."""
    end = len(text) if end is None else end
    at = start
    for parted in _BETWEEN.finditer(text, start, end):
        yield from trimmed(text, at, parted.start())
        at = parted.end()
    yield from trimmed(text, at, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the white space at its edges; none where there is nothing else."""
    part = text[start:end]
    if part and not part.isspace():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def is_raw(block: str) -> bool:
    """Whether a block is line-broken speech: several short lines. No page has such paragraphs."""
    lines = block.split('\n')
    return len(lines) >= 4 and len(block) <= 30 * len(lines)
