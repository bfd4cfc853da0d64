"""Delete what nobody said: recogniser loops, stock credits over silence, [Music]; write … for a bleeped word.

The words are in rules/boilerplate.yaml. What a speaker may truly say (谢谢观看) is only reported.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from ...edits import Edit
from ...patterns import HAN, lazy
from ...rulebook import Rule
from ...settings import Level, Settings
from ...view import View
from ..script import simplified
from . import loops

NAME = 'boilerplate'
REPEATS = 320   # 嗯嗯嗯[音乐]嗯嗯嗯 is a loop once the mark has gone

_EDGE = 200       # how far into a text a credit may begin or end it without a line of its own
_LONG = 12        # from so many characters on a credit is one wherever it stands at the end
_NAMES = 12       # how many characters may follow an opening: who did it
_CLOSING = '。，！？、…,.!?'
_PART = lazy(r'[^\W_]+')
_NOTES = '♪♫♬♩'
_HAN = HAN + '〇々'


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """What the rule that signs it is about, and nothing beside it but marks, spaces and line ends."""
    rule = view.rules.get(edit.rule)
    if rule is None or rule.room != NAME:
        return False
    if rule.text('kind') == 'loop':
        spare = frozenset(rule.words('unless'))
        return not edit.new and loops.is_surplus(simplified(view.text), edit.start, edit.end, spare)
    return _may_go(view.text[edit.start:edit.end], edit.new, rule, _words_of(view))


def edits(view: View) -> Iterator[Edit]:
    """One edit a loop, credit line, group of marks or bleep."""
    words = _words_of(view)
    yield from _loops(view, words)
    yield from _credits(view.text, words)
    yield from _marks(view.text, words)
    yield from _bleeps(view.text, words)


class _Words(NamedTuple):
    """The rules of one level by what they name, bare of case, spaces and marks."""

    loops: tuple[Rule, ...]
    credits: dict[str, Rule]
    openings: dict[str, Rule]
    longest: tuple[str, ...]  # the credits, longest first
    only_credits: re.Pattern[str]
    marks: dict[str, Rule]
    bleeps: dict[str, Rule]
    first: re.Pattern[str]  # finds lines with the first character of a credit
    two: frozenset[str]     # and the first two of one: on a page of one word a line that spares five in six

    @classmethod
    def of(cls, rules: tuple[Rule, ...], level: Level) -> _Words:
        on = [rule for rule in rules if Level[rule.text('level') or 'light'] <= level]
        by_kind = {kind: {word: rule for rule in on if rule.text('kind') == kind for word in rule.words('words')}
                   for kind in ('credit', 'opening', 'mark', 'bleep')}
        credits = {_bare(word): rule for word, rule in by_kind['credit'].items()}
        openings = {_bare(word): rule for word, rule in by_kind['opening'].items()}
        return cls(tuple(rule for rule in on if rule.text('kind') == 'loop'), credits, openings,
                   tuple(sorted(credits, key=len, reverse=True)),
                   re.compile(f'(?:{"|".join(map(re.escape, credits))})+'),
                   {_inside(word): rule for word, rule in by_kind['mark'].items()}, by_kind['bleep'],
                   _first_of((*credits, *openings)), frozenset(word[:2] for word in (*credits, *openings)))


def _words_of(view: View) -> _Words:
    return view.rules.built((NAME, view.level), lambda: _Words.of(view.rules.room(NAME), view.level))


def _first_of(words: Iterable[str]) -> re.Pattern[str]:
    first = sorted({re.escape(form) for word in words for form in (word[0], word[0].upper())})
    return re.compile(rf'\n[^\w\n]*[{"".join(first) or chr(10)}]')


def _bare(text: str) -> str:
    return ''.join(_PART.findall(text)).lower()


# Licence

def _may_go(old: str, new: str, rule: Rule, words: _Words) -> bool:
    """Whether words that a rule names stand here; of several credits or marks in a row it names one."""
    kind, own = rule.text('kind'), rule.words('words')
    if kind == 'bleep':
        return new in ('…', '……') and old in own
    if kind == 'credit':
        said = _bare(old)
        return not new and bool(words.only_credits.fullmatch(said)) and any(_bare(word) in said for word in own)
    if kind == 'opening':
        return not new and '\n' not in old.strip('\n') and _credit_in(old, words) is rule
    named = [_mark_rule(mark, words) for mark in _MARK.finditer(old)]
    return not new and rule in named and None not in named and not _MARK.sub('', old).strip(_IDLE + '\n')


# Loops

def _loops(view: View, words: _Words) -> Iterator[Edit]:
    text = simplified(view.text) if words.loops else ''     # 这个這個 is one word twice
    for rule in words.loops:
        for start, end in loops.surplus(text, frozenset(rule.words('unless'))):
            if not _changes_turn(view, start, end):
                yield Edit(start, end, '', rule.id, rule.flag('sure'))


def _changes_turn(view: View, start: int, end: int) -> bool:
    """Whether another speaker begins in there: 对 said by two people by turns is talk."""
    return bool(view.transcript.turns) and any(view.starts_turn(at) for at in range(start, end))


# Credits

def _credits(text: str, words: _Words) -> Iterator[Edit]:
    lines = []
    for start, end in _likely_lines(text, words):
        rule = _credit_in(text[start:end], words)
        if rule:
            lines.append((start, end))
            yield Edit(*_whole_lines(text, start, end), '', rule.id, rule.flag('sure'))
    for found in (_credit_first(text, words), _credit_last(text, words)):
        if found and not any(start <= found.start and found.end <= end for start, end in (*lines[:1], *lines[-1:])):
            yield Edit(*_with_marks(text, found), '', found.rule.id, found.rule.flag('sure'))


def _likely_lines(text: str, words: _Words) -> Iterator[tuple[int, int]]:
    starts = (line.end() - 1 for line in words.first.finditer(text))
    for start in chain((0,), (at for at in starts if text[at:at + 2].lower() in words.two)):
        end = text.find('\n', start, start + _EDGE)
        if end >= 0 or len(text) <= start + _EDGE:
            yield start, end if end >= 0 else len(text)


def _credit_in(line: str, words: _Words) -> Rule | None:
    """The rule by which the whole line is a credit, or opens like one and then names someone."""
    parts = [part.lower() for part in _PART.findall(line)]
    whole = ''.join(parts)
    for head in accumulate(parts):
        if head in words.openings and len(whole) - len(head) <= _NAMES:
            return words.openings[head]
    return words.credits.get(whole)


class _End(NamedTuple):
    """A credit that opens or closes a text, and spaces or marks part it from the rest."""

    start: int
    end: int
    rule: Rule


def _credit_first(text: str, words: _Words) -> _End | None:
    found, head = None, ''
    for part in _PART.finditer(text, 0, _EDGE):
        head += part.group().lower()
        if head in words.credits and part.end() < _EDGE:
            found, head = _End(0, part.end(), words.credits[head]), ''
    return found


def _credit_last(text: str, words: _Words) -> _End | None:
    """All credits at the end. A long one needs no break before it: nobody says those words by chance."""
    begin = max(0, len(text) - _EDGE)
    parts = [part for part in _PART.finditer(text, begin) if part.start() > begin or not begin]
    tail = ''.join(part.group() for part in parts).lower()
    found, taken = None, 0
    while word := next((word for word in words.longest if tail.endswith(word, 0, len(tail) - taken)), ''):
        start = _offset(parts, taken + len(word))
        if not any(start == part.start() for part in parts) and (len(word) < _LONG or text[start].isascii()):
            break
        found, taken = _End(start, parts[-1].end(), words.credits[word]), taken + len(word)
    return found


def _offset(parts: list[re.Match[str]], last: int) -> int:
    """Where the last so many characters of the parts begin."""
    for part in reversed(parts):
        if last <= len(part.group()):
            return part.end() - last
        last -= len(part.group())
    return parts[0].start()


def _with_marks(text: str, found: _End) -> tuple[int, int]:
    """The span to delete: with the marks that close the credit and the breaks towards the rest."""
    start, end = found.start, found.end
    while text[end:end + 1] and text[end] in _CLOSING + (' \n' if not start else ' '):
        end += 1
    while start and text[start - 1] in ' \n':
        start -= 1
    return start, end


# Marks

_MARK = lazy(rf'[\[(（［{_NOTES}]'
                   rf'(?:(?<=[{_NOTES}])[{_NOTES}]*|(?<![{_NOTES}])([^\[\]()（）［］\n]{{1,40}})[\])）］])')
_ROUND = '(（'
_IDLE = ' -–—>*•·.。,，!！'   # beside a mark alone on its line they go with it
_BESIDE = lazy(rf'[{re.escape(_IDLE)}]*\Z')
_AFTER = lazy(rf'[{re.escape(_IDLE)}]*')
_SENTENCE_END = frozenset('\n.!?。！？…])）］"”』」')


def _inside(mark: str) -> str:
    """What a mark says, bare; ♪ where that is all."""
    said = mark.strip(f' .…*{_NOTES}').lower()
    return '♪' if not said and any(note in mark for note in _NOTES) else said


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
    for mark in _MARK.finditer(text):
        rule = _mark_rule(mark, words)
        if rule and not _is_link(text, mark.end(), words) and not _is_gloss(text, mark.start()):
            yield *mark.span(), rule


def _mark_rule(mark: re.Match[str] | None, words: _Words) -> Rule | None:
    return words.marks.get(_inside(mark.group(1) or mark.group())) if mark else None


def _is_link(text: str, end: int, words: _Words) -> bool:
    """Whether brackets open a link: [Music](…) and [Music][1], but not [Music][Applause]."""
    return text[end - 1] == ']' and text[end:end + 1] in ('(', '[') and not _mark_rule(_MARK.match(text, end), words)


def _is_gloss(text: str, start: int) -> bool:
    """Whether round brackets are a writer's, as in 艺术（音乐）和体育: a sound stands where a sentence could begin."""
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
    alone = text[max(0, start - 2):start] in ('', '\n', '\n\n')
    if end == len(text):
        return len(text[:start].rstrip('\n')), end
    end += 1
    while alone and text[end:end + 1] == '\n':
        end += 1
    if end == len(text) and alone:
        start = min(start, len(text[:start].rstrip('\n')) + 1)
    return start, end
