"""Pairs as a page has them, refined to sentences."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.align import within
from qinggao.bilingual.bitext import Bitext, Pair, faults
from qinggao.transcript import Transcript

from .talk import CHINESE, ENGLISH, words


def paged(folds: list[tuple[str, str]]) -> Bitext:
    """Paragraphs as a page pairs them."""
    first, second = '\n\n'.join(one for one, _ in folds), '\n\n'.join(two for _, two in folds)
    pairs, a, b = [], 0, 0
    for one, two in folds:
        pairs.append(Pair((a, a + len(one)), (b, b + len(two)), 1., () if one and two else ('alone',), 'page'))
        a, b = a + len(one) + 2, b + len(two) + 2
    return Bitext(Transcript.plain(first), Transcript.plain(second), tuple(pairs))


PAGE = paged([(''.join(CHINESE[:4]), ' '.join(ENGLISH[:4])), ('只有一句的段落。', 'A paragraph of two. It has two.'),
              (''.join(CHINESE[4:9]), ' '.join(ENGLISH[4:9])), (''.join(CHINESE[9:]), ' '.join(ENGLISH[9:]))])


def test_paragraphs_become_sentences() -> None:
    fine = within(PAGE)
    assert not list(faults(fine))
    assert words(fine) == [*zip(CHINESE[:4], ENGLISH[:4]), ('只有一句的段落。', 'A paragraph of two. It has two.'),
                           *zip(CHINESE[4:], ENGLISH[4:])]


def test_a_pair_with_one_sentence_stays_as_the_page_has_it() -> None:
    assert PAGE.pairs[1] in within(PAGE).pairs


def test_a_sentence_never_goes_over_to_the_next_paragraph() -> None:
    """Its translation stands in the next one, as a page may have it: the page is believed."""
    page = paged([(''.join(CHINESE[:3]), ' '.join(ENGLISH[:2])), (''.join(CHINESE[3:6]), ' '.join(ENGLISH[2:6]))])
    fine = within(page)
    assert not list(faults(fine))
    ends = page.pairs[0].first[1], page.pairs[0].second[1]
    assert all((pair.first[1] <= ends[0]) == (pair.second[1] <= ends[1]) for pair in fine.pairs if pair.is_whole)


def test_refined_twice_it_is_as_it_was() -> None:
    once = within(PAGE)
    assert [pair[:2] for pair in within(once).pairs] == [pair[:2] for pair in once.pairs]


FOLDS = st.lists(st.tuples(st.lists(st.sampled_from([*CHINESE, '？', '好']), max_size=4).map(''.join),
                           st.lists(st.sampled_from([*ENGLISH, 'x', '2.']), max_size=4).map(' '.join)),
                 max_size=6).map(lambda folds: [fold for fold in folds if all(fold)])


@given(FOLDS)
def test_no_word_leaves_its_pair(folds: list[tuple[str, str]]) -> None:
    page = paged(folds)
    fine = within(page)
    assert not list(faults(fine))
    assert {pair.first[1] for pair in page.pairs} <= {pair.first[1] for pair in fine.pairs}
    assert {pair.second[1] for pair in page.pairs} <= {pair.second[1] for pair in fine.pairs}
