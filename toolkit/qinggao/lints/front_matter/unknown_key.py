"""A key that the site profile does not know.

Templates ask for fields by name: what stands under another name is shown nowhere. Rename the key, or add the field to
the profile. What counts as a note is said at FM006: a page of Hugo or Hexo may have keys of its own.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .names import misnamed
from .notes import is_note
from .spelling import removal

if TYPE_CHECKING:
    from ...site.fields import Field

CODE = 'FM005'
NAME = 'unknown-key'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: 港口的早晨\ncompanies:\n  - 海丰渔业\nlayout: post.njk\n---\n'
RIGHT = '---\ntitle: 港口的早晨\ncompanies_orgs:\n  - 海丰渔业\nlayout: post.njk\n---\n'

_SLUG = lazy(r'[a-z0-9]+(?:-[a-z0-9]+)*')


def findings(page: Page) -> Iterator[Finding]:
    if page.head is None or not (unknown := misnamed(page)) or not is_note(page):
        return
    named: dict[str, list[Field]] = {}
    for field in page.head.fields:
        named.setdefault(field.name, []).append(field)
    rights = list(unknown.values())
    for field in page.head.fields:
        if field.name not in unknown:
            continue
        right = unknown[field.name]
        if right:
            is_alone = rights.count(right) == 1 and len(named[field.name]) == 1
            edits = _renamed(page, field, right, named.get(right, []), is_alone)
            cure = f'call it {right}' if edits else f'put what it says under {right}'
        else:
            edits, cure = (), _suggestion(page, field.name)
        yield Finding(field.key.start, field.key.end, f'the profile knows no field `{field.name}`: {cure}', edits)


def _renamed(page: Page, field: Field, right: str, others: list[Field], is_alone: bool) -> tuple[Edit, ...]:
    """The key's right name; what is empty of the two makes way for what is not.

    ``others`` have the right name already; ``is_alone``: no other field has a wrong name for the same.
    """
    if others and (field.is_empty or [a.value for a in field.values] == [b.value for b in others[0].values]):
        return (removal(page, field, CODE),)
    if not is_alone or len(others) > 1 or (others and not others[0].is_empty):
        return ()
    start, end = field.key.start, field.key.end
    rename = Edit(start, end, field.key.style + right + field.key.style, CODE, _fits(page, field, right))
    return (*(removal(page, other, CODE) for other in others), rename)


def _fits(page: Page, field: Field, right: str) -> bool:
    """Whether what it says may stand there: `companies: [market-crash]` holds tags, no names."""
    named = page.profile.fields[right].kind == 'list' and not field.is_empty
    return not named or not all(_SLUG.fullmatch(item.value) for item in field.values)


def _suggestion(page: Page, name: str) -> str:
    from difflib import get_close_matches
    near = get_close_matches(name, list(page.profile.fields), 1, 0.7)
    return f'did you mean {near[0]}?' if near else 'remove it, or add it to the profile'
