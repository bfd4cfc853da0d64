"""What fields say, for the lints that look at values: each with its field and what the profile asks of it."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...gate.page import Page
from .notes import asked

if TYPE_CHECKING:
    from ...site.fields import Field, Scalar
    from ...site.profile import FieldRule


def texts(page: Page, *kinds: str) -> Iterator[tuple[Field, FieldRule, Scalar]]:
    """The scalars of fields of these kinds that say something; of all fields that are no lists where none is named."""
    for field, rule in asked(page):
        if field.shape == 'scalar' and (rule.kind in kinds if kinds else not rule.is_list) and not field.is_empty:
            yield field, rule, field.values[0]


def items(page: Page, *kinds: str) -> Iterator[tuple[Field, FieldRule, Scalar]]:
    """The items of lists where the profile asks for lists, of these kinds or of both."""
    for field, rule in asked(page):
        if field.is_list and (rule.kind in kinds if kinds else rule.is_list):
            for item in field.values:
                yield field, rule, item
