"""A list where a text belongs, a text where a list belongs, or nothing at all.

A template goes through a list and prints a text; given the other, it prints commas or breaks. Lists are written an item
a line, `[]` where they are empty; a text that is empty is `''`.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .notes import asked
from .spelling import has_comment, says, spelled

if TYPE_CHECKING:
    from ...site.fields import Field
    from ...site.profile import FieldRule

CODE = 'FM009'
NAME = 'wrong-shape'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: 港口的早晨\ntags: [harbour, weather]\nlayout: post.njk\n---\n'
RIGHT = '---\ntitle: 港口的早晨\ntags:\n  - harbour\n  - weather\nlayout: post.njk\n---\n'

_PAIR_ITEM = lazy(r'[ ]*-[ ]+(?P<item>(?P<before>[^\s\'"\[{&*!|>%@`#?:-][^:#\n]*): [^\n#]*?)[ ]*\n')
_ITEM = lazy(r'[ ]*-[ ]+([^\n]*)\n')
_NAME = lazy(r'[a-z_][a-z0-9_-]*')


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in asked(page):
        if field.shape == 'scalar' and field.values[0].is_null:
            yield _nothing(page, field, rule)
        elif rule.is_list and field.shape == 'scalar' and not _is_bracketed(field):
            yield _text_for_list(page, field, rule)
        elif rule.is_list and field.shape == 'flow' and field.values:
            yield _flow(page, field)
        elif rule.is_list and field.shape == 'map':
            yield _pairs(page, field)
        elif not rule.is_list and field.shape != 'scalar':
            yield _list_for_text(page, field)
        elif field.shape == 'block':
            yield from _empty_items(page, field)


def _finding(field: Field, message: str, edits: tuple[Edit, ...]) -> Finding:
    return Finding(field.key.start, field.key.end, f'`{field.name}` {message}', edits)


def _is_bracketed(field: Field) -> bool:
    return field.text.startswith('[') and bool(field.values[0].style)     # a list in quotes is FM008


def _nothing(page: Page, field: Field, rule: FieldRule) -> Finding:
    new = '[]' if rule.is_list else rule.default or 'true' if rule.kind == 'flag' else "''"
    value = field.values[0]
    start, end = value.start, value.end
    if not value.value:
        start = end = page.text.index(':', field.key.end) + 1
        new = f' {new}'
    return _finding(field, f'has no value, which is neither a text nor a list: write {new.strip()}',
                    (Edit(start, end, new, CODE, rule.kind != 'flag'),))


def _text_for_list(page: Page, field: Field, rule: FieldRule) -> Finding:
    value = field.values[0]
    if not field.text:
        return _finding(field, 'is a list: write [] where it is empty', (Edit(value.start, value.end, '[]', CODE),))
    words = [field.text]
    if rule.kind == 'slugs':
        words = [word.strip() for word in field.text.replace('，', ',').split(',') if word.strip()]
    return _finding(field, 'is a list: write an item a line', _block(page, field, [spelled(word) for word in words],
                                                                    words, sure=False))


def _flow(page: Page, field: Field) -> Finding:
    raws = [page.text[item.start:item.end] for item in field.values]    # as they are quoted
    sure = not any('\n' in raw for raw in raws)
    return _finding(field, 'is a list in brackets: write an item a line',
                    _block(page, field, raws, [item.value for item in field.values], sure))


def _block(page: Page, field: Field, raws: list[str], values: list[str], sure: bool) -> tuple[Edit, ...]:
    """The field as a list, an item a line; nothing where a comment would be lost."""
    colon = page.text.index(':', field.key.end) + 1
    if has_comment(page, field):
        return ()
    edits = (Edit(colon, field.end, ''.join(f'\n  - {raw}' for raw in raws) + '\n', CODE, sure),)
    return edits if says(page, field, edits, values) else ()


def _pairs(page: Page, field: Field) -> Finding:
    """Items with a colon, which YAML takes for a pair: `- Dune: Part Two`."""
    edits, values, at = list[Edit](), list[str](), page.text.index('\n', field.key.end) + 1
    while at < field.end:
        item = _PAIR_ITEM.match(page.text, at)
        if item:
            raw = item['item']
            edits.append(Edit(*item.span('item'), spelled(raw), CODE, not _NAME.fullmatch(item['before'])))
            values.append(raw)
            at = item.end()
        elif plain := _ITEM.match(page.text, at):
            values.append(next((one.value for one in field.values if plain.start(1) <= one.start < plain.end(1)), ''))
            at = plain.end()
        else:
            break
    is_list = at >= field.end and bool(edits) and says(page, field, edits, values)
    return _finding(field, 'is a list of texts, but something in it is a list or a pair: quote what holds a colon',
                    tuple(edits) if is_list else ())


def _list_for_text(page: Page, field: Field) -> Finding:
    edits: tuple[Edit, ...] = ()
    if field.shape == 'flow' and not field.values and (found := lazy(r'\[\s*\]').search(page.text, field.key.end)):
        edits = (Edit(*found.span(), "''", CODE),)
    elif field.is_list and len(field.values) == 1 and not has_comment(page, field):
        colon = page.text.index(':', field.key.end) + 1
        edit = Edit(colon, field.end, f' {spelled(field.values[0].value)}\n', CODE, False)
        edits = (edit,) if says(page, field, (edit,), [field.values[0].value]) else ()
    return _finding(field, 'is a text, but a list stands here', edits)


def _empty_items(page: Page, field: Field) -> Iterator[Finding]:
    empty = [item for item in field.values if not item.value or item.is_null]
    if not empty:
        return
    kept = [item for item in field.values if item not in empty]
    if has_comment(page, field):
        edits: tuple[Edit, ...] = ()
    elif not kept:
        colon = page.text.index(':', field.key.end) + 1
        edits = (Edit(colon, field.end, ' []\n', CODE),)
    else:
        edits = tuple(Edit(page.text.rfind('\n', 0, item.start) + 1, page.text.index('\n', item.end) + 1, '', CODE)
                      for item in empty)
        edits = edits if says(page, field, edits, [item.value for item in kept]) else ()
    yield Finding(empty[0].start, empty[0].end, f'`{field.name}` has an empty item: remove it', edits)
