"""A track as the blocks of a page: what came as Markdown as it stood, all else in paragraphs."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import starmap

from ...blocks import is_raw, trimmed
from ...edits import Revision
from ...formats.markdown import NAME, Markup
from ...formats.markdown_words import escaped
from ...formats.page import Line
from ...formats.words import Gathering
from ...layout import paragraphs
from ...layout.joining import joined_part
from ...layout.paragraphs import Paragraph, cut
from ...patterns import lazy
from ...protect import protected
from ...settings import Settings
from ...transcript import Transcript
from .block import Block, kind_of
from .marks import meant, parts_no_mark
from .places import places
from .words import line_of_words

_SPACE = lazy(r'\s*')
_LEAD = lazy(r'[ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)]|[>|<]|```|~~~)')


class Track:
    """One track of a bitext, number 0 or 1. ``borders``: where its words will be parted, whatever stands there."""

    def __init__(self, transcript: Transcript, settings: Settings, number: int = 0,
                 borders: Sequence[int] = ()) -> None:
        self.is_page = transcript.meta.get('format') == NAME
        transcript = _one_line_end(transcript)
        self.text = transcript.text
        self._spaces, self._number = settings.spaces, number
        transcript = protected(transcript)
        transcript = transcript._replace(turns=tuple(turn._replace(speaker=_name(turn.speaker))
                                                     for turn in transcript.turns))
        self._paragraphs = [] if self.is_page or borders else list(paragraphs(transcript))
        to_text = transcript.offsets.to_text
        turns = [(to_text.first(turn.start), turn.speaker) for turn in transcript.turns]
        self._starts = sorted({_after_space(self.text, at): speaker for at, speaker in turns}.items())
        self._labels = {at: f'**{speaker}**: ' for at, speaker in self._starts if speaker}
        # Names on a line of their own: what they say begins below.
        self._below = {_after_space(self.text, at) for at, _ in turns if self.text.startswith('\n', at)}
        edges = sorted({*borders, *(at for at, _ in self._starts), *(start for start, *_ in self._paragraphs)})
        spans = [(span, (to_text.first(span[0]), to_text.last(span[1]))) for span in transcript.protected]
        # Half of `some code` is words.
        spans = [(span, (start, end)) for span, (start, end) in spans
                 if bisect_right(edges, start) >= bisect_left(edges, end)]
        self._raw = [there for _, there in spans]
        self._transcript = transcript._replace(protected=tuple(span for span, _ in spans))
        self._markup = Markup(self._transcript)

    @cached_property
    def blocks(self) -> list[Block]:
        """All of it; every character but white space is in one."""
        if self.is_page:
            return list(self._standing())
        return [self._block([self._joined(*one)]) for one in self._markup.glosses.whole(self._paragraphs)]

    def between(self, start: int, end: int) -> list[Block]:
        """The blocks of ``text[start:end]``, as they stand; of what was no page, a paragraph for each turn."""
        if not self.is_page:
            return list(self._turns(start, end))
        first = bisect_right(self.blocks, start, key=lambda block: block.end)
        last = bisect_left(self.blocks, end, key=lambda block: block.start)
        return [part for block in self.blocks[first:last] for part in self._within(block, start, end)]

    def can_part(self, at: int) -> bool:
        """Whether words can be parted at an offset so that all marks stand on either side as they do now."""
        i = bisect_right(self.blocks, at, key=lambda block: block.start) - 1
        if not self.is_page or i < 0 or not self.blocks[i].start < at < self.blocks[i].end:
            return True
        block = self.blocks[i]
        return block.kind == 'text' and not self._markup.begins_a_line(block.start, block.end) \
            and parts_no_mark(self.text, self._raw, block.start, at)

    def as_words(self, block: Block) -> Block:
        """A block as nothing but words, whatever they mean in Markdown."""
        if not self.is_page:
            words = joined_part(self.text, block.start, block.end, self._spaces)
            out = self._labels.get(block.start, '') + escaped(words)
            return block._replace(lines=(self._line(out, block.start, block.end),))
        lines, at = list[Line](), block.start
        for line in self.text[block.start:block.end].split('\n'):
            if words := meant(self.text, self._raw, at, at + len(line)).strip():
                lines.append(self._line(self._labels.get(_after_space(self.text, at), '') + line_of_words(words), at,
                                        at + len(line)))
            at += len(line) + 1
        return block._replace(lines=tuple(lines), kind='text')

    def _standing(self) -> Iterator[Block]:
        glosses, at = self._markup.glosses, 0
        for start, end in places(self.text, self._raw):
            before = self.text.count('\n', at, start) - bool(at)
            at = end
            if not is_raw(glosses.left_out(start, end).strip()) or self._markup.begins_a_line(start, end):
                yield self._block(list(self._lines(start, end)), before)
                continue
            raw = starmap(Paragraph, cut(self._transcript, *next(trimmed(self.text, start, end))))
            for first, last, _ in glosses.whole(raw):
                yield self._block([self._joined(first, last)], before)
                before = 1

    def _within(self, block: Block, start: int, end: int) -> Iterator[Block]:
        if start <= block.start and block.end <= end:
            yield block
            return
        for first, last in trimmed(self.text, max(start, block.start), min(end, block.end)):
            yield self._block(list(self._lines(first, last)), block.before)

    def _turns(self, start: int, end: int) -> Iterator[Block]:
        first = bisect_left(self._starts, (start, ''))
        turns = self._starts[first:bisect_left(self._starts, (end, ''))]
        edges = turns if turns and turns[0][0] == start else [(start, ''), *turns]
        for (at, speaker), (stop, _) in zip(edges, [*edges[1:], (end, '')]):
            for first, last in trimmed(self.text, at, stop):
                yield self._block([self._joined(first, last, speaker)])

    def _lines(self, start: int, end: int) -> Iterator[Line]:
        at = start
        for line in self.text[start:end].split('\n'):
            stop = at + len(line)
            first = _after_space(self.text, at)
            label = self._labels.get(first, '') if first < stop else ''
            if label and first in self._below and _LEAD.match(line):
                yield self._line(label.rstrip(), at, at)
                label = ''
            yield self._line(label + self._markup.of(at, stop), at, stop)
            at = stop + 1

    def _joined(self, start: int, end: int, speaker: str = '') -> Line:
        label = f'**{speaker}**: ' if speaker else self._labels.get(start, '') if self.is_page else ''
        return self._line(label + self._markup.joined(start, end, self._spaces), start, end)

    def _line(self, out: str, start: int, end: int) -> Line:
        return Line(out, start, end, self._number)

    def _block(self, lines: list[Line], before: int = 1) -> Block:
        out = '\n'.join(line.out for line in lines)
        return Block(tuple(lines), lines[0].start, lines[-1].end, kind_of(out) if self.is_page else 'text', before)


def lead_of(transcript: Transcript) -> int:
    """How many blank lines stand between the front matter of a page and its words."""
    if transcript.meta.get('format') != NAME:
        return 0
    name = transcript.offsets.to_text.first(transcript.turns[0].start) if transcript.turns else len(transcript.text)
    return transcript.text.count('\n', 0, min(name, _after_space(transcript.text, 0)))


def _one_line_end(transcript: Transcript) -> Transcript:
    """The transcript without a lone \\r: it ends a line for Markdown, and for nobody else here."""
    source, changes = transcript.words
    if '\r' not in transcript.text:
        return transcript
    changes = tuple(change._replace(new=change.new.replace('\r', ' ')) for change in changes)
    return transcript._replace(words=Revision(source.replace('\r', ' '), changes))


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _name(speaker: str) -> str:
    """A name that forges nothing, as readers make it."""
    gathering = Gathering()
    gathering.turn(speaker, again=True)
    return gathering.turns[0].speaker
