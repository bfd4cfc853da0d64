"""A text that remembers its source: every change is listed, explained and can be undone."""
from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
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
        if not edits:
            return self
        revision = Revision(self.source, tuple(_Merge(self).run(edits)))
        vars(revision)['text'] = _edited(self.text, edits)  # what `redo` would say, without walking all changes
        return revision


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with settled edits made."""
    out: list[str] = []
    add, done = out.append, 0
    for start, end, new, _, _ in edits:
        add(text[done:start])
        add(new)
        done = end
    return ''.join(out) + text[done:]


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
    edits = list(edits)
    if _is_settled(edits):
        return edits
    kept: list[Edit] = []
    end = start = -1
    for edit in sorted(edits, key=itemgetter(0)):
        first, last, new, _, _ = edit
        if first == start and last > end:   # the longer of two that begin together
            kept[-1] = edit
            end = last
        elif first >= end and first > start and (new or first != last):
            kept.append(edit)
            start, end = first, last
    return kept


def _is_settled(edits: Iterable[Edit]) -> bool:
    """Whether edits are as `settle` leaves them: most stages ask in order."""
    before = last = -1
    for start, end, new, _, _ in edits:
        if start < last or start <= before or (start == end and not new):
            return False
        before, last = start, end
    return True


class _Merge:
    """One pass over two sorted lists: the changes so far and the edits of the next stage.

    ``head`` is the first change that is still to come. ``open`` is the change being built. Its ``rest``
    is the part of an older change's text that the edits have not passed yet and that may still be edited.
    """

    def __init__(self, revision: Revision) -> None:
        self.source = revision.source
        self.coming = iter(revision.changes)
        self.head = next(self.coming, _END)
        self.shift = 0      # text offset minus source offset, before the head
        self.out: list[Change] = []
        self.open = False
        self.start = self.end = self.stop = 0  # source span; text offset where `rest` ends
        self.done: list[str] = []
        self.rest = ''
        self.rules: list[str] = []

    def run(self, edits: Iterable[Edit]) -> list[Change]:
        """The changes of the next revision. Nearly all edits touch no change: they never leave this loop."""
        source, out, coming, made = self.source, self.out, self.coming, tuple.__new__  # Change(…) costs twice as much
        head, shift = self.head, 0
        begin, stop = head.start, head.start + len(head.new)    # of the head, in the text
        alone: dict[str, tuple[str, ...]] = {}  # one tuple a rule: half as much for the garbage collector to look at
        for edit in edits:
            start, end, new, rule, _ = edit
            at = start - shift
            if end >= begin:
                if self.open:
                    if start < self.stop:
                        self._take(edit)
                        continue
                    self._close()
                    head, shift = self.head, self.shift
                    begin, stop = head.start + shift, head.start + shift + len(head.new)
                while stop <= start:
                    out.append(head)
                    shift += len(head[2]) - len(head[1])
                    head = next(coming, _END)
                    begin = head[0] + shift
                    stop = begin + len(head[2])
                at = start - shift
                if begin < end or (start == end and (_inserts(head, at) or (out and _inserts(out[-1], at)))):
                    self.head, self.shift = head, shift
                    self._take(edit)
                    begin = -1  # the next edit may touch the open change
                    continue
            old = source[at:at + end - start]
            if old != new:
                out.append(made(Change, (at, old, new, alone.get(rule) or alone.setdefault(rule, (rule,)))))
        if self.open:
            self._close()
            head = self.head
        return [*out, head, *coming] if head is not _END else out

    def _take(self, edit: Edit) -> None:
        """Let one edit work on the open change, opening and swallowing changes as it reaches them."""
        start, end, new, rule, _ = edit
        if not self.open:
            self._begin(start, start == end)
        if self.rest:
            self.done.append(self.rest[:len(self.rest) - (self.stop - start)])
            self.rest = self.rest[len(self.rest) - (self.stop - start):]
        while self.head.start + self.shift < end:
            self._swallow()
        if end < self.stop:
            self.rest = self.rest[len(self.rest) - (self.stop - end):]
        else:
            self.end += end - self.stop
            self.stop, self.rest = end, ''
        self.done.append(new)
        if rule not in self.rules:
            self.rules.append(rule)
        if start == end and not self.rest and self.start == self.end and _inserts(self.head, self.end):
            self._swallow()

    def _begin(self, at: int, inserts: bool) -> None:
        """Open a change at a text offset; two insertions at one point of the source are one."""
        self.open = True
        self.start = self.end = at - self.shift
        self.stop, self.done, self.rest, self.rules = at, [], '', []
        if inserts and self.out and _inserts(self.out[-1], self.start):
            before = self.out.pop()
            self.done, self.rules = [before.new], list(before.rules)
        elif self.head.start + self.shift < at:
            self._swallow()

    def _swallow(self) -> None:
        """Make the next change part of the open one."""
        start, old, new, rules = self.head
        self.start = min(self.start, start)
        self.end = start + len(old)
        self.rest, self.stop = new, start + self.shift + len(new)
        self.rules += [r for r in rules if r not in self.rules]
        self.shift += len(new) - len(old)
        self.head = next(self.coming, _END)

    def _close(self) -> None:
        old, new = self.source[self.start:self.end], ''.join(self.done) + self.rest
        if old != new:
            self.out.append(Change(self.start, old, new, tuple(self.rules)))
        self.open, self.done, self.rest = False, [], ''


_END = Change(sys.maxsize, '', '', ())  # behind the last change


def _inserts(change: Change, at: int) -> bool:
    """Whether a change takes nothing away and stands at an offset of the source."""
    return not change[1] and change[0] == at
