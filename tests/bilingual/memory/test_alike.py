"""Sentences much like one are found, all of them, and always the same one."""
from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given as of
from hypothesis import strategies as st
from qinggao.bilingual.memory.agreement import held
from qinggao.bilingual.memory.alike import LEAST, Alike
from rapidfuzz.distance import Levenshtein

from .given import ZH_EN, human, opened, unit

LONG = '我们今天要讲的是这家公司怎么样从零开始做到今天这个规模的'


def index_of(*keys: str) -> Alike:
    index = Alike('zh-Hans')
    for key in keys:
        index.add(key)
    return index


def test_the_most_alike_is_found() -> None:
    near, nearer = LONG[:-3] + '样子的', LONG[:-1] + '啊'
    found = index_of(near, nearer, '别的').best(LONG)
    assert found and found[0] == nearer and found[1] == 1 - 1 / len(LONG)


def test_a_short_sentence_with_another_character_is_another() -> None:
    assert index_of('今天下雨。').best('今天下雪。') is None


def test_what_does_not_agree_is_not_alike() -> None:
    assert index_of(LONG.replace('要', '不')).best(LONG) is None
    assert index_of(LONG.replace('零', '一')).best(LONG) is None


@of(st.lists(st.text('ab', min_size=6, max_size=16), max_size=20), st.text('ab', min_size=6, max_size=16), st.randoms(use_true_random=False))
def test_it_finds_what_a_search_through_all_finds_in_any_order(keys: list[str], key: str, chance: random.Random) -> None:
    scored = [(-Levenshtein.normalized_similarity(key, other), other) for other in keys if held(other, 'zh-Hans') == held(key, 'zh-Hans')]
    best = min(scored, default=(0., ''))
    expected = (best[1], -best[0]) if -best[0] >= LEAST else None
    assert index_of(*keys).best(key) == index_of(*chance.sample(keys, len(keys))).best(key) == expected


def test_only_what_a_person_said_is_alike_and_also_what_another_process_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as memory, opened(tmp_path) as other:
        memory.keep([unit(LONG[:-1] + '哦')])
        assert memory.alike(LONG, ZH_EN) is None
        one = human(LONG[:-1] + '啊', 'This is how it began')
        other.keep([one])
        assert memory.alike(LONG, ZH_EN) == (one, 1 - 1 / len(LONG))
        other.keep([one._replace(target='corrected')])
        found = memory.alike(LONG, ZH_EN)
        assert found and found[0].target == 'corrected'
        assert memory.alike(LONG, ZH_EN._replace(target='zh-Hant')) is None
