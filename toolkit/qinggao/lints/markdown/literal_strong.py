"""`**` that readers see as stars, because CommonMark cannot read it where it stands.

A mark that opens may not stand between a word and a punctuation mark, nor one that closes between a punctuation mark
and a word. In English a space parts them; in Chinese nothing does: `**词（word）**是` shows its stars. Move the marks:
brackets and punctuation stand outside them.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...edits import Edit, Revision
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from .moved_marks import Moved
from .pairs import Pair, marks, pairs
from .strong import Inline, inlines, literal

CODE = 'MD001'
NAME = 'literal-strong'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '河边有一片**湿地（wetland）**是鸟的家。\n'
RIGHT = '河边有一片**湿地**（wetland）是鸟的家。\n'


def findings(page: Page) -> Iterator[Finding]:
    for block, read in literal(page):
        for inline in read:
            if inline.is_literal:
                yield from _findings(page, block, read, inline)


def _findings(page: Page, block: Block, read: tuple[Inline, ...], inline: Inline) -> Iterator[Finding]:
    wrong = [pair for pair in pairs(page.text, inline) if not pair.is_read]
    mends = {pair: Moved(page.text, pair.opener.start, pair.closer.start).edits(CODE, pair.certain) for pair in wrong}
    verified = bool(wrong) and _is_mended(page, block, read, inline,
                                          [edit for edits in mends.values() for edit in edits])
    for pair in wrong:
        yield Finding(pair.opener.start, pair.closer.end, _message(page, pair), mends[pair] if verified else ())


def _message(page: Page, pair: Pair) -> str:
    words = page.text[pair.opener.end:pair.closer.start]
    cure = 'take the spaces inside away' if words != words.strip() else 'move them outside brackets and punctuation'
    return f'readers see these ** as stars: {cure}'


def _is_mended(page: Page, block: Block, read: tuple[Inline, ...], inline: Inline, edits: list[Edit]) -> bool:
    """Whether the block, with its mends, shows no stars and the same words."""
    text = page.text[block.start:block.end]
    after = Revision(text).edit([edit._replace(start=edit.start - block.start, end=edit.end - block.start)
                                 for edit in edits]).text
    now = inlines(after)
    gone = sum(run.stars for run in marks(page.text, inline))
    return _stars(read) - gone == _stars(now) and _words(read) == _words(now)


def _stars(found: Sequence[Inline]) -> int:
    return sum(run.stars for inline in found for run in inline.runs)


def _words(found: Sequence[Inline]) -> str:
    return ''.join(''.join(inline.seen.split()) for inline in found).replace('*', '')
