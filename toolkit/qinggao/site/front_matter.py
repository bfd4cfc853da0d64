"""Front matter: kept as its author wrote it, or composed of what is known as the profile asks; nothing is invented."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from ..errors import FileError, QinggaoError
from ..patterns import lazy
from .profile import FieldRule, Profile, profile_of

_FENCE = lazy(r'-{3}[ \t]*\n')
_RULE = lazy(r'[ \t]*\n\s*(?!-{3}[ \t]*$|["\']?[\w.-]+["\']?[ \t]*:(?:\s|$)|\s)', re.M)
_CLOSE = lazy(r'^-{3}[ \t]*$\n?', re.M)
_PLAIN = lazy(r'[^\W\d_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<![\s:])')
_KEY = lazy(r'[\w.-]{1,64}')
_KEY_LINE = lazy(r'["\']?([\w.-]+)["\']?[ \t]*:(?:\s|$)')
# What YAML reads as a line break or not at all. Everything else may stand as it is, an emoji of several parts too.
_ODD = lazy(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_WORDS_OF_YAML = frozenset(['true', 'false', 'yes', 'no', 'on', 'off', 'null', 'y', 'n'])


def split(text: str, path: str = '') -> tuple[str | None, str, dict[str, object]]:
    """Front matter as written (without its fences), the body, and the fields; (None, text, {}) where there is none.

    A page may begin with a rule of its own: a blank line follows it, and no field.
    Raises `FileError` for front matter that is not closed or not plain YAML.
    """
    start = _FENCE.match(text)
    if not start or _RULE.match(text, start.end()):
        return None, text, {}
    close = _CLOSE.search(text, start.end())
    if not close:
        raise FileError('front matter is not closed', path=path, line=1, cure='end it with a line ---')
    head = text[start.end():close.start()]
    return head, text[close.end():], parse(head, path, 1)


def parse(head: str, path: str = '', lines_before: int = 0) -> dict[str, object]:
    """The fields of a YAML mapping: strings and lists of strings."""
    from ..strict_yaml import Fields, load
    try:
        fields = load(head, path)
    except QinggaoError as error:
        raise FileError(error.what, path=path, line=error.line + lines_before, column=error.column,
                        cure=error.cure) from None
    if fields is not None and not isinstance(fields, Fields):
        raise FileError('front matter is no list of `key: value`', path=path, line=1 + lines_before)
    return fields if isinstance(fields, Fields) else {}


def sidecar(text: str, path: str) -> dict[str, object]:
    """The fields of a sidecar: plain keys, each with a string or a list of strings. Raises `FileError`."""
    from ..strict_yaml import Fields
    fields = parse(text, path)
    lines = fields.lines if isinstance(fields, Fields) else {}
    for key, value in fields.items():
        texts = value if isinstance(value, list) else [value]
        if not _KEY.fullmatch(key) or not all(isinstance(item, str) for item in texts):
            raise FileError(f'{key!r} is no plain field', path=path, line=lines.get(key, 0),
                            cure='a field has a simple name, and a string or a list of strings')
    return fields


def opens(page: str) -> bool:
    """Whether a page begins with front matter, or with what a reader would take for it."""
    try:
        return split(page)[0] is not None
    except FileError:
        return True


def compose(meta: Mapping[str, object]) -> Iterator[str]:
    """The lines of the front matter, fences and the blank line after it included; none for a page without any.

    Of ``meta``: front_matter, as its author wrote it; fields, that are known; set, that are given and overrule both;
    profile, of the site: without it the shipped one.
    """
    head, given, profile = meta.get('front_matter'), meta.get('set', {}), meta.get('profile')
    given = given if isinstance(given, dict) else {}
    if meta.get('format') == 'md' and head is None and not given:
        return
    rules = profile.fields if isinstance(profile, Profile) else profile_of().fields
    yield '---'
    yield from _composed(meta, given, rules) if head is None else _amended(str(head), given, rules)
    yield '---'
    if head is None:
        yield ''


def _amended(head: str, given: Mapping[str, object], rules: Mapping[str, FieldRule]) -> Iterator[str]:
    """An author's front matter with some fields set: other lines stay as they are. A field that is new stands before
    the first one that the profile has behind it."""
    order = {name: number for number, name in enumerate(rules)}
    lines, rest = head.removesuffix('\n').split('\n') if head else [], dict(given)
    there = {found[1] for line in lines if (found := _KEY_LINE.match(line))}
    skipping = False
    for line in lines:
        found = _KEY_LINE.match(line)
        key = found[1] if found else ''
        skipping = skipping and not key and line[:1] in (' ', '\t', '-')
        if key:
            for name in [name for name in rest if name not in there and key in order
                         and order.get(name, len(order)) < order[key]]:
                yield from field(name, rest.pop(name), rules.get(name))
            skipping = key in rest
            if skipping:
                yield from field(key, rest.pop(key), rules.get(key))
        if not skipping or line.startswith('#'):
            yield line
    for key in sorted(rest, key=lambda name: order.get(name, len(order))):
        yield from field(key, rest[key], rules.get(key))


def _composed(meta: Mapping[str, object], given: Mapping[str, object],
              rules: Mapping[str, FieldRule]) -> Iterator[str]:
    """The fields that a page must have and those that are known, in the order of the profile; others behind them."""
    known = meta.get('fields')
    fields = {**(known if isinstance(known, dict) else {}), **given}
    for name, rule in rules.items():
        if name in fields or rule.needed:
            nothing: object = [] if rule.is_list else rule.default or ''
            yield from field(name, fields.get(name, nothing), rule)
    for key, value in fields.items():
        if key not in rules:
            yield from field(key, value)


def field(key: str, value: object, rule: FieldRule | None = None) -> Iterator[str]:
    """The YAML lines of one field.

    >>> list(field('tags', ['ai', 'true'])), list(field('date', '2026-05-08'))
    (['tags:', '  - ai', "  - 'true'"], ["date: '2026-05-08'"])
    """
    if isinstance(value, (list, tuple)):
        yield f'{key}:' if value else f'{key}: []'
        yield from (f'  - {quoted(str(item))}' for item in value)
    elif rule and rule.kind == 'flag' and value in ('true', 'false'):
        yield f'{key}: {value}'
    else:
        yield f'{key}: {quoted(str(value))}'


def quoted(value: str) -> str:
    """A string as a YAML scalar that reads back as the same string.

    >>> [quoted(value) for value in ('潮水', '潮水: 一', 'true')]
    ['潮水', "'潮水: 一'", "'true'"]
    """
    if value.isprintable() and _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    if not _ODD.search(value):
        return "'" + value.replace("'", "''") + "'"
    return _ODD.sub(lambda odd: f'\\u{ord(odd[0]):04x}', json.dumps(value, ensure_ascii=False))
