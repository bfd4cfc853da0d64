"""What a lint sees of a file: its text, its front matter, its blocks, and where words may be looked at."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from os.path import basename, splitext
from typing import TYPE_CHECKING, Any, TypeVar

from ..patterns import HAN, lazy
from ..protect import ADDRESS, NAMES
from .blocks import Block, Walk
from .signs import LONG, signs_in

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..settings import Settings
    from ..site.fields import Field
    from ..site.head import Head
    from ..site.profile import FieldRule, Profile
    from ..view import View
    from .settings import Gate

Made = TypeVar('Made')

PAGE, TEXT, SUBTITLES = 'page', 'text', 'subtitles'
KINDS = {'.md': PAGE, '.markdown': PAGE, '.txt': TEXT, '.srt': SUBTITLES, '.vtt': SUBTITLES}

_HAN = lazy(f'[{HAN}]')
_LATIN = lazy('[A-Za-z]')
# What holds no words of the page: code, tags and comments, where links lead, addresses, handles, what a template
# engine reads.
_HELD = lazy('|'.join((r'(?<!`)(`{1,9})(?!`)[^\n]*?(?<!`)\1(?!`)', r'<!--.*?-->', r'</?[A-Za-z][^<>\n]*>',
                             r'(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)', r'\{\{.*?\}\}', r'\{%.*?%\}',
                             ADDRESS, NAMES)), re.S)
_TOP = 400      # characters
_HELD_SIGNS = ('`', '<', '](', '{', '://', 'www.', '@', '#', '.', '==')


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
        if not known and len(text) > LONG:
            known.update(signs_in(text))
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
    def top(self) -> str:
        """The front matter with its fences; where none can be told, what the page begins with."""
        return self.text[:max(self.body, _TOP)]

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
    def _walk(self) -> Walk:
        return Walk(self.text, self.body)

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


def _end(span: tuple[int, int]) -> int:
    return span[1]
