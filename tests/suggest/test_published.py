"""The prose of a page: what somebody said, and nothing that is only written."""
from __future__ import annotations

import pytest
from qinggao.errors import FileError
from qinggao.suggest.published import prose

CASES = {
    'front matter and a heading go': ('---\ntitle: 茶\n---\n\n# 茶\n\n今天讲茶。\n', '今天讲茶。'),
    'bold and italics are words': ('今天**讲**茶，*慢慢*讲，~~不急~~。\n', '今天讲茶，慢慢讲，不急。'),
    'a gloss of a term goes, the term stays': ('先设**止损**（stop loss: 跌到就卖）再说。\n', '先设止损再说。'),
    'of a link the words stay': ('看[这张图](图.png)再说，![图](a.png)很清楚。\n', '看这张图再说， 很清楚。'),
    'an address goes': ('网址是 https://example.org/a_b 大家去看。\n', '网址是   大家去看。'),
    'code goes': ('先写一行。\n\n```\nx = 1\n```\n\n再写一行。\n', '先写一行。\n再写一行。'),
    'the label of a list item goes': ('- **成本**：一直在涨\n- **价格：** 没有动\n', '一直在涨\n没有动'),
    'a speaker goes': ('**阿明**: 今天讲茶。\n\n[主持人]: 好的。\n', '今天讲茶。\n好的。'),
    'a number in a list goes': ('1. 先烧水\n2. 再放茶\n', '先烧水\n再放茶'),
    'the original in a fold goes': ('今天讲茶。\n\n<details>\n<summary>Original</summary>\n\nToday tea.\n\n</details>\n',
                                    '今天讲茶。'),
    'a quotation in the other language goes': ('今天讲茶。\n\n> Today we talk about tea.\n', '今天讲茶。'),
    'a quotation in its own language stays': ('今天讲茶。\n\n> 茶者南方之嘉木也。\n', '今天讲茶。\n茶者南方之嘉木也。'),
    'entities and escapes are characters': ('A &amp; B 公司涨了 3\\*2 块。\n', 'A & B 公司涨了 3*2 块。'),
    'a name with low lines stays whole': ('变量叫 big_tea_cup 就行了。\n', '变量叫 big_tea_cup 就行了。'),
    'an English page': ('# Tea\n\nToday we *talk* about tea.\n\n<details>\n今天讲茶。\n</details>\n',
                        'Today we talk about tea.'),
}


@pytest.mark.parametrize(('page', 'said'), CASES.values(), ids=CASES)
def test_prose(page: str, said: str) -> None:
    assert prose(page) == said


def test_of_a_page_in_two_languages_either_can_be_asked_for() -> None:
    page = '今天讲茶。\n\n<details>\n<summary>Original</summary>\n\nToday we talk about tea.\n\n</details>\n'
    assert prose(page, chinese=False) == 'Today we talk about tea.'
    assert prose(page, chinese=True) == '今天讲茶。'


def test_front_matter_that_is_never_closed_is_an_error_with_its_file() -> None:
    with pytest.raises(FileError, match=r'^a\.md:1: front matter is not closed'):
        prose('---\ntitle: 茶\n\n今天讲茶。\n', 'a.md')
