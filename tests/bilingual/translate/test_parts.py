"""Long sentences in parts, sentences in batches."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.translate.batches import batches
from qinggao.bilingual.translate.parts import parts


@pytest.mark.parametrize(('text', 'room', 'wanted'), [
    ('山高，水长，路远。', 7, ['山高，水长，', '路远。']),
    ('他来了。“好！”我说，走吧。', 8, ['他来了。“好！”', '我说，走吧。']),
    ('one, two; three', 9, ['one, two;', 'three']),
    ('it cost 1,000,000 dollars', 12, ['it cost', '1,000,000', 'dollars']),
    ('3.5 and 4. Then', 11, ['3.5 and 4.', 'Then']),
    ('用OpenAI的模型', 6, ['用', 'OpenAI', '的模型']),
    ('山高水长路远', 2, ['山高', '水长', '路远']),
    ('short', 9, ['short']),
])
def test_a_text_is_cut_where_it_hurts_least(text: str, room: int, wanted: list[str]) -> None:
    assert parts(text, len, room) == wanted


@given(st.text(alphabet='山水ab1，。,. “”（)', max_size=60), st.integers(1, 20))
def test_nothing_is_lost_but_spaces_and_every_part_fits(text: str, room: int) -> None:
    found = parts(text, len, room)
    assert ''.join(''.join(found).split()) == ''.join(text.split())
    assert all(len(part) <= room for part in found) or len(text) <= room


@given(st.lists(st.integers(1, 50), max_size=400), st.integers(1, 300))
def test_every_sentence_is_in_one_batch_the_longest_first(lengths: list[int], room: int) -> None:
    found = list(batches(lengths, room))
    assert sorted(number for batch in found for number in batch) == list(range(len(lengths)))
    order = [lengths[number] for batch in found for number in batch]
    assert order == sorted(order, reverse=True)
    assert all(len(batch) * lengths[batch[0]] <= room or len(batch) == 1 for batch in found)
    assert all(len(batch) <= 256 for batch in found)
