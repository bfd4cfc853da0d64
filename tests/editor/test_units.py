"""What one unit is."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.editor.units import units

KEYS = [
    ('a character each', '灯塔亮了', ['灯', '塔', '亮', '了']),
    ('a word each', 'we got up', ['we', 'got', 'up']),
    ('a word in capitals is the same word', 'GPT gpt', ['gpt', 'gpt']),
    ('an apostrophe is inside a word', "don't he’s", ["don't", 'he’s']),
    ('a number by its digits', '3 42 2024 1,234,567', ['<n1>', '<n2>', '<n4>', '<n5>']),
    ('a share', '3.5%', ['<n2>%']),
    ('letters beside Han', '用GPT4的', ['用', 'gpt', '<n1>', '的']),
    ('marks and spaces are none', '好，的。 （是）', ['好', '的', '是']),
    ('an accented word falls into letters', 'café', ['caf', 'é']),
]


@pytest.mark.parametrize(('text', 'keys'), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS])
def test_units_are(text: str, keys: list[str]) -> None:
    assert units(text).keys == keys


@given(st.text(max_size=60))
def test_units_stand_in_order_where_they_say(text: str) -> None:
    found = units(text)
    spans = list(zip(found.starts, found.ends))
    assert spans == sorted(spans)
    assert all(start < end <= after for (start, end), (after, _) in zip(spans, [*spans[1:], (len(text), 0)]))
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    assert units('灯塔亮了', 2, 4) == units('灯塔亮了')._replace(keys=['亮', '了'], starts=[2, 3], ends=[3, 4])
