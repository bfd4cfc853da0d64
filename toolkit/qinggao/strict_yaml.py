"""YAML as plain data that knows its lines: strings, lists and mappings; nothing that runs, refers or repeats.

Built from the parser's events rather than a loader class: PyYAML's C loader composes nodes out of
reach of a subclass, and an alias bomb must be refused before anything is built.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Union

import yaml

from .errors import QinggaoError

DEEP = 20

Data = Union[str, 'Items', 'Fields']


class Items(list[Any]):
    """A YAML list; ``lines[i]`` is the line of item i, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line, self.lines = line, list[int]()


class Fields(dict[str, Any]):
    """A YAML mapping; ``lines[key]`` is the line of a key, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line, self.lines = line, dict[str, int]()


def load(text: str, path: str = '') -> Data | None:
    """The one document of a YAML text; every scalar a string, as written; None where it is empty.

    Raises `QinggaoError` with file, line and column for broken YAML, anchors, aliases, tags, a key
    said twice, a key that is no string, or more than 20 levels.

    >>> load('name: 稿\\nyes: [no, 08]')
    {'name': '稿', 'yes': ['no', '08']}
    """
    reader = _Reader(path)
    try:
        reader.events = yaml.parse(text, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))
        return reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise QinggaoError(f'broken YAML: {error.problem}', path=path, line=mark.line + 1 if mark else 0,
                           column=mark.column + 1 if mark else 0) from None
    except yaml.reader.ReaderError as error:
        line = text.count('\n', 0, error.position) + 1
        raise QinggaoError('broken YAML: a control character', path=path, line=line, cure='remove it') from None


class _Reader:
    events: Iterator[Any]

    def __init__(self, path: str) -> None:
        self.path = path

    def document(self) -> Data | None:
        data, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.error(event, 'a second YAML document', 'one file holds one')
                first = next(self.events)
                data = self.value(first, 0)
        return data

    def value(self, event: Any, depth: int) -> Data:
        if isinstance(event, yaml.AliasEvent) or event.anchor or getattr(event, 'tag', None):
            raise self.error(event, 'anchors, aliases and tags are not allowed', 'write the value out')
        if depth > DEEP:
            raise self.error(event, f'nested deeper than {DEEP}', 'flatten it')
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        return self.items(event, depth) if isinstance(event, yaml.SequenceStartEvent) else self.fields(event, depth)

    def items(self, start: Any, depth: int) -> Items:
        items = Items(start.start_mark.line + 1)
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.lines.append(event.start_mark.line + 1)
            items.append(self.value(event, depth + 1))
        return items

    def fields(self, start: Any, depth: int) -> Fields:
        fields = Fields(start.start_mark.line + 1)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.value(event, depth + 1)
            if not isinstance(key, str):
                raise self.error(event, 'a key must be a string', 'write it as one word')
            if key in fields:
                raise self.error(event, f'the key {key!r} twice', f'first on line {fields.lines[key]}: remove one')
            fields.lines[key] = event.start_mark.line + 1
            fields[key] = self.value(next(self.events), depth + 1)
        return fields

    def error(self, event: Any, what: str, cure: str) -> QinggaoError:
        mark = event.start_mark
        return QinggaoError(what, path=self.path, line=mark.line + 1, column=mark.column + 1, cure=cure)
