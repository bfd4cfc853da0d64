"""Front matter: kept as its author wrote it, or composed of what is known; nothing is invented."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from ..errors import FileError, QinggaoError
from ..patterns import lazy

# The fields of a note, in their order, with what stands where nothing is known.
FIELDS: dict[str, str | tuple[str, ...]] = {
    'author': '', 'date': '', 'guest': '', 'layout': 'post.njk', 'source': '', 'speaker': '', 'tags': (),
    'title': '', 'summary': '', 'insight': '', 'draft': 'true', 'series': '', 'category': '', 'area': '',
    'project': (), 'people': (), 'companies_orgs': (), 'products_models': (), 'media_books': (),
    'status': 'evergreen',
}

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


def by_hand(key: str, value: str) -> str | list[str]:
    """A field as somebody types it: where it is a list, its items are parted by commas, in brackets or not.

    >>> by_hand('tags', '[ai, chips]'), by_hand('tags', 'ai，chips'), by_hand('title', '[一, 二]')
    (['ai', 'chips'], ['ai', 'chips'], '[一, 二]')
    """
    if not isinstance(FIELDS.get(key), tuple):
        return value
    value = value.strip()
    if value.startswith('[') and value.endswith(']'):
        value = value[1:-1]
    return [bare for item in re.split('[,，]', value) if (bare := item.strip().strip('\'"'))]


def opens(page: str) -> bool:
    """Whether a page begins with front matter, or with what a reader would take for it."""
    try:
        return split(page)[0] is not None
    except FileError:
        return True


def compose(meta: Mapping[str, object]) -> Iterator[str]:
    """The lines of the front matter, fences and the blank line after it included; none for a page without any."""
    head, given = meta.get('front_matter'), meta.get('set', {})
    given = given if isinstance(given, dict) else {}
    if meta.get('format') == 'md' and head is None and not given:
        return
    yield '---'
    yield from _composed(meta, given) if head is None else _amended(str(head), given)
    yield '---'
    if head is None:
        yield ''


def _amended(head: str, given: Mapping[str, object]) -> Iterator[str]:
    """An author's front matter with some fields set: other lines stay as they are."""
    lines, rest = head.removesuffix('\n').split('\n') if head else [], dict(given)
    skipping = False
    for line in lines:
        found = _KEY_LINE.match(line)
        key = found[1] if found else ''
        skipping = skipping and not key and line[:1] in (' ', '\t', '-')
        if key:
            skipping = key in rest
            if skipping:
                yield from field(key, rest.pop(key))
        if not skipping or line.startswith('#'):
            yield line
    for key, value in rest.items():
        yield from field(key, value)


def _composed(meta: Mapping[str, object], given: Mapping[str, object]) -> Iterator[str]:
    known = meta.get('fields')
    fields = {**FIELDS, **(known if isinstance(known, dict) else {}), **given}
    for key, value in fields.items():
        yield from field(key, value)


def field(key: str, value: object) -> Iterator[str]:
    """The YAML lines of one field.

    >>> list(field('tags', ['ai', 'true'])), list(field('date', '2026-05-08'))
    (['tags:', '  - ai', "  - 'true'"], ["date: '2026-05-08'"])
    """
    if isinstance(value, (list, tuple)):
        yield f'{key}:' if value else f'{key}: []'
        yield from (f'  - {quoted(str(item))}' for item in value)
    elif key == 'draft' and value in ('true', 'false'):
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
