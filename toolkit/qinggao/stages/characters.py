"""Make odd characters plain: byte-order marks, controls, unusual spaces, full-width letters and digits.

No Unicode normal form does this: NFKC turns ，！？ into ASCII as well.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..odd_characters import KINDS, ODD, SPACES, parts
from ..patterns import lazy
from ..settings import Settings
from ..view import View

NAME = 'characters'
RULES = {
    'space': 'an unusual space, or several: one plain space',
    'break': 'an unusual line break: a plain one',
    'wide': 'a full-width letter or digit: the ASCII one',
    'control': 'a control character: nobody can read it',
    'invisible': 'a mark without width or looks',
    'direction': 'a bidi control: it can show a text in another order',
    'joiner': 'a joiner that joins nothing here',
    'direction-mark': 'a direction mark with no right-to-left letter beside it',
}
REPEATS = 8     # a control between two spaces: once it has gone they are a run

_SPACE_RUN = lazy(f'[ {SPACES}]{{2,}}')
_GONE = frozenset(['invisible', 'control', 'direction', 'joiner', 'direction-mark'])

_WIDE = {code: code - 0xFEE0 for first, last in ('０９', 'ＡＺ', 'ａｚ') for code in range(ord(first), ord(last) + 1)}


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only odd characters, and each goes or becomes the one it stands for; a run of spaces becomes one."""
    old = view.text[edit.start:edit.end]
    if edit.new == ' ' and _SPACE_RUN.fullmatch(old):
        return True
    return ODD.fullmatch(old) is not None and (not edit.new or edit.new == ''.join(map(_plain, old)))


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of one kind; neighbours that all go are one edit."""
    if not ODD.search(view.text) and '  ' not in view.text:
        return
    yield from _one_space(view.text, view.transcript.meta.get('format') == 'md')
    for run in ODD.finditer(view.text):
        before: Edit | None = None
        for edit in _parts(view.text, run.start(), run.end()):
            if before and not before.new and not edit.new and before.end == edit.start:
                before = before._replace(end=edit.end)
                continue
            if before:
                yield before
            before = edit
        if before:
            yield before


def _one_space(text: str, is_markdown: bool) -> Iterator[Edit]:
    """Several spaces are one: 好的  好的  好的 is a repeat all the same. On a page those at a line's edge count."""
    for run in _SPACE_RUN.finditer(text):
        inside = text[run.start() - 1:run.start()].strip() and text[run.end():run.end() + 1].strip()
        if inside or not (is_markdown or run[0].strip(' ')):
            yield Edit(run.start(), run.end(), ' ', f'{NAME}/space')


def _parts(text: str, start: int, end: int) -> Iterator[Edit]:
    for kind, first, last in parts(text, start, end):
        gone = kind in _GONE or _is_spare(text, kind, first, last)
        yield Edit(first, last, '' if gone else ''.join(map(_plain, text[first:last])), f'{NAME}/{kind}')


def _is_spare(text: str, kind: str, start: int, end: int) -> bool:
    """A break beside a line break says nothing more (CR LF); a space at a line's edge parts nothing.

    Made plain there, four ideographic spaces of indent would be a code block on a Markdown page,
    and two at the end of a line a hard break.
    """
    around = text[start - 1:start], text[end:end + 1]
    if kind == 'break':
        return '\n' in around
    return kind == 'space' and any(ch in _EDGES for ch in around)


def _plain(ch: str) -> str:
    if ch in SPACES:
        return ' '
    if ch in _BREAKS:
        return '\n'
    return chr(_WIDE[ord(ch)]) if ord(ch) in _WIDE else ''


_BREAKS = frozenset(KINDS['break'])
_EDGES = _BREAKS | {'', '\n'}
