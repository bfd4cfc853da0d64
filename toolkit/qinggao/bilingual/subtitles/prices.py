"""What it costs to end a cue at a place: nothing behind a sentence, much between words that belong together."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...layout.joining import has_han
from ...patterns import lazy

_SEGMENT, _JOINT, _PLAIN, _TIED = 0.3, 0.5, 1.0, 3.0
_AFTER = {**dict.fromkeys('。！？…!?.”」』', 0.0), **dict.fromkeys('；：;:—–', 0.05), '，': 0.25, ',': 0.25, '、': 0.6}
# A clause or a phrase begins with these,
_HEADS = ('and but or so because that which who when where while if then for with in on at by from into after before '
          'what how why unless until although though')
# and goes on behind these: `the / house`, `I / think`,
_TIES = ('the a an of to in on at by for from with my your his her its our their this that these those is are was '
         'were be been am i you he she we they it and or but not no very so can will would should could must may '
         "might do does did have has had as if than don't it's i'm we're how what which because when while where who "
         'although though until unless into')
# and before these: `give / up`, 跟砖头 / 一样.
_TAILS = 'up out off down away back over not too also yet already either ago'
_CHINESE = ('但 不过 因为 所以 而且 然后 如果 就是 那么 可是 或者 还是 并且 于是 虽然 只要 只有 为了 比如 以及 而 却 '
            '结果 后来 其实 这样 当然 也就是 同时 接着 尤其 甚至')
_BEHIND = ('一样 似的 一般 以后 之后 以前 之前 以上 以下 以内 之内 之间 左右 时候 的话 而已 来说 起来 下去 出来 进去 '
           '过来 上面 里面')
_ENGLISH_HEADS, _ENGLISH_TIES = frozenset(_HEADS.split()), frozenset(_TIES.split())
_ENGLISH_TAILS = frozenset(_TAILS.split())
_CHINESE_HEADS, _CHINESE_TAILS = tuple(_CHINESE.split()), tuple(_BEHIND.split())
_WORD_BEFORE = lazy(r"([^\W\d_]+(?:['’][a-z]+)?)\s*$")
_WORD_BEHIND = lazy(r"\s*([^\W\d_]+(?:['’][a-z]+)?)")


def torn(price: float) -> float:
    """What it costs to end a cue where a line may end at a price: within a clause far more."""
    return 2 * price if price >= _JOINT else price


def priced(text: str, places: Sequence[tuple[int, float]]) -> Iterator[float]:
    """The price of each place that `layout.line_breaks.breaks` gave; what it asks itself counts between Han."""
    for at, price in places:
        before = text[max(0, at - 9):at]
        mark = before.rstrip()[-1:]
        if mark in _AFTER:
            yield _AFTER[mark]
        elif '\n' in before[len(before.rstrip()):]:
            yield _SEGMENT
        elif has_han(mark + text[at:at + 1]):
            yield _between_han(text, at, price)
        else:
            yield _between_words(text, at)


def _between_han(text: str, at: int, price: float) -> float:
    if text.startswith(_CHINESE_TAILS, at):
        return _TIED
    if text[at - 1] in '的地得':      # 七成的 / 钱
        return 2 * max(price, _PLAIN)
    return _JOINT if text.startswith(_CHINESE_HEADS, at) else max(price, _PLAIN)


def _between_words(text: str, at: int) -> float:
    before, behind = _WORD_BEFORE.search(text[max(0, at - 20):at]), _WORD_BEHIND.match(text[at:at + 20])
    first, last = before[1].lower() if before else '', behind[1].lower() if behind else ''
    if first in _ENGLISH_TIES or last in _ENGLISH_TAILS:
        return _TIED
    return _JOINT if last in _ENGLISH_HEADS else _PLAIN
