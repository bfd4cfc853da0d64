"""What sounds alike."""
from __future__ import annotations

import pytest
from qinggao.suggest.sound import distance, latin_distance

ALIKE = {
    'the same sound': ('指营', '止盈'),
    'in and ing': ('名义', '民意'),
    'zh and z': ('自治', '自制'),
    'n and l': ('牛年', '流年'),
    'b and p': ('爱泊斯坦', '爱泼斯坦'),
    'one of its readings': ('银行', '银杭'),
}
FAR = {
    'another word for it': ('马上', '立刻'),
    'two conjunctions': ('但是', '然而'),
    'other lengths': ('就是', '是'),
    'a character that no table knows': ('𠀀好', '你好'),
}
LATIN = {
    'a name by ear': ('cloud', 'Claude', True),
    'letters in another order': ('wisenthal', 'Weisenthal', True),
    'a doubled letter': ('buffet', 'Buffett', True),
    'another word': ('market', 'wonder', False),
}


@pytest.mark.parametrize(('one', 'other'), ALIKE.values(), ids=ALIKE)
def test_alike(one: str, other: str) -> None:
    assert distance(one, other) <= .5


@pytest.mark.parametrize(('one', 'other'), FAR.values(), ids=FAR)
def test_far(one: str, other: str) -> None:
    assert distance(one, other) > .5


@pytest.mark.parametrize(('one', 'other', 'alike'), LATIN.values(), ids=LATIN)
def test_latin(one: str, other: str, alike: bool) -> None:
    assert (latin_distance(one, other) <= .4) == alike
