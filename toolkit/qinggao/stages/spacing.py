"""Put one space between Han and Latin letters or digits, none between Han, none at the edges of a line."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..edits import Edit
from ..patterns import HAN, lazy
from ..settings import Settings
from ..view import View

NAME = 'spacing'
RULES = {
    'han-latin': 'Han and Latin letters or digits are parted by one space, or by none',
    'between-han': 'no space between Han',
    'run': 'one space between words is enough',
    'edge': 'a space at the edge of a line parts nothing',
}

_HAN = HAN + '〇々'
_STOPS = '，。！？：；、'  # full-width: they bring their own room on both sides
_QUOTES = '“”‘’…'  # English has them too: they count only beside something Chinese
_CHINESE = f'{_HAN}{_STOPS}（）「」『』《》〈〉【】〔〕'
_WORD = 'A-Za-z0-9'

# Two ways to find the same places. Each stops at every character of its class, so the rarer class is
# the quick one: 8 against 30 ns a character on Chinese, 29 against 3 on English.
# The group says on which sides a character of the other class stands.
_SIDES = '[{0}](?:(?<=[{1}].)(?:(?=[{1}])(?P<both>)|(?P<before>))|(?=[{1}])(?P<behind>))'
_AT_WORD = lazy(_SIDES.format(_WORD, _HAN))
_AT_HAN = lazy(_SIDES.format(_HAN, _WORD))
_GAPS = {'both': (0, 1), 'before': (0,), 'behind': (1,)}

# The first of them, then more, or one at an edge or beside something Chinese. `re` looks quickly for a literal.
_SOME = rf'(?: +|(?=[\n{_CHINESE}{_QUOTES}]|\Z)|(?<=[\n{_CHINESE}{_QUOTES}] )|(?<!(?s:.) ))'
_SPACES = lazy(f' {_SOME}')
# Most single spaces stand between a letter that is not ASCII and one that is, where they belong: those are passed over.
_WIDE = r'[^\W\d_a-zA-Z]'
_LIKELY_SPACES = lazy(f' (?!(?<=[{_WORD}] ){_WIDE}|(?<={_WIDE} )[{_WORD}]){_SOME}')
_TIGHT = lazy(f'[{_CHINESE}{_QUOTES}][{_CHINESE}]|[{_CHINESE}][{_QUOTES}]'
                    f'|[{_STOPS}][{_WORD}]|[{_WORD}][{_STOPS}]')
_BESIDE = lazy(f'[{_HAN}][{_WORD}]|[{_WORD}][{_HAN}]')

_HAN_PAIR = lazy(f'[{_HAN}]{{2}}')
_MARKED = lazy(f'[{_STOPS}]')
_NEAR, _FAR = 24, 200  # so many characters, spaces aside: those come and go


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Spaces come and go, nothing else."""
    text, (start, end, new, *_) = view.text, edit
    if new.strip(' ') or (start < end and text[start:end].strip(' ')):
        return False
    around = '' if new else text[max(0, start - 1):start] + text[end:end + 1]
    return not (len(around) == 2 and around.isascii() and around.isalnum())


def edits(view: View) -> Iterator[Edit]:
    """One edit a run of spaces, or a place that lacks one."""
    atoms = _Atoms(view.text)
    if view.settings.spaces:
        yield from _insertions(view.text, atoms)
    for edit in _removals(view):
        kept_out = atoms.hold if edit.new else atoms.touch  # a space taken away would lengthen a #tag
        if edit.rule == f'{NAME}/edge' or not kept_out(edit.start, edit.end):
            yield edit


def between_han(view: View) -> Iterator[Edit]:
    """The spaces between Han or Chinese marks."""
    atoms = _Atoms(view.text)
    return (edit for edit in _removals(view)
            if edit.rule == f'{NAME}/between-han' and not atoms.touch(edit.start, edit.end))


def insertions(text: str) -> Iterator[Edit]:
    """The spaces that Han and Latin letters or digits lack."""
    return _insertions(text, _Atoms(text))


def _insertions(text: str, atoms: _Atoms) -> Iterator[Edit]:
    if text.isascii():
        return
    is_chinese = len(text.encode('utf-8', 'surrogatepass')) > 2 * len(text)
    pattern = _AT_WORD if is_chinese else _AT_HAN
    places = [found.start() + gap for found in pattern.finditer(text) for gap in _GAPS[found.lastgroup or '']]
    if places and atoms:
        places = [at for at in places if not atoms.hold(at, at)]
    for at in places:
        yield Edit(at, at, ' ', f'{NAME}/han-latin')


def _removals(view: View) -> Iterator[Edit]:
    text, page = view.text, _Page(view.text) if view.transcript.meta.get('format') == 'md' else None
    spaces = _LIKELY_SPACES if view.settings.spaces else _SPACES
    for found in spaces.finditer(text) if ' ' in text else ():
        start, end = found.span()
        left, right = text[start - 1:start] or '\n', text[end:end + 1] or '\n'
        if '\n' in (left, right):
            if page is None or (left != '\n' and end - start == 1):  # two at a line's end break it on a page
                yield Edit(start, end, '', f'{NAME}/edge')
        elif _TIGHT.match(left + right):
            yield Edit(start, end, '', f'{NAME}/between-han', not _may_be_pause(text, start, end))
        elif not view.settings.spaces and _BESIDE.match(left + right):
            yield Edit(start, end, '', f'{NAME}/han-latin')
        elif end - start > 1 and not (page and page.indents(start)):
            yield Edit(start, end, ' ', f'{NAME}/run')


def _may_be_pause(text: str, start: int, end: int) -> bool:
    """Whether a space between two Han may be all that parts two sentences.

    Recognisers write 他走了 门还开着 instead of marks, though many put ？ where they hear a question.
    Where a line has marks on both sides they are written, and the space is a slip: 他走了，门还 开着。
    """
    if not _HAN_PAIR.match(text[start - 1] + text[end]):
        return False
    if text[start - 2:start] == text[end:end + 2]:
        return True     # 谢谢谢谢 谢谢谢谢 would be a loop without it
    before = text[max(0, start - _FAR):start].replace(' ', '')[-_NEAR:].rpartition('\n')[2]
    after = text[end:end + _FAR].replace(' ', '')[:_NEAR].partition('\n')[0]
    return not (_MARKED.search(before) and _MARKED.search(after))


class _Page:
    """The lines of a Markdown page, where the spaces after a marker count and tables are aligned by hand."""

    _MARKERS = re.compile(r'[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t]+)*')

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = self._seen = 0

    def indents(self, at: int) -> bool:
        """Whether spaces there are layout. Asked in order: a whole page on one line stays linear."""
        self._line = max(self._line, self._text.rfind('\n', self._seen, at) + 1)
        self._seen = at
        markers = self._MARKERS.match(self._text, self._line)
        return markers is not None and (at < markers.end() or self._text.startswith('|', markers.end()))


class _Atoms:
    """Where spaces are no typography: addresses, @handles, #tags, `code`, file names."""

    # It begins with a class, which `re` looks for quickly.
    _SIGN = re.compile(r'[:w@#`.](?:(?<=:)//|(?<=w)ww\.|(?<=[@#`])|(?<=\.)(?:pdf|docx?|xlsx?|pptx?|txt|md|srt|vtt|ass'
                       r'|csv|json|ya?ml|html?|py|js|sh|mp[34]|m4a|wav|jpe?g|png|gif|zip)(?![A-Za-z0-9]))')
    # An address holds Han only behind a sign: …/wiki/中文, but https://example.org是 ends before 是.
    _ADDRESS = re.compile(r'[!-~]*(?:(?<=[/=_%-])[^\s，。！？：；、“”‘’（）《》【】]+)?')
    _NAME = re.compile(r'\w{1,64}')
    _HOST = re.compile(r'[A-Za-z0-9.-]+')
    _CODE = re.compile(r'[^`\n]+`')
    _BEFORE = re.compile(r'[\w.+-]{0,40}\Z')
    _LETTERS_BEFORE = re.compile(r'[A-Za-z0-9._+-]{0,40}\Z')

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: tuple[list[int], list[int]] | None = None

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._found()[0])

    def hold(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` lies inside one."""
        starts, ends = self._found()
        i = bisect_right(ends, end)
        return i < len(ends) and starts[i] < start

    def touch(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` lies inside one or beside it."""
        starts, ends = self._found()
        i = bisect_left(ends, start)
        return i < len(ends) and starts[i] <= end

    def _found(self) -> tuple[list[int], list[int]]:
        if self._spans is None:
            starts, ends, at = list[int](), list[int](), 0
            likely = any(mark in self._text for mark in ('://', 'www.', '@', '#', '`', '.'))
            while likely and (sign := self._SIGN.search(self._text, at)):
                start, at = self._span(sign)
                if at > start:
                    starts.append(start)
                    ends.append(at)
                at = max(at, sign.end())
            self._spans = starts, ends
        return self._spans

    def _span(self, sign: re.Match[str]) -> tuple[int, int]:
        """The atom around its sign; empty where the sign means nothing."""
        start, end = sign.span()
        before = self._text[max(0, start - 40):start]
        letters = start - len(_whole(self._LETTERS_BEFORE.search(before)))
        if sign.group() in ('://', 'www.'):
            return letters, end + len(_whole(self._ADDRESS.match(self._text, end)))
        if sign.group() == '`':
            return start, end + len(_whole(self._CODE.match(self._text, end)))
        if sign.group() == '@' and letters < start:
            return letters, end + len(_whole(self._HOST.match(self._text, end)))
        if sign.group() in '@#':
            return start, end + (len(_whole(self._NAME.match(self._text, end))) if letters == start else -1)
        return start - len(_whole(self._BEFORE.search(before))), end


def _whole(found: re.Match[str] | None) -> str:
    return found.group() if found else ''
