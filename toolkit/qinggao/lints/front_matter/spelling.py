"""How a value is written in YAML, and the proof that a mend of front matter changes what it should and no more."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...edits import Edit, Revision
from ...gate.page import Page

if TYPE_CHECKING:
    from ...site.fields import Field, Scalar


def spelled(value: str) -> str:
    """A value on one line: plain where it may be, in quotes where not."""
    from ...site.front_matter import quoted
    return quoted(value)


def is_plain(value: str) -> bool:
    """Whether a value needs no quotes."""
    return spelled(value) == value


def respelled(page: Page, field: Field, scalar: Scalar, value: str, code: str, sure: bool = True) -> Edit:
    """The edit that lets a scalar say ``value``: its ends cut off where that is enough, written anew where not.

    A scalar that runs over several lines keeps its lines where its ends are all that was wrong.
    """
    raw = page.text[scalar.start:scalar.end]
    if '\n' in raw and not scalar.style and value in scalar.value:
        cut = scalar.value.index(value)
        kept = raw[cut:len(raw) - (len(scalar.value) - cut - len(value))]
        edit = Edit(scalar.start, scalar.end, kept, code, sure)
        if says(page, field, (edit,), [value if item is scalar else item.value for item in field.values]):
            return edit
    return Edit(scalar.start, scalar.end, spelled(value), code, sure)


def says(page: Page, field: Field, edits: Iterable[Edit], values: Sequence[str]) -> bool:
    """Whether ``field`` would say ``values`` after these edits, and all other fields what they say now."""
    from ...site.head import Head
    if page.head is None:
        return False
    then = Head.of(edited(page, edits))
    if then is None or then.error:
        return False
    wanted = [(one.name, list(values) if one is field else [item.value for item in one.values])
              for one in page.head.fields]
    return [(one.name, [item.value for item in one.values]) for one in then.fields] == wanted


def edited(page: Page, edits: Iterable[Edit]) -> str:
    """The front matter with its fences, after these edits."""
    return Revision(page.text[:page.body]).edit(edits).text


def removal(page: Page, field: Field, code: str, sure: bool = True) -> Edit:
    """The edit that takes a field away; it is not sure where a comment would go with it."""
    return Edit(field.start, field.end, '', code, sure and not has_comment(page, field))


def has_comment(page: Page, field: Field) -> bool:
    """Whether a comment stands in the lines of a field."""
    at = field.start
    for scalar in (field.key, *field.values):
        if '#' in page.text[at:scalar.start]:
            return True
        at = scalar.end
    return '#' in page.text[at:field.end]


def stand_alone(page: Page) -> bool:
    """Whether every field has its lines to itself and begins its line, so that fields may be moved or put between."""
    return page.head is not None and all(field.key.start == field.start for field in page.head.fields)
