"""Marks of sounds that nobody says: [Music], （掌声）, ♪."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...edits import Edit
from ...patterns import lazy
from ...rulebook import Rule
from .lines import whole_lines
from .words import NOTES, Words, inside

MARK = lazy(rf'[\[(（［{NOTES}]'
                   rf'(?:(?<=[{NOTES}])[{NOTES}]*|(?<![{NOTES}])([^\[\]()（）［］\n]{{1,40}})[\])）］])')
_ROUND = '(（'
IDLE = ' -–—>*•·.。,，!！'   # beside a mark alone on its line they go with it
_BESIDE = lazy(rf'[{re.escape(IDLE)}]*\Z')
_AFTER = lazy(rf'[{re.escape(IDLE)}]*')
_SENTENCE_END = frozenset('\n.!?。！？…])）］"”』」')


def sound_marks(text: str, words: Words) -> Iterator[Edit]:
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


def _mark_spans(text: str, words: Words) -> Iterator[tuple[int, int, Rule]]:
    for mark in MARK.finditer(text):
        rule = mark_rule(mark, words)
        if rule and not _is_link(text, mark.end(), words) and not _is_gloss(text, mark.start()):
            yield *mark.span(), rule


def mark_rule(mark: re.Match[str] | None, words: Words) -> Rule | None:
    return words.marks.get(inside(mark.group(1) or mark.group())) if mark else None


def _is_link(text: str, end: int, words: Words) -> bool:
    """Whether brackets open a link: [Music](…) and [Music][1], but not [Music][Applause]."""
    return text[end - 1] == ']' and text[end:end + 1] in ('(', '[') and not mark_rule(MARK.match(text, end), words)


def _is_gloss(text: str, start: int) -> bool:
    """Whether round brackets are a writer's, as in 艺术（音乐）和体育: a sound stands where a sentence could begin."""
    before = text[max(0, start - 8):start].rstrip(' ')
    return text[start] in _ROUND and start > 0 and before[-1:] not in _SENTENCE_END


def _without_mark(text: str, start: int, end: int, rule: Rule) -> Iterator[Edit]:
    """The edit that takes a mark away: with its line where nothing else stands there, else with spaces on one side."""
    before, after = _BESIDE.search(text[max(0, start - 20):start]), _AFTER.match(text, end)
    first, last = start - len(before.group() if before else ''), after.end() if after else end
    if text[first - 1:first] in ('', '\n') and text[last:last + 1] in ('', '\n'):
        yield Edit(*whole_lines(text, first, last), '', rule.id, rule.flag('sure'))
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
