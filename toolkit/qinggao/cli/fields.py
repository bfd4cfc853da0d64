"""A field of the front matter, given by hand: --set title=访谈."""
from __future__ import annotations

from ..errors import UsageError
from ..site.given import by_hand, name_of
from ..site.profile import Profile


def field(given: str, profile: Profile | None = None) -> tuple[str, str | list[str]]:
    """Its key and value; raises `UsageError`."""
    key, sign, value = given.partition('=')
    if not sign or not key.replace('_', '').isalnum():
        raise UsageError(f'--set {given!r} is no KEY=VALUE', cure='for example --set title=访谈')
    key = name_of(key, profile) if profile else key
    return key, by_hand(key, value, profile)
