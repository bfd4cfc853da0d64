"""The blocks of a page against a CommonMark parser: which lines are code, which are headings."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from qinggao.gate.blocks import Block, Walk
from qinggao.gate.page import Page
from qinggao.gate.settings import Gate

LINES = ['河水很凉。', 'text', '', '', '    缩进', '\t缩进', '  two', '- item', '1. one', '2. two', '   - nested', '      cont', '> quote', '> ```',
         '```', '```py', '~~~', '````', '# 标题', '### x', '---', '===', '***', '* * *', '- ```', '  ```', '`a` b', '``` a ``` b', '<!-- c -->',
         '<!-- open', 'end -->', '   text', '10) ten', 'x `<details>` y']
PARSER, GATE = MarkdownIt('commonmark'), Gate()


def _blocks(text: str) -> tuple[Block, ...]:
    return Page('note.md', text, GATE).blocks


def _lines(text: str, kind: str) -> set[int]:
    found = set[int]()
    for block in _blocks(text):
        if block.kind == kind:
            found |= set(range(text.count('\n', 0, block.start), text.count('\n', 0, block.end) + 1))
    return found


def _truth(text: str, *kinds: str) -> set[int]:
    return {line for token in PARSER.parse(text) if token.type in kinds and token.map for line in range(*token.map)}


@given(st.lists(st.sampled_from(LINES), max_size=10).map(lambda lines: '\n'.join(['开头。', '', *lines])))
def test_code_and_headings_are_those_of_a_parser(text: str) -> None:
    blank = {number for number, line in enumerate(text.split('\n')) if not line.strip()}
    assert _lines(text, 'code') - blank == _truth(text, 'fence', 'code_block') - blank, text
    assert _lines(text, 'heading') == _truth(text, 'heading_open'), text


@given(st.lists(st.sampled_from([*LINES, '<details>', '</details>', '<div>', '<pre>', '<br>']), max_size=12).map('\n'.join))
def test_blocks_hold_every_line_that_is_not_blank_once(text: str) -> None:
    blocks = _blocks(text)
    assert all(a.end < b.start for a, b in zip(blocks, blocks[1:]))
    held = ''.join(text[block.start:block.end] for block in blocks)
    assert ''.join(held.split()) == ''.join(text[Page('note.md', text, GATE).body:].split())


def test_what_stands_in_a_fold_is_the_original() -> None:
    text = '河水。\n\n<details>\n<summary>X</summary>\n\nRiver.\n\n</details>\n\n桥。 <details>\n\nBridge.</details>\n\n雾。\n'
    assert [(text[b.start:b.end], b.kind, b.original) for b in _blocks(text)] == [
        ('河水。', 'text', False), ('<details>', 'tag', True), ('<summary>X</summary>', 'tag', True), ('River.', 'text', True),
        ('</details>', 'tag', True), ('桥。 <details>', 'text', False), ('Bridge.</details>', 'text', True), ('雾。', 'text', False)]


def test_a_fold_that_is_never_closed_hides_the_page_only_to_the_next_one() -> None:
    text = '<details>\n\nRiver.\n\n桥。\n\n<details>\n\nFog.\n\n</details>\n\n雾。\n'
    assert [text[b.start:b.end] for b in _blocks(text) if not b.original] == ['雾。']


def test_a_fold_that_is_spoken_of_opens_none() -> None:
    text = '写 `<details>` 就好。\n\n雾。\n'
    assert not any(block.original for block in _blocks(text))


def test_the_rest_of_a_comment_or_of_verbatim_html_is_no_paragraph() -> None:
    text = '<!-- 一\n\n二 -->\n\n三\n\n<pre>\n四\n\n五</pre>\n\n六\n'
    assert [(text[b.start:b.end], b.kind) for b in _blocks(text)] == [
        ('<!-- 一\n\n二 -->', 'tag'), ('三', 'text'), ('<pre>\n四\n\n五</pre>', 'code'), ('六', 'text')]


def test_only_a_fence_that_nothing_ends_is_unclosed() -> None:
    for text, there in (('```\n一', True), ('```\n一\n```', False), ('- ```\n  一\n\n二', False), ('    ```\n', False), ('<!-- 一', True)):
        assert (Page('note.md', text, GATE).unclosed is not None) == there, text


def test_an_escaped_tag_opens_no_fold() -> None:
    text = '写作 \\<details> 就好。\n\n水\n\n写作 \\\\<details>\n\n水\n'
    assert [block.original for block in Walk(text, 0).found()] == [False, False, False, True]
