"""Delete words that carry nothing where they stand: 嗯, 呃, a bare 对吧; rules/fillers.yaml says which and where."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..edits import Edit
from ..rulebook import Rule
from ..settings import Settings
from ..view import View
from .words import HAN, HARD, MARKS, SOFT, ahead, behind, heads, left_edge, literal, quiet, right_edge, rules_at, whole

NAME = 'fillers'
REPEATS = True  # 嗯对吧: once the one has gone, the other stands at an edge

_LEFT = rf'(?:(?<=[\n{MARKS}]) {{0,2}}|(?<=[{HAN}] ))'          # a break has just been read
_RIGHT = rf'(?= {{0,2}}(?:[\n{MARKS}]|\Z)| [{HAN}])'
_QUOTES = frozenset('“”"「」『』‘（）()《》：:—*_[]【】')         # what stands at one of these is quoted or named
_LOUD, _FULL = frozenset('？！?!'), frozenset(HARD)
_ASKING = re.compile(r'(?:[？?]|[吗呢吧么嘛不]|没有|(.)不\1)[，。,.、]?[ \n]{0,4}\Z')
_NO_WORDS = re.compile(rf'[\s{MARKS}]+')
_REACH = 16     # how far back a rule's `without` looks, marks aside


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only delete, and only fillers with the marks and spaces beside them; a newline only with its whole line."""
    text, (start, end) = view.text, edit[:2]
    if edit.new or not _scan(view).licence.fullmatch(text, start, end):
        return False
    opens = start == 0 or text[start - 1] == '\n'
    whole_line = opens and (end == len(text) or text[end - 1] == '\n')
    return '\n' not in text[start:end] or whole_line or end == len(text)


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of fillers."""
    scan, text = _scan(view), view.text
    for found in scan.pattern.finditer('\n' + text):   # the newline: the text's edge is a break too
        use = scan.uses[(found.lastindex or 1) - 1]
        start, end = (_skip(text, found.start()) if use.after_break else found.start() - 1), found.end() - 1
        if not _stays(view, use, start, end):
            span = _span(text, start, end)
            if span and _parts_well(view, *span):
                yield Edit(*span, '', use.rule.id, use.rule.flag('sure'))


class _Use(NamedTuple):
    """One word of a rule at one position."""

    rule: Rule
    at: str
    word: str

    @property
    def after_break(self) -> bool:
        return self.at in ('alone', 'start')


class _Scan(NamedTuple):
    pattern: re.Pattern[str]    # its last group is the last word of the run that was found
    uses: list[_Use]            # by group
    answers: re.Pattern[str]
    licence: re.Pattern[str]


def _scan(view: View) -> _Scan:
    made: _Scan = view.rules.built(('fillers', view.level), lambda: _build(view))
    return made


def _build(view: View) -> _Scan:
    uses = [_Use(rule, at, word) for rule, at in rules_at(view, ('anywhere', 'alone', 'start', 'end'))
            for word in rule.words('words')]
    uses.sort(key=lambda use: -len(use.word))
    alone, starts, ends, anywhere = ([use for use in uses if use.at in (at, 'anywhere')]
                                     for at in ('alone', 'start', 'end', 'anywhere'))
    groups: list[_Use] = []
    pattern = '|'.join((
        f'{_LEFT}(?:{_run(alone, "alone", groups)}{_RIGHT}|{_run(starts, "start", groups)}(?!{_RIGHT}))',
        f'(?<![\n{MARKS}].){_headless(ends, "end", groups)}{_run(ends, "end", groups, "*+")}{_RIGHT}',
        f'{_headless(anywhere, "anywhere", groups)}{_run(anywhere, "anywhere", groups, "*+")}'))
    first = heads(use.word for use in (*ends, *anywhere))
    answers = '|'.join(whole(use.word) for use in uses if use.rule.flag('answers', False)) or '(?!)'
    words = '|'.join(literal(use.word) for use in uses) or '(?!)'
    return _Scan(re.compile(rf'[\n {MARKS}{first}](?:{pattern})'), groups, re.compile(answers),
                 re.compile(rf'(?:{words}|[\s{MARKS}])+'))


def _run(uses: list[_Use], at: str, groups: list[_Use], times: str = '++') -> str:
    """As many of these words in a row as there are."""
    return '(?:' + ('|'.join(whole(use.word) + _guards(use, at, groups) for use in uses) or '(?!)') + ')' + times


def _headless(uses: list[_Use], at: str, groups: list[_Use]) -> str:
    """One of these words, its first character read already."""
    return '(?:' + ('|'.join(f'(?<={literal(use.word[0])}){left_edge(use.word)}{literal(use.word[1:])}'
                             f'{right_edge(use.word)}{_guards(use, at, groups)}' for use in uses) or '(?!)') + ')'


def _guards(use: _Use, at: str, groups: list[_Use]) -> str:
    rule = use.rule
    groups.append(use._replace(at=at))
    guard = quiet(use.word, rule.words('unless'))
    if rule.words('before'):
        guard += ahead(rule.words('before'), use.word)
    if rule.words('after'):
        guard += behind([*rule.words('after'), '\n', *MARKS], literal(use.word))
    return guard + '()'


def _stays(view: View, use: _Use, start: int, end: int) -> bool:
    """Whether the run is quoted, answers someone, or follows a word with which its rule is quiet."""
    text = view.text
    if not _QUOTES.isdisjoint((_before(text, start), text[end:end + 1], _before(text, _skip_back(text, start)))):
        return True
    banned = use.rule.words('without')
    if banned:
        said = _NO_WORDS.sub('', text[max(0, start - 3 * _REACH):start])[-_REACH:]
        if any(word in said for word in banned):
            return True
    return use.after_break and _answers(view, start, end)


def _answers(view: View, start: int, end: int) -> bool:
    """对 after a question or as another speaker's first word; a sound does so only as a whole sentence."""
    scan, text = _scan(view), view.text
    if not scan.answers.search(text, start, end):
        return False
    return view.starts_turn(start) or bool(_ASKING.search(text, max(0, start - 8), start))


def _span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run with the marks and spaces that go with it; None where it stays for their sake."""
    left, right = _skip_back(text, start), _skip(text, end, MARKS + ' ')
    before, after = _before(text, left) or '\n', text[end:right]
    if not _LOUD.isdisjoint(after):     # 对吧？ asks, 啊！ calls
        return None
    closes = right == len(text) or text[right] == '\n'
    if before == '\n' and closes:
        return _lines(text, left, right)
    if before == '\n' or before in HARD or before in _LOUD:
        return start, right
    ends = closes or not _FULL.isdisjoint(after)
    if before in SOFT:
        return (left - 1, end) if ends else (start, right)
    if ends or after.strip():
        return left, end
    return start, (right if left < start else end)


def _before(text: str, at: int) -> str:
    return text[max(0, at - 1):at]


def _skip(text: str, at: int, chars: str = ' ') -> int:
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _skip_back(text: str, at: int) -> int:
    while at and text[at - 1] == ' ':
        at -= 1
    return at


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """A line that goes takes its newline along, and the blank line behind it if it was a paragraph."""
    if end == len(text):
        while start and text[start - 1] == '\n':
            start -= 1
        return start, end
    if text[:start].endswith('\n\n') or not start:
        while text[end:end + 1] == '\n':
            end += 1
        return start, end
    return start, end + 1


def _parts_well(view: View, start: int, end: int) -> bool:
    """Whether the neighbours can stand side by side."""
    before, after = _before(view.text, start), view.text[end:end + 1]
    if not before.isalnum() or not after.isalnum():
        return True
    return not (before.isascii() and after.isascii()) and view.joins_safely(start, end)
