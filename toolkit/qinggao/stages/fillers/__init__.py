"""Delete words that carry nothing where they stand: 嗯, 呃, a bare 对吧; rules/fillers.yaml says which and where."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ... import loops
from ...edits import Edit
from ...patterns import lazy
from ...settings import Settings
from ...view import View
from .. import boilerplate
from .meaning import is_said, stays
from .scan import Scan, Use, allowed, explained, inner, scan
from .span import parts_well, skip, with_marks
from .words import EDGES, MARKS

NAME = 'fillers'
_LOOP = 'boilerplate/loop'
REPEATS = 16    # 嗯对吧: once the one has gone, the other stands at an edge

_SOUNDS = lazy(r'([嗯呃唔啊呢])\1*')
_STRETCH = lazy(rf'[^\n{MARKS}]{{0,24}}')
_LONGEST = 24   # characters of a filler word, marks aside
_LOOPED = 80    # characters of a loop on either side of a cut

def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only delete, and only fillers with the marks and spaces beside them; a newline only with its whole line."""
    text, (start, end) = view.text, edit[:2]
    if edit.rule == _LOOP:
        return boilerplate.allows(edit, view)
    if edit.new or not scan(view).licence.fullmatch(text, start, end):
        return False
    opens = start == 0 or text[start - 1] == '\n'
    whole_line = opens and (end == len(text) or text[end - 1] == '\n')
    return '\n' not in text[start:end] or whole_line or end == len(text)


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of fillers, or one a sound in a run whose other words stay."""
    rules, text = scan(view), view.text
    if view.again:
        yield from _closed_loops(view)
    short: dict[int, int] = {}      # where the search goes on behind a run that ended early

    def resume(found: re.Match[str]) -> int:
        return short.pop(found.start(), found.end())

    for found in view.found(rules.pattern, '\n' + text, resume):   # the newline: the text's edge is a break too
        start, end = found.start(), found.end() - 1
        start = skip(text, start) if found[0][0] in EDGES else start - 1
        at = (found.lastgroup or '').rpartition('_')[2]
        use, stop = explained(rules, text, start, end, at)
        if stop < end:
            short[found.start()] = stop + 1
        if use:
            edit = _cut(view, rules, use, start, stop) or _without_last(view, rules, start, stop, at)
            yield from (edit,) if edit else _sounds(view, rules, start, stop)


def _cut(view: View, rules: Scan, use: Use, start: int, end: int) -> Edit | None:
    """The run with what goes along; None where it is said for its meaning."""
    if is_said(view.text, use, start, end) or stays(view, rules, use, start, end):
        return None
    span = with_marks(view.text, start, end)
    return Edit(*span, '', use.rule.id, use.rule.flag('sure')) if span and parts_well(view, *span) else None


def _without_last(view: View, rules: Scan, start: int, end: int, at: str) -> Edit | None:
    """The run up to its last word, which may be why it stays: 对吧 of 对吧好的."""
    *before, last = (found.start() for found in rules.word.finditer(view.text, start, end))
    if not before:
        return None
    use, stop = explained(rules, view.text, start, last, inner(at))
    return _cut(view, rules, use, start, stop) if use else None


def _sounds(view: View, rules: Scan, start: int, end: int) -> Iterator[Edit]:
    """The sounds in a run whose other words stay: 嗯 of 我们嗯呢, 啊 of 啊好的, 呃 of 这个呃."""
    for found in _SOUNDS.finditer(view.text, start, end):
        first, last = found.span()
        use = allowed(rules, view.text, found[1], first, 'start' if first == start else 'anywhere')
        if use and last == end and is_said(view.text, use, start, end):
            continue    # 票嗯呢: the 呢 is why the run stays
        edit = _cut(view, rules, use, first, last) if use and last - first < end - start else None
        if edit:
            yield edit


def _closed_loops(view: View) -> Iterator[Edit]:
    """What is said over and over now that the sounds between are gone: 谢谢谢谢嗯谢谢谢谢."""
    text, rule = view.text, view.rules.get(_LOOP)
    spare, done = frozenset(rule.words('unless') if rule else ()), 0
    for at in view.edited if rule else ():
        start, end = max(done, at - _LOOPED), at + _LOOPED
        if at >= done and text.find(text[at:at + 2], start, at) >= 0:   # in a loop what follows was just said
            for first, last in loops.surplus(text[start:end], spare):
                if not view.changes_turn(start + first, start + last):
                    yield Edit(start + first, start + last, '', _LOOP, rule.flag('sure') if rule else True)
            done = end


def stand_before(view: View, at: int) -> bool:
    """Whether a filler word ends at ``text[at]``: a cut there would put it at an edge."""
    return bool(scan(view).last.search(view.text, max(0, at - _LONGEST), at))


def are_tags(view: View, at: int) -> bool:
    """Whether a tag ends at ``text[at]`` that would go if a mark stood behind it: 对吧."""
    return bool(scan(view).tags.search(view.text, max(0, at - _LONGEST), at))


def stand_alone(view: View, at: int) -> bool:
    """Whether nothing but fillers stands between ``text[at]`` and the next break."""
    stretch = _STRETCH.match(view.text, at)
    return bool(stretch and scan(view).licence.fullmatch(view.text, at, stretch.end()))


def would_go(view: View, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is fillers that would go if there were breaks on both sides."""
    rules, text = scan(view), view.text
    if not rules.licence.fullmatch(text, start, end):
        return False
    use, stop = explained(rules, text, start, end, 'alone')
    return use is not None and stop == end


def begin(view: View, at: int) -> bool:
    """Whether a run that would go behind a break begins at ``text[at]``."""
    return scan(view).pattern.match('\n' + view.text[at:at + _LONGEST]) is not None
