"""Delete the first copies of what was begun twice: 我我觉得, 这个这个, 我们可以我们可以."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..edits import Edit
from ..patterns import lazy
from ..rulebook import Rule
from ..settings import Settings
from ..view import View
from . import fillers
from .fillers.words import (
    EDGES,
    HAN,
    LATIN,
    NOT_HAN_SPACE,
    SOFT,
    any_of,
    begins,
    behind,
    headless,
    heads,
    is_latin,
    literal,
    right_edge,
    rules_at,
)

NAME = 'stutters'
REPEATS = True  # 这个所以这个所以所以: one repeat may hide in another

_GAP = r'(?: ?[^\w\s])? ?\n? ?'    # a soft mark at most: `_PARTED` sees to that once a repeat is found
_PARTED = lazy(rf"[^\w\s{SOFT}'’-]|(?<![A-Za-z])['’-]|['’-](?![A-Za-z])")
_NOT_CONTENT = lazy(rf'[\s{SOFT}]+')
_LONGEST = 8    # characters of a restart
_OFTEN = 64     # copies in one match: the work stays linear; the next round sees to the rest
_GOES_ON = r'(?= ?[^\W_])(?![吗呢吧啊嘛呀]|[是对]吧|对不对|是不是)'     # 都跑了, then 都跑了吗, is an echo
_COMPLETE = lazy('了\\Z|\\A[这那這]是[^的个個一不我你他她它很在有没要就怎什哪]{1,2}\\Z')     # said again for emphasis
_OF, _VERBS = ('的', '率', '者'), frozenset('说說讲講想要做写寫见見买買卖賣看道得求爱愛用')


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
    for found in view.found(scan.pattern, '\n' + text):   # the newline: the text's edge is a break too
        if _PARTED.search(found[0], 1):
            continue
        rule = scan.rules[(found.lastindex or 1) - 1]
        start, last, end = found.start() - (found[0][0] not in EDGES), _last_copy(found) - 1, found.end() - 1
        if not (_is_meant(rule, text, start, end) or _is_complete(rule, text, last, end)
                or _another_begins(view, start, last) or _bares(view, start, last)):
            for one, stop in _by_line(text, start, last):
                if view.joins_safely(one, stop):
                    yield Edit(one, stop, '', rule.id, rule.flag('sure'))


def _last_copy(found: re.Match[str]) -> int:
    """Where the copy begins that stays."""
    return found.start(found.lastindex or 1)


def _is_meant(rule: Rule, text: str, start: int, end: int) -> bool:
    """我知道我知道 is no stutter: one of the rule's phrases, with whatever marks in between."""
    said = _NOT_CONTENT.sub('', text[start:end]).lower()
    return any(phrase.replace(' ', '').lower() in said for phrase in rule.words('unless'))


def _is_complete(rule: Rule, text: str, last: int, end: int) -> bool:
    """Whether what was said twice stands by itself, or the second begins a phrase: 我看见了 twice, 他们说他们说的."""
    if 'restart' not in rule.words('at'):
        return False
    unit = text[last:end]
    return bool(_COMPLETE.search(unit)) or (text[end:end + 1] in _OF and unit[-1] in _VERBS)


def _another_begins(view: View, start: int, last: int) -> bool:
    """Whether another speaker says the second copy."""
    at = view.text.find('\n', start, last)
    while at >= 0:
        if view.starts_turn(at + 1):
            return True
        at = view.text.find('\n', at + 1, last)
    return False


def _bares(view: View, start: int, last: int) -> bool:
    """Whether a filler would be left at an edge: 哦所以, then 所以; a line with 这这个."""
    if view.text.find('\n', start, last) >= 0:
        return fillers.stand_before(view, start)
    return (start == 0 or view.text[start - 1] in EDGES) and fillers.stand_alone(view, last)


def _by_line(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """What goes, line by line; its newline goes with a whole line only."""
    while (end := text.find('\n', start, last)) >= 0:
        opens = text.rfind('\n', 0, start) + 1
        whole_line = not text[opens:start].strip()
        yield (opens, end + 1) if whole_line else (opens + len(text[opens:start].rstrip(' ')), end)
        start = end + 1
    if text[start:last].strip():
        yield start, last


class _Scan(NamedTuple):
    pattern: re.Pattern[str]    # its last group is the copy that stays
    rules: list[Rule]           # by group


class _Use(NamedTuple):
    rule: Rule
    at: str
    word: str


def _scan(view: View) -> _Scan:
    made: _Scan = view.rules.built(('stutters', view.level, view.has_latin), lambda: _build(view))
    return made


def _build(view: View) -> _Scan:
    uses = [_Use(rule, at, word) for rule, at in rules_at(view, ('doubled', 'restart'))
            for word in rule.words('words') if view.has_latin or not is_latin(word)]
    uses.sort(key=lambda use: (use.at, -len(use.word)))
    if not uses:
        return _Scan(re.compile('(?!)'), [])
    latin, han = ([use for use in uses if is_latin(use.word) is wanted] for wanted in (True, False))
    groups: list[Rule] = [uses[0].rule]     # the first group is the head
    edge, inner = f'(?<=[{re.escape(EDGES)}])', f'(?<![{re.escape(EDGES)}])'
    soon = rf'(?=(?s:.){{0,{_LONGEST + 4}}}?\1)'    # most words are not said again: that is soon seen
    pattern = (f'{edge}(?:{_line_again(han, groups)}|{_after_space(latin, groups)})|'
               f'{inner}{soon}(?:{_doubles(han, groups)}|{_restarts(han, groups)})')
    return _Scan(re.compile(f'([{re.escape(EDGES)}{heads(use.word for use in han)}])(?:{pattern})'), groups)


def _line_again(uses: list[_Use], groups: list[Rule]) -> str:
    """A short line with which the next one begins and goes on."""
    rule = next((use.rule for use in uses if use.at == 'restart'), None)
    if rule is None:
        return '(?!)'
    groups += [rule] * 2
    return rf'(?<=\n)(?P<line>[{HAN}]{{2,{_LONGEST + 2}}})\n(?:(?P=line)\n){{0,{_OFTEN}}}((?P=line)){_GOES_ON}'


def _after_space(uses: list[_Use], groups: list[Rule]) -> str:
    """English: a word twice, or three to five words that begin with it."""
    branches = []
    for rule, at, word in uses:
        whole, name = literal(word) + right_edge(word), f'w{len(groups)}'
        if at == 'doubled':
            branches.append(f'{whole}(?:{_GAP}({whole})){{1,{_OFTEN}}}')
            groups += [rule]
        else:
            more = rf'(?: [{LATIN}]+){{{max(1, 2 - word.count(" "))},4}}?'
            branches.append(f'{whole}(?P<{name}>{more})(?:{_GAP}({whole}(?i:(?P={name})){right_edge(word)})){{1,{_OFTEN}}}')
            groups += [rule] * 2
    return NOT_HAN_SPACE + begins(use.word for use in uses) + any_of(branches)


def _doubles(uses: list[_Use], groups: list[Rule]) -> str:
    """A word once more or oftener, its first character read already."""
    doubled = [use for use in uses if use.at == 'doubled']
    groups += [use.rule for use in doubled]
    one, more = ([(use.word, _again(use)) for use in doubled if (len(use.word) == 1) is single]
                 for single in (True, False))
    return f'{headless(more)}|(?=\\W{{0,3}}\\1){headless(one)}'


def _again(use: _Use) -> str:
    rule, word = use.rule, use.word
    guard = _behind_break(rule.words('after'), literal(word)) if rule.words('after') else ''
    before, after, around = _guards(rule, word)
    return f'{guard}{before}{around}(?:{_GAP}({literal(word)}){after}){{1,{_OFTEN}}}'


def _behind_break(words: Sequence[str], then: str) -> str:
    """Behind a break or one of the words, with ``then`` read since."""
    return any_of([rf'(?<=\W{then})', *([behind(words, then)] if words else [])])


def _guards(rule: Rule, word: str) -> tuple[str, str, str]:
    """The rule's phrases that hold the doubled word, as look-arounds that don't mind the gap."""
    before, after, around = '', '', ''
    for phrase in rule.words('unless'):
        left, double, right = phrase.partition(word * 2)
        if double and left and right:
            around += f'(?!(?<={literal(left + word)}){_GAP}{literal(word + right)})'
        elif double and left:
            before += f'(?<!{literal(left + word)})'
        elif double:
            after += f'(?!{literal(right)})'
    return before, after, around


def _restarts(uses: list[_Use], groups: list[Rule]) -> str:
    """Three to eight characters that begin with one of the words, and all of them again.

    Over a break only where the first attempt has a stretch to itself, or all but a connective: in
    那里有一个人，一个人在… the first one ends its clause.
    """
    branches = []
    for rule, at, word in uses:
        if at == 'restart':
            first, name = literal(word[0]), f'r{len(groups)}'
            soon = f'(?=(?s:.){{2,{_LONGEST + 2}}}{first})'     # greedy before a literal: the quick way
            opens = f'(?:{_behind_break(rule.words("after"), first)}()|)'
            unit = f'(?P<{name}>{literal(word[1:])}[{HAN}]{{{max(1, 3 - len(word))},{_LONGEST - len(word)}}}?)'
            copies = f'(?:(?({len(groups) + 1}){_GAP})({first}(?P={name}))){{1,{_OFTEN}}}'
            branches.append((word[0], soon + opens + unit + copies))
            groups += [rule] * 3
    return rf'(?!\1){headless(branches)}{_GOES_ON}'
