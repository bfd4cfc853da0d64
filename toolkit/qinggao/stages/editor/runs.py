"""Runs of units that are idle together, made whole: whole words, and of what is said twice the whole first copy."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIMILAR = .5        # of a run's pairs of units that come again behind it: begun again in other words
AHEAD = 18          # units in which it is begun again
LONGEST = 24        # units: what is longer was said to be heard
SLIP = 5            # units by which the end of a run may be off;
FLOOR = .05         # each of them has to be idle at least so likely: 这个门这个窗 is not 这个窗
COUNTS = frozenset('二三四五六七八九十百千万亿两零')
EACH = COUNTS | {'一'}
EMPHATIC = frozenset('很非太更最越好多特超挺')     # 很难很难 is said so on purpose
ALONE = frozenset('嗯呃啊哦唉哎呢呀嘛吧哈哼哇欸对那这就是的了得他它她好')      # other single characters mean something
_DENIALS, _TAGS = (['不'], ['没']), (['是'], ['对'])
_DENYING = frozenset('不没未非别无')
_ASKING = frozenset('谁哪啥')
# With these nobody ends what he tells apart: 灯塔和 was broken off.
_BREAKING_OFF = frozenset('的了着在是有与和以就把被让跟对给为从而也都还要会能这那个呢啊吧嘛呃嗯')
_WHICH, _PLACES = (['这', '个'], ['那', '个']), frozenset('里上下中边外')
_PREDICATES = (['就'], ['都'], ['才'], ['会'], ['是'], ['要'])


class Run(NamedTuple):
    """Units ``start`` to ``end``; why they are idle: filler, repeat, restart; and how likely, on average."""

    start: int
    end: int
    kind: str
    likely: float


def runs(keys: Sequence[str], place: Sequence[int], likely: Sequence[float], least: float) -> Iterator[Run]:
    """The runs of which each unit is idle at least so likely, in order, none touching another's units.

    ``place``: where each unit stands in its word. Numbers stay, and 年 behind one; so do Latin words that do not come
    again soon.
    """
    start = done = 0
    total = len(keys)
    while start < total:
        if likely[start] < least or _stays(keys, start):
            start += 1
            continue
        end = start
        while end < total and likely[end] >= least and not _stays(keys, end) and end - start < LONGEST:
            end += 1
        first, last = whole_words(place, *snapped(keys, likely, start, end, done))
        if first < last and not (_is_meant(keys, first, last) or _is_half(keys, likely, least, first, last)
                                 or _is_lost(keys, first, last) or _is_changed(keys, first, last)
                                 or _is_contrast(keys, first, last)):
            yield Run(first, last, kind(keys, first, last), sum(likely[first:last]) / (last - first))
            done = last
        start = max(end, last)


def snapped(keys: Sequence[str], likely: Sequence[float], start: int, end: int, since: int = 0) -> tuple[int, int]:
    """A false start goes up to where it is begun again, from where it began, through nothing that stays.

    >>> idle = [.2] * 9
    >>> snapped('灯塔坏灯塔坏了', idle, 0, 2), snapped('这学校大嗯学校大', idle, 2, 5), snapped('嗯灯塔', idle, 0, 1)
    ((0, 3), (1, 5), (0, 1))
    """
    while start > since and keys[start - 1:start + 1] == keys[end:end + 2] and _may_join(keys, likely, start - 1):
        start -= 1
    begun = keys[start:start + 2]
    for at in range(start + 2, min(end + SLIP, len(keys) - 1) + 1):
        if end - start < 2 or (at > end and not _may_join(keys, likely, at - 1)):
            break
        if keys[at:at + 2] == begun:
            return start, at
    return start, end


def _may_join(keys: Sequence[str], likely: Sequence[float], at: int) -> bool:
    return likely[at] >= FLOOR and not _stays(keys, at)


def _stays(keys: Sequence[str], at: int) -> bool:
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


def whole_words(place: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """然后 is not cut to 然: 0 and 1 begin a word, 0 and 3 end one."""
    while start < end and place[start] not in (0, 1):
        start += 1
    while start < end and place[end - 1] not in (0, 3):
        end -= 1
    return start, end


def kind(keys: Sequence[str], start: int, end: int) -> str:
    run = keys[start:end]
    if keys[end:end + len(run)] == run:
        return 'repeat'
    pairs = set(zip(run, run[1:]))
    again = set(zip(keys[end:end + AHEAD], keys[end + 1:end + AHEAD + 1]))
    return 'restart' if pairs and len(pairs & again) >= SIMILAR * len(pairs) else 'filler'


def _is_meant(keys: Sequence[str], start: int, end: int) -> bool:
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


def _is_half(keys: Sequence[str], likely: Sequence[float], least: float, start: int, end: int) -> bool:
    """Whether a run is a part of what goes or stays whole: 做 of 做 AI 的做 AI 的人, 吧对 of 对吧对不对, 吧 of 是吧,
    对 of 不对."""
    beside = [at for at in (start - 1, end) if 0 <= at < len(keys)]
    if any(_stays(keys, at) and likely[at] >= least for at in beside):
        return True
    before, after = keys[max(0, start - 2):start], keys[end:end + 2]
    if keys[start] == '吧' and before[-1:] in _TAGS:
        return True
    return before[-1:] in _DENIALS or (after[:1] in _DENIALS and after[1:] == keys[end - 1:end])
