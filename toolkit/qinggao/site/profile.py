"""The site profile: which fields a note has, in which order, of which kind, with which values."""
from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..errors import QinggaoError, UsageError, reason_of
from ..patterns import lazy

if TYPE_CHECKING:
    from pathlib import Path  # its import is a twentieth of a hook's start

    from ..strict_yaml import Fields

DEFAULT = os.path.join(os.path.dirname(__file__), 'profiles', 'default.yaml')
COMPILED = os.path.splitext(DEFAULT)[0] + '.json'   # in a wheel; a checkout has none
KINDS = ('text', 'date', 'url', 'choice', 'slug', 'flag', 'list', 'slugs')

_KEY = lazy(r'[^\W\d][\w.-]{0,63}')


class FieldRule(NamedTuple):
    """What a field of front matter must be.

    ``kind``: text, date (a quoted 'YYYY-MM-DD'), url, choice (one of ``values``), slug (kebab-case), flag (true or
    false), list, slugs (a list of them). ``needed``: it may not be missing. ``filled``: nor empty.
    ``default``: what a field that is missing would say. ``least``, ``most``: characters of a text, items of a list.
    """

    name: str
    kind: str = 'text'
    needed: bool = True
    filled: bool = False
    default: str | None = None
    values: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    aliases: tuple[str, ...] = ()       # other names that people give it

    @property
    def is_list(self) -> bool:
        return self.kind in ('list', 'slugs')


class Profile(NamedTuple):
    """The fields in their order, and how the pages of a site are written."""

    fields: Mapping[str, FieldRule]
    summary: str = 'Original English'   # the label of a folded original
    labels: tuple[str, ...] = ()        # other labels that mean the same
    translation: str = 'English Translation'    # the label where the folded English is a machine's


@lru_cache(4)
def profile_of(path: str = '') -> Profile:
    """The profile in a YAML file; the shipped one without a path. Raises `UsageError` with file and line."""
    if not path and os.path.exists(COMPILED):
        with open(COMPILED, encoding='utf-8') as compiled:
            return _loaded(compiled.read())
    from pathlib import Path

    from ..remembered import remembered
    file = Path(path or DEFAULT)
    return remembered('profile', [file], [Path(__file__)], lambda: _read(file, path or 'the default profile'), _dumped,
                      _loaded)


def compile_to(path: Path) -> None:
    """Write the shipped profile as one JSON file: what a build does."""
    from pathlib import Path
    path.write_text(_dumped(_read(Path(DEFAULT), str(DEFAULT))), encoding='utf-8')


def _dumped(profile: Profile) -> str:
    import json
    return json.dumps([list(profile.fields.values()), profile.summary, profile.labels, profile.translation],
                      ensure_ascii=False)


def _loaded(text: str) -> Profile:
    import json
    rules, summary, labels, translation = json.loads(text)
    fields = {}
    for name, kind, needed, filled, default, values, least, most, aliases in rules:
        fields[name] = FieldRule(name, kind, needed, filled, default, tuple(values), least, most, tuple(aliases))
    return Profile(fields, summary, tuple(labels), translation)


def _read(file: Path, shown: str) -> Profile:
    from ..strict_yaml import Fields, load
    try:
        data = load(file.read_text('utf-8'), shown)
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else 'it is no UTF-8'
        raise UsageError(f'cannot be read: {reason}', path=shown,
                         cure='check the name that `profile` gives, and its encoding') from None
    except QinggaoError as error:
        raise UsageError(error.what, path=shown, line=error.line, column=error.column, cure=error.cure) from None
    if not isinstance(data, Fields):
        raise UsageError(f'a profile has keys ({", ".join(Profile._fields)}), and this is '
                         f'{"a list" if isinstance(data, list) else "a text or nothing"}', path=shown, line=1,
                         cure='see docs/settings.md')
    for key in data:
        if key not in Profile._fields:
            raise UsageError(f'unknown key {key!r}', path=shown, line=data.lines[key],
                             cure='known: ' + ', '.join(Profile._fields))
    given = data.get('fields')
    if not isinstance(given, Fields) or not given:
        what = 'is a list: write a name and a colon for each, without the dash' if isinstance(given, list) else \
            'is missing' if given is None else 'names no field'
        raise UsageError(f'`fields` {what}', path=shown, line=data.lines.get('fields', 1),
                         cure='for example `title: {filled: true}` below it; see docs/settings.md')
    fields = {name: _Rule(name, shown, given.lines[name]).read(values) for name, values in given.items()}
    _check_names(fields, shown, given.lines)
    labels = _Rule('the profile', shown, data.lines.get('labels', 1))
    return Profile(fields, _label('summary', data, shown), labels.words('labels', data.get('labels', [])),
                   _label('translation', data, shown))


def _label(key: str, data: Fields, path: str) -> str:
    label = data.get(key, Profile._field_defaults[key])
    if not isinstance(label, str) or not label.strip():
        raise UsageError(f'`{key}` is one label', path=path, line=data.lines[key])
    return label


def _check_names(fields: Mapping[str, FieldRule], path: str, lines: Mapping[str, int]) -> None:
    """Every name is fit to be a key, and stands for one field."""
    taken = {name: name for name in fields}
    for name, rule in fields.items():
        if not _KEY.fullmatch(name):
            raise UsageError(f'{name!r} is no name of a field', path=path, line=lines[name],
                             cure='letters, digits, - and _')
        for alias in rule.aliases:
            if alias in taken:
                raise UsageError(f'{name}: the alias {alias!r} stands for {taken[alias]} already', path=path,
                                 line=lines[name], cure='remove one')
            taken[alias] = name


class _Rule:
    """What a profile says of one field, read and checked; errors name its line."""

    def __init__(self, name: str, path: str, line: int) -> None:
        self._name, self._path, self._line = name, path, line

    def read(self, given: object) -> FieldRule:
        if not isinstance(given, dict):
            raise self._error('is no mapping', f'for example `{self._name}: {{kind: text}}`')
        for key in given:
            if key not in FieldRule._fields[1:]:
                from ..settings import nearest
                raise self._error(f'unknown key {key!r}', nearest(key, FieldRule._fields[1:]))
        kind = given.get('kind', 'text')
        if kind not in KINDS:
            raise self._error(f'unknown kind {kind!r}', 'known: ' + ', '.join(KINDS))
        rule = FieldRule(
            self._name, kind, self._flag('needed', given.get('needed', 'true')),
            self._flag('filled', given.get('filled', 'false')), self._default(given.get('default')),
            self.words('values', given.get('values', [])), self._number('least', given.get('least', '0')),
            self._number('most', given.get('most', '0')), self.words('aliases', given.get('aliases', [])))
        self._check(rule)
        return rule

    def _check(self, rule: FieldRule) -> None:
        """What the keys say together."""
        if bool(rule.values) != (rule.kind == 'choice'):
            raise self._error('values belong to a choice, and a choice has values', 'add `values`, or change the kind')
        if rule.most and rule.least > rule.most:
            raise self._error(f'least is {rule.least} and most is {rule.most}', 'swap them')
        if rule.default is None:
            return
        fits = {'flag': rule.default in ('true', 'false'), 'list': rule.default == '[]', 'slugs': rule.default == '[]',
                'choice': rule.default in ('', *rule.values)}
        if not fits.get(rule.kind, rule.default != '[]'):
            raise self._error(f'the default {rule.default!r} is no {rule.kind}', 'correct it, or remove it')

    def _default(self, value: object) -> str | None:
        if value is None or isinstance(value, str):
            return value
        if value == []:
            return '[]'
        raise self._error('default must be a text or []', 'a list that is not empty has no default')

    def _flag(self, key: str, value: object) -> bool:
        if value not in ('true', 'false'):
            raise self._error(f'{key} must be true or false')
        return value == 'true'

    def _number(self, key: str, value: object) -> int:
        if not isinstance(value, str) or not (value.isascii() and value.isdecimal() and len(value) < 10):
            raise self._error(f'{key} must be a whole number')
        return int(value)

    def words(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._error(f'{key} must be a list of strings')
        return tuple(value)

    def _error(self, what: str, cure: str = '') -> UsageError:
        return UsageError(f'{self._name}: {what}', path=self._path, line=self._line, cure=cure)
