"""The blocks of a page's body: one walk over its lines, as CommonMark reads them."""
from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import lazy

# A line that begins with one of these tags is HTML, even in the middle of a paragraph; one tag of any other name
# alone on its line is so after a blank line. The first two alternatives read the tags of folds mistyped too.
_TAG_LINE = lazy(r'</?(?:det\w*|summ?\w*|address|article|aside|blockquote|body|caption|center|col|colgroup|dd|dialog'
                 r'|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link'
                 r'|main|menu|nav|noframes|ol|optgroup|option|p|param|search|section|table|tbody|td|tfoot|th|thead'
                 r'|title|tr|track|ul)(?=[\s>]|/>|$)', 2)
_LONE_TAG = lazy(r'</?[A-Za-z][^<>]*>[ \t]*$')
_VERBATIM = lazy(r'<(pre|script|style|textarea)(?=[\s>]|$)', 2)
_FOLD = lazy(r'(?<!\\)(?:\\\\)*(</?)(?=de[tai]{2})')     # one behind a lone backslash is no tag
_FOLD_TAGS = {'<details>': True, '</details>': False}
_TICKED = lazy(r'(?<!`)(`{1,9})(?!`).*?(?<!`)\1(?!`)')
_LEADS = frozenset('<`~#-=*_>|+0123456789')
_HEADING = lazy(r'#{1,6}(?:[ \t]|$)')
_FENCE = lazy(r'(`{3,}(?=[^`]*$)|~{3,})')
_RULE = lazy(r'([-=*_])(?:[ \t]*\1)*[ \t]*$')
_BREAK = lazy(r'([-*_])(?:[ \t]*\1){2,}[ \t]*$')
_MARKER = lazy(r'([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)')


class Block(NamedTuple):
    """``page.text[start:end]``: lines that belong together, without the line break behind them.

    ``kind`` is text, heading, list, quote, table, code or tag (lines that begin with a tag or a comment, and rules).
    ``original`` tells what stands inside ``<details>``: the words in the other language, and the tags around them.
    """

    start: int
    end: int
    kind: str
    original: bool


class _Until(NamedTuple):
    """What closes a fence, a comment or a `<pre>`: its own mark, or the end of the item or quote it stands in."""

    mark: str
    inside: int
    quoted: bool

    def is_left(self, line: str) -> bool:
        bare = line.lstrip(' \t')
        if self.quoted:
            return bare[:1] != '>'
        return bool(self.inside and bare) and len(line[:len(line) - len(bare)].expandtabs(4)) < self.inside

    def ends(self, line: str) -> bool:
        if self.mark[0] in '-<':
            return self.mark in line.lower()
        bare = line.strip('> \t' if self.quoted else ' \t')
        return bare.startswith(self.mark) and not bare.strip(self.mark[0])


def _is_label(line: str) -> bool:
    """Whether a line is `<summary>…</summary>` and nothing else."""
    return line.startswith('<summary>') and line.endswith('</summary>') and line.count('<') == 2


class Walk:
    """One walk over the lines of a body. Lines that a tag runs into stay words here."""

    def __init__(self, text: str, body: int) -> None:
        self._text, self._at = text, body
        self._blocks: list[Block] = []
        self._open: tuple[int, str] | None = None
        self._original = False
        self._end = body
        self._until: _Until | None = None       # what closes the code or comment that is open
        self._items: list[int] = []             # the columns at which the text of the open list items begins
        self._indent = 0                        # of the line that is read
        self._raw = False                       # whether the line above is HTML, which goes on to a blank line
        self._folded = False

    def found(self) -> list[Block]:
        """The blocks, in order. Three lines in four of a bilingual page are blank, plain, or a fold's own tags."""
        at = self._at
        for line in self._text[at:].split('\n'):
            if self._until or self._items:
                self._take(line, at)
            elif not line:
                if self._open:
                    self._close()
                self._raw = False
            elif (first := line[0]) == '<' and (line in _FOLD_TAGS or _is_label(line)):
                self._fold_tag(line, at)
            elif first.isalpha() or (line.startswith('**') and line[2:3].isalpha()):
                self._plain(line, at)
            else:
                self._take(line, at)
            at += len(line) + 1
        self._close()
        return self._blocks

    def _fold_tag(self, line: str, at: int) -> None:
        """A line that is a fold's tag or label and nothing else, outside of lists."""
        if self._open:
            self._close()
        opens = _FOLD_TAGS.get(line, self._folded)
        self._blocks.append(Block(at, at + len(line), 'tag', self._folded or opens))
        self._folded, self._raw = opens, True

    @property
    def is_open(self) -> bool:
        """Whether code or a comment goes on at the end, and no list item or quote ends it."""
        return self._until is not None and not (self._until.inside or self._until.quoted)

    def _take(self, line: str, at: int) -> None:
        if self._until and not self._until.is_left(line):
            self._end = at + len(line)
            if self._until.ends(line):
                self._until = None
                self._close()
            return
        if self._until:
            self._until = None
            self._close()
        bare = line.lstrip(' \t')
        if not bare or bare.isspace():
            self._close()
            self._raw = False
            return
        first = bare[0]
        self._indent = 0 if line[0] == first else len(line[:len(line) - len(bare)].expandtabs(4))
        if (self._indent or self._items) and self._is_indented():
            if not self._open:
                self._begin(at, 'code')
        elif first in _LEADS:
            self._lead(bare, first, at)
        elif self._open is None or self._open[1] == 'code':
            self._begin(at, 'text')
        if self._open:
            self._end = at + len(line)
        if '<' in line and 'de' in line:
            self._fold(line)
        if self._open and self._open[1] in ('heading', 'tag') and not self._until:
            self._close()

    def _plain(self, line: str, at: int) -> None:
        """A line that begins with a letter or a bold word, outside of lists: most are."""
        if self._open is None or self._open[1] == 'code':
            self._begin(at, 'text')
        self._end = at + len(line)
        if '<' in line and 'de' in line:
            self._fold(line)

    def _is_indented(self) -> bool:
        """Whether a line is indented code."""
        if self._raw or (self._open and self._open[1] != 'code'):
            return False        # a paragraph goes on, however its lines are indented
        self._leave_items()
        return self._indent - (self._items[-1] if self._items else 0) >= 4

    def _leave_items(self) -> None:
        """Leave the list items that the line is too far left for."""
        while self._items and self._indent < self._items[-1]:
            self._items.pop()

    def _lead(self, bare: str, first: str, at: int) -> None:
        """A line that begins with what may mean something."""
        if first == '<':
            self._tag(bare, at)
        elif first in '`~' and (fence := _FENCE.match(bare)):
            self._fence(fence[1], at, False)
        elif first == '#' and _HEADING.match(bare):
            self._begin(at, 'heading')
        elif first in '-=*_' and _RULE.match(bare):
            self._rule(bare, first, at)
        elif first == '>':
            self._quote(bare, at)
        elif first != '|' and (marker := _MARKER.match(bare)):
            self._item(bare, marker, at)
        elif self._open is None or self._open[1] == 'code':
            self._begin(at, 'table' if first == '|' else 'text')

    def _fence(self, mark: str, at: int, quoted: bool) -> None:
        self._begin(at, 'code')
        self._until = _Until(mark, self._items[-1] if self._items else 0, quoted)

    def _rule(self, bare: str, first: str, at: int) -> None:
        """`---`, `===`: the line below a heading or a rule of its own."""
        whole = ' ' not in bare.rstrip() and '\t' not in bare.rstrip()
        if self._open and self._open[1] == 'text' and not self._items and first in '-=' and whole:
            self._open = self._open[0], 'heading'
        elif first != '=' and _BREAK.match(bare):
            self._begin(at, 'tag')
        elif first in '-*' and bare.rstrip() == first:      # an item with nothing in it
            self._begin(at, 'list')
        elif not self._open or self._open[1] == 'code':
            self._begin(at, 'text')

    def _quote(self, bare: str, at: int) -> None:
        inner = bare.lstrip('> ')
        fence = _FENCE.match(inner) if inner[:3] in ('```', '~~~') else None
        if fence:
            self._fence(fence[1], at, True)
        elif self._open is None or self._open[1] != 'quote':
            self._begin(at, 'quote')

    def _item(self, bare: str, marker: re.Match[str], at: int) -> None:
        if self._open and self._open[1] == 'text' and bare[0].isdigit() and marker[1] not in ('1.', '1)'):
            return      # a number other than 1 cannot break into a paragraph
        inside = self._indent + (marker.end() if len(marker[2]) <= 4 else len(marker[1]) + 1)
        rest = bare[marker.end():]
        fence = _FENCE.match(rest) if rest[:3] in ('```', '~~~') else None
        if fence or self._open is None or self._open[1] in ('code', 'quote'):
            self._begin(at, 'code' if fence else 'list')
        self._leave_items()
        self._items.append(inside)
        if fence:
            self._until = _Until(fence[1], inside, False)

    def _tag(self, bare: str, at: int) -> None:
        goes_on = self._open is not None and self._open[1] != 'code'
        if bare.startswith('<!--'):
            self._begin(at, 'tag')
            if '-->' not in bare[4:]:
                self._until = _Until('-->', 0, False)
        elif verbatim := _VERBATIM.match(bare):
            self._begin(at, 'code')
            if f'</{verbatim[1].lower()}>' not in bare.lower():
                self._until = _Until(f'</{verbatim[1].lower()}>', 0, False)
        elif _TAG_LINE.match(bare) or (not goes_on and _LONE_TAG.match(bare)):
            self._begin(at, 'tag')
            self._raw = True
        elif not goes_on:
            self._begin(at, 'text')

    def _fold(self, line: str) -> None:
        """Note whether a line opens or closes a fold, wherever in it that is.

        A fold in a fold is mostly one that was never closed: the words behind the inner one are the page's own.
        """
        if '`' in line:
            line = _TICKED.sub('', line)
        for tag in _FOLD.findall(line):
            self._folded = tag == '<'
        if self._folded and self._open and self._open[1] == 'tag':
            self._original = True

    def _begin(self, at: int, kind: str) -> None:
        self._close()
        self._leave_items()
        self._open, self._original = (at, kind), self._folded

    def _close(self) -> None:
        if self._open:
            self._blocks.append(Block(self._open[0], self._end, self._open[1], self._original))
        self._open = None
