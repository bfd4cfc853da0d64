"""Delete what nobody said: recogniser loops, stock credits over silence, [Music]; write … for a bleeped word.

The words are in rules/boilerplate.yaml. What a speaker may truly say (谢谢观看) is only reported.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from ..edits import Edit
from ..rulebook import Rule
from ..settings import Level, Settings
from ..view import View
from . import loops

NAME = 'boilerplate'
REPEATS = True  # 嗯嗯嗯[音乐]嗯嗯嗯 is a loop once the mark has gone

_EDGE = 200       # how far into a text a credit may begin or end it without a line of its own
_NAMES = 12       # how many characters may follow an opening: who did it
_PART = re.compile(r'[^\W_]+')
_NOTES = '♪♫♬♩'
_HAN = '㐀-䶿一-鿿豈-﫿〇々\U00020000-\U000323af'


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """It deletes, or writes … for what a bleep rule names."""
    rule = view.rules.get(edit.rule)
    return not edit.new or (edit.new in ('…', '……') and rule is not None and rule.text('kind') == 'bleep'
                            and view.text[edit.start:edit.end] in rule.words('words'))


def edits(view: View) -> Iterator[Edit]:
    """One edit a loop, credit line, group of marks or bleep."""
    words = view.rules.built((NAME, view.level), lambda: _Words.of(view.rules.room(NAME), view.level))
    yield from _loops(view, words)
    yield from _credits(view.text, words)
    yield from _marks(view.text, words)
    yield from _bleeps(view.text, words)


class _Words(NamedTuple):
    """The rules of one level by what they name, bare of case, spaces and marks."""

    loops: tuple[Rule, ...]
    credits: dict[str, Rule]
    openings: dict[str, Rule]
    marks: dict[str, Rule]
    bleeps: dict[str, Rule]
    lines: re.Pattern[str]  # finds lines that may be a credit

    @classmethod
    def of(cls, rules: tuple[Rule, ...], level: Level) -> _Words:
        on = [rule for rule in rules if Level[rule.text('level') or 'light'] <= level]
        by_kind = {kind: {word: rule for rule in on if rule.text('kind') == kind for word in rule.words('words')}
                   for kind in ('credit', 'opening', 'mark', 'bleep')}
        credits = {_bare(word): rule for word, rule in by_kind['credit'].items()}
        openings = {_bare(word): rule for word, rule in by_kind['opening'].items()}
        return cls(tuple(rule for rule in on if rule.text('kind') == 'loop'), credits, openings,
                   {_inside(word): rule for word, rule in by_kind['mark'].items()}, by_kind['bleep'],
                   _lines_of(credits, openings))


def _lines_of(credits: dict[str, Rule], openings: dict[str, Rule]) -> re.Pattern[str]:
    """Lines that begin with the first character of a credit and are no longer than one."""
    words = [*credits, *openings] or ['\n']
    first = ''.join(sorted({re.escape(form) for word in words for form in (word[0], word[0].upper())}))
    return re.compile(rf'\n(?=[^\w\n]*([{first}].{{0,{2 * max(map(len, words)) + _NAMES}}})(?:\n|\Z))')


def _bare(text: str) -> str:
    return ''.join(_PART.findall(text)).lower()


# Loops

def _loops(view: View, words: _Words) -> Iterator[Edit]:
    for rule in words.loops:
        for start, end in loops.surplus(view.text, frozenset(rule.words('unless'))):
            if not _changes_turn(view, start, end):
                yield Edit(start, end, '', rule.id, rule.flag('sure'))


def _changes_turn(view: View, start: int, end: int) -> bool:
    """Whether another speaker begins in there: 对 said by two people by turns is talk."""
    return bool(view.transcript.turns) and any(view.starts_turn(at) for at in range(start, end))


# Credits

def _credits(text: str, words: _Words) -> Iterator[Edit]:
    done = []
    for start, end in _likely_lines(text, words):
        rule = _credit_in(text[start:end], words)
        if rule:
            span = _whole_lines(text, start, end)
            done.append(span)
            yield Edit(*span, '', rule.id, rule.flag('sure'))
    for start, end, rule in (*_credit_first(text, words), *_credit_last(text, words)):
        if not any(a < end and start < b for a, b in (*done[:1], *done[-1:])):
            yield Edit(start, end, '', rule.id, rule.flag('sure'))


def _likely_lines(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    end = text.find('\n')
    yield 0, min(end if end >= 0 else len(text), _EDGE)
    for line in words.lines.finditer(text):
        yield line.span(1)


def _credit_in(line: str, words: _Words) -> Rule | None:
    """The rule by which the whole line is a credit, or opens like one and then names someone."""
    parts = [part.lower() for part in _PART.findall(line)]
    whole = ''.join(parts)
    for head in accumulate(parts):
        if head in words.openings and len(whole) - len(head) <= _NAMES:
            return words.openings[head]
    return words.credits.get(whole)


def _credit_first(text: str, words: _Words) -> Iterator[tuple[int, int, Rule]]:
    """A credit that opens the text and ends at a space or mark."""
    parts = list(_PART.finditer(text, 0, _EDGE))
    heads = accumulate(part.group().lower() for part in parts if part.end() < _EDGE)
    for part, head in zip(parts, heads):
        if head in words.credits:
            end = part.end()
            while end < len(text) and text[end] in ' \n。，！？、…,.!?':
                end += 1
            yield 0, end, words.credits[head]


def _credit_last(text: str, words: _Words) -> Iterator[tuple[int, int, Rule]]:
    """A credit that closes the text and begins after a space or mark."""
    begin = max(0, len(text) - _EDGE)
    parts = [part for part in _PART.finditer(text, begin) if part.start() > begin or not begin]
    for i, part in enumerate(parts):
        tail = ''.join(later.group() for later in parts[i:]).lower()
        if tail in words.credits:
            start = len(text[:part.start()].rstrip(' \n'))
            yield start, len(text.rstrip('\n')), words.credits[tail]
            return


# Marks

_BRACKETED = re.compile(r'[\[(（［]([^\[\]()（）［］\n]{1,40})[\])）］]|[♪♫♬♩]+')
_ROUND = '(（'
_BESIDE = re.compile(r'[ \-–—>*•·.。,，!！]*\Z')
_AFTER = re.compile(r'[ \-–—>*•·.。,，!！]*')
_SENTENCE_END = frozenset('\n.!?。！？…])）］"”』」')


def _inside(mark: str) -> str:
    """What a mark says, bare: ♪ where it says nothing."""
    return mark.strip(f' .…*{_NOTES}').lower() or '♪'


def _marks(text: str, words: _Words) -> Iterator[Edit]:
    """One edit a group of marks with only spaces between."""
    group: tuple[int, int, Rule] | None = None
    for start, end, rule in _mark_spans(text, words):
        if group and not text[group[1]:start].strip(' '):
            group = group[0], end, group[2]
            continue
        if group:
            yield from _without_mark(text, *group)
        group = start, end, rule
    if group:
        yield from _without_mark(text, *group)


def _mark_spans(text: str, words: _Words) -> Iterator[tuple[int, int, Rule]]:
    for mark in _BRACKETED.finditer(text):
        rule = words.marks.get(_inside(mark.group(1) or ''))
        if rule and not _is_prose(text, *mark.span()):
            yield *mark.span(), rule


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether brackets are a writer's: [Music](…) is a link and 艺术（音乐）和体育 a gloss.

    Round ones tell a sound only where a sentence could begin.
    """
    if text[end - 1] == ']' and text[end:end + 1] in ('(', '['):
        return True
    before = text[max(0, start - 8):start].rstrip(' ')
    return text[start] in _ROUND and start > 0 and before[-1:] not in _SENTENCE_END


def _without_mark(text: str, start: int, end: int, rule: Rule) -> Iterator[Edit]:
    """The edit that takes a mark away: with its line where nothing else stands there, else with spaces on one side."""
    before, after = _BESIDE.search(text[max(0, start - 20):start]), _AFTER.match(text, end)
    first, last = start - len(before.group() if before else ''), after.end() if after else end
    if text[first - 1:first] in ('', '\n') and text[last:last + 1] in ('', '\n'):
        yield Edit(*_whole_lines(text, first, last), '', rule.id, rule.flag('sure'))
        return
    room_before, room_after = text[start - 1:start] in ('', ' ', '\n'), text[end:end + 1] == ' '
    while room_before and text[end:end + 1] == ' ':
        end += 1
    while text[end:end + 1] in ('', '\n') and text[start - 1:start] == ' ':
        start -= 1
    if room_before or room_after or not _joins_words(text, start, end):
        yield Edit(start, end, '', rule.id, rule.flag('sure'))


def _joins_words(text: str, start: int, end: int) -> bool:
    """Whether two Latin words would become one: so[Music]now."""
    sides = text[start - 1:start] + text[end:end + 1]
    return len(sides) == 2 and sides.isascii() and sides.isalnum()


# Bleeps

def _bleeps(text: str, words: _Words) -> Iterator[Edit]:
    for word, rule in words.bleeps.items():
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            sides = text[max(0, at - 2):at].rstrip(' ')[-1:] + text[end:end + 2].lstrip(' ')[:1]
            yield Edit(at, end, '……' if re.search(f'[{_HAN}]', sides) else '…', rule.id, rule.flag('sure'))
            at = text.find(word, end)


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The span to delete so that these lines go and no blank line comes: one of their line breaks with them,
    and of the blank lines on their two sides those on one."""
    while text[start - 1:start] not in ('', '\n'):
        start -= 1
    while text[end:end + 1] not in ('', '\n'):
        end += 1
    alone = text[start - 2:start] in ('', '\n', '\n\n') if start > 1 else True
    if end == len(text):
        return len(text[:start].rstrip('\n')), end
    end += 1
    while alone and text[end:end + 1] == '\n':
        end += 1
    if end == len(text) and alone:
        start = min(start, len(text[:start].rstrip('\n')) + 1)
    return start, end
