"""Literals: whole Latin words, quiet phrases, words that must be near."""
from __future__ import annotations

import pytest
from qinggao.rulebook import Rule
from qinggao.rulebook.literals import MUCH, Literals

RULES = [
    Rule('mishearings', 'nvidia', {'wrong': ('nvida', 'in video'), 'right': 'NVIDIA', 'near': ('gpu', '显卡')}),
    Rule('mishearings', 'zhiying', {'wrong': ('指营',), 'right': '止盈', 'unless': ('手指营',)}),
]

CASES = {
    'a Chinese literal anywhere': ('先指营再说', ['指营']),
    'quiet inside a longer phrase': ('手指营造', []),
    'quiet there, and not elsewhere': ('手指营造，指营', ['指营']),
    'a Latin word with its near word': ('the Nvida GPU', ['Nvida']),
    'without its near word': ('the Nvida', []),
    'the near word in another paragraph': ('the Nvida\n\nGPU', []),
    'the near word far off in the same paragraph': ('Nvida ' + 'x ' * 500 + 'gpu', []),
    'the near word inside another word': ('the Nvida gpus', []),
    'no part of a word': ('Nvidas and anvida GPU', []),
    'between Han': ('用Nvida的显卡', ['Nvida']),
    'a phrase of two words': ('in video gpu', ['in video']),
}


@pytest.mark.parametrize(('text', 'found'), CASES.values(), ids=CASES)
def test_literals(text: str, found: list[str]) -> None:
    assert [text[hit.start:hit.end] for hit in Literals(RULES).find(text)] == found


def test_letters_whose_lower_case_is_longer_shift_nothing() -> None:
    text = 'İİİ 显卡 NVIDA'
    assert [text[hit.start:hit.end] for hit in Literals(RULES).find(text)] == ['NVIDA']


def test_much_text_is_read_by_a_quicker_automaton_that_finds_the_same() -> None:
    literals = Literals(RULES)
    for text, found in [*CASES.values(), ('好' * MUCH, []), *CASES.values()]:
        assert [text[hit.start:hit.end] for hit in literals.find(text)] == found
