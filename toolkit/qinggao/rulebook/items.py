"""Items of the lexicon: a YAML list of mappings, each checked, with every complaint at its file and line."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from ..errors import QinggaoError, UsageError
from ..settings import nearest
from ..strict_yaml import Fields, Items, load

Item = TypeVar('Item')


class Shape(NamedTuple):
    """What an item may say: keys with one string, all needed; keys with a list of strings; keys others look at."""

    texts: tuple[str, ...]
    lists: tuple[str, ...] = ('aliases',)
    others: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.texts, *self.lists, *self.others)


def loaded(path: Path, shown: str) -> object:
    """The YAML of a file; raises `UsageError`."""
    try:
        return load(path.read_bytes().decode('utf-8'), shown)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f'cannot be read: {error}', path=shown, cure='check its name; it is UTF-8') from None
    except QinggaoError as error:
        raise UsageError(error.what, path=shown, line=error.line, column=error.column, cure=error.cure) from None


def listed(data: object, shown: str) -> Iterator[tuple[Fields, int]]:
    """The mappings of a list, each with its line."""
    if not isinstance(data, Items):
        raise UsageError('not a list', path=shown, line=1, cure='begin each item with `- `')
    for item, line in zip(data, data.lines):
        if not isinstance(item, Fields):
            raise UsageError('not an item', path=shown, line=line, cure='an item is a mapping of keys')
        yield item, line


def items(data: object, shown: str, shape: Shape, item_of: Callable[[Fields], Item]) -> tuple[Item, ...]:
    """The items of a list; raises `UsageError` also where two have a name in common."""
    found: list[Item] = []
    owners: dict[str, int] = {}
    for fields, line in listed(data, shown):
        check(fields, line, shape, shown)
        found.append(item_of(fields))
        said = [fields[key] for key in shape.texts if key in ('id', 'term', 'name', 'english')]
        names = [*dict.fromkeys(map(str.casefold, said)), *map(str.casefold, fields.get('aliases', ()))]
        for name in names:
            first = owners.setdefault(name, line)
            if first != line or names.count(name) > 1:
                raise UsageError(f'{name!r} twice', path=shown, line=line, cure=f'first on line {first}: keep one')
    return tuple(found)


def check(fields: Fields, line: int, shape: Shape, shown: str) -> None:
    """Raise `UsageError` for the first thing that an item of this shape does not say so."""
    for key in shape.texts:
        if key not in fields:
            raise UsageError(f'an item without {key!r}', path=shown, line=line, cure=f'add `{key}:`')
    choices = dict(shape.choices)
    for key, value in fields.items():
        at, is_list = fields.lines[key], key in shape.lists
        if key not in shape.keys:
            raise UsageError(f'unknown key {key!r}', path=shown, line=at, cure=nearest(key, shape.keys))
        if key in shape.others:
            continue
        if is_list != isinstance(value, Items) or not _are_words(value if is_list else [value]):
            raise UsageError(f'{key} must be {"a list of strings" if is_list else "one string"}, none empty',
                             path=shown, line=at)
        if key in choices and value not in choices[key]:
            raise UsageError(f'unknown {key} {value!r}', path=shown, line=at, cure=nearest(value, choices[key]))


def _are_words(words: Iterable[object]) -> bool:
    return all(isinstance(word, str) and word.strip() == word != '' for word in words)


def words(fields: Fields, key: str) -> tuple[str, ...]:
    """A list value that was checked; empty where the item has none."""
    value: Sequence[str] = fields.get(key, ())
    return tuple(value)
