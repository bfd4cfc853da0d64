"""Headings proposed on a page of Markdown: lines of the page, never words of the text.

A page that has headings keeps those and gets no more, so that what we wrote is not headed again.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..layout.headings import Heading
from ..layout.headings.proposed import headings
from ..layout.joining import joined
from ..passes import without
from ..patterns import lazy
from ..stages.script import simplified
from ..transcript import Transcript
from .markdown_words import escaped
from .page import Line

MARKS = '### '

# Headings however they are written, and what shows that this is no bare talk: code, HTML, templates.
_NO_TALK = lazy(r' {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3}|<|\{[{%#]|(?:=+|-+)[ \t]*$)')
_NO_PARAGRAPH = lazy(r'\s*(?:[-+*](?:\s|$)|[>|]|\d{1,9}[.)]\s|\[|!\[)|\t| {4}')


def headed(lines: Sequence[Line], transcript: Transcript) -> list[Line]:
    """The lines of a page's body, with headings where the topic turns and a blank line behind each."""
    if any(_NO_TALK.match(line.out) for line in lines):
        return list(lines)
    begun = dict(_paragraphs(lines))
    plain, offsets = without(transcript, 'glossary')     # a title is what was said, without our glosses
    spans = [(offsets.to_source.first(lines[first].start), offsets.to_source.last(lines[last].end))
             for first, last in begun.items()]
    before = dict(zip((start for start, _ in spans), begun))
    text = simplified(plain.text)   # the words that tell are written in Simplified
    simplified.cache_clear()        # or the last text of a process would stay
    found = {before[one.at]: one for one in headings(text, spans)}
    out: list[Line] = []
    for number, line in enumerate(lines):
        if number in found:
            one = found[number]
            title = joined(plain.text[one.start:one.end])
            out += _line(title, one._replace(at=line.start, start=offsets.to_text.first(one.start),
                                             end=offsets.to_text.last(one.end))), Line('')
        out.append(line)
    return out


def _line(title: str, heading: Heading) -> Line:
    return Line(MARKS + escaped(title, starts_line=False), heading=heading)


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The numbers of the first and the last line of each paragraph of prose; a list or a quotation is none."""
    first = -1
    for number, line in enumerate(lines):
        if not line.out.strip():
            first = -1
        elif first < 0:
            first = number
        ends = number + 1 == len(lines) or not lines[number + 1].out.strip()
        if first >= 0 and ends and lines[first].start >= 0 and not _NO_PARAGRAPH.match(lines[first].out):
            yield first, number
