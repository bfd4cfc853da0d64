"""Words in common across a place, and where there are few."""
from __future__ import annotations

from collections import Counter

import pytest
from qinggao.layout.headings.cohesion import cohesion
from qinggao.layout.headings.words import counted

from .talks import BRIDGE, TEA


def test_it_is_least_where_the_topic_turns() -> None:
    passages = [counted(paragraph) for paragraph in (*TEA, *BRIDGE)]
    here = [one.here for one in cohesion(passages, [100.0] * len(passages))]
    assert min(range(1, len(here)), key=here.__getitem__) == len(TEA)
    assert here[0] == 0.0
    assert all(0 <= one <= 1.0000001 for one in here)


def test_a_passage_without_words_has_nothing_in_common() -> None:
    assert [one.here for one in cohesion([counted('嗯。'), counted(TEA[0])], [1.0, 60.0])] == [0.0, 0.0]


def test_rows_of_signs_are_passages_too_and_end_what_is_looked_at() -> None:
    signs = [Counter[str]()] * 1300
    passages = [counted(TEA[0]), *signs, counted(TEA[0])]
    assert cohesion(passages, [60.0, *[0.0] * len(signs), 60.0])[-1].here == 0.0


WORDS = {
    'words of one Han and stop words are left out': ('我们现在说茶叶很贵', ['茶叶']),
    'Latin words in small letters': ('OpenAI 的 GPT-4 很贵', ['gpt-4', 'openai']),
    'numbers are left out': ('茶叶涨了 3.5%', ['茶叶']),
    'a word that a line end parts is whole': ('石拱\n桥', ['石拱桥']),
}


@pytest.mark.parametrize(('text', 'words'), WORDS.values(), ids=WORDS)
def test_what_counts(text: str, words: list[str]) -> None:
    assert sorted(counted(text)) == words
