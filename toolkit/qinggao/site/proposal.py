"""A title and a summary proposed from the words of the talk itself: sentences that stand there, none invented."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..blocks import blocks
from ..layout import joined, sentences
from ..layout.joining import has_han
from ..patterns import HAN, lazy

FIELD = 'proposed'          # of the front matter: the fields that a person has not confirmed
SHORTEST, LONGEST = 6, 30   # characters of a Chinese title; of an English one twice as many
_LEAST, _MOST = 100, 220    # characters of a summary, where the profile does not say
_NEAR = 40                  # sentences in which a talk says what it is about

# What a talk says of itself: 今天我们来聊聊推理芯片, today I want to talk about inference chips.
_TOPIC = lazy(r'(?:今天|今晚|本期|这期|这一期|这集|这次)[^，。！？：；\n]{0,12}?'
              r'(?:聊一聊|聊聊|谈一谈|谈谈|讲一讲|讲讲|说一说|说说|讨论一下|讨论|分享一下|分享|介绍一下|介绍|聊|讲)'
              r'(?:一下)?(?:的?话题就?是|的是|关于)?[：，]?'
              r'(?P<han>[^，。！？：；\n]{4,40}?)(?:这个话题|的话题|这件事情?|吧|呢|了)?[，。！？：；\n]'
              r'|\b(?:today|this week|in this (?:episode|talk|video))\b[^.?!\n]{0,40}?'
              r'\b(?:talk(?:ing)? about|discuss(?:ing)?|look(?:ing)? at|cover(?:ing)?)\s+'
              r'(?P<latin>[^.?!,;\n]{6,80})', 2)
_CLAUSE = lazy(r'(?:[^，。！？：；,.?!:;\n]|(?<=\d)[,.](?=\d))+')
_WORD = lazy(rf"[{HAN}]+|[^\W\d_{HAN}][\w'-]+")
# Words that say nothing of what a talk is about.
_EMPTY = frozenset('''
    我们 你们 他们 大家 自己 这个 那个 一个 这些 那些 什么 怎么 为什么 因为 所以 但是
    如果 就是 不是 还是 可以 没有 已经 现在 今天 时候 然后 其实 觉得 知道 可能 非常
    特别 比较 一些 一下 这样 那样 这么 那么 东西 事情 问题 里面 出来 起来 应该 需要
    不会 不能 很多 这种 一种 当然 或者 而且 以及 对于 关于 之后 之前 以后 以前 开始
    节目 朋友 欢迎 收听 收看 频道
    the and that this with for are was were have has had you your they them their what when which will would
    can could about there here from into than then just like really very much more some because been being
    its our out all not but one also how who why did does know think going want people thing things
'''.split())     # noqa: SIM905 — a list of 140 strings is unreadable
# How a sentence begins that leans on the one before it.
_LEANS = lazy(r'(?:因为|所以|但是|但|然后|而且|如果|就是|那么|那|这|它|他|她|对|也|还有|比如|或者|包括|就|再|又|刚刚'
              r'|照说|一方面|同时|后来'
              r'|(?:although|and|but|so|because|it|this|that|these|those|he|she|they|if|or|which|then)\b)', 2)
_GREETING = lazy(r'大家好|欢迎|我是|订阅|点赞|关注我|频道|谢谢|感谢|welcome|subscribe|thank', 2)


class Proposal(NamedTuple):
    """What could stand in the front matter; empty where nothing fits."""

    title: str = ''
    summary: str = ''


def proposal(text: str, least: int = 0, most: int = 0) -> Proposal:
    """A title and a summary of ``least`` to ``most`` characters; both are words of the text.

    >>> proposal('大家好，我是老魏。今天我们来聊聊港口的早晨。船在雾里等着。').title
    '港口的早晨'
    """
    found = [joined(text[a:b]) for start, end in blocks(text) for a, b in sentences(text, start, end)]
    weights = _weights(found)
    return Proposal(_title(text, found, weights), _summary(found, weights, least or _LEAST, most or _MOST))


def _title(text: str, found: Sequence[str], weights: Counter[str]) -> str:
    """What the talk says that it is about; else the weightiest clause of its beginning."""
    topic = _TOPIC.search(text, 0, sum(map(len, found[:_NEAR])) + len(found))
    said = (topic['han'] or topic['latin'] or '').strip() if topic else ''
    if 4 <= len(said) <= 2 * LONGEST and said[0] != '的' and (len(said) <= LONGEST or not has_han(said)):
        return said[:1].upper() + said[1:]
    clauses = [clause[0].strip() for one in found[:_NEAR] if not (_GREETING.search(one) or _asks(one))
               for clause in _CLAUSE.finditer(one)]
    fit = [clause for clause in clauses if _is_title(clause)]
    return max(fit, key=lambda clause: _worth(clause, weights), default='')


def _is_title(words: str) -> bool:
    """Whether words can stand alone above a page: neither a scrap nor a sentence, leaning on nothing."""
    if has_han(words):
        return SHORTEST <= len(words) <= LONGEST and not _LEANS.match(words) and words[-1] not in '的了呢吗吧和跟在是'
    return 2 * SHORTEST <= len(words) <= 2 * LONGEST and ' ' in words and not _LEANS.match(words)


def _summary(found: Sequence[str], weights: Counter[str], least: int, most: int) -> str:
    """The weightiest sentences that are no two alike and fit together, in the order of the talk."""
    gap = '' if found and has_han(''.join(found[:_NEAR])) else ' '
    chosen: list[int] = []
    said: set[str] = set()
    ranked = sorted(range(len(found)), key=lambda i: (-_worth(found[i], weights), i))
    for i in ranked:
        words = set(_words(found[i]))
        length = len(gap.join(found[j] for j in (*chosen, i)))
        if length > most or len(words & said) * 2 > len(words) or _unfit(found[i]):
            continue
        chosen.append(i)
        said |= words
        if length >= least:
            break
    return gap.join(found[i] for i in sorted(chosen))


def _unfit(one: str) -> bool:
    """Whether a sentence says nothing of the talk alone: a greeting, a question, one that leans on another."""
    return bool(_GREETING.search(one) or _LEANS.match(one)) or _asks(one)


def _asks(one: str) -> bool:
    return one.rstrip('”"’\' ')[-1:] in ('？', '?')


def _weights(found: Sequence[str]) -> Counter[str]:
    """How much each word says of the talk: in how many sentences it stands."""
    return Counter(word for one in found for word in set(_words(one)))


def _worth(words: str, weights: Counter[str]) -> float:
    said = set(_words(words))
    # fsum: a set has another order in every run, and a sum of floats depends on it.
    return math.fsum(math.log1p(weights[word]) for word in said if weights[word] > 1) / math.sqrt(len(said) + 4)


def _words(text: str) -> Iterator[str]:
    import rjieba
    for run in _WORD.findall(text):
        for word in rjieba.cut(run) if has_han(run) else (run.lower(),):
            if len(word) > 1 and word not in _EMPTY:
                yield word
