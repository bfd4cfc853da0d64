"""The `**` of a page as CommonMark reads them: which ones mark nothing and stand in the text as stars.

A parser is asked only about blocks that a pattern does not find in order: most are.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ...gate.blocks import Block
from ...gate.page import Page
from ...patterns import lazy

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Punctuation that CommonMark counts as such for certain; white space; what may turn the meaning of a star.
_POINTS = '，。！？；：、“”‘’（）《》【】「」『』…—·,.!?;:()"\'/|\\-'
_SPACE, _TURNS = ' \\t\\n', '`_\\\\<'
# Of two alternatives never both: a pattern that has two ways through each mark has 2**n through a paragraph.
_OPENS = rf'\*\*(?:(?=[^\W_])|(?![\s*]|[^\W_])(?<![^{_SPACE}{_POINTS}]\*\*)(?=.))'
_CLOSES = rf'\*\*(?!\*)(?:(?<=[^\W_]\*\*)|(?<![^\W_]\*\*)(?<=\S\*\*)(?![^{_SPACE}{_POINTS}]))'
_PLAIN = rf'[^*{_TURNS}]*'
_BULLET = rf'(?<![^{_SPACE}])\*(?=[{_SPACE}])'
_IN_ORDER = lazy(rf'{_PLAIN}(?:(?:{_OPENS}[^*\n{_TURNS}]+{_CLOSES}|{_BULLET}){_PLAIN})*')

LONGEST = 100_000   # characters that a parser is asked to read: a longer block is no paragraph, but a whole talk
READ = ('text', 'list', 'quote', 'heading', 'table')


class Run(NamedTuple):
    """``length`` stars at an offset of the text; ``stars`` of them mark nothing."""

    start: int
    length: int
    opens: bool
    closes: bool
    stars: int

    @property
    def end(self) -> int:
        return self.start + self.length


class Inline(NamedTuple):
    """One paragraph, heading or item: its runs of two stars and more, and what a reader sees of it."""

    runs: tuple[Run, ...]
    seen: str

    @property
    def is_literal(self) -> bool:
        """Whether a reader sees stars that were meant as marks."""
        return any(run.stars for run in self.runs)


def literal(page: Page) -> tuple[tuple[Block, tuple[Inline, ...]], ...]:
    """The blocks in which a reader sees stars that were meant as marks, each with all its paragraphs."""
    return page.once(_literal)


def _literal(page: Page) -> tuple[tuple[Block, tuple[Inline, ...]], ...]:
    found = ((block, tuple(inlines(page.text[block.start:block.end], block.start))) for block in _suspicious(page))
    return tuple((block, read) for block, read in found if any(inline.is_literal for inline in read))


def is_in_order(text: str, start: int, end: int) -> bool:
    """Whether a parser need not be asked: every `**` of a block marks something for certain. No link may cross one."""
    if text.find('](', start, end) >= 0 or text.find(']:', start, end) >= 0:
        return False
    return _IN_ORDER.fullmatch(text, start, end) is not None


def _suspicious(page: Page) -> Iterator[Block]:
    """The blocks with `**` in which it may mark nothing."""
    text = page.text
    at = text.find('**', page.body)
    while at >= 0:
        block = page.block_at(at)
        if block is None:
            at = text.find('**', at + 2)
            continue
        short = block.end - block.start <= LONGEST
        if block.kind in READ and short and not is_in_order(text, block.start, block.end) and not _is_raw(page, block):
            yield block
        at = text.find('**', block.end)


def _is_raw(page: Page, block: Block) -> bool:
    """Whether the line above is HTML, so that this is no Markdown: a blank line is missing, and BI002 says so."""
    above = page.block_at(block.start - 2) if page.text[block.start - 2:block.start - 1] not in ('\n', '') else None
    if above is None or above.end != block.start - 1 or above.kind == 'heading':
        return False
    return (above.kind == 'tag' and page.text[above.start:above.end].lstrip()[:4] not in ('<!--', '')
            and '<' in page.text[above.start:above.end]) or (above.kind != 'tag' and _is_raw(page, above))


def inlines(text: str, offset: int = 0) -> list[Inline]:
    """What a parser makes of one block. Offsets of runs count from ``offset``, where the text begins."""
    # The parser takes a carriage return for a line break; here it is a stray character, and TX014's business.
    lines = text.replace('\r', ' ').split('\n')
    lead = len(lines[0]) - len(lines[0].lstrip(' \t'))
    # A block of a list item that stands alone here would be code; its lines lose what the first one is indented.
    bare = [line[min(lead, len(line) - len(line.lstrip(' \t'))):] for line in lines] if lead else lines
    env: dict[str, Any] = {}
    found = []
    for token in _parser().parse('\n'.join(bare), env):
        if token.type == 'inline' and token.map:
            runs = env['runs'].get(id(token), [])
            places = _places(token.content, token.map[0], lines, offset) if runs else {}
            if all(at in places for at, *_ in runs):
                found.append(Inline(tuple(Run(places[at], *rest) for at, *rest in runs if rest[0] > 1),
                                    ''.join(map(_seen, token.children or ()))))
    return found


def _places(content: str, first: int, lines: list[str], offset: int) -> dict[int, int]:
    """Offset in the text by offset in a token, for stars: the token's lines have lost their markers and indents."""
    places: dict[int, int] = {}
    starts = [offset]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for number, line in enumerate(content.split('\n'), first):
        bare = line.strip()
        column = lines[number].rfind(bare) - (len(line) - len(line.lstrip())) if bare in lines[number] else None
        star = line.find('*')
        while star >= 0 and column is not None:
            places[at + star] = starts[number] + column + star
            star = line.find('*', star + 1)
        at += len(line) + 1
    return places


def _seen(token: Any) -> str:
    """The text of an inline token; nothing for a tag."""
    if token.type == 'html_inline':
        return ''
    if token.children:
        return ''.join(map(_seen, token.children))
    return '\n' if token.type in ('softbreak', 'hardbreak') else str(token.content)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """A CommonMark parser that notes where each run of stars stands and what becomes of it.

    The notes are in its `env`: by id of the inline token, offset, length, opens, closes, stars that mark nothing.
    """
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import emphasis

    def tokenize(state: Any, silent: bool) -> bool:
        at = state.pos
        if silent or state.src[at] != '*' or state.env.get('of') is not state.src:
            return emphasis.tokenize(state, silent)
        before = len(state.delimiters)
        emphasis.tokenize(state, silent)
        opens, closes = state.delimiters[before].open, state.delimiters[before].close
        state.env['noted'].append((at, state.delimiters, before, state.pos - at, opens, closes))
        return True

    def inline(state: Any) -> None:
        env, state.env['runs'] = state.env, {}
        for token in state.tokens:
            if token.type == 'inline':
                noted: list[Any] = []
                env['noted'], env['of'] = noted, token.content
                state.md.inline.parse(token.content, state.md, env, token.children)
                env['runs'][id(token)] = list(_runs(noted))

    parser = MarkdownIt('commonmark')
    parser.inline.ruler.at('emphasis', tokenize)
    parser.core.ruler.at('inline', inline)
    return parser


def _runs(noted: list[Any]) -> Iterator[tuple[int, int, bool, bool, int]]:
    """Each run that was noted, with how many of its stars have no partner. Links have lists of their own."""
    matched: dict[int, set[int]] = {}
    for at, delimiters, first, length, opens, closes in noted:
        if id(delimiters) not in matched:
            matched[id(delimiters)] = {i for j, one in enumerate(delimiters) if one.end >= 0 for i in (j, one.end)}
        yield at, length, opens, closes, len(set(range(first, first + length)) - matched[id(delimiters)])
