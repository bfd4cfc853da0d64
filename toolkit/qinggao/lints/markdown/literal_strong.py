"""`**` that readers see as stars, because CommonMark cannot read it where it stands.

A mark that opens may not stand between a word and a punctuation mark, nor one that closes between a punctuation mark
and a word. In English a space parts them; in Chinese nothing does: `**词（word）**是` shows its stars. Move the marks:
brackets and punctuation stand outside them. On a line of HTML Markdown reads no marks at all: write `<strong>` there.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...edits import Edit, Revision
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .moved_marks import Moved
from .pairs import Pair, groups, marks, pairs
from .strong import Inline, inlines, literal

CODE = 'MD001'
NAME = 'literal-strong'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '河边有一片**湿地（wetland）**是鸟的家。\n'
RIGHT = '河边有一片**湿地**（wetland）是鸟的家。\n'

_WITH_WORDS = ('<p', '<div', '<li', '<td')      # a line of a fold's own tags holds none
_PAIR = lazy(r'(?<![*\\])\*\*(?=[^\s*<>])[^*\n<>]{1,200}(?<=\S)\*\*(?!\*)')


def findings(page: Page) -> Iterator[Finding]:
    for block, read in literal(page):
        for inline in read:
            if inline.is_literal:
                yield from _findings(page, block, read, inline)
                yield from _seams(page, block, read, inline)
    yield from _in_html(page)


def _in_html(page: Page) -> Iterator[Finding]:
    """Pairs in a fold on a line that begins with a tag: Markdown is not read there at all."""
    text = page.text
    for block in page.blocks if page.holds(_WITH_WORDS) else ():
        if block.kind == 'tag' and block.original and text.find('**', block.start, block.end) >= 0 \
                and not text.startswith('<!--', block.start):
            for pair in _PAIR.finditer(text, block.start, block.end):
                start, end = pair.span()
                edits = (Edit(start, start + 2, '<strong>', CODE, False), Edit(end - 2, end, '</strong>', CODE, False))
                yield Finding(start, end, 'inside HTML readers see these ** as stars: write <strong>', edits)


def _findings(page: Page, block: Block, read: tuple[Inline, ...], inline: Inline) -> Iterator[Finding]:
    wrong = [pair for pair in pairs(page.text, inline) if not pair.is_read]
    mends = {pair: Moved(page.text, pair.opener.start, pair.closer.start).edits(CODE, pair.certain) for pair in wrong}
    verified = bool(wrong) and _is_mended(page, block, read, inline,
                                          [edit for edits in mends.values() for edit in edits])
    alone = verified and _are_mended_alone(page, block, read, mends)
    for pair in wrong:
        edits = mends[pair] if verified else ()
        yield Finding(pair.opener.start, pair.closer.end, _message(page, pair),
                      edits if alone else tuple(edit._replace(sure=False) for edit in edits))


def _are_mended_alone(page: Page, block: Block, read: tuple[Inline, ...], mends: dict[Pair, tuple[Edit, ...]]) -> bool:
    """Whether the sure mends do their work without the others: a mark that stays may pair with a moved one."""
    sure = {pair: edits for pair, edits in mends.items() if edits and all(edit.sure for edit in edits)}
    if not sure or len(sure) == len(mends):
        return True
    now = _edited(page.text, block, [edit for edits in sure.values() for edit in edits])
    gone = sum(pair.opener.stars + pair.closer.stars for pair in sure)
    return _stars(read) - gone == _stars(now) and _words(read) == _words(now)


def _seams(page: Page, block: Block, read: tuple[Inline, ...], inline: Inline) -> Iterator[Finding]:
    """`**词****词**`: where two pairs meet, four stars are neither the end of one nor the start of the other."""
    text = page.text
    for run in inline.runs:
        if run.length == run.stars == 4 and run.opens and run.closes:
            edit = Edit(run.start, run.end, '', CODE)
            after = _edited(text, block, [edit])
            verified = _stars(read) - 4 == _stars(after) and _words(read) == _words(after)
            yield Finding(run.start, run.end, 'two bold stretches meet, and readers see **** there: take it away',
                          (edit,) if verified else ())


def _edited(text: str, block: Block, edits: list[Edit]) -> list[Inline]:
    """What a parser makes of a block after some edits."""
    return inlines(Revision(text[block.start:block.end]).edit(
        [edit._replace(start=edit.start - block.start, end=edit.end - block.start) for edit in edits]).text)


def _message(page: Page, pair: Pair) -> str:
    words = page.text[pair.opener.end:pair.closer.start]
    cure = 'take the spaces inside away' if words != words.strip() else 'move them outside brackets and punctuation'
    return f'readers see these ** as stars: {cure}'


def _is_mended(page: Page, block: Block, read: tuple[Inline, ...], inline: Inline, edits: list[Edit]) -> bool:
    """Whether the block, with its mends, shows no star that has a partner, and the same words."""
    now = _edited(page.text, block, edits)
    # Of a line with one mark too many that one stays.
    gone = sum(run.stars for run in marks(page.text, inline)) - 2 * len(groups(page.text, inline).odd)
    return _stars(read) - gone == _stars(now) and _words(read) == _words(now)


def _stars(found: Sequence[Inline]) -> int:
    return sum(run.stars for inline in found for run in inline.runs)


def _words(found: Sequence[Inline]) -> str:
    return ''.join(''.join(inline.seen.split()) for inline in found).replace('*', '')
