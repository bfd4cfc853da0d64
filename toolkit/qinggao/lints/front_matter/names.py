"""Keys that the profile does not know, and the field that is meant by them."""
from __future__ import annotations

from ...gate.page import Page


def meant(page: Page, name: str) -> str:
    """The field that a wrong key stands for: by an alias of the profile, or but for case, spaces and dashes."""
    rules = page.profile.fields
    plain = _plain(name)
    for rule in rules.values():
        if plain == _plain(rule.name) or any(plain == _plain(alias) for alias in rule.aliases):
            return rule.name
    return ''


def _plain(name: str) -> str:
    return name.lower().replace('-', '_').replace(' ', '_')


def misnamed(page: Page) -> dict[str, str]:
    """Keys of the page that the profile does not know: the field that is meant by each, or nothing."""
    rules = page.profile.fields
    return {field.name: meant(page, field.name) for field in (page.head.fields if page.head else ())
            if field.name not in rules}
