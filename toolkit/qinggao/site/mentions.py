"""Whom and what a talk names: people, companies, products and books of rules/entities.yaml, and titles in 《》."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..patterns import HAN, lazy
from ..rulebook.lexicon import Entity
from ..rulebook.named import is_about, is_inside, is_whole, spellings
from .word_edges import word_edges

# Where each kind stands in the front matter.
FIELDS = {'person': 'people', 'company': 'companies_orgs', 'product': 'products_models', 'book': 'media_books'}

_TITLE = lazy(r'《([^《》\n]{1,60})》')
_HAN = lazy(f'[{HAN}]')


class Mention(NamedTuple):
    """An entity that a talk names: how often, and where first (an offset, for the order)."""

    kind: str
    name: str
    times: int
    first: int


class Found(NamedTuple):
    """``text[start:end]`` is a name."""

    start: int
    end: int
    name: str


def fields(mentions: Iterable[Mention]) -> dict[str, list[str]]:
    """The names by the field they belong in, the first that is mentioned first.

    >>> fields([Mention('book', '《从0到1》', 1, 9), Mention('person', '芒格', 2, 4)])
    {'people': ['芒格'], 'media_books': ['《从0到1》']}
    """
    ordered = sorted(mentions, key=lambda one: one.first)
    return {field: names for kind, field in FIELDS.items()
            if (names := [one.name for one in ordered if one.kind == kind])}


def mentions(texts: Sequence[str], known: Sequence[Entity], english: bool = False) -> list[Mention]:
    """What texts of one talk name, of both its languages: counted together, in the order of the first text, then of
    the second. The name is that of the table, in Chinese or in English, a Chinese book's in 《》; a title of 《》 that
    the table does not know is kept as it stands, but not on an English page.
    """
    about = [entity for entity in known if any(is_about(text, entity.needs) for text in texts)]
    names = {name.casefold(): entity for entity in about for name in spellings(entity.names)}
    titles = {name.casefold(): entity for entity in known for name in spellings(entity.names)}
    counts: dict[tuple[str, str], Mention] = {}
    for number, text in enumerate(texts):
        text = text.replace('\n', ' ')      # a name may be broken over two lines of a caption
        base = sum(map(len, texts[:number]))
        for found in sorted((*_titles(text), *_named(text, names))):
            entity = titles.get(found.name.casefold())
            if english and not entity:
                continue
            kind, name = (entity.kind, _shown(entity, english)) if entity else ('book', f'《{found.name}》')
            before = counts.get((kind, name), Mention(kind, name, 0, base + found.start))
            counts[kind, name] = before._replace(times=before.times + 1)
    return list(counts.values())


def _shown(entity: Entity, english: bool) -> str:
    if english:
        return entity.english
    return f'《{entity.name}》' if entity.kind == 'book' and _HAN.search(entity.name) else entity.name


def _titles(text: str) -> Iterator[Found]:
    for found in _TITLE.finditer(text):
        yield Found(*found.span(), found[1].strip())


def _named(text: str, names: Mapping[str, Entity]) -> Iterator[Found]:
    """Names between the boundaries of words, the longest of those that overlap. A Chinese book is named by its 《》
    alone: 黑天鹅 is an event, 从0到1 a phrase."""
    from ahocorasick_rs import AhoCorasick, MatchKind
    words = list(names)
    titles = [found.span() for found in _TITLE.finditer(text)]
    edges: set[int] | None = None
    for index, start, end in AhoCorasick(words, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(
            _folded(text)):
        entity, said = names[words[index]], text[start:end]
        if any(a <= start < b for a, b in titles) or is_inside(text, start, end, entity.unless):
            continue
        if _HAN.search(said):
            if entity.kind == 'book':
                continue
            edges = word_edges(text) if edges is None else edges
            if start not in edges or end not in edges:
                continue
        if is_whole(text, start, end) and _is_cased(said, entity, text):
            yield Found(start, end, said)


def _folded(text: str) -> str:
    """Small letters, each where it stood: some letters are two when folded."""
    folded = text.lower()
    return folded if len(folded) == len(text) else ''.join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_cased(said: str, entity: Entity, text: str) -> bool:
    """Whether a Latin name is written as one. In a text without capitals, as captions are, one of several words is; but
    no book: zero to one is a phrase."""
    if _HAN.search(said) or said in entity.names or said.isupper():
        return True
    return ' ' in said and entity.kind != 'book' and text.islower()
