"""Find what a recogniser says over and over: a word, a sentence, a line. Linear in the text.

A stretch repeats with period p where the text agrees with itself p characters further on. For short
periods that is asked for all places at once, with the text as one big number: about 1.3 ns a
character and period, where ``(.{1,10}?)\\1{3,}`` takes 500. Longer ones are probed: a few characters
every so often, looked for a little further on.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from .patterns import HAN, lazy

_CHUNK = 1 << 16
# How long a text agrees with itself where a loop has this period, the marks between its copies
# counted: 嗯嗯嗯嗯嗯嗯 has period 1 and agrees for 5 characters, 好的，好的，好的，好的，好的 period 3 and 11.
_SHORT = {1: 5, 2: 8, 3: 11, 4: 16, 5: 14, 6: 16, 7: 19, 8: 22, 9: 25, 10: 18}
_PROBE, _STRIDE, _FAR, _TRIES = 8, 14, 300, 4  # of three copies of 11 characters one probe in 14 hits the first two
_TWICE = frozenset('谢謝爷爺奶爸妈媽哥姐弟妹叔姑舅婶嬸公婆宝寶贝貝娃囡乖拜')  # of these two make a word: 谢谢, 爷爷
_NEAR = 6  # a loop agrees for 20 characters and more: beyond a probe of 8 for so many on one side

# Each such letter stands for itself; others make words.
_SINGLE = HAN + '〇々\u3040-\u30ff'
_LETTER = f'[^\\W_{_SINGLE}]'
_WORD = lazy(f"[{_SINGLE}]|(?<!{_LETTER}){_LETTER}+(?:['’-]{_LETTER}+)*")
_CUT_WORD = lazy(f'(?<={_LETTER}){_LETTER}')
# What may part words of a loop. Not | # * < / and the like: a table row of six 是 is no loop.
_SPEECH = lazy(r"""(?:[^\W_]|[\s，。、！？；：…—·～“”‘’,.!?;:'"~♪]|(?<=\w)-(?=\w))+""")
_LINE_END = lazy(r'[^\w\n]*(?:\n|\Z)')
_LINE_START = lazy(r'(?:\A|(?<=\n))')
_SAME_LINE = lazy(r'(.{4,}\n)(\n*)\1')
_NEXT_SAME_LINE = lazy(r'\n(.{4,}\n)(\n*)\1')


class Run(NamedTuple):
    """``text[i] == text[i + period]`` all through ``text[start:end]``, and not beyond."""

    start: int
    end: int
    period: int


def surplus(text: str, spare: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The spans that are copies of what was said just before. Words of ``spare`` may be said for ever: 哈哈哈哈哈哈."""
    for run in sorted({*short_runs(text), *_long(text), *_lines(text)}):
        span = _surplus(text, run, spare)
        if span:
            yield span


def is_surplus(text: str, start: int, end: int, spare: frozenset[str]) -> bool:
    """Whether ``text[start:end]`` is two copies or more of the words right before it, none of them spared."""
    copies = text[start:end]
    unit = copies[:(copies + copies).find(copies, 1)]   # with the marks that part it from the copy before
    words = list(_WORD.finditer(unit))
    return len(unit) < len(copies) and bool(words) and text.endswith(unit[words[0].start():], 0, start) \
        and not {word[0].lower() for word in words} <= spare


def short_runs(text: str, longest: int = 10) -> Iterator[Run]:
    """Runs of periods up to 10. Characters are compared by their low bytes first."""
    low = text.encode('utf-32-le', 'surrogatepass')[::4]
    done = dict.fromkeys(_SHORT, 0)
    for base in range(0, len(low), _CHUNK):
        chunk = low[base:base + _CHUNK + 64]
        number = int.from_bytes(chunk, 'little')
        for period, length in islice(_SHORT.items(), longest):
            differs = (number ^ number >> 8 * period).to_bytes(len(chunk), 'little')
            same, stop = bytes(length), len(chunk) - period
            at = differs.find(same, max(0, done[period] - base), stop)
            while at >= 0:
                run = _run_at(text, base + at, period)
                done[period] = max(base + at + 1, run.end - run.period)
                if run.end - run.start >= length + period:
                    yield _primitive(text, run)
                at = differs.find(same, done[period] - base, stop)


def _long(text: str) -> Iterator[Run]:
    """Runs of periods from 11 to 300."""
    find, near, done = text.find, max(_SHORT) + 1, 0
    for at in (at for at in range(0, len(text) - _PROBE, _STRIDE)
               if find(text[at:at + _PROBE], at + near, at + _FAR + _PROBE) >= 0):
        if at < done:
            continue
        again = at + near - 1
        for _ in range(_TRIES):  # the probe may also stand elsewhere in the unit
            again = find(text[at:at + _PROBE], again + 1, at + _FAR + _PROBE)
            if again < 0:
                break
            run = _run_around(text, at, again)
            if run and run.end - run.start >= 3 * run.period - 2:
                done = run.end - run.period
                yield _primitive(text, run)
                break


def _lines(text: str) -> Iterator[Run]:
    """Runs of equal lines, whatever their length."""
    done = 0
    first = _SAME_LINE.match(text)
    for pair in chain((first,) if first else (), _NEXT_SAME_LINE.finditer(text)):
        if pair.start() >= done:
            run = _run_at(text, pair.start(1), len(pair.group(1)) + len(pair.group(2)))
            done = run.end - run.period
            yield _primitive(text, run)


def _run_at(text: str, at: int, period: int) -> Run:
    """The run of a period around an offset; none longer than the period where there is no repeat."""
    return Run(at - _agree_before(text, at, at + period), at + period + _agree(text, at, at + period), period)


def _run_around(text: str, at: int, again: int) -> Run | None:
    """The run in which a probe stands at both offsets; None, and quickly so, where nothing around it agrees."""
    end, end_again = at + _PROBE, again + _PROBE
    if text[end:end + _NEAR] == text[end_again:end_again + _NEAR] \
            or text[max(0, at - _NEAR):at] == text[again - _NEAR:again]:
        return _run_at(text, at, again - at)
    return None


def _primitive(text: str, run: Run) -> Run:
    """The same run with its shortest period: 星星看星星看 repeats after 6 characters, and after 3."""
    unit = text[run.start:run.start + run.period]
    shortest = (unit + unit).find(unit, 1)
    return run if shortest == run.period else _run_at(text, run.start, shortest)


def _agree(text: str, here: int, there: int) -> int:
    """For how many characters the text reads the same from two offsets on."""
    most, same, step = len(text) - there, 0, 32
    while same + step <= most and text[here + same:here + same + step] == text[there + same:there + same + step]:
        same, step = same + step, step * 2
    while step > 1:
        step //= 2
        if same + step <= most and text[here + same:here + same + step] == text[there + same:there + same + step]:
            same += step
    return same


def _agree_before(text: str, here: int, there: int) -> int:
    """For how many characters the text reads the same up to two offsets."""
    same, step = 0, 32
    while same + step <= here and text[here - same - step:here - same] == text[there - same - step:there - same]:
        same, step = same + step, step * 2
    while step > 1:
        step //= 2
        if same + step <= here and text[here - same - step:here - same] == text[there - same - step:there - same]:
            same += step
    return same


def _surplus(text: str, run: Run, spare: frozenset[str]) -> tuple[int, int] | None:
    """All copies in a run but the first, with the marks before each; None where people do speak like that."""
    start, end, period = run
    second = _WORD.search(text, start + period, min(end, start + 2 * period))
    if not second or not _SPEECH.fullmatch(text, start, start + period):
        return None
    first = second.start() - period
    if not _WORD.match(text, first):  # its first word began before the run: okno no no no
        first += period
    found = _copies(text, run, first, spare)
    line = text.find('\n', first, min(end, first + period)) + 1
    if found and line and first and text[first - 1] != '\n':
        # Of 来了\n没有人了\n没有人了 a line stays, with its own time, not 了\n没有人.
        lines = _copies(text, run, line, spare)
        if lines and lines[1] - lines[0] >= found[1] - found[0]:
            return lines
    return found


def _copies(text: str, run: Run, first: int, spare: frozenset[str]) -> tuple[int, int] | None:
    """All copies in a run but the one that begins at ``first``; None where these are too few for a loop."""
    end, period = run.end, run.period
    words = list(_WORD.finditer(text, first, first + period))
    if not words:
        return None
    length = words[-1].end() - first
    copies = (end - first - length) // period + 1
    if _CUT_WORD.match(text, first + (copies - 1) * period + length):  # its last word goes on: no no nothing
        copies -= 1
    said = {word.group().lower() for word in words}
    if copies < 2 or said <= spare or all(word.isnumeric() for word in said):
        return None
    last = first + (copies - 1) * period + length
    if copies < (_least_lines if _are_lines(text, first, last, first + length, period) else _least)(len(words)):
        return None
    return first + length + (period == 1 and said <= _TWICE), last


def _least(words: int) -> int:
    """From how many copies on a unit of so many Han or Latin words is a loop.

    加油加油加油, 不不不 and four times 中国加油 are speech.
    """
    return 6 if words < 2 else 5 if words < 5 else 4 if words < 10 else 3


def _least_lines(words: int) -> int:
    return 3 if words >= 4 else _least(words)


def _are_lines(text: str, first: int, last: int, end: int, period: int) -> bool:
    """Whether each copy fills lines of its own."""
    return '\n' in text[end:first + period] and (first == 0 or text[first - 1] == '\n') \
        and _LINE_END.match(text, last) is not None
