"""Tags: what a talk speaks of most, by a table that must be in order."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.errors import UsageError
from qinggao.site.tags import read_tags, shipped_tags, tags_of


def test_the_most_said_comes_first_and_five_are_enough() -> None:
    text = '利率降息加息' * 4 + '通胀' * 3 + 'stop loss, Stop Loss, stop loss.' + '芯片芯片芯片机器人机器人机器人电网能源石油'
    assert tags_of([text], shipped_tags()) == ['interest-rates', 'energy', 'inflation', 'robotics', 'semiconductors']


@pytest.mark.parametrize('text', [
    '通胀一次，通胀两次',                               # said twice
    'She was warm, aware and in awe of the software.',  # war is no word in them
    'EVERY evening, ever',
    '历史' * 3 + '潮水在涨。' * 2000,                    # three times in ten thousand characters
    '毛利率升了，净利率也升了，福利率先到位。' * 2,      # 利率 is no word in them
    '货物价格不变，' * 4,                               # nor 物价
    '国内需要更多的船，' * 4,                           # nor 内需
    '股价创历史新高，' * 4,                             # a record is no history
    '这是黄金时代，黄金周去看海，' * 3,
    'The great depression of the thirties. ' * 3,
    '王老师好，' * 5,                                   # is how one says Mr Wang
    '我们先对齐一下，' * 5,
])
def test_what_is_only_touched_gives_no_tag(text: str) -> None:
    assert tags_of([text], shipped_tags()) == []


def test_the_table_is_in_order() -> None:
    names = [tag.tag for tag in shipped_tags()]
    assert names == sorted(names)


@pytest.mark.parametrize(('text', 'line'), [
    ('- tag: A b\n  words: [x]\n', 1), ('- tag: a\n  words: [x]\n- tag: a\n  words: [y]\n', 3),
    ('- tag: a\n', 1), ('- tag: a\n  words: []\n', 1), ('- tag: a\n  words: [x]\n  more: y\n', 1), ('tag: a\n', 1),
    ('- tag: [a]\n  words: [x]\n', 1), ('- tag: a\n  words: [x]\n  unless: y\n', 1), ('- tag: a\n  words: x\n', 1), ('- a\n', 1),
])
def test_a_table_that_is_wrong_says_where(text: str, line: int, tmp_path: Path) -> None:
    file = tmp_path / 'tags.yaml'
    file.write_text(text, 'utf-8')
    with pytest.raises(UsageError) as error:
        read_tags(file)
    assert error.value.line == line
