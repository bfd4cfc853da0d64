"""Swaps: a difference of sound-alike spellings, grown to whole words."""
from __future__ import annotations

import pytest
from qinggao.suggest.aligned import aligned
from qinggao.suggest.grown import swaps

FOUND = {
    'a word': ('到了这个位置先指营再说话', '到了这个位置先止盈再说话', ('指营', '止盈')),
    'one character, as the word it is in': ('这个月的大飞农数据很好', '这个月的大非农数据很好', ('飞农', '非农')),
    'with a word beside it': ('这个月的大飞农数据很好', '这个月的大非农数据很好', ('飞农数据', '非农数据')),
    'a filler beside it is none of it': ('他们讲那个编辑成本很高', '他们讲边际成本很高', ('编辑', '边际')),
    'a Latin word whole': ('我写程序都用 clod 来帮忙', '我写程序都用 Claude 来帮忙', ('clod', 'Claude')),
    'two differences in one Latin word': ('we asked joe wisenthall about it', 'we asked Joe Weisenthal about it',
                                          ('wisenthall', 'Weisenthal')),
}
NONE = {
    'a rephrasing': ('我们马上去海边看一看', '我们立刻去海边看一看'),
    'a filler left out': ('他就是那个很喜欢喝茶的人', '他是那个很喜欢喝茶的人'),
    'casing': ('we talk about nvidia today', 'we talk about NVIDIA today'),
    'a plural': ('we like the new chip very much', 'we like the new chips very much'),
    'a mark between the two halves': ('今天先指\n营再说别的事情', '今天先止盈再说别的事情'),
    'no letters around it on which both agree': ('好指营的', '在止盈吗'),
    'a name and its translation': ('我们公司用谷歌来找东西', '我们公司用Google来找东西'),
}


@pytest.mark.parametrize(('first', 'second', 'swap'), FOUND.values(), ids=FOUND)
def test_found(first: str, second: str, swap: tuple[str, str]) -> None:
    assert swap in set(swaps(aligned(first, second)))


@pytest.mark.parametrize(('first', 'second'), NONE.values(), ids=NONE)
def test_none(first: str, second: str) -> None:
    assert set(swaps(aligned(first, second))) == set()
