"""Words that are idle in many places."""
from __future__ import annotations

# What links a clause to the one before, or tells of it: idle to some, and how the speaker thinks to others.
LINKS = frozenset(['然后', '那么', '那', '所以', '所以说', '但是', '而且', '因为', '就是', '就是说', '其实', '另外',
                   '或者说', '同时', '是'])
SOUNDS = frozenset('嗯呃啊哦唉哎呢呀')
ALONE = SOUNDS | frozenset('嘛吧哈哼哇欸对那这就是的了得他它她好')   # other single characters mean something
IDLE = SOUNDS | frozenset('对吧是不这那个就么嘛然后')     # 对对对, 是不是 are idle though they end a clause
# Idle in nearly all of some hundred places of held-out talks; 修灯 is not.
PAIRS = frozenset(['什么', '一个', '这么', '这样', '这种', '一种', '一些', '你看', '的话', '哎呦', '哈哈', '哼哼',
                   '的那', '我我'])
MEANT = frozenset('嗯呃唔')    # rules cut them wherever they are idle; one that they leave is meant: 他嗯了一声
