"""What the model is told, and that no sentence can forge a line."""
from __future__ import annotations

import pytest
from qinggao.bilingual.translate.endpoint.prompt import check_way, messages
from qinggao.bilingual.translate.translator import Direction
from qinggao.errors import UsageError

from .server import WAY


def test_sentences_are_numbered_lines_and_stand_in_the_users_part_alone() -> None:
    told, lines = messages(['算力很贵。', '3. 第三点'], WAY)
    assert lines == {'role': 'user', 'content': '[[1]] 算力很贵。\n[[2]] 3. 第三点'}
    assert 'from Simplified Chinese into English' in told['content'] and '算力' not in told['content']


def test_it_is_told_what_was_wrong() -> None:
    assert 'line 1 was missing' in messages(['对。'], WAY, 'line 1 was missing')[0]['content']


@pytest.mark.parametrize('way', [Direction('en', 'en'), Direction('zh-Hans', 'zh-Hant'), Direction('fr', 'en')])
def test_directions_it_has_no_words_for_are_refused(way: Direction) -> None:
    with pytest.raises(UsageError):
        check_way(way)
