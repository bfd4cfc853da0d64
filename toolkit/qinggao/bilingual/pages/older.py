"""The older shape of a fold: HTML, where the newer one holds Markdown."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape

from ...edits import Revision
from ...formats.markdown import Markup
from ...patterns import lazy
from ...protect import protected
from ...transcript import Transcript
from .reel import Numbered, trimmed
from .words import no_rule

_PART = lazy(r'(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)\b[^<>]*>)|(?P<end>[ \t]*\n\s*)')
_PARAGRAPH = ('p', 'div')
_DROPPED = ('span', 'font', *_PARAGRAPH)        # they show nothing
_KEPT = ('em', 'strong', 'b', 'i', 'u', 's', 'sub', 'sup', 'code')

Piece = tuple[str, bool]    # words, or a tag that stays one


def lines_of_html(html: str, line: int) -> list[Numbered]:
    """The lines of Markdown that show what the HTML of a fold shows: entities as what they stand for, `<br>` as the end
    of a line. What Markdown would make something of stays words. ``line`` is where it begins on the page.

    >>> lines_of_html('<p class="english-text"># 1 &amp; 2<br>*three*</p>', 7)
    [('\\\\# 1 & 2', 7), ('\\\\*three\\\\*', 7)]
    """
    lines = [(no_rule(_markdown(pieces)), number) for pieces, number in _lines(html, line)]
    return list(trimmed([one for before, one in zip([('', 0), *lines], lines) if before[0] or one[0]]))


def _lines(html: str, line: int) -> Iterator[tuple[list[Piece], int]]:
    """The pieces of each line. An end of a line in the source is one here too; a blank line parts paragraphs."""
    kept = _balanced(html)
    pieces, at = list[Piece](), 0
    for found in _PART.finditer(html):
        pieces.append((html[at:found.start()], False))
        at, name = found.end(), (found['name'] or '').lower()
        if name in kept:
            pieces.append((found[0], True))
        elif name and name not in ('br', *_DROPPED, *_KEPT):
            pieces.append((found[0], False))
        elif found['end'] or name == 'br' or name in _PARAGRAPH:
            has_words = any(words.strip() for words, _ in pieces)
            if has_words or name == 'br':
                yield pieces, line
                pieces = []
            if name in _PARAGRAPH or found[0].count('\n') > 1:
                yield [], line
            line += found[0].count('\n')
    yield [*pieces, (html[at:], False)], line


def _balanced(html: str) -> list[str]:
    """The tags that may stay: each is closed as often as it is opened."""
    tags = Counter(found[0].lower() for found in _PART.finditer(html) if found['tag'])
    return [name for name in _KEPT if tags[f'<{name}>'] == tags[f'</{name}>'] > 0]


def _markdown(pieces: list[Piece]) -> str:
    text, spans = '', list[tuple[int, int]]()
    for words, is_tag in pieces:
        words = words if is_tag else unescape(words).replace('\r', ' ').replace('\n', ' ')
        words = words if text else words.lstrip()
        if is_tag:
            spans.append((len(text), len(text) + len(words)))
        text += words
    text = text.rstrip()
    line = Transcript(Revision(text), protected=tuple(spans))
    return Markup(protected(line)).of(0, len(text))
