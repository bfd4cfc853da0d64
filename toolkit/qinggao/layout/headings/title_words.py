"""Words and parts of speech that a title may not begin with, end with or have in it, and those that lead to one."""
from __future__ import annotations

from .words import listed

# What a clause can open with and a title does not: 那么接下来我们来看看…, 所以说…, 关于….
OPENING = listed("""
嗯 呃 啊 哦 欸 哎 好 好了 好的 好吧 OK 那 那么 所以 所以说 因此 于是 但 但是 不过 可是 然而 而且 而 并且 然后 接着
接下来 下面 首先 其次 最后 另外 此外 其实 当然 就是 就是说 也就是 也就是说 比如 比如说 例如 包括 因为 如果 如果说 虽然
尽管 即使 那就是 这就是 这 这个 那个 这是 那是 今天 现在 目前 刚才 刚刚 我 我们 咱们 咱 大家 你 你们 他 他们 她 各位
朋友 朋友们 想 要 先 再 来 一起 给 跟 和 会 可以 继续 需要 还有 还 也 都 就 又 再来 直接 讲 讲讲 讲到 聊 聊聊 聊到
聊一聊 说 说说 说到 谈 谈谈 谈到 看 看看 看到 来看 来看看 来讲 来说 来聊 来谈 分享 讨论 介绍 回顾 梳理 解读 提到 回到
关于 有关 对于 至于 除了 说一下 看一下 讲一下 聊一下 一下 一个 一些 一点 的 的是 是 有 在 到 对 从 把 被 让 叫 叫做 做
去 吧 呢 再说 再讲 再看 再聊 标题 标题是 主题 问题 话题 观点 报道 新闻 消息 第一 第二 第三 第四 第五 第六 第七 第八
第一个 第二个 第三个 第四个 第五个 整个 唯一 唯一一个 所有 全部 同一个 具体
""") | {' '}
# Of those the ones behind which a speaker names what comes.
ANNOUNCES = listed("""
讲 讲讲 讲到 聊 聊聊 聊到 聊一聊 说说 说到 谈 谈谈 谈到 看看 来看 来看看 来讲 来说 来聊 来谈 分享 讨论 介绍 回顾 梳理
解读 提到 回到 关于 有关 至于 再说 再讲 再看 再聊 说一下 看一下 讲一下 聊一下 标题 标题是 主题 问题 话题 第一 第二
第三 第四 第五 第六 第七 第八 第一个 第二个 第三个 第四个 第五个 接下来
""")
# And behind these a headline is read out.
HEADLINES = frozenset(['标题', '标题是', '主题'])
TAIL = frozenset(['了', '吗', '呢', '吧', '啊', '嘛', '呀', '哈', '啦', '哦', '哎', ' '])
NOT_LAST = listed("""
时候 东西 事情 意思 情况 方面 地方 样子 里面 上面 之后 之前 以后 以前 什么 多少 今天 现在 朋友 大家 自己 人 事 话 时
一下 这块 这边 上 中 里 部分 一部分 原因 报道 新闻 信息 消息 网友 观点 例子 目前 时间 过程 程度 其中 结果 句话 个人
标题 节目 视频
""")
# With one of these in it a phrase points at what was said before, or at who speaks, or is of two clauses.
POINTS = listed("""
这 那 这个 那个 这些 那些 这种 那种 这样 那样 这么 那么 这里 那里 这边 那边 这次 这一 这块 它 他 她 它们 他们 她们 我
你 您 我们 你们 咱们 大家 自己 其 该 此 这是 那是 另 某 的话 就是 就是说 也就是 然后 所以 但是 不过 而且 因为 如果
或者 嗯 啊 呃 吧 嘛 呢 对吧 是吧 好 对 另外 一下 有点
""")
ASKS = listed('为什么 为何 怎么 怎样 怎么样 如何 谁 能否 是否 哪些 哪个 什么')
# Parts of speech, by how jieba's names for them begin.
NOUN = ('n', 'j', 'eng', 'vn', 'an')
INSIDE = (*NOUN, 'a', 'b', 'uj', 'i', 'l', 's', 'm', 'ad', 'z', 'vd')
JOINS = (' ', '&', '和', '与')
LOOSE = ('u', 'p', 'c', 'd', 'q', 'r', 'm', 'y', 'f', 't', 'x')     # nothing begins or ends with one
