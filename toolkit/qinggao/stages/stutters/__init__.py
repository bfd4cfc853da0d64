"""Delete the first copies of what was begun twice: 我我觉得, 这个这个, 我们可以我们可以."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...edits import Edit
from ...patterns import lazy
from ...rulebook import Rule
from ...settings import Settings
from ...view import View
from .. import fillers
from ..fillers.span import char_before, skip_back
from ..fillers.words import EDGES, SOFT
from .scan import LONG_LINE, scan
from .unfinished import unfinished

NAME = 'stutters'
REPEATS = 120   # a long line and half of the next; 这个所以这个所以所以: one repeat may hide in another

_PARTED = lazy(rf"[^\w\s{SOFT}'’-]|(?<![A-Za-z])['’-]|['’-](?![A-Za-z])")
_NOT_CONTENT = lazy(rf'[\s{SOFT}]+')
_COMPLETE = lazy('了\\Z|\\A[这那這]是[^的个個一不我你他她它很在有没要就怎什哪]{1,2}\\Z')     # said again for emphasis
_OPENING, _CLOSING = frozenset('“「『"‘'), frozenset('”」』"’')
_CONTEXT = 8    # characters on either side in which a phrase may hold a repeat
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
    yield from _repeats(view)
    for start, end, rule in unfinished(view):
        if not (_another_begins(view, start, end + 1) or _bares(view, start, end + 1)):
            yield from _cuts(view, rule, start, end)


def _repeats(view: View) -> Iterator[Edit]:
    rules, text = scan(view), view.text
    refused = set[int]()    # matches in which another may begin

    def resume(found: re.Match[str]) -> int:
        return found.start() + 1 if found.start() in refused else found.end()

    for found in view.found(rules.pattern, '\n' + text, resume):   # the newline: the text's edge is a break too
        if _PARTED.search(found[0], 1):
            continue
        rule, inner = rules.rules[(found.lastindex or 1) - 1], found[0][0] not in EDGES
        start, last, end = found.start() - inner, _last_copy(found) - 1, found.end() - 1
        if inner and not _opens(rule, text, start, last):
            refused.add(found.start())
        elif not (_is_meant(rule, text, start, end) or _is_name(text, start, last, end)
                  or _is_complete(rule, text, last, end) or _is_quoted(text, start, end)
                  or _another_begins(view, start, last) or _bares(view, start, last)):
            yield from _cuts(view, rule, start, last)


def _opens(rule: Rule, text: str, start: int, last: int) -> bool:
    """Whether a repeat stands behind a break or one of the rule's words, where it has to.

    A restart has to where its copies do not touch; a word with such words, always: 他告诉我我可以 is no stutter.
    """
    after = rule.words('after')
    if not after or ('restart' in rule.words('at') and text[start:last].isalnum()):
        return True
    before = char_before(text, start)
    return not before.isalnum() or text.endswith(tuple(after), max(0, start - _CONTEXT), start)


def _cuts(view: View, rule: Rule, start: int, last: int) -> Iterator[Edit]:
    """What goes, line by line, where no known mis-hearing comes of it."""
    for one, stop in _by_line(view.text, start, last):
        if view.joins_safely(one, stop):
            yield Edit(one, stop, '', rule.id, rule.flag('sure'))


def _last_copy(found: re.Match[str]) -> int:
    """Where the copy begins that stays."""
    return found.start(found.lastindex or 1)


def _is_meant(rule: Rule, text: str, start: int, end: int) -> bool:
    """我知道我知道 is no stutter: one of the rule's phrases, with whatever marks in between."""
    before, said, after = (_NOT_CONTENT.sub('', part).lower() for part in
                           (text[max(0, start - _CONTEXT):start], text[start:end], text[end:end + _CONTEXT]))
    for phrase in rule.words('unless'):     # it ends or begins in the copies
        plain = phrase.replace(' ', '').lower()
        if plain in (before[1 - len(plain):] if len(plain) > 1 else '') + said + after[:len(plain) - 1]:
            return True
    return False


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation is nothing but the repeat: 一句“这个这个”."""
    return char_before(text, start) in _OPENING and text[end:end + 1] in _CLOSING


def _is_name(text: str, start: int, last: int, end: int) -> bool:
    """Whether one copy is in capitals and the other is not: an AND and an OR."""
    copies = text[start:last].strip(), text[last:end]
    return any(len(copy) > 1 and copy.isupper() for copy in copies) and not all(copy.isupper() for copy in copies)


def _is_complete(rule: Rule, text: str, last: int, end: int) -> bool:
    """Whether what was said twice stands by itself, or the second begins a phrase: 我看见了 twice, 他们说他们说的."""
    if 'restart' not in rule.words('at'):
        return False
    unit = text[last:end]
    return (len(unit) < LONG_LINE and bool(_COMPLETE.search(unit))) or (text[end:end + 1] in _OF and unit[-1] in _VERBS)


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
    before = char_before(view.text, skip_back(view.text, start))
    return (not before or before in EDGES) and fillers.stand_alone(view, last)


def _by_line(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Line by line; a newline goes with its whole line only."""
    while (end := text.find('\n', start, last)) >= 0:
        opens = text.rfind('\n', 0, start) + 1
        whole_line = not text[opens:start].strip()
        yield (opens, end + 1) if whole_line else (opens + len(text[opens:start].rstrip(' ')), end)
        start = end + 1
    if text[start:last].strip():
        yield start, last
