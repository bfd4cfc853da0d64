"""Words that talks of these fields are full of: terms with their English, and who and what is called how.

Kept in rules/glossary.yaml and rules/entities.yaml, one item an entry. Spoken Chinese goes by the Chinese name of some
companies and by the English one of others: an item is led by the one that is said.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from ..errors import QinggaoError, UsageError
from ..settings import nearest
from ..strict_yaml import Fields, Items, load
from .shipped import FOLDER

KINDS = ('person', 'company', 'product', 'book')
Item = TypeVar('Item')


class Term(NamedTuple):
    """A term, its English, what it means in one Chinese sentence, and other words for it in both languages."""

    term: str
    english: str
    gloss: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All words for it, the one that is said first."""
        return tuple(dict.fromkeys((self.term, self.english, *self.aliases)))


class Entity(NamedTuple):
    """A person, company, product or book: the name that is said in Chinese, the English one, and others."""

    id: str
    name: str
    english: str
    kind: str
    aliases: tuple[str, ...] = ()

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
    return _read(path, shown or str(path), ('term', 'english', 'gloss'),
                 lambda said, aliases: Term(said['term'], said['english'], said['gloss'], aliases))


def read_entities(path: Path, shown: str = '') -> tuple[Entity, ...]:
    """The entities of a file; raises `UsageError` with its line, also where two have an id or a name in common."""
    return _read(path, shown or str(path), ('id', 'name', 'english', 'kind'),
                 lambda said, aliases: Entity(said['id'], said['name'], said['english'], said['kind'], aliases))


def _read(path: Path, shown: str, keys: Sequence[str],
          item_of: Callable[[Fields, tuple[str, ...]], Item]) -> tuple[Item, ...]:
    items: list[Item] = []
    owners: dict[str, int] = {}
    for fields, line in _listed(path, shown):
        aliases = _checked(fields, line, keys, shown)
        items.append(item_of(fields, aliases))
        said = [fields[key] for key in keys if key in ('id', 'term', 'name', 'english')]
        names = [*dict.fromkeys(map(str.casefold, said)), *map(str.casefold, aliases)]
        for name in names:
            first = owners.setdefault(name, line)
            if first != line or names.count(name) > 1:
                raise UsageError(f'{name!r} twice', path=shown, line=line, cure=f'first on line {first}: keep one')
    return tuple(items)


def _listed(path: Path, shown: str) -> Iterator[tuple[Fields, int]]:
    """The mappings of a list, each with its line."""
    try:
        data = load(path.read_bytes().decode('utf-8'), shown)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f'cannot be read: {error}', path=shown, cure='check its name; it is UTF-8') from None
    except QinggaoError as error:
        raise UsageError(error.what, path=shown, line=error.line, column=error.column, cure=error.cure) from None
    if not isinstance(data, Items):
        raise UsageError('not a list', path=shown, line=1, cure='begin each item with `- `')
    for item, line in zip(data, data.lines):
        if not isinstance(item, Fields):
            raise UsageError('not an item', path=shown, line=line, cure='an item is a mapping of keys')
        yield item, line


def _checked(fields: Fields, line: int, keys: Sequence[str], shown: str) -> tuple[str, ...]:
    """The aliases of an item; all else of it is one string a key, none empty."""
    for key in keys:
        if key not in fields:
            raise UsageError(f'an item without {key!r}', path=shown, line=line, cure=f'add `{key}:`')
    for key, value in fields.items():
        if key not in keys and key != 'aliases':
            raise UsageError(f'unknown key {key!r}', path=shown, line=fields.lines[key],
                             cure=nearest(key, (*keys, 'aliases')))
        words = value if key == 'aliases' and isinstance(value, Items) else [value]
        if not _are_words(words) or (key == 'aliases') != isinstance(value, Items):
            raise UsageError(f'{key} must be {"a list of strings" if key == "aliases" else "one string"}, none empty',
                             path=shown, line=fields.lines[key])
        if key == 'kind' and value not in KINDS:
            raise UsageError(f'unknown kind {value!r}', path=shown, line=fields.lines[key], cure=nearest(value, KINDS))
    return tuple(fields.get('aliases', ()))


def _are_words(words: Iterable[object]) -> bool:
    return all(isinstance(word, str) and word.strip() == word != '' for word in words)
