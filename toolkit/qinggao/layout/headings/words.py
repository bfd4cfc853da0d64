"""The words that tell what a passage is about: those of two characters and more that not every passage has."""
from __future__ import annotations

from collections import Counter

from ...patterns import HAN, lazy
from ..joining import joined

# One Han alone says little of a topic (大, 说, 年); 股 and 债 do, but come with their 股票 and 债券.
_COUNTS = lazy(rf'[A-Za-z][\w.&-]+|[{HAN}]{{2,}}')


def listed(words: str) -> frozenset[str]:
    """Words that white space parts."""
    return frozenset(words.split())


_HAN, _LATIN = lazy(f'[{HAN}]'), lazy('[A-Za-z]+')

# What every talk says from beginning to end, whatever it is about. What only this talk says everywhere weighs little
# by itself, as every passage has it.
_STOP = listed("""
我们 咱们 你们 他们 她们 它们 大家 自己 人家 别人 有人 这个 那个 这些 那些 这种 那种 这样 那样 这么 那么 这里 那里
这边 那边 这儿 那儿 这次 这是 那是 一个 一些 一下 一点 一种 一样 一直 一定 一次 一起 一句 一位 一场 一家 一条 两个
三个 几个 第一 第二 第三 第一个 第二个 第三个 每个 各种 很多 许多 不少 多少 有些 有点 所有 任何 全部 整个 部分 其他
其它 其中 之一 之间 之前 之后 以前 以后 以来 以上 以下 前面 后面 上面 下面 里面 外面 之外 左右 因为 所以 但是 可是
不过 然而 而且 并且 或者 还是 如果 要是 虽然 即使 只要 只有 除了 由于 因此 于是 然后 接着 后来 首先 其次 最后 最终
另外 此外 同时 以及 还有 甚至 尤其 特别 包括 比如 比如说 例如 就是 就是说 也就是 也就是说 所谓 来说 来讲 来看 看到
看看 知道 觉得 认为 感觉 发现 告诉 提到 说到 回到 关于 对于 根据 按照 通过 为了 随着 作为 成为 变成 属于 来自 叫做
可以 可能 能够 应该 需要 必须 想要 希望 愿意 不会 不能 不要 不是 不用 不到 没有 有没有 是不是 已经 正在 曾经 刚刚 目前
现在 今天 当时 时候 这时候 时间 什么 怎么 怎么样 为什么 如何 哪些 哪里 到底 其实 实际上 基本上 当然 确实 真的 真正
完全 非常 比较 更加 几乎 大概 差不多 反正 反而 仅仅 不仅 只是 只能 而是 是因为 是从 一旦 不管 无论 根本 本来 本身 直接
突然 马上 立刻 往往 经常 总是 永远 继续 开始 进行 出现 存在 发生 起来 出来 下来 进来 出去 过来 过去 的话 等等 之类
方面 地方 东西 事情 问题 情况 意思 例子 办法 接下来 事儿 好像 似乎 或许 也许 肯定 绝对 毕竟 居然 竟然 终于 仍然 依然
还要 就要 才能 不再 无法 不了 我会 一切 等于 可能会 也是 都是 还会 就会 才是 而言 an and are as at be but by for from
had has have he her his how if in into is it its just like me my no not of on or our she so some that the their them
then there these they this to up us was we were what when which who will with would you your about all also been can
do does don get go going got know now okay one out really right see think very want well yeah
""")


def counted(passage: str) -> Counter[str]:
    """The words of a passage, in small letters, and how often each is said. Words that a line end parts are whole.

    >>> sorted(counted('我们今天来讲通胀\\n数据，通胀数据很重要').items())
    [('数据', 2), ('通胀', 2), ('重要', 1)]
    """
    import rjieba
    return Counter(word for word in map(str.lower, rjieba.cut(joined(passage))) if is_told(word))


def is_chinese(text: str) -> bool:
    """Whether a talk is: what stands between its first words tells."""
    sample = text[:20_000]
    return len(_HAN.findall(sample)) > len(_LATIN.findall(sample))


def is_told(word: str) -> bool:
    """Whether a word tells what a passage is about; in small letters.

    >>> [word for word in ('通胀', 'gpt-4', '我们', '说', '3.5%') if is_told(word)]
    ['通胀', 'gpt-4']
    """
    return word not in _STOP and bool(_COUNTS.fullmatch(word))
