"""Make odd characters plain: byte-order marks, controls, unusual spaces, full-width letters and digits.

No Unicode normal form does this: NFKC turns ，！？ into ASCII as well.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
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

_SPACES = '\u00a0\u1680' + ''.join(map(chr, range(0x2000, 0x200b))) + '\u202f\u205f\u3000'
_KINDS = {
    'space': _SPACES,
    'break': '\r\v\f\u0085\u2028\u2029',
    'wide': '０-９Ａ-Ｚａ-ｚ',
    'control': '\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f',
    'invisible': '\u00ad\u200b\u2060\ufeff',
    'direction': '\u202a-\u202e\u2066-\u2069',
    'joiner': '\u200c\u200d',
    'direction-mark': '\u061c\u200e\u200f',
}
_ODD = lazy('[{0}][{0}]*'.format(''.join(_KINDS.values())))  # not [{0}]+, for which `re` tries every character
_KIND = lazy('|'.join(f'(?P<{name.replace("-", "_")}>[{chars}]+)' for name, chars in _KINDS.items()))
_SPACE_RUN = lazy(f'[ {_KINDS["space"]}]{{2,}}')
_GONE = frozenset(['invisible', 'control', 'direction', 'joiner', 'direction_mark'])

_WIDE = {code: code - 0xFEE0 for first, last in ('０９', 'ＡＺ', 'ａｚ') for code in range(ord(first), ord(last) + 1)}

# Persian writes half its plurals with ZWNJ and Indic scripts choose ligatures by both joiners;
# between emoji ZWJ makes one picture: woman + ZWJ + rocket. Elsewhere they are leftovers.
_SHAPED = '\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc'
_PICTURE = '\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff'
_JOINER_AT_WORK = lazy(f'(?<=[{_SHAPED}])[\u200c\u200d]|[\u200c\u200d](?=[{_SHAPED}])'
                             f'|(?<=[{_PICTURE}\ufe0f])\u200d(?=[{_PICTURE}])')
_RIGHT_TO_LEFT = '\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff'
_MARK_AT_WORK = lazy(f'(?<=[{_RIGHT_TO_LEFT}])[{_KINDS["direction-mark"]}]'
                           f'|[{_KINDS["direction-mark"]}](?=[{_RIGHT_TO_LEFT}])')
_AT_WORK = {'joiner': _JOINER_AT_WORK, 'direction_mark': _MARK_AT_WORK}


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only odd characters, and each goes or becomes the one it stands for; a run of spaces becomes one."""
    old = view.text[edit.start:edit.end]
    if edit.new == ' ' and _SPACE_RUN.fullmatch(old):
        return True
    return _ODD.fullmatch(old) is not None and (not edit.new or edit.new == ''.join(map(_plain, old)))


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of one kind; neighbours that all go are one edit."""
    if not _ODD.search(view.text) and '  ' not in view.text:
        return
    yield from _one_space(view.text, view.transcript.meta.get('format') == 'md')
    for run in _ODD.finditer(view.text):
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
    for part in _KIND.finditer(text, start, end):
        kind = str(part.lastgroup)
        rule = f'{NAME}/{kind.replace("_", "-")}'
        if kind in _AT_WORK:
            yield from (Edit(at, at + 1, '', rule) for at in range(*part.span()) if not _AT_WORK[kind].match(text, at))
        elif kind in _GONE or _is_spare(text, kind, *part.span()):
            yield Edit(*part.span(), '', rule)
        else:
            yield Edit(*part.span(), ''.join(map(_plain, part.group())), rule)


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
    if ch in _SPACES:
        return ' '
    if ch in _BREAKS:
        return '\n'
    return chr(_WIDE[ord(ch)]) if ord(ch) in _WIDE else ''


_BREAKS = frozenset(_KINDS['break'])
_EDGES = _BREAKS | {'', '\n'}
