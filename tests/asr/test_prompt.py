"""Which words are expected, in which order, and how many of them a model takes."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import UsageError
from qinggao.asr.prompt import fitted, hot_words, ranked
from qinggao.rulebook.shipped import shipped


def points(text: str) -> list[int]:
    return [ord(char) for char in text]


def test_the_shipped_words_hold_names_terms_and_what_rules_write() -> None:
    words = hot_words('glossary')
    assert {'英伟达', 'NVIDIA', '止盈', 'take profit'} <= set(words)
    assert len(set(words)) == len(words)
    rights = {rule.text('right') for rule in shipped().room('mishearings')}
    assert len(rights & set(words)) > .9 * len(rights)
    assert words.index('英伟达') < words.index('NVIDIA')


def test_a_file_holds_one_a_line(tmp_path: Path) -> None:
    (tmp_path / 'words').write_text('\ufeff# 茶\n普洱  茶\n\n盖碗 # 也叫三才碗\r\n盖碗\n', 'utf-8')
    assert hot_words(tmp_path / 'words') == ('普洱 茶', '盖碗')


@pytest.mark.parametrize('text, what', [(b'', 'no words'), (b'# nothing\n', 'no words'), (b'\xff\xfe\xfa', 'binary|UTF')])
def test_a_file_without_words_is_wrong_usage(text: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / 'words').write_bytes(text)
    with pytest.raises(UsageError, match=what):
        hot_words(tmp_path / 'words')


def test_no_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='cannot be read'):
        hot_words(tmp_path / 'none')


@pytest.mark.parametrize('words, text, order', [
    ('甲 乙 丙', '丙丙乙', '丙 乙 甲'),
    ('甲 乙 丙', '', '甲 乙 丙'),
    ('甲 乙 丙', '乙甲', '甲 乙 丙'),             # ties stay as they stood
    ('止损 英伟达', '英偉達', '英伟达 止损'),        # the text is Traditional
    ('AI 止损', 'OpenAI 止损', '止损 AI'),        # no word inside another
    ('止损 AI', 'ai和AI止损', 'AI 止损'),         # nor do capitals matter, nor Han beside it
    ('甲 C++ C#', 'C++ C# C#', 'C# C++ 甲'),
])
def test_what_is_said_most_comes_first(words: str, text: str, order: str) -> None:
    assert ranked(words.split(), [text]) == tuple(order.split())


@given(st.lists(st.text('甲乙AI ', min_size=1, max_size=4), unique=True), st.lists(st.text('甲乙丙ai ', max_size=20)))
def test_no_word_is_lost_in_ranking(words: list[str], texts: list[str]) -> None:
    assert sorted(ranked(words, texts)) == sorted(words)


@given(st.lists(st.text('甲乙AI', min_size=1, max_size=6)), st.integers(0, 30))
def test_what_is_fitted_fits_and_is_whole_words(words: list[str], limit: int) -> None:
    kept = fitted(words, points, limit)
    assert not kept or len(points(' ' + kept)) <= limit
    rest = iter(words)
    assert all(word in rest for word in kept.split())     # in their order


def test_a_word_too_long_makes_room_for_the_next() -> None:
    assert fitted(['一' * 9, '二', '三' * 9, '四'], points, 5) == '二 四'
