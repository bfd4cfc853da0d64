"""A word or a sentence that a recogniser said over and over.

A recogniser that hears nothing repeats its last words: 嗯嗯嗯嗯嗯嗯, 雪还在下，雪还在下，雪还在下. One copy is enough:
delete the others if nobody spoke like that. Laughter and sounds (哈哈哈哈哈哈) may go on for ever.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from operator import eq

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import PAGE, Page
from ...loops import short_runs, surplus

CODE = 'TX008'
NAME = 'loop'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '他想了一会儿，嗯嗯嗯嗯嗯嗯嗯嗯我们先看窗户。\n'
RIGHT = '他想了一会儿，嗯我们先看窗户。\n'

_NOTHING: frozenset[str] = frozenset()
_SHOWN = 20
_PROBE, _REACH = 400, 1000      # characters of the copies that show how long one is, and how long it may be
_MARKS = ' \n，。！？；：、…,.!?;:'
_PARTS = frozenset('，。！？；：、…—')
_HUMMED = frozenset('嗯啊呃哦噢唔额诶欸哎唉呢吧的了是我你他那这就然后')
_WORD = 4           # longer units are looked for as clauses: nobody leaves a long loop of them without a mark
_SAID = frozenset('对好是行谢拜来走不有')    # of these a speaker does say some in a row
_MANY = 12


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    spare: frozenset[str] | None = None
    for first, last in _stretches(own.text) if page.kind == PAGE else ((0, len(own.text)),):
        text = own.text[first:last]
        if next(surplus(text, _NOTHING), None) is None:
            continue
        if spare is None:
            spare = frozenset(word for rule in page.rules.room('boilerplate') if rule.text('kind') == 'loop'
                              for word in rule.words('unless'))
        for start, end in surplus(text, spare):
            place = own.span(first + start, first + end)
            if page.is_open(*place) and not (page.kind == PAGE and any(
                    is_meant(text, start, end) for is_meant in (_is_speech, _is_quoted, _is_rhetoric))):
                yield Finding(*place, f'{_said(text, start, end)}: one is enough', (Edit(*place, '', CODE, False),))


def _said(text: str, start: int, end: int) -> str:
    """What is said over and over, and how often: ``text[start:end]`` are its copies."""
    probe = text[start:min(end, start + _PROBE)]
    first = text.rfind(probe, max(0, start - _REACH), start + len(probe) - 1)
    if first < 0:       # other marks or line ends part the copies than part the first two
        unit = text[max(0, start - _SHOWN):start].rstrip().rpartition('\n')[2].strip(_MARKS)
        return f'{unit} is said again and again'
    period = start - first
    unit = ' '.join(text[first:start].strip(_MARKS).split())
    unit = unit if len(unit) <= _SHOWN else f'{unit[:_SHOWN]}…'
    return f'{unit} is said {1 + max(1, round((end - start) / period))} times'


def _is_rhetoric(text: str, start: int, end: int) -> bool:
    """Whether a word that no recogniser hums makes up a clause: 新宿，人人人人人人人；"""
    word = text[start]
    return word not in _HUMMED and end - start < _MANY and text[start:end] == word * (end - start) \
        and text[start - 1:start] == word and text[start - 2:start - 1] in _PARTS and text[end:end + 1] in _PARTS


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether a speaker may have said it so: 对对对对对对对."""
    return end - start < _MANY and set(text[start:end]) <= _SAID and set(text[start - 1:start]) <= _SAID


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether it is the whole of a quotation, which somebody wrote so: “啊啊啊啊啊啊啊啊”."""
    if text[end:end + 1] not in ('”', '」', '’'):
        return False
    opening = max(text.rfind(mark, 0, start) for mark in '“「‘')
    said = text[opening + 1:end]
    return opening >= 0 and any(said == (said[:size] * len(said))[:len(said)] for size in range(1, _WORD + 1))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a page that may hold a loop: a few characters again and again, or a clause or two."""
    done = 0
    for at in sorted({run.start for run in short_runs(text, _WORD)} | set(_said_again(text))):
        if at >= done:
            start = text.rfind('\n', 0, at) + 1
            done = text.find('\n', at)
            done = done if done >= 0 else len(text)
            yield start, done


def _said_again(text: str) -> Iterator[int]:
    """Where a clause stands that the next one, or the one behind that, repeats, and so on: three copies at least."""
    clauses = text.replace('。', '，').replace('！', '，').replace('？', '，').split('，')
    for behind in (1, 2):
        same = bytes(map(eq, clauses, clauses[behind:]))
        if b'\1\1' in same:
            starts = accumulate((len(clause) + 1 for clause in clauses), initial=0)
            yield from (start for start, clause, again, twice in zip(starts, clauses, same, same[1:])
                        if again and twice and clause)
