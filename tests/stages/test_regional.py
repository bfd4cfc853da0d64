"""Words of Taiwan: what changes once it is asked for, and where two words only meet."""
from __future__ import annotations

import pytest

from .table import cleaned

CHANGES = [
    ('software and hardware', '软体和硬体都要更新', '软件和硬件都要更新'),
    ('a network is slow', '这里的网路很慢', '这里的网络很慢'),
    ('a president', '川普昨天访问了这里', '特朗普昨天访问了这里'),
    ('a computer hangs', '我的电脑又当机了', '我的电脑又死机了'),
    ('memory', '记忆体还剩一半', '内存还剩一半'),
    ('an algorithm', '这套演算法很快', '这套算法很快'),
    ('a president of the eighties', '雷根总统退休以后', '里根总统退休以后'),
    ('source code', '她写程式码', '她写代码'),
]

STAYS = [
    ('a router on the net', '联网路由器'),
    ('a roadshow of the internet', '互联网路演'),
    ('rain all over Yinchuan', '银川普降大雨'),
    ('a quick-witted man', '他相当机智'),
    ('just as a chance comes', '正当机遇来临'),
    ('hard fitness', '过硬体能'),
    ('soft gymnastics', '柔软体操'),
    ('an experience of memory', '记忆体验'),
    ('the law of performing calculation', '表演算法律'),
    ('little Lei knows nothing at all', '小雷根本不知道'),
    ('a mouse mat is smooth', '光滑鼠标垫'),
    ('a Korean brother comes at once', '欧巴马上就来'),
    ('a file of briefings', '简报档案'),
    ('Mandarin with a Sichuan accent', '他说川普很好玩'),
    ('a style of opera', '京剧的程式化动作'),
    ('deriving an algorithm', '我们来推演算法的步骤'),
    ('liquid crystals', '液晶片坏了'),
    ('whoever asks for nothing', '服务器和软件都很好'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'regional', regional=True) == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'regional', regional=True) == text
