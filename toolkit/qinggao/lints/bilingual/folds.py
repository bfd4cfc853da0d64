"""The folds of a page, and what is wrong with the order of their tags: read once, for all lints of this family."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from ...gate.page import Page
from ...patterns import lazy

NAMES = ('details', 'summary')

_TAG = lazy(r'<(?P<slash>[ /\\]{0,3})(?P<name>[A-Za-z]{5,10})(?P<rest>[^<>\n]*)(?P<close>>?)')
_SPACE = lazy(r'\s*')
_PLAIN = {'<details>': ('details', False), '</details>': ('details', True),
          '<summary>': ('summary', False), '</summary>': ('summary', True)}
# A tag whose attributes stand on the lines below it.
_LONG_TAG = lazy(r'[ \t]*\n\s*(?:open|class|id|name|style|markdown|data-[a-z]+)\b[^<>]{0,200}>')
_BLANK = lazy(r'[ \t]*')
_OLDER = lazy(r'\s*<p\b[^<>\n]*english-text')
_EMPTY_TAGS = lazy(r'(?:\s|</?p\b[^<>]*>|<br ?/?>)*')


class Tag(NamedTuple):
    """``page.text[start:end]`` is a tag of a fold. Where it is mistyped, ``right`` is what it should read."""

    start: int
    end: int
    name: str
    closes: bool
    right: str = ''


class Fold(NamedTuple):
    """A `<details>` with what belongs to it. ``inside`` is where the original begins, ``stop`` where it ends.

    ``summary`` opens the label, ``text[label:label_end]``; ``closer`` closes it, where anything does.
    """

    open: Tag
    close: Tag | None
    summary: Tag | None
    closer: Tag | None
    label: int
    label_end: int
    inside: int
    stop: int

    @property
    def end(self) -> int:
        return self.close.end if self.close else self.stop


class Folds(NamedTuple):
    """All tags in order; the folds that are closed, in order of their ends; what is left over."""

    tags: tuple[Tag, ...]
    closed: tuple[Fold, ...]
    unclosed: tuple[Fold, ...]
    stray: tuple[tuple[Tag, Tag | None], ...]       # each with the tag of a fold before it
    nested: tuple[tuple[Fold, Fold], ...]           # the inner and the outer


def folds(page: Page) -> Folds:
    """The folds of a page. Of several `<details>` in a row the last is the one that a `</details>` closes."""
    return page.once(_folds)


def _folds(page: Page) -> Folds:
    return _Walk(page).folds()


def label_of(page: Page, fold: Fold) -> str:
    """The label of a fold as a reader sees it."""
    return ' '.join(page.text[fold.label:fold.label_end].split())


def labels(page: Page) -> tuple[str, ...]:
    """The labels that stand over the other language, the one of the site first; the last is a translation's."""
    return page.profile.summary, *page.profile.labels, page.profile.translation


def is_older(page: Page, fold: Fold) -> bool:
    """Whether the original of a fold is HTML of the older shape."""
    return _OLDER.match(page.text, fold.inside) is not None


def is_empty(page: Page, fold: Fold) -> bool:
    """Whether nothing but empty tags stands in a fold."""
    found = _EMPTY_TAGS.match(page.text, fold.inside, fold.stop)
    return found is not None and found.end() == fold.stop


def after_space(text: str, at: int) -> int:
    """Where the white space from an offset on ends."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def after_blank(text: str, at: int) -> int:
    """The same, within the line."""
    found = _BLANK.match(text, at)
    return found.end() if found else at


def is_escaped(text: str, at: int) -> bool:
    """Whether a backslash makes a `<` a character like others; of two the first makes one of the second."""
    return text[at - 1:at] == '\\' and (at - len(text[:at].rstrip('\\'))) % 2 == 1


def holds_code(page: Page) -> bool:
    """Whether there is any code on the page; where there is none, nobody need ask `is_in_code` of each tag."""
    return page.holds(('`',)) or any(block.kind == 'code' for block in page.blocks)


def is_in_code(page: Page, at: int) -> bool:
    """As `Page.is_code`, quicker for the many tags that stand in no line with a backtick."""
    block = page.block_at(at)
    if block is None or block.kind == 'code':
        return block is not None
    return '`' in page.text[block.start:at] and page.is_code(at)


class _Walk:
    """One walk over the tags of a page."""

    def __init__(self, page: Page) -> None:
        self._page, self._text = page, page.text
        self._closed: list[Fold] = []
        self._waiting: list[Fold] = []      # open since an earlier run of tags; inner folds were closed since
        self._stray: list[tuple[Tag, Tag | None]] = []
        self._nested: list[tuple[Fold, Fold]] = []

    def folds(self) -> Folds:
        tags = tuple(_tags(self._page))
        opened: list[Fold] = []
        before: Tag | None = None
        for closes, run in groupby(self._parts(tags), key=lambda part: part[0].closes):
            if not closes:
                opened = [self._fold(*part) for part in run]
                continue
            closers = [part[0] for part in run]
            spare = max(0, len(opened) - len(closers))
            self._waiting += opened[:spare]
            self._close(opened[spare:], closers, before)
            opened, before = [], closers[-1]
        return Folds(tags, tuple(self._closed), tuple(self._waiting + opened), tuple(self._stray), tuple(self._nested))

    def _parts(self, tags: tuple[Tag, ...]) -> Iterator[tuple[Tag, list[Tag], int]]:
        """Each tag of a `<details>`, the tags of summaries behind it, and where the next one begins."""
        opener: Tag | None = None
        own: list[Tag] = []
        for tag in tags:
            if tag.name == 'summary':
                own.append(tag)
                continue
            if opener:
                yield opener, own, tag.start
            opener, own = tag, []
        if opener:
            yield opener, own, len(self._text)

    def _close(self, opened: list[Fold], closers: list[Tag], before: Tag | None) -> None:
        self._nested += [(inner, outer) for outer, inner in zip(opened, opened[1:]) if self._is_original(outer)]
        for closer in closers:
            if opened:
                self._closed.append(opened.pop()._replace(close=closer, stop=closer.start))
            elif self._waiting and not self._is_original(self._waiting[-1]):
                # A fold for other things, with folds of originals in it.
                self._closed.append(self._waiting.pop()._replace(close=closer, stop=closer.start))
            else:
                self._stray.append((closer, before))
            before = closer

    def _is_original(self, fold: Fold) -> bool:
        return fold.summary is None or label_of(self._page, fold) in labels(self._page)

    def _fold(self, tag: Tag, own: list[Tag], stop: int) -> Fold:
        """The fold that a `<details>` opens; where it ends is not known yet."""
        if not own or own[0].closes:
            return Fold(tag, None, None, None, tag.end, tag.end, tag.end, stop)
        closer = own[1] if len(own) > 1 and own[1].closes else None
        label = after_space(self._text, own[0].end)
        label_end = max(label, closer.start if closer else self._label_end(own[0].end))
        return Fold(tag, None, own[0], closer, label, label_end, closer.end if closer else label_end, stop)

    def _label_end(self, at: int) -> int:
        """Where a label ends that no tag closes: before the next tag or the end of its line."""
        ends = [end for end in (self._text.find('<', at), self._text.find('\n', at)) if end >= 0]
        return min(ends, default=len(self._text))


def _tags(page: Page) -> Iterator[Tag]:
    text, depth = page.text, 0
    has_code = holds_code(page)
    for found in _TAG.finditer(text, page.body):
        plain = _PLAIN.get(found[0])
        if plain:
            tag: Tag | None = Tag(found.start(), found.end(), *plain)
        else:
            name = meant(found['name'].lower())
            tag = _tag(text, found, name, depth) if name else None
        if tag and not is_escaped(text, tag.start) and not (has_code and is_in_code(page, tag.start)):
            if tag.name == 'details':
                depth = max(0, depth - 1) if tag.closes else depth + 1
            yield tag


def _tag(text: str, found: re.Match[str], name: str, depth: int) -> Tag | None:
    """The tag of a fold, mistyped or not; None where it may be something else."""
    slash, rest = found['slash'], found['rest']
    closes = '/' in slash or '\\' in slash
    start, end = found.start(), found.end() if found['close'] else found.start() + len(found[0].rstrip())
    if found['name'].lower() == name and slash in ('', '/') and found['close']:
        if not rest.strip() or (not closes and rest[0] in ' \t' and rest[-1] != '/'):
            return Tag(start, end, name, closes)
        if rest.strip() == '/' and not slash and name == 'details' and depth:
            return Tag(start, end, name, True, '</details>')
    if not slash and not rest.strip() and not found['close'] and (long := _LONG_TAG.match(text, found.end())):
        return Tag(start, long.end(), name, False)
    if rest.strip() or not (found['close'] or _ends_line(text, end)) or not _stands_as_tag(text, found, closes, depth):
        return None
    return Tag(start, end, name, closes, f'</{name}>' if closes else f'<{name}>')


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing follows on the line, and the next one cannot be the rest of the tag."""
    at = after_blank(text, at)
    return at == len(text) or (text[at] == '\n' and (at + 1 == len(text) or text[at + 1] in '<\n'))


def _stands_as_tag(text: str, found: re.Match[str], closes: bool, depth: int) -> bool:
    """Whether a mistyped tag stands where such tags stand, and not in a sentence about <retails>."""
    before = text[text.rfind('\n', 0, found.start()) + 1:found.start()].strip()
    return not before or before[-1] == '>' or (closes and ('<summary' in before or bool(depth and found['close'])))


@lru_cache(maxsize=256)
def meant(name: str) -> str:
    """The tag of a fold that a name is or was meant to be; empty for any other."""
    near = [known for known in NAMES if abs(len(name) - len(known)) <= 2 and _distance(name, known) <= 2]
    return near[0] if near else ''


def _distance(a: str, b: str) -> int:
    """How many letters to add, drop, replace or swap turn one name into the other."""
    before, row = list[int](), list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
