"""A small talk in two languages, and ways to write and read it."""
from __future__ import annotations

from qinggao.bilingual.bitext import Bitext, Pair, Span
from qinggao.bilingual.pages import LAYOUTS, Style, read
from qinggao.edits import Revision
from qinggao.formats import markdown
from qinggao.library import page_text
from qinggao.settings import Settings
from qinggao.site.front_matter import split
from qinggao.site.profile import profile_of
from qinggao.transcript import Transcript, Turn

STYLE = Style(Settings(), profile_of(), 'talk')


def raw(text: str, *turns: Turn) -> Transcript:
    return Transcript(Revision(text), turns=turns)


def page(text: str) -> Transcript:
    return markdown.read(text)


def paired(first: Transcript, second: Transcript, *sentences: tuple[str, str], origin: str = 'length',
           languages: tuple[str, str] = ('zh-Hans', 'en')) -> Bitext:
    """Pairs of sentences as they stand in the texts; an empty one is at the end of what was paired before."""
    pairs, here, there = list[Pair](), (0, 0), (0, 0)
    for one, two in sentences:
        here, there = _found(first.text, one, here[1]), _found(second.text, two, there[1])
        pairs.append(Pair(here, there, origin=origin, doubts=() if one and two else ('alone',)))
    return Bitext(first, second, tuple(pairs), languages)


def _found(text: str, words: str, after: int) -> Span:
    start = text.index(words, after) if words else after
    return start, start + len(words)


def body(bitext: Bitext, layout: str = 'folded', style: Style = STYLE, number: int = 0) -> str:
    """A page without its front matter."""
    return split(whole(bitext, layout, style, number))[1].strip('\n')


def whole(bitext: Bitext, layout: str = 'folded', style: Style = STYLE, number: int = 0) -> str:
    return page_text(LAYOUTS[layout].write(bitext, style)[number].lines)


def tracks_of(text: str) -> tuple[str, str]:
    """Both texts of a page that is read back."""
    found = read(text, 'talk.md')
    assert found
    return found.first.text, found.second.text


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The pairs of a page that is read back, as they stand in its tracks."""
    found = read(text, 'talk.md')
    assert found
    return [(found.first.text[slice(*pair.first)], found.second.text[slice(*pair.second)]) for pair in found.pairs]


def fold(words: str, label: str = 'Original English') -> str:
    return f'<details>\n<summary>{label}</summary>\n\n{words}\n\n</details>'
