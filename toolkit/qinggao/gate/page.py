"""What a lint sees of a file: its text, its front matter, its blocks, and where words may be looked at."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from os.path import basename, splitext
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..patterns import HAN, lazy
from ..protect import ADDRESS, NAMES

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..settings import Settings
    from ..site.head import Field, Head
    from ..site.profile import FieldRule, Profile
    from ..view import View
    from .settings import Gate

Made = TypeVar('Made')

PAGE, TEXT, SUBTITLES = 'page', 'text', 'subtitles'
KINDS = {'.md': PAGE, '.markdown': PAGE, '.txt': TEXT, '.srt': SUBTITLES, '.vtt': SUBTITLES}

# A line that begins with one of these tags is HTML, even in the middle of a paragraph; one tag of any other name
# alone on its line is so after a blank line. The first two alternatives read the tags of folds mistyped too.
_TAG_LINE = lazy(r'</?(?:det\w*|summ?\w*|address|article|aside|blockquote|body|caption|center|col|colgroup|dd|dialog'
                 r'|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link'
                 r'|main|menu|nav|noframes|ol|optgroup|option|p|param|search|section|table|tbody|td|tfoot|th|thead'
                 r'|title|tr|track|ul)(?=[\s>]|/>|$)', 2)
_LONE_TAG = lazy(r'</?[A-Za-z][^<>]*>[ \t]*$')
_VERBATIM = lazy(r'<(pre|script|style|textarea)(?=[\s>]|$)', 2)
_FOLD = lazy(r'</?(?=de[tai]{2})')
_TICKED = lazy(r'(?<!`)(`{1,9})(?!`).*?(?<!`)\1(?!`)')
_LEADS = frozenset('<`~#-=*_>|+0123456789')
_HEADING = lazy(r'#{1,6}(?:[ \t]|$)')
_FENCE = lazy(r'(`{3,}(?=[^`]*$)|~{3,})')
_RULE = lazy(r'([-=*_])(?:[ \t]*\1)*[ \t]*$')
_BREAK = lazy(r'([-*_])(?:[ \t]*\1){2,}[ \t]*$')
_MARKER = lazy(r'([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)')
_HAN = lazy(f'[{HAN}]')
_LATIN = lazy('[A-Za-z]')
# What holds no words of the page: code, tags and comments, where links lead, addresses, handles, what a template
# engine reads.
_HELD = lazy('|'.join((r'(?<!`)(`{1,9})(?!`)[^\n]*?(?<!`)\1(?!`)', r'<!--.*?-->', r'</?[A-Za-z][^<>\n]*>',
                             r'(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)', r'\{\{.*?\}\}', r'\{%.*?%\}',
                             ADDRESS, NAMES)), re.S)
_HELD_SIGNS = ('`', '<', '](', '{', '://', 'www.', '@', '#', '.', '==')


class Block(NamedTuple):
    """``page.text[start:end]``: lines that belong together, without the line break behind them.

    ``kind`` is text, heading, list, quote, table, code or tag (lines that begin with a tag or a comment, and rules).
    ``original`` tells what stands inside ``<details>``: the words in the other language, and the tags around them.
    """

    start: int
    end: int
    kind: str
    original: bool


class Page:
    """A file as lints see it. Offsets count code points of ``text``, whose line ends are all ``\\n``."""

    def __init__(self, path: str, text: str, gate: Gate) -> None:
        self.path = path
        self.name, suffix = splitext(basename(path))
        self.suffix = suffix.lower()
        self.kind = KINDS.get(self.suffix, PAGE)
        self.text = text
        self.gate = gate
        self._signs: dict[str, bool] = {}
        self._made: dict[object, Any] = {}

    def holds(self, signs: tuple[str, ...]) -> bool:
        """Whether one of these strings stands anywhere in the text; each is looked for once a page."""
        text, known = self.text, self._signs
        for sign in signs:
            if sign not in known:
                known[sign] = sign in text
            if known[sign]:
                return True
        return False

    def once(self, make: Callable[[Page], Made]) -> Made:
        """What ``make`` makes of the page, made at the first call: what the lints of a family share."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def profile(self) -> Profile:
        """What the site asks of front matter."""
        return self.gate.profile

    @property
    def rules(self) -> Rulebook:
        """The rules that are on."""
        return self.gate.rules

    @cached_property
    def head(self) -> Head | None:
        """The front matter as text, fields with their places; None for a page without any."""
        from ..site.head import Head
        return Head.of(self.text) if self.kind == PAGE else None

    @cached_property
    def fields(self) -> tuple[tuple[Field, FieldRule], ...]:
        """The fields of front matter that the profile knows, each with what it asks; none where they cannot be read."""
        rules = self.profile.fields
        return tuple((field, rules[field.name]) for field in (self.head.fields if self.head else ())
                     if field.name in rules)

    @cached_property
    def body(self) -> int:
        """Where the body begins."""
        return self.head.stop if self.head else 0

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, in order."""
        return tuple(self._walk.found())

    @property
    def unclosed(self) -> Block | None:
        """The code or comment at the end of the page that nothing closes."""
        return self.blocks[-1] if self.blocks and self._walk.is_open else None

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that somebody reads as running text: text, lists, quotes; originals too."""
        return tuple(block for block in self.blocks if block.kind in ('text', 'list', 'quote'))

    def block_at(self, at: int) -> Block | None:
        """The block that holds ``text[at]``."""
        i = bisect_right(self._starts, at) - 1
        return self.blocks[i] if i >= 0 and at < self.blocks[i].end else None

    def is_open(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is words of the page in its own language: no front matter, no code, no tag or
        address, and nothing inside ``<details>``."""
        if self.kind != PAGE:
            return True
        block = self.block_at(start)
        if block is None or block.original or block.kind == 'code' or end > block.end:
            return False
        first, _ = self._held_from(block, start)
        return first >= max(end, start + 1)

    def is_code(self, at: int) -> bool:
        """Whether ``text[at]`` stands in a code block or in `code`."""
        block = self.block_at(at)
        if block is None or block.kind == 'code':
            return block is not None
        first, _ = self._held_from(block, at)
        return first <= at and self.text[first] == '`'

    def is_chinese(self, start: int, end: int) -> bool:
        """Whether most of ``text[start:end]`` is Chinese: a Han says about as much as three letters."""
        text = self.text[start:end]
        if text.isascii():
            return False
        return 3 * len(_HAN.findall(text)) > len(_LATIN.findall(text))

    @cached_property
    def settings(self) -> Settings:
        """How stages see the page."""
        return self.gate.settings

    @cached_property
    def view(self) -> View:
        """The whole text for a stage's own functions; ask `is_open` of every place that they name."""
        from ..transcript import Transcript
        from ..view import View
        return View(Transcript.plain(self.text), self.settings, self.rules)

    @cached_property
    def _walk(self) -> _Blocks:
        return _Blocks(self.text, self.body)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _held_in(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    def _held_from(self, block: Block, at: int) -> tuple[int, int]:
        """The first span of a block that holds no words and ends behind an offset; else where the text ends."""
        held = self._held(block)
        i = bisect_right(held, at, key=_end)
        return held[i] if i < len(held) else (len(self.text) + 1, len(self.text) + 1)

    def _held(self, block: Block) -> list[tuple[int, int]]:
        """The spans of a block that hold no words of the page."""
        if block.start not in self._held_in:
            text = self.text[block.start:block.end]
            likely = any(sign in text for sign in _HELD_SIGNS)
            self._held_in[block.start] = [
                (block.start + found.start(), block.start + found.end()) for found in _HELD.finditer(text)
            ] if likely else []
        return self._held_in[block.start]


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


def _end(span: tuple[int, int]) -> int:
    return span[1]


class _Blocks:
    """One walk over the lines of a body, as CommonMark reads it; lines that a tag runs into stay words here."""

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
        at = self._at
        for line in self._text[at:].split('\n'):
            if not line and not self._until:
                self._pause()
            elif self._until or self._items or not line[0].isalpha():
                self._take(line, at)
            else:
                self._plain(line, at)
            at += len(line) + 1
        self._close()
        return self._blocks

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
            self._pause()
            return
        first = bare[0]
        self._indent = 0 if line[0] == first else len(line[:len(line) - len(bare)].expandtabs(4))
        if (self._indent or self._items) and self._is_indented(bare):
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
        """A line that begins with a letter, outside of lists: most are."""
        if self._open is None or self._open[1] == 'code':
            self._begin(at, 'text')
        self._end = at + len(line)
        if '<' in line and 'de' in line:
            self._fold(line)

    def _pause(self) -> None:
        """A blank line."""
        if self._open:
            self._close()
        self._raw = False

    def _is_indented(self, bare: str) -> bool:
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
        goes_on = self._open is not None and self._open[1] == 'text' and not self._items
        if goes_on and first in '-=' and ' ' not in bare.rstrip() and '\t' not in bare.rstrip():
            assert self._open is not None
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
