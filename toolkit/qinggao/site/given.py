"""Fields that somebody gives by hand: read as the site's profile wants them, refused where it forbids them."""
from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import FileError
from ..patterns import lazy
from ..settings import nearest
from .profile import FieldRule, Profile, profile_of

_DATE = lazy(r'\d{4}-\d\d-\d\d')
_SLUG = lazy(r'[a-z0-9]+(?:-[a-z0-9]+)*')


def name_of(key: str, profile: Profile) -> str:
    """The field that a key names, be it by an alias."""
    return next((name for name, rule in profile.fields.items() if key in rule.aliases), key)


def by_hand(key: str, value: str, profile: Profile | None = None) -> str | list[str]:
    """A field as somebody types it: where it is a list, its items are parted by commas, in brackets or not.

    >>> by_hand('tags', '[ai, chips]'), by_hand('tags', 'ai，chips'), by_hand('title', '[一, 二]')
    (['ai', 'chips'], ['ai', 'chips'], '[一, 二]')
    """
    rule = (profile or profile_of()).fields.get(key)
    if rule is None or not rule.is_list:
        return value
    value = value.strip()
    if value.startswith('[') and value.endswith(']'):
        value = value[1:-1]
    return [bare for item in re.split('[,，]', value) if (bare := item.strip().strip('\'"'))]


def check(fields: Mapping[str, object], profile: Profile, path: str = '') -> None:
    """Raise `FileError` for a field that the site cannot have so: a page is better not written than in no collection.

    A field that the profile does not know may be the site's own and passes: `qinggao check` speaks of it.
    """
    for key, value in fields.items():
        rule = profile.fields.get(key)
        if rule and (wrong := _wrong(rule, value)):
            raise FileError(f'the field {key}: {wrong[0]}', path=path, cure=wrong[1])


def _wrong(rule: FieldRule, value: object) -> tuple[str, str] | None:
    """What is wrong with a value, and the cure."""
    if rule.is_list != isinstance(value, (list, tuple)):
        return ('is a list', 'write it with brackets: [a, b]') if rule.is_list else ('is one text', 'write no list')
    if isinstance(value, (list, tuple)):
        return next((found for item in value if rule.kind == 'slugs' and (found := _no_slug(str(item)))), None)
    text = str(value)
    if not text:
        return None
    if rule.kind == 'choice' and text not in rule.values:
        return f'cannot be {text!r}', nearest(text, rule.values)
    if rule.kind == 'flag' and text not in ('true', 'false'):
        return f'is true or false, not {text!r}', 'write one of them'
    if rule.kind == 'date' and not _is_date(text):
        return f'is a day of the calendar, not {text!r}', 'write it like 2026-05-08'
    return _no_slug(text) if rule.kind == 'slug' else None


def _is_date(text: str) -> bool:
    from datetime import date
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _no_slug(text: str) -> tuple[str, str] | None:
    return None if _SLUG.fullmatch(text) else (f'{text!r} is no slug', 'small letters, digits and -: rate-cut')
