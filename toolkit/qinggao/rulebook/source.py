"""Read rules files: YAML in, `Rule`s out, with every complaint at its file and line.

Two rooms of such files are tables of other things that rules are made of: `entities` and `glossary`.
"""
from __future__ import annotations

from pathlib import Path

from ..errors import QinggaoError, UsageError
from ..settings import nearest
from ..strict_yaml import Fields, Items, load
from .rule import Rule, Spec, Value
from .schema import SCHEMAS, Flag, Text, Words

TABLES = ('entities', 'glossary')
ROOMS = (*SCHEMAS, *TABLES)


def read_folder(folder: Path) -> list[Rule]:
    """All rules of a rules folder: ``fillers.yaml`` holds those of the room fillers, as does ``fillers/*.yaml``.

    Not its glossary, which most runs have no use for: `lexicon.glossary` reads it.
    """
    rules: list[Rule] = []
    for path in sorted(folder.rglob('*.yaml')):
        room = path.relative_to(folder).parts[0].removesuffix('.yaml')
        if room in ROOMS and room != 'glossary':
            rules += read_file(path, room, f'rules/{path.relative_to(folder).as_posix()}')
    return rules


def room_of(path: str) -> str:
    """The room that a rules file's path names, as in a rules folder: fillers.yaml, mishearings/ai.yaml."""
    parts = [*Path(path).parts[:-1], Path(path).stem]
    return next((part for part in reversed(parts) if part in ROOMS), 'mishearings')


def read_file(path: Path, room: str = 'mishearings', shown: str = '') -> list[Rule]:
    """The rules of one file: a list of one room's rules, or a mapping from room to list.

    Raises `UsageError` with file and line for anything that is not a rule.
    """
    shown = shown or str(path)
    try:
        data = load(path.read_bytes().decode('utf-8'), shown)
    except OSError as error:
        raise UsageError(f'cannot be read: {error.strerror}', path=shown) from None
    except UnicodeDecodeError as error:
        raise UsageError(f'not UTF-8 at byte {error.start}', path=shown, cure='save it as UTF-8') from None
    except UsageError:
        raise
    except QinggaoError as error:
        raise UsageError(error.what, path=shown, line=error.line, column=error.column, cure=error.cure) from None
    return rules_of(data, room, shown)


def rules_of(data: object, room: str, path: str) -> list[Rule]:
    """The rules in loaded YAML."""
    if data is None:
        return []
    if room in TABLES:
        from . import misheard, terms
        return misheard.rules_of(data, path) if room == 'entities' else terms.rules_of(data, path)
    if isinstance(data, Items):
        return [rule_of(fields, line, room, path) for fields, line in zip(data, data.lines)]
    if not isinstance(data, Fields):
        raise UsageError('not a list of rules', path=path, line=1, cure='begin each rule with `- id: …`')
    rules: list[Rule] = []
    for name, items in data.items():
        if name not in ROOMS or not isinstance(items, Items):
            raise UsageError(f'{name!r} is no room with a list of rules', path=path, line=data.lines[name],
                             cure=nearest(name, ROOMS))
        rules += rules_of(items, name, path)
    return rules


def rule_of(fields: object, line: int, room: str, path: str) -> Rule:
    """The rule in one item; raises `UsageError`."""
    if not isinstance(fields, Fields):
        raise UsageError('not a rule', path=path, line=line, cure='a rule is a mapping that begins with `id:`')
    schema = SCHEMAS[room]
    name = fields.get('id')
    if not isinstance(name, str) or not name or not all(ch.isalnum() or ch == '-' for ch in name):
        raise UsageError('a rule without a plain id', path=path, line=line, cure='add `id:`, of letters, digits and -')
    for key, kind in schema.items():
        if kind.needed and key not in fields:
            raise UsageError(f'{room}/{name} has no {key!r}', path=path, line=line, cure=f'add `{key}:`')
    values: dict[str, Value] = {}
    for key, value in fields.items():
        if key not in ('id', 'specs'):
            if key not in schema:
                raise UsageError(f'{room}/{name}: unknown key {key!r}', path=path, line=fields.lines[key],
                                 cure=nearest(key, (*schema, 'specs')))
            values[key] = _value(schema[key], value, f'{room}/{name}: {key}', path, fields.lines[key])
    return Rule(room, name, values, path, line, _specs(fields, f'{room}/{name}', path))


def _value(kind: Words | Text | Flag, value: object, what: str, path: str, line: int) -> Value:
    if isinstance(kind, Flag):
        if value not in ('true', 'false'):
            raise UsageError(f'{what} must be true or false', path=path, line=line)
        return value == 'true'
    if isinstance(kind, Text):
        if not isinstance(value, str):
            raise UsageError(f'{what} must be one string', path=path, line=line)
        words: tuple[str, ...] = (value,)
    elif isinstance(value, Items) and all(isinstance(word, str) and word for word in value):
        words = tuple(value)
    else:
        raise UsageError(f'{what} must be a list of strings, none empty', path=path, line=line)
    for word in words:
        if kind.choices and word not in kind.choices:
            raise UsageError(f'{what}: {word!r} is not known', path=path, line=line, cure=nearest(word, kind.choices))
    return words if isinstance(kind, Words) else words[0]


def _specs(fields: Fields, what: str, path: str) -> tuple[Spec, ...]:
    specs = []
    items = fields.get('specs', [])
    for item in items:
        if not isinstance(item, Fields) or sorted(item) != ['from', 'to'] or not all(map(_is_text, item.values())):
            raise UsageError(f'{what}: a spec has `from` and `to`, nothing else', path=path, line=fields.lines['specs'])
        specs.append(Spec(item['from'], item['to'], item.line))
    return tuple(specs)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
