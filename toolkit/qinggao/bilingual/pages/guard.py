"""Keep each block of a page to itself: no fold, fence or comment in it may swallow what stands behind it.

A track that came as Markdown goes out as it stood, with all markup somebody wrote. On a page of one language what is
broken in it is its author's own; here it would take the folds of the other track with it.
"""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ...formats.markdown import body_of, read
from ...formats.page import Line
from ...gate.blocks import Walk
from ...patterns import lazy
from .block import Block, kind_of
from .fold_tags import is_older_shape, lent_tags, tags
from .track import Track

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FENCE = lazy(r'^[ \t]*(`{3,}|~{3,})', 8)
SIGNS = lazy(r'[\\`*_~\[\]<>&{|#=+-]|\d[.)]|\n')
ROUNDS = 4
_END = '<hr>'       # what stands behind the block that is tried


def guarded(track: Track, blocks: Sequence[Block], labels: frozenset[str] | None = None) -> list[Block]:
    """The blocks, those that hold something of theirs open closed, or all words where that is not certain.

    ``labels``: folds under other labels than these may stay, as answers to a riddle do; without labels none may.
    """
    kept = [block if is_closed(block.markdown) else _closed(track, block) for block in blocks]
    if labels is None and kept and is_older_shape(kept[0].markdown):
        kept[0] = track.as_words(kept[0])
    lent = lent_tags('\n\n'.join(block.markdown for block in kept), labels) if labels is not None else ()
    at, out = 0, list[Block]()
    for block in kept:
        markdown = block.markdown
        out.append(_alone(track, block, {tag - at for tag in lent if at <= tag < at + len(markdown)}))
        at += len(markdown) + 2
    return out


def _alone(track: Track, block: Block, lent: set[int]) -> Block:
    """A block that is none of its neighbours' affair. A tag may hide what begins once it is none, so it is looked at
    again until it stays as it is."""
    for _ in range(ROUNDS):
        before = block.markdown
        block = _without_tags(track, block, lent)
        block = _settled(track, block if is_closed(block.markdown) else _closed(track, block))
        if block.markdown == before:
            return block
    return track.as_words(block)


def _settled(track: Track, block: Block) -> Block:
    """The block as it is once it has been read and written: an escape that we would write otherwise, a name that is
    none for us. What was never Markdown is so from the start."""
    if not track.is_page or not SIGNS.search(block.markdown):
        return block
    markdown = block.markdown
    for _ in range(ROUNDS):
        again = body_of(read('\n' + markdown)).removeprefix('\n')
        if again == markdown:
            break
        markdown = again
    if markdown == block.markdown:
        return block
    outs = markdown.split('\n')
    fits = len(outs) == len(block.lines)
    lines = [line._replace(out=out) for line, out in zip(block.lines, outs)] if fits else \
        [block.lines[0]._replace(out=out, start=block.start, end=block.end) for out in outs]
    return block._replace(lines=tuple(lines), kind=kind_of(markdown))


def is_closed(markdown: str) -> bool:
    """Whether what stands a blank line behind a block is none of its affair, to the gate and to a renderer."""
    if not any(sign in markdown for sign in ('<', '```', '~~~')):
        return True
    walk = Walk(markdown, 0)
    walk.found()
    return not walk.is_open and _renders_closed(markdown)


@lru_cache(1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    return MarkdownIt('commonmark')


def _renders_closed(markdown: str) -> bool:
    tokens = _parser().parse(f'{markdown}\n\n{_END}\n')
    return bool(tokens) and (tokens[-1].type, tokens[-1].level, tokens[-1].content.strip()) == ('html_block', 0, _END)


def _closed(track: Track, block: Block) -> Block:
    """The block with the line that closes its fence; as words where it has none, or another is open."""
    fence = _FENCE.findall(block.markdown)
    if fence:
        longer = block._replace(lines=(*block.lines, Line(fence[-1])))
        if is_closed(longer.markdown):
            return longer
    return track.as_words(block)


def _without_tags(track: Track, block: Block, lent: set[int]) -> Block:
    """The block with `&lt;` for the `<` of each tag of a fold, but for those that may stay."""
    found = tags(block.markdown)
    if len(found) == len(lent):
        return block
    found = [tag for tag in found if tag not in lent]
    # &lt; is no `<` inside of code, and without its tag a blank line parts what it did not part before.
    if any(sign in block.markdown for sign in ('`', '~~~', '\n\n')):
        return track.as_words(block)
    lines, at = list[Line](), 0
    for line in block.lines:
        out = line.out
        for tag in reversed([tag - at for tag in found if at <= tag < at + len(line.out)]):
            out = f'{out[:tag]}&lt;{out[tag + 1:]}'
        lines.append(line._replace(out=out))
        at += len(line.out) + 1
    return block._replace(lines=tuple(lines), kind=kind_of('\n'.join(line.out for line in lines)))
