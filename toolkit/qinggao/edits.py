"""A text that remembers its source: every change is listed, explained and can be undone."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple


class Edit(NamedTuple):
    """What a stage asks for: let ``text[start:end]`` read ``new``, because of ``rule``.

    Offsets count code points of the text the stage was given. An edit that is not ``sure``
    is reported and left undone unless the user asks for it.
    """

    start: int
    end: int
    new: str
    rule: str
    sure: bool = True


class Change(NamedTuple):
    """What came of the edits: at ``source[start]`` stood ``old``; now it reads ``new``."""

    start: int
    old: str
    new: str
    rules: tuple[str, ...]  # who did it, in the order they ran

    @property
    def end(self) -> int:
        return self.start + len(self.old)


class Piece(NamedTuple):
    """A stretch of the text, ``text[at:at + len(text)]``, and ``source[start:end]`` it stands for."""

    at: int
    text: str
    start: int
    end: int
    rules: tuple[str, ...]  # empty: it reads as in the source

    @property
    def stop(self) -> int:
        return self.at + len(self.text)


class _Revision(NamedTuple):
    source: str
    changes: tuple[Change, ...] = ()


class Revision(_Revision):
    """A source and its changes: in source order, disjoint, none without effect.

    >>> first = Revision('嗯這是', ())
    >>> second = first.edit([Edit(0, 1, '', 'fillers/en')]).edit([Edit(0, 1, '这', 'script/t2s')])
    >>> second.text, [c.rules for c in second.changes]
    ('这是', [('fillers/en',), ('script/t2s',)])
    >>> undo(second.text, second.changes)
    '嗯這是'
    """

    @cached_property
    def text(self) -> str:
        """The source with its changes."""
        return redo(self.source, self.changes)

    def pieces(self) -> Iterator[Piece]:
        """The whole text in order, changed and unchanged stretches by turns."""
        at = done = 0
        for change in self.changes:
            if done < change.start:
                yield Piece(at, self.source[done:change.start], done, change.start, ())
                at += change.start - done
            yield Piece(at, change.new, change.start, change.end, change.rules)
            at += len(change.new)
            done = change.end
        if done < len(self.source):
            yield Piece(at, self.source[done:], done, len(self.source), ())

    def edit(self, edits: Iterable[Edit]) -> Revision:
        """The next revision. The edits count offsets in this one's text; overlaps are settled."""
        return self.edit_settled(settle(edits))

    def edit_settled(self, edits: Sequence[Edit]) -> Revision:
        """The same, for edits that `settle` has put in order."""
        return Revision(self.source, tuple(_Merge(self).run(edits))) if edits else self


def redo(source: str, changes: Iterable[Change]) -> str:
    """The text that the changes make of the source."""
    out: list[str] = []
    done = 0
    for change in changes:
        out += source[done:change.start], change.new
        done = change.end
    return ''.join(out) + source[done:]


def undo(text: str, changes: Iterable[Change]) -> str:
    """The source that the changes made the text from."""
    out: list[str] = []
    done = shift = 0
    for change in changes:
        at = change.start + shift
        out += text[done:at], change.old
        done = at + len(change.new)
        shift += len(change.new) - len(change.old)
    return ''.join(out) + text[done:]


def settle(edits: Iterable[Edit]) -> list[Edit]:
    """In order, disjoint, none empty: the leftmost wins, then the longest, then the first asked."""
    kept: list[Edit] = []
    end = start = -1
    for edit in sorted(edits, key=_place):
        if edit[0] >= end and edit[0] > start and (edit[2] or edit[0] != edit[1]):
            kept.append(edit)
            start, end = edit[0], edit[1]
    return kept


def _place(edit: Edit) -> tuple[int, int]:
    return edit[0], -edit[1]


class _Merge:
    """One pass over two sorted lists: the changes so far and the edits of the next stage.

    ``open`` is the change being built. Its ``rest`` is the part of an older change's text that the
    edits have not passed yet and that may still be edited.
    """

    def __init__(self, revision: Revision) -> None:
        self.source = revision.source
        self.changes: Sequence[Change] = revision.changes
        self.next = 0       # changes[next:] are still to come
        self.shift = 0      # text offset minus source offset, before changes[next]
        self.out: list[Change] = []
        self.open = False
        self.start = self.end = self.stop = 0  # source span; text offset where `rest` ends
        self.done: list[str] = []
        self.rest = ''
        self.rules: list[str] = []

    def run(self, edits: Iterable[Edit]) -> list[Change]:
        source, out = self.source, self.out
        for edit in edits:
            start, end, new, rule, _ = edit
            if self.open and self.stop <= start:
                self._close()
            if not self.open:
                self._pass(start)
                if self._is_clear(start, end):
                    at = start - self.shift
                    old = source[at:at + end - start]
                    if old != new:
                        out.append(Change(at, old, new, (rule,)))
                    continue
            self._take(edit)
        self._close()
        out += self.changes[self.next:]
        return out

    def _pass(self, at: int) -> None:
        """Leave behind the changes that lie before a text offset."""
        changes, shift, i, out = self.changes, self.shift, self.next, self.out
        count = len(changes)
        while i < count:
            change = changes[i]
            start, old, new, _ = change
            stop = start + shift + len(new)
            if stop > at:
                break
            out.append(change)
            shift += len(new) - len(old)
            i += 1
        self.shift, self.next = shift, i

    def _is_clear(self, start: int, end: int) -> bool:
        """Whether an edit touches no change: the common case. An insertion joins one at the same point."""
        if self.next < len(self.changes):
            following = self.changes[self.next]
            at = following.start + self.shift
            if at < end or (start == end == at and not following.old):
                return False
        if start == end and self.out:
            before = self.out[-1]
            return bool(before.old) or before.start != start - self.shift
        return True

    def _take(self, edit: Edit) -> None:
        """Let one edit work on the open change, opening and swallowing changes as it reaches them."""
        start, end, new, rule, _ = edit
        if not self.open:
            self._begin(start, start == end)
        if self.rest:
            self.done.append(self.rest[:len(self.rest) - (self.stop - start)])
            self.rest = self.rest[len(self.rest) - (self.stop - start):]
        while self._reaches(end):
            self._swallow()
        if end < self.stop:
            self.rest = self.rest[len(self.rest) - (self.stop - end):]
        else:
            self.end += end - self.stop
            self.stop, self.rest = end, ''
        self.done.append(new)
        if rule not in self.rules:
            self.rules.append(rule)
        if start == end:
            self._join_insertion_after()

    def _begin(self, at: int, inserts: bool) -> None:
        """Open a change at a text offset; two insertions at one point of the source are one."""
        self.open = True
        self.start = self.end = at - self.shift
        self.stop, self.done, self.rest, self.rules = at, [], '', []
        if inserts and self.out and self.out[-1].start == self.out[-1].end == self.start:
            before = self.out.pop()
            self.done, self.rules = [before.new], list(before.rules)
        elif self.next < len(self.changes) and self.changes[self.next].start + self.shift < at:
            self._swallow()

    def _reaches(self, end: int) -> bool:
        return self.next < len(self.changes) and self.changes[self.next].start + self.shift < end

    def _swallow(self) -> None:
        """Make the next change part of the open one."""
        start, old, new, rules = self.changes[self.next]
        self.start = min(self.start, start)
        self.end = start + len(old)
        self.rest, self.stop = new, start + self.shift + len(new)
        self.rules += [r for r in rules if r not in self.rules]
        self.shift += len(new) - len(old)
        self.next += 1

    def _join_insertion_after(self) -> None:
        if not self.rest and self.start == self.end and self.next < len(self.changes):
            change = self.changes[self.next]
            if change.start == change.end == self.end:
                self._swallow()

    def _close(self) -> None:
        if self.open:
            old, new = self.source[self.start:self.end], ''.join(self.done) + self.rest
            if old != new:
                self.out.append(Change(self.start, old, new, tuple(self.rules)))
            self.open, self.done, self.rest = False, [], ''
