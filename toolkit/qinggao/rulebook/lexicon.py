"""Words that talks of these fields are full of: terms with their English, and who and what is called how.

Kept in rules/glossary.yaml and rules/entities.yaml, one item an entry. Spoken Chinese goes by the Chinese name of some
companies and by the English one of others: an item is led by the one that is said.
"""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..errors import UsageError
from ..strict_yaml import Fields
from .glossed import is_fit
from .items import Shape, items, loaded, words
from .shipped import FOLDER

KINDS = ('person', 'company', 'product', 'book')

_TERM = Shape(('term', 'english', 'gloss'), ('aliases', 'needs', 'near', 'unless'))
_ENTITY = Shape(('id', 'name', 'english', 'kind'), ('aliases', 'needs', 'misheard', 'near', 'unless'),
                ('sure', 'why', 'specs'), (('kind', KINDS),))


class Term(NamedTuple):
    """A term, its English, what it means in one Chinese sentence, and other words for it in both languages.

    An everyday word too (杠杆, 微调), it is a term where the talk holds one of ``needs``, and in the few words around
    it one of ``near``; ``unless``: longer words in which it is none.
    """

    term: str
    english: str
    gloss: str
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All words for it, the one that is said first."""
        return tuple(dict.fromkeys((self.term, self.english, *self.aliases)))

    @property
    def slug(self) -> str:
        """The English in small letters, with - between words: the name of its rule."""
        return slug(self.english)


class Entity(NamedTuple):
    """A person, company, product or book: the name that is said in Chinese, the English one, and others.

    ``needs``: an ordinary word too (奥特曼, Railway), it is a name where the talk holds one of these; ``misheard``:
    what recognisers write instead, mended by the rules that `misheard.rules_of` makes of it; ``unless``: longer words
    in which it is no name, nor misheard.
    """

    id: str
    name: str
    english: str
    kind: str
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    misheard: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the one that is said first."""
        return tuple(dict.fromkeys((self.name, self.english, *self.aliases)))


@lru_cache(1)
def glossary() -> tuple[Term, ...]:
    """The shipped terms; raises `UsageError` with file and line for what is not one."""
    return read_terms(Path(FOLDER, 'glossary.yaml'), 'rules/glossary.yaml')


@lru_cache(1)
def entities() -> tuple[Entity, ...]:
    """The shipped people, companies, products and books; raises `UsageError` with file and line."""
    return read_entities(Path(FOLDER, 'entities.yaml'), 'rules/entities.yaml')


def read_terms(path: Path, shown: str = '') -> tuple[Term, ...]:
    """The terms of a file; raises `UsageError` with its line, also where two have a name in common."""
    return terms_of(loaded(path, shown or str(path)), shown or str(path))


def read_entities(path: Path, shown: str = '') -> tuple[Entity, ...]:
    """The entities of a file; raises `UsageError` with its line, also where two have an id or a name in common."""
    return entities_of(loaded(path, shown or str(path)), shown or str(path))


def terms_of(data: object, shown: str) -> tuple[Term, ...]:
    """The terms in loaded YAML."""
    slugs: dict[str, str] = {}

    def term(fields: Fields) -> Term:
        made = Term(fields['term'], fields['english'], fields['gloss'], words(fields, 'aliases'),
                    words(fields, 'needs'), words(fields, 'near'), words(fields, 'unless'))
        for key, said in (('term', made.term), ('english', made.english), ('gloss', made.gloss),
                          *(('aliases', alias) for alias in made.aliases)):
            if not is_fit('term' if key == 'aliases' else key, said):
                raise UsageError(f'{said!r} cannot stand in a gloss', path=shown, line=fields.lines[key],
                                 cure='no brackets, no marks of Markdown, no stop; English in Latin letters')
        if slugs.setdefault(made.slug, made.english) != made.english:
            raise UsageError(f'{made.english!r} and {slugs[made.slug]!r} would be one rule', path=shown,
                             line=fields.lines['english'], cure='spell one of them otherwise')
        return made
    return items(data, shown, _TERM, term)


def entities_of(data: object, shown: str) -> tuple[Entity, ...]:
    """The entities in loaded YAML."""
    return items(data, shown, _ENTITY, lambda fields: Entity(
        fields['id'], fields['name'], fields['english'], fields['kind'], words(fields, 'aliases'),
        words(fields, 'needs'), words(fields, 'misheard'), words(fields, 'unless')))


def slug(words: str) -> str:
    """Small letters and digits, with - between.

    >>> slug("Moore's law"), slug('price-to-book ratio')
    ('moore-s-law', 'price-to-book-ratio')
    """
    return '-'.join(''.join(char if char.isalnum() else ' ' for char in words.lower()).split())
