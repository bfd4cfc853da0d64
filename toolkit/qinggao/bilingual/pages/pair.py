"""pair: a page for each language, the same slug, each naming the other.

Eleventy's i18n plugin and Hugo know pages of one path (or slug.zh.md and slug.en.md) for each other's translations, so
nothing in the body has to. The front matter says it to everybody else: ``lang``; ``alternate``, on both, the file of
the other page from the output root, which a template makes the reciprocal hreflang of (`inputPathToUrl`, `ref`: only
the site knows its absolute addresses and which language is its x-default); ``translation_of``, on the translation, the
file of the original.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...formats.page import Line
from ...site.front_matter import compose
from ..bitext import Bitext
from ..languages import ENGLISH, is_chinese
from .block import Block
from .head import meta_of, with_head
from .labels import PAGE
from .passages import passages
from .style import Page, Style
from .track import Track, lead_of

NAME = 'pair'


def write(bitext: Bitext, style: Style) -> tuple[Page, ...]:
    """Both pages, the first track's first. What was no page has the same paragraphs in both."""
    names = folders(bitext.languages)
    files = [file_of(name, style) for name in names]
    original = original_of(bitext)
    tracks = [Track(track, style.settings, number) for number, track in enumerate((bitext.first, bitext.second))]
    rows = [] if all(track.is_page for track in tracks) else passages(bitext, style.settings, style.profile)
    pages = []
    for number, track in enumerate((bitext.first, bitext.second)):
        given = {'lang': bitext.languages[number], 'alternate': files[1 - number]}
        if number != original:
            given['translation_of'] = files[original]
        other = bitext.second if number == 0 else bitext.first
        meta = meta_of(track.meta, other.meta, style, given)
        blocks = tracks[number].blocks if tracks[number].is_page else [block for row in rows for block in row[number]]
        body = list(_body(blocks, lead_of(track)))
        pages.append(Page(names[number], with_head(list(compose(meta)), body)))
    return tuple(pages)


def _body(blocks: Iterable[Block], lead: int) -> Iterator[Line]:
    for number, block in enumerate(blocks):
        yield from (Line('') for _ in range(block.before if number else lead))
        yield from block.lines


def folders(languages: tuple[str, str]) -> tuple[str, str]:
    """What a site calls the languages: `zh` and `en`; two kinds of Chinese by their whole tags."""
    first, second = (language.lower() for language in languages)
    if is_chinese(first) and is_chinese(second):
        return first, second
    return first.partition('-')[0], second.partition('-')[0]


def file_of(name: str, style: Style) -> str:
    """The file of one of the pages, from the output root."""
    slug = style.slug or 'index'
    return f'{slug}.{name}.md' if style.hugo else f'{name}/{slug}.md'


def original_of(bitext: Bitext) -> int:
    """The number of the track that was said: the first, to which a second was found or made; of a page with folded
    originals the English one."""
    is_page = any(pair.origin == PAGE for pair in bitext.pairs)
    return bitext.languages.index(ENGLISH) if is_page and ENGLISH in bitext.languages else 0
