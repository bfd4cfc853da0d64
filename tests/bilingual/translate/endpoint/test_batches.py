"""Which sentences share a request."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.translate.endpoint.batches import batches, halves


@given(st.lists(st.text('字…', max_size=9)), st.integers(1, 5), st.integers(1, 12))
def test_every_sentence_with_words_is_in_one_batch_within_its_bounds(texts: list[str], most: int, room: int) -> None:
    found = list(batches(texts, most, room))
    assert [number for batch in found for number in batch] == [number for number, text in enumerate(texts) if '字' in text]
    for batch in found:
        assert len(batch) <= most
        assert len(batch) == 1 or sum(len(texts[number]) for number in batch) <= room


def test_halves_hold_all() -> None:
    assert halves((4, 5, 6)) == ((4,), (5, 6))
