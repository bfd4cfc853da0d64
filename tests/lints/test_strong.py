"""Stars that mark nothing: the pattern that spares the parser, and mends, against a CommonMark renderer."""
from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from qinggao.gate.mend import mended
from qinggao.gate.settings import Checks, Gate
from qinggao.lints.markdown.strong import inlines, is_in_order

PIECES = ['**', '**', '**', '水', '盐', '（', '）', '“', '”', '《', '》', '，', '。', ' ', '\n', 'a', 'B', '1', '%', '(', ')', ':', '!',
          '-', '—', '\u3000', '\xa0', '*', '_', '`', '[', ']', '](x)', '[a]: /b\n', '\\', '<', '<b>', '&', '&amp;', '~~', '> ', '- ', '1. ', '# ',
          '***', '`**`', '+', '€', '🙂', '・', '·', '|', '\t', '    ', '² ', '①', '…', "'", '"', '/', '\u0301', '\u200b', '\x1c', '\u2028']
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map(''.join)
PARSER = MarkdownIt('commonmark')
GATE = Gate(Checks(select=('MD001',), severity='info'))


def _rendered(text: str) -> str:
    """What a reader sees, without code."""
    html = re.sub(r'<(pre|code)>.*?</\1>', '', PARSER.render(text), flags=re.S)
    return unescape(re.sub(r'<[^<>]*>', '', html))


def _words(text: str) -> str:
    html = re.sub(r'</?(?:strong|em|p|li|ul|ol|blockquote|h\d|pre|code|hr)[^<>]*>', '', PARSER.render(text))
    return ''.join(unescape(html).replace('*', '').split())


@given(TEXTS)
def test_what_is_in_order_shows_no_stars(text: str) -> None:
    block = re.sub(r'\n\s*\n', '\n', text)
    if is_in_order(block, 0, len(block)):
        assert '**' not in _rendered(block), block
        assert not any(inline.is_literal for inline in inlines(block))


@given(st.lists(st.sampled_from(['**', '**', '水', '盐巴', '（', '）', '“', '”', '《', '》', '。', ' ', 'a', '100%', '(', ')', ':', ',']),
                max_size=20).map(''.join))
def test_a_mend_takes_stars_away_and_no_word(text: str) -> None:
    after = mended('note.md', text, GATE)
    assert _words(after.words.text) == _words(text)
    if after.found:
        assert _rendered(after.words.text).count('**') < _rendered(text).count('**')
    assert not mended('note.md', after.words.text, GATE).found


@given(TEXTS)
def test_a_run_is_where_its_stars_are(text: str) -> None:
    for inline in inlines(text, 7):
        for run in inline.runs:
            assert text[run.start - 7:run.end - 7] == '*' * run.length


def test_many_pairs_before_one_that_is_not_in_order_take_no_time() -> None:
    for end in ('**（', '**盐（a）**是', '*'):
        text = '**盐**，**“水”** ' * 3000 + end
        assert not is_in_order(text, 0, len(text))


@given(st.lists(st.tuples(st.sampled_from(['', ' ', '\n', '（', '，', '。 ', '\u3000', '*a, ']), st.sampled_from(['水', 'kwargs', '注一', '_x', '/*.md', '3']),
                          st.sampled_from(['', '，', '。', '）', '（盐）', ' 和', '“好”', '、甲'])), min_size=1, max_size=6), st.booleans())
def test_stars_that_only_begin_words_are_never_mended_for_sure(words: list[tuple[str, str, str]], spaced: bool) -> None:
    """Arguments, the marks of notes, lines begun with stars: before each `**` stands a space, behind it a word."""
    text = ''.join(f'{before}{" " if spaced or before in ("，", "") else ""}**{word}{behind}' for before, word, behind in words)
    assert mended('note.md', text, GATE).words.text == text


@given(st.text(st.sampled_from('水盐a1 *（）“”，。、\n'), max_size=30), st.sampled_from([' ', '\u3000', '\n', '（']), st.sampled_from('水a_'))
def test_a_mark_that_can_only_open_is_never_moved_as_a_closer(text: str, before: str, behind: str) -> None:
    page = f'**{text.replace("*", "")}{before}**{behind}'
    assert mended('note.md', page, GATE).words.text == page
