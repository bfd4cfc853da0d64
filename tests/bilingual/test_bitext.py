"""A bitext keeps its pairs beside their words, whatever is edited."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.bitext import Bitext, Pair, faults
from qinggao.edits import Edit, settle
from qinggao.transcript import Transcript

FIRST = Transcript.plain('算力很贵。\n我们先止损。')
SECOND = Transcript.plain('Compute is dear. We stop the loss first.')
BITEXT = Bitext(FIRST, SECOND, (Pair((0, 5), (0, 16)), Pair((6, 12), (17, 40), 0.5)))


def words(bitext: Bitext) -> list[tuple[str, str]]:
    return [(bitext.first.text[slice(*pair.first)], bitext.second.text[slice(*pair.second)]) for pair in bitext.pairs]


def test_a_bitext_whose_pairs_hold_all_words_has_no_faults() -> None:
    assert not list(faults(BITEXT))


def test_words_in_no_pair_are_a_fault() -> None:
    assert list(faults(BITEXT._replace(pairs=BITEXT.pairs[:1])))


def test_pairs_out_of_order_are_a_fault() -> None:
    assert list(faults(BITEXT._replace(pairs=BITEXT.pairs[::-1])))


def test_the_score_weighs_a_pair_by_its_length() -> None:
    assert BITEXT.score == (21 + 29 * 0.5) / 50


def test_a_gloss_stays_with_its_sentence() -> None:
    glossed = BITEXT.edited('glossary', first=[Edit(9, 11, '**止损**（stop loss: 及时卖出）', 'glossary/x')])
    assert words(glossed) == [('算力很贵。', 'Compute is dear.'), ('我们先**止损**（stop loss: 及时卖出）。', 'We stop the loss first.')]
    assert glossed.first.passes[-1].stage == 'glossary'


def test_swapped_twice_it_is_as_it_was() -> None:
    assert BITEXT.swapped().swapped() == BITEXT


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.text('长*', max_size=3))))
def test_whatever_is_edited_no_word_leaves_the_pairs(asked: list[tuple[int, int, str]]) -> None:
    edits = settle([Edit(start, min(12, start + length), new, 'x/y') for start, length, new in asked])
    edited = BITEXT.edited('x', first=edits)
    assert not [fault for fault in faults(edited) if 'two empty' not in fault]
    assert edited.first.text == FIRST.words.edit(edits).text
