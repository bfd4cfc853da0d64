"""Delete the first copies of what was begun twice: 我我觉得, 这个这个, 我们可以我们可以."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..edits import Edit
from ..rulebook import Rule
from ..settings import Settings
from ..view import View
from .words import HAN, LATIN, SOFT, behind, heads, left_edge, literal, right_edge, rules_at

NAME = 'stutters'

_GAP = rf'[{SOFT}]?+ ?+\n?+ ?+'
_NOT_CONTENT = re.compile(rf'[\s{SOFT}]+')
_LONGEST = 8    # characters of a restart


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only delete what is said again directly behind; a newline only with its whole line."""
    text, (start, end) = view.text, edit[:2]
    gone = _NOT_CONTENT.sub('', text[start:end]).lower()
    again = _NOT_CONTENT.sub('', text[end:end + 3 * len(gone) + 8]).lower()
    whole_line = start == 0 or text[start - 1] == '\n'
    return not edit.new and bool(gone) and _begins_again(gone, again) and (whole_line or '\n' not in text[start:end])


def _begins_again(gone: str, again: str) -> bool:
    """Whether ``gone`` is copies of one unit with which ``again`` begins."""
    return any(len(gone) % size == 0 and gone == gone[:size] * (len(gone) // size) and again.startswith(gone[:size])
               for size in range(1, len(gone) + 1))


def edits(view: View) -> Iterator[Edit]:
    """One edit a stutter, or one for each line that its copies stand on."""
    scan, text = _scan(view), view.text
    for found in scan.pattern.finditer(text):
        rule = scan.rules[(found.lastindex or 1) - 1]
        start, last = found.start(), _last_copy(found)
        if not _is_meant(rule, text, start, found.end()) and not _another_begins(view, start, last):
            for one, end in _by_line(text, start, last):
                if view.joins_safely(one, end):
                    yield Edit(one, end, '', rule.id, rule.flag('sure'))


def _last_copy(found: re.Match[str]) -> int:
    """Where the copy begins that stays."""
    return found.start(found.lastindex or 1)


def _is_meant(rule: Rule, text: str, start: int, end: int) -> bool:
    """我知道我知道 is no stutter: one of the rule's phrases, with whatever marks in between."""
    said = _NOT_CONTENT.sub('', text[start:end])
    return any(phrase in said for phrase in rule.words('unless'))


def _another_begins(view: View, start: int, last: int) -> bool:
    """Whether another speaker says the second copy."""
    at = view.text.find('\n', start, last)
    while at >= 0:
        if view.starts_turn(at + 1):
            return True
        at = view.text.find('\n', at + 1, last)
    return False


def _by_line(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """What goes, line by line; its newline goes with a whole line only."""
    while (end := text.find('\n', start, last)) >= 0:
        yield start, end + (start == 0 or text[start - 1] == '\n')
        start = end + 1
    if start < last:
        yield start, last


class _Scan(NamedTuple):
    pattern: re.Pattern[str]    # its last group is the copy that stays
    rules: list[Rule]           # by group


def _scan(view: View) -> _Scan:
    made: _Scan = view.rules.built(('stutters', view.level), lambda: _build(view))
    return made


def _build(view: View) -> _Scan:
    uses = [(rule, at, word) for rule, at in rules_at(view, ('doubled', 'restart')) for word in rule.words('words')]
    uses.sort(key=lambda use: (use[1], -len(use[2])))
    rules: list[Rule] = []
    branches = []
    for rule, at, word in uses:
        if at == 'doubled':
            branches.append(_doubled(rule, word))
            rules.append(rule)
        else:
            branches.append(_restart(word, len(rules) + 1))
            rules += [rule, rule]
    return _Scan(re.compile(f'[{heads(word for *_, word in uses)}](?:{"|".join(branches)})'
                            if uses else '(?!)'), rules)


def _doubled(rule: Rule, word: str) -> str:
    """The word, its first character read already, once more or oftener."""
    again = literal(word) + right_edge(word)
    guard = behind([*rule.words('after'), *'\n ，、,。.？！?!；;'], literal(word)) if rule.words('after') else ''
    before, after, around = _guards(rule, word)
    return (f'(?<={literal(word[0])}){left_edge(word)}{literal(word[1:])}{right_edge(word)}{guard}{before}{around}'
            f'(?:{_GAP}({again}))++{after}')


def _guards(rule: Rule, word: str) -> tuple[str, str, str]:
    """The rule's phrases that hold the doubled word, as look-arounds that don't mind the gap."""
    before, after, around = '', '', ''
    for phrase in rule.words('unless'):
        left, double, right = phrase.partition(word * 2)
        if not double:
            continue
        if left and right:
            around += f'(?!(?<={literal(left + word)}){_GAP}{literal(word + right)})'
        elif left:
            before += f'(?<!{literal(left + word)})'
        else:
            after += f'(?!{literal(right)})'
    return before, after, around


def _restart(word: str, group: int) -> str:
    """Three to eight characters, or three to five words, that begin with this one, and all of them again."""
    first = literal(word[0])
    if word[0].isascii():
        more = rf"(?: [{LATIN}]+){{{max(1, 2 - word.count(' '))},4}}?"
        return (f"(?<={first}){left_edge(word)}({literal(word[1:])}{more}){_GAP}({first}(?i:\\{group}))"
                f'{right_edge(word)}')
    more = f'[{HAN}]{{{max(1, 3 - len(word))},{_LONGEST - len(word)}}}?'
    return f'(?<={first})(?!{first})({literal(word[1:])}{more}){_GAP}({first}\\{group})'
