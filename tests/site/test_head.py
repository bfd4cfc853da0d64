"""Front matter as text: the fields are what YAML says, and every place is the place of its words."""
from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from qinggao.errors import QinggaoError
from qinggao.site.fields import Field, Scalar, canonical
from qinggao.site.front_matter import compose, quoted
from qinggao.site.head import Head
from qinggao.site.yaml_fields import parsed
from qinggao.strict_yaml import load

WORDS = st.text(st.one_of(st.sampled_from(' :#-\'"“”[]{},\\\t&*!|>%@`~?=.0aé港\u3000\xa0\u2028\ufeff🎙'),
                          st.characters(exclude_categories=['Cs'])),
                max_size=12)
KEYS = st.from_regex(r'[A-Za-z][\w-]{0,8}', fullmatch=True)
VALUES = st.one_of(WORDS, st.lists(WORDS, max_size=4))


def _said(fields: tuple[Field, ...]) -> dict[str, object]:
    return {field.name: [item.value for item in field.values] if field.is_list else field.values[0].value
            for field in fields}


def _unquoted(text: str, scalar: Scalar) -> object:
    return load(f'x: {text[scalar.start:scalar.end]}\n') or {}


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6))
@example({'title': '港口: 早晨 #1', 'tags': ['true', '- a'], 'people': []})
def test_what_was_composed_is_read_back_with_its_places(given_fields: dict[str, object]) -> None:
    lines = list(compose({'set': given_fields, 'front_matter': ''}))
    text = '\n'.join(lines) + '\n正文\n'
    head = Head.of(text)
    assert head is not None and head.error is None
    assert _said(head.fields) == load(text[head.start:head.end])
    assert text[head.stop:] == '正文\n'
    at = head.start
    for field in head.fields:
        assert field.start == at and text[field.start:].startswith(field.name)
        at = field.end
        for scalar in field.values:
            assert _unquoted(text, scalar) == {'x': scalar.value}
    assert at == head.end


def _line() -> st.SearchStrategy[str]:
    key = st.builds('{}:{}'.format, KEYS, st.sampled_from(['', ' ', '  ', '\t']))
    value = st.one_of(WORDS, WORDS.map(quoted), WORDS.map("'{}'".format), WORDS.map('"{}"'.format),
                      st.sampled_from(['[]', "''", '[a, b]', '|', 'null', '&a b', '- a', 'a # b', 'a  ']))
    item = st.builds('{}-{}{}'.format, st.sampled_from(['', ' ', '  ']), st.sampled_from(['', ' ', '  ']), value)
    return st.one_of(st.builds('{}{}'.format, key, value), key, item, item,
                     st.sampled_from(['', ' ', '# note', '...', '- ', '  more']))


@given(st.lists(_line(), max_size=8))
@example(['title: a', '- b'])
@example(['tags:', '- a', '', '# b', '- c', 'title: d'])
@example(['tags:', '  - a', '- b'])
@example(['tags:', 'title: a'])
def test_the_quick_reader_reads_what_yaml_reads_or_nothing(lines: list[str]) -> None:
    text = '---\n' + ''.join(f'{line}\n' for line in lines) + '---\n'
    quick = canonical(text, 4, len(text) - 4)
    if quick:
        assert quick == parsed(text, 4, len(text) - 4)


def test_a_page_as_most_are_written_is_read_the_quick_way() -> None:
    text = ("author: 林知远\ndate: '2026-05-08'\nsource: https://example.org/a?b=c#d\ntags:\n  - harbour\n  - '1: 2'\n"
            'title: 《潮汐表》：“港口”\nsummary: "一天"\npeople: []\ncompanies_orgs:\n- 海丰渔业\n')
    assert _said(canonical(text, 0, len(text))) == load(text)


@given(st.text(max_size=60))
@example('---\na: \ud800\n---\n')
@example('---\na: \x07\n---\n')
@example('---\n{a: 1}\n---\n')
@example('---\n? [a]\n: b\n---\n')
@example('\ufeff---\n---\n')
def test_no_page_breaks_it(text: str) -> None:
    for page in (text, f'---\n{text}', f'---\n{text}\n---\n'):
        head = Head.of(page)
        if head:
            assert 0 <= head.start <= head.end <= head.stop <= len(page)
            assert (head.error is None) or not head.fields
            assert all(head.start <= field.start < field.end <= head.end for field in head.fields)


@pytest.mark.parametrize(('text', 'what', 'line', 'column'), [
    ('---\ntitle: a: b\n---\n', 'broken YAML', 2, 9),
    ('---\ntitle: 潮水\x07\n---\n', 'control character', 2, 10),
    ('---\ntitle: 潮水\ud800\n---\n', 'control character', 2, 10),
    ('---\ntitle: a\nx: *b\n---\n', 'anchors', 3, 4),
    ('---\ntitle: a\n', 'not closed', 1, 0),
    ('---\ntitle: a\n\n# 标题\n\n正文\n\n---\n', 'not closed', 1, 0),
    ('---\n- a\n---\n', 'no list of', 2, 1),
    ('---\n{title: a}\n---\n', 'no list of', 2, 1),
    ('---\na: b\u2028\nx: y: z\n---\n', 'broken YAML', 3, 5),
    ('---\ntitle: a\n--- \n', '', 0, 0),
])
def test_an_error_has_its_place(text: str, what: str, line: int, column: int) -> None:
    head = Head.of(text)
    assert head is not None
    if not what:
        assert head.error is None
        return
    assert isinstance(head.error, QinggaoError)
    assert what in head.error.what
    assert (head.error.line, head.error.column) == (line, column)


@pytest.mark.parametrize('text', [
    '', '正文', '---\n\n正文\n\n---\n', '----\n标题\n---\n', '---\n正文没有字段也没有结尾\n', '----\n\n正文\n', ' ---\na: b\n---\n',
])
def test_pages_without_front_matter(text: str) -> None:
    assert Head.of(text) is None


def test_a_field_knows_what_it_says() -> None:
    head = Head.of("---\na: x\nb: null\nc: ''\nd: []\ne:\n  - y\nf: {g: h}\na: z\n---\n")
    assert head is not None
    assert [field.shape for field in head.fields] == ['scalar', 'scalar', 'scalar', 'flow', 'block', 'map', 'scalar']
    assert [field.is_empty for field in head.fields] == [False, True, True, True, False, False, False]
    assert (head.says('a'), head.says('b'), head.says('e'), head.says('none')) == ('x', '', '', '')
