"""How the first words of a paragraph say that the topic turns.

Shares of 11,294 paragraphs of 214 talks before which an editor set a heading: any paragraph 11%; 好， 42%, 接下来 41%,
第三条 86%, 关于 28%, 今天 26%, 首先 19%, 最后 20%; 但是 8%, 所以 7%, 另外 5%, 而且 3%, 比如 0%.
"""
from __future__ import annotations

from typing import NamedTuple

from ...patterns import lazy


class Opener(NamedTuple):
    """Words at the beginning of a paragraph, and how much they count for a cut before it."""

    words: str
    gain: float


_NUMBER = '[一二三四五六七八九十\\d]{1,3}'
# 第三条新闻 begins a topic; 第三 alone is as often the third reason of one.
_OPENER = lazy(
    r'\s*(?:嗯[，,]?)?(?:'
    rf'(?P<item>第{_NUMBER}(?:条|章|则|件|集|部分|个(?:问题|话题|部分|故事|案例|主题|方面|阶段)))'
    r'|(?P<done>好[，,了的啊]|OK[，,\s]|那么[，,])'
    r'|(?P<next>接下来|接着我们|下面|下一(?:个|条|部分|步|点|则|位)|再来?(?:看看|看|说说|说|聊聊|聊|讲)|回到|说到|谈到|提到|关于'
    r'|(?:那么?|然后)?(?:让)?(?:我们|咱们)(?:今天)?(?:再|先|来|接着|一起|聊|讲)|咱们|今天)'
    r'|(?P<edge>首先|最后)'
    r'|(?P<on>但|所以|而|如果|另外|其|也|就|比如|因为|他|她|它|你|或者|甚至|包括|然后|还有|这个|那个|不))')
_GAINS = {'item': 1.5, 'done': 1.5, 'next': 1.1, 'edge': 0.5, 'on': -0.3}
# And what is said of the talk itself, in the first words: 我们来聊聊…, 这个话题, 下一条新闻.
_OF_THE_TALK = lazy(
    r'(?:我们|咱们|我|大家)[^，。？！\n]{0,6}?'
    r'(?:聊|讲|谈|说说|看看|来看|分享|讨论|介绍|回顾|梳理|解读|总结|说一下|看一下|回答)'
    r'|话题|新闻|接下来|下一[个条]')
_FIRST_WORDS = 30
_GAIN = 0.4


def opener(text: str, start: int, end: int) -> Opener:
    """What the first words of ``text[start:end]`` say.

    >>> opener('接下来我们讲通胀', 0, 8).words, opener('这件事不大', 0, 5)
    ('接下来我们讲', Opener(words='', gain=0.0))
    """
    end = min(end, start + _FIRST_WORDS)
    first = _OPENER.match(text, start, end)
    *_, told = None, *_OF_THE_TALK.finditer(text, start, end)
    gain = (_GAINS[first.lastgroup or ''] if first else 0.0) + (_GAIN if told else 0.0)
    if gain <= 0:
        return Opener('', gain)
    begin = first.start() if first else told.start() if told else start
    stop = max(found.end() for found in (first, told) if found)
    return Opener(' '.join(text[begin:stop].split()), gain)
