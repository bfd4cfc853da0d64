"""md: pages with front matter. What is markup is protected; what was said is escaped so that it stays words.

A page that comes in as Markdown goes out as it stood, but for the edits and for blocks of raw,
line-broken speech, which are laid out in paragraphs.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import starmap

from ..blocks import blocks, is_raw
from ..layout import paragraphs
from ..layout.joining import joined_part
from ..layout.paragraphs import Paragraph, cut
from ..patterns import lazy
from ..protect import ADDRESS, NAMES, protected
from ..settings import Settings
from ..site import front_matter
from ..transcript import Transcript
from .glosses import Glosses
from .markdown_words import ENTITIES, ENTITY, OUTER, escaped
from .page import Line
from .words import Gathering

NAME = 'md'
SUFFIXES = ('.md', '.markdown')

_FENCE = r'^(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??(?:(?P=fence)[^\n]*$|\Z)'
_HTML = (r'<(?P<tag>details|script|style|pre|table|iframe)\b.{0,20000}?</(?P=tag)>'
         r'|<!--.{0,2000}?-->|</?[A-Za-z][^<>\n]*>')
_CODE = r'(?<!`)(?P<ticks>`{1,9})(?!`)[^\n]{0,400}?(?<!`)(?P=ticks)(?!`)'
_TEMPLATE = r'\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|\{#.{0,300}?#\}'
_LINK = r'\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|^\[[^\]\n]+\]:[^\n]*$|<https?://[^<>\s]+>'
_LINE_START = (r'^[ \t]*(?:#{1,6}|[-*+]|\d+[.)]|>)(?=[ \t])[ \t]*|^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$'
               r'|^\|[^\n]*$|^>')
_ESCAPE = r'(?P<escape>\\[\\`*\[\]_#+>~|=.){-]|&lt;|&amp;|&#123;)'
_MARK = rf'\\.?|[*`\[\]<]|{OUTER}|~~|{ENTITY}#?\w+;'
_MARKUP = lazy('|'.join((_FENCE, _HTML, _CODE, _TEMPLATE, _LINK, ADDRESS, NAMES, _LINE_START, _ESCAPE, _MARK)),
               re.M | re.S)
_LABEL = lazy(r'\*\*([^*\n]{1,40})\*\*: ')


def read(text: str, path: str = '') -> Transcript:
    """The body of a page; raises `FileError` for front matter that is broken or never closed."""
    head, body, fields = front_matter.split(text, path)
    meta = {'format': NAME, 'front_matter': head, 'fields': fields}
    line = text.count('\n', 0, len(text) - len(body)) + 1
    page = _words(body, line, unescape=True).transcript(meta)
    if body_of(page) != body.rstrip('\n'):  # an escape we would write otherwise: keep all of them as they are
        page = _words(body, line, unescape=False).transcript(meta)
    return page


def _words(body: str, line: int, unescape: bool) -> Gathering:
    gathering, at = Gathering(), 0
    gathering.add('', '', line)
    for found in _MARKUP.finditer(body):
        if found.start() < at:
            continue
        gathering.add(body[at:found.start()], '')
        label = _LABEL.match(body, found.start()) if found[0] == '*' and _is_line_start(body, found.start()) else None
        if label:
            gathering.turn(label[1], again=True)
            at = label.end()
            continue
        if unescape and found['escape']:
            gathering.add(ENTITIES.get(found[0], found[0][-1]), '')
        else:
            gathering.protected.append(gathering.add(found[0], ''))
        at = found.end()
    gathering.add(body[at:], '')
    return gathering


def _is_line_start(body: str, at: int) -> bool:
    return at == 0 or body[at - 1] == '\n'


def write(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    """Front matter, then the page as it stood, or paragraphs with `**Name**: ` where a turn begins; headings, where
    they are asked for and there are none."""
    head = list(front_matter.compose(transcript.meta))
    body = list(_body(transcript, settings))
    if settings.headings == 'propose':
        from .headings import headed
        body = headed(body, transcript)
    if not head and body and body[0].out.startswith('---') and _opens_front_matter(body):
        head = ['']     # else the page's first rule would open front matter
    yield from map(Line, head)
    yield from body


def _opens_front_matter(body: list[Line]) -> bool:
    return front_matter.opens('\n'.join(line.out for line in body) + '\n')


def body_of(transcript: Transcript) -> str:
    """The body alone, as Markdown."""
    return '\n'.join(line.out for line in _body(transcript, Settings())).rstrip('\n')


def _body(transcript: Transcript, settings: Settings) -> Iterator[Line]:
    transcript = protected(transcript)
    markup = Markup(transcript)
    if transcript.meta.get('format') == NAME:
        yield from _as_it_stood(transcript, markup, settings)
        return
    for number, (start, end, speaker) in enumerate(markup.glosses.whole(paragraphs(transcript))):
        if number:
            yield Line('')
        yield Line((f'**{speaker}**: ' if speaker else '') + markup.joined(start, end, settings.spaces), start, end)


def _as_it_stood(transcript: Transcript, markup: Markup, settings: Settings) -> Iterator[Line]:
    text, at = transcript.text, 0
    for start, end in blocks(text):
        if not is_raw(markup.glosses.left_out(start, end)) or markup.begins_a_line(start, end):
            continue
        yield from _lines(text, markup, at, start)
        parts = markup.glosses.whole(starmap(Paragraph, cut(transcript, start, end)))
        for number, (first, last, _) in enumerate(parts):
            if number:
                yield Line('')
            yield Line(markup.labels.get(first, '') + markup.joined(first, last, settings.spaces), first, last)
        at = end
    yield from _lines(text, markup, at, len(text))


def _lines(text: str, markup: Markup, start: int, end: int) -> Iterator[Line]:
    """The lines of a stretch as they stand. It begins at a block's end: the rest of that line is nothing."""
    if start >= end:
        return
    lines = text[start:end].split('\n')
    at = start
    for number, line in enumerate(lines):
        stop = at + len(line)
        if (number or not start) and (number < len(lines) - 1 or end == len(text)):
            yield Line(markup.labels.get(at, '') + markup.of(at, stop), at, stop) if line else Line('')
        at = stop + 1


class Markup:
    """The text of a transcript as Markdown: protected spans and our glosses raw, all else escaped."""

    def __init__(self, transcript: Transcript) -> None:
        self._text = transcript.text
        to_text = transcript.offsets.to_text
        self._marks = [(to_text.first(a), to_text.last(b)) for a, b in transcript.protected]
        self.glosses = Glosses(transcript)
        self._raw = sorted([*self._marks, *self.glosses.spans]) if self.glosses.spans else self._marks
        self.labels = {to_text.first(turn.start): f'**{turn.speaker}**: ' for turn in transcript.turns if turn.speaker}

    def of(self, start: int, end: int) -> str:
        """``text[start:end]`` in Markdown, lines as they are."""
        return self._rendered(start, end, lambda a, b: self._text[a:b])

    def joined(self, start: int, end: int, spaces: bool) -> str:
        """``text[start:end]`` in Markdown, on one line. Joined before it is escaped: 1 on a line and . on the next."""
        return self._rendered(start, end, lambda a, b: joined_part(self._text, a, b, spaces))

    def _rendered(self, start: int, end: int, words: Callable[[int, int], str]) -> str:
        out: list[str] = []
        at = start
        for a, b in _between(self._raw, start, end):
            out += escaped(words(at, a) if a > at else '', at == start), self._text[max(a, start):min(b, end)]
            at = min(b, end)
        return ''.join(out) + escaped(words(at, end), at == start)

    def begins_a_line(self, start: int, end: int) -> bool:
        """Whether markup stands at the start of a line, as of a list, a heading or a quotation."""
        return any(a == start or self._text[a - 1] == '\n' for a, _ in _between(self._marks, start, end))


def _between(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    i = bisect_right(spans, (start, start)) - 1
    i = i if i >= 0 and spans[i][1] > start else i + 1
    while i < len(spans) and spans[i][0] < end:
        yield spans[i]
        i += 1
