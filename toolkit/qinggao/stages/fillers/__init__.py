"""Delete words that carry nothing where they stand: 嗯, 呃, a bare 对吧; rules/fillers.yaml says which and where."""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...patterns import lazy
from ...settings import Settings
from ...view import View
from .. import boilerplate
from ..boilerplate import loops
from .meaning import is_said, stays
from .scan import Scan, Use, scan
from .span import parts_well, skip, with_marks
from .words import EDGES, MARKS

NAME = 'fillers'
_LOOP = 'boilerplate/loop'
REPEATS = True  # 嗯对吧: once the one has gone, the other stands at an edge

_FIRST_SOUNDS, _LAST_SOUNDS = lazy('[嗯呃唔啊]+'), lazy(r'[嗯呃唔啊]+\Z')
_STRETCH = lazy(rf'[^\n{MARKS}]{{0,24}}')
_LONGEST = 24   # characters of a filler word, marks aside

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
    """One edit a run of fillers."""
    rules, text = scan(view), view.text
    if view.again:
        yield from _closed_loops(view)
    for found in view.found(rules.pattern, '\n' + text):   # the newline: the text's edge is a break too
        start, end = found.start(), found.end() - 1
        start = skip(text, start) if found[0][0] in EDGES else start - 1
        edit = _cut(view, rules, rules.use(found), start, end) or _cut_sounds(view, rules, start, end)
        if edit:
            yield edit


def _cut(view: View, rules: Scan, use: Use, start: int, end: int) -> Edit | None:
    """The run with what goes along; None where it is said for its meaning."""
    if is_said(view.text, use, start, end) or stays(view, rules, use, start, end):
        return None
    span = with_marks(view.text, start, end)
    return Edit(*span, '', use.rule.id, use.rule.flag('sure')) if span and parts_well(view, *span) else None


def _cut_sounds(view: View, rules: Scan, start: int, end: int) -> Edit | None:
    """The sounds at the edge of a run whose rest stays: 嗯 of 我们嗯呢, 啊 of 啊好的, 呃 of 这个呃."""
    for found in (_FIRST_SOUNDS.match(view.text, start, end), _LAST_SOUNDS.search(view.text, start, end)):
        use = rules.sounds.get(view.text[found.start()]) if found and len(found[0]) < end - start else None
        edit = _cut(view, rules, use, *found.span()) if use and found else None
        if edit:
            return edit
    return None


def _closed_loops(view: View) -> Iterator[Edit]:
    """What is said over and over now that the sounds between are gone: 谢谢谢谢嗯谢谢谢谢."""
    rule = view.rules.get(_LOOP)
    for start, end in view.fresh if rule else ():
        for first, last in loops.surplus(view.text[start:end], frozenset(rule.words('unless') if rule else ())):
            yield Edit(start + first, start + last, '', _LOOP)


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
