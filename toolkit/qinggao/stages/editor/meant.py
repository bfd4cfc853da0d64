"""What is meant, however idle the model finds it: said twice on purpose, told apart, denied, or a part of what stays.

Each of these forms was cut once. They are forms, not words: one that nobody thought of goes where the model is sure.
"""
from __future__ import annotations

from collections.abc import Sequence

from .words import ALONE

AHEAD = 18          # units in which a false start is begun again
COUNTS = frozenset('二三四五六七八九十百千万亿两零')
EACH = COUNTS | {'一'}
EMPHATIC = frozenset('很非太更最越好多特超挺')     # 很难很难 is said so on purpose
_DENIALS, _TAGS = (['不'], ['没']), (['是'], ['对'])
_DENYING = frozenset('不没未非别无')
_ASKING = frozenset('谁哪啥')
# With these nobody ends what he tells apart: 灯塔和 was broken off.
_BREAKING_OFF = frozenset('的了着在是有与和以就把被让跟对给为从而也都还要会能这那个呢啊吧嘛呃嗯')
_WHICH, _PLACES = (['这', '个'], ['那', '个']), frozenset('里上下中边外')
_PREDICATES = (['就'], ['都'], ['才'], ['会'], ['是'], ['要'])


def is_meant(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether any of these keeps the units ``start`` to ``end``."""
    return any(keeps(keys, start, end) for keeps in (_is_on_purpose, _is_lost, _is_changed, _is_contrast))


def _is_on_purpose(keys: Sequence[str], start: int, end: int) -> bool:
    """很难很难; 检查检查, 压压惊; 一个字一个字; a line that ends with 盆 before one that begins with it;
    三十五度 before 三十六度; the 年 of 2023年; the 对的 of 对的就留下; the 那个 of 船上那个人.

    Of one or two units rules know which are said twice by mistake; what is said three times is said so.
    """
    size, run = end - start, keys[start:end]
    if (start > 0 and keys[start - 1].startswith('<n')) or (size == 1 and run[0] not in ALONE):
        return True
    if keys[end:end + size] == run:
        return size < 3 or run[0] in EACH or keys[end + size:end + 2 * size] == run
    what = run[-1] == '的' and keys[end:end + 1] in _PREDICATES
    which = run in _WHICH and start > 0 and keys[start - 1] in _PLACES
    return what or which or not COUNTS.isdisjoint(run) or (run[0] in EMPHATIC and size < 3)


def stays(keys: Sequence[str], at: int) -> bool:
    """A number, or a Latin word that does not come again: the key of a number tells no value."""
    return keys[at].isascii() and (keys[at].startswith('<n') or keys[at] not in keys[at + 1:at + 1 + AHEAD])


def _is_lost(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether a Latin word of the run comes again only within it, or is all of it: the AI of 用 AI 做 AI."""
    latin = {key for key in keys[start:end] if key.isascii()}
    return bool(latin) and (end - start == 1 or not latin <= {*keys[end:end + AHEAD]})


def _is_changed(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether what stays says something else: 认为不 before 认为 took the 不 along, 走来 before 走去 its half."""
    run, coming = keys[start:end], keys[end:end + AHEAD]
    told = run[3:] if len(run) > 2 and run[1] in _DENYING and run[0] == run[2] else run     # 对不对 denies nothing
    denies = any(key in _DENYING and key not in coming for key in told)
    return denies or (run[-1] == '来' and '去' in coming[:end - start])


def _is_contrast(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether two things are told apart: 要修灯要修船, 有人会修有人不会修, 我知道他知道, 去哪儿去哪儿.

    What was broken off ends anyhow, or in a word that begins anew: 灯塔和 before 灯塔的, 我光我 before 我光是.
    """
    run, coming = keys[start:end], keys[end:end + end - start]
    size = next((i for i, both in enumerate(zip(run, coming)) if both[0] != both[1]), len(coming))
    tail = run[size:] if size else []
    other = bool(tail) and tail[-1] not in _BREAKING_OFF and tail != coming[:len(tail)]
    denied = size > 0 and not _DENYING.isdisjoint(coming) and _DENYING.isdisjoint(run)
    asked = not _ASKING.isdisjoint(run) and not _ASKING.isdisjoint(coming)
    return other or denied or asked


def is_half(keys: Sequence[str], likely: Sequence[float], least: float, start: int, end: int) -> bool:
    """Whether a run is a part of what goes or stays whole: 做 of 做 AI 的做 AI 的人, 吧对 of 对吧对不对, 吧 of 是吧,
    对 of 不对."""
    beside = [at for at in (start - 1, end) if 0 <= at < len(keys)]
    if any(stays(keys, at) and likely[at] >= least for at in beside):
        return True
    before, after = keys[max(0, start - 2):start], keys[end:end + 2]
    if keys[start] == '吧' and before[-1:] in _TAGS:
        return True
    return before[-1:] in _DENIALS or (after[:1] in _DENIALS and after[1:] == keys[end - 1:end])
