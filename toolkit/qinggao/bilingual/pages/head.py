"""The front matter of a page, from what is known of both tracks."""
from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...formats.page import Line
from ...site.front_matter import compose, opens
from .style import Style

# What is said in the language of the page: none of the other's.
WORDS = ('title', 'summary', 'insight')


def head(own: Mapping[str, object], other: Mapping[str, object], style: Style,
         given: Mapping[str, object] | None = None) -> Iterator[str]:
    """The lines of the front matter of a page with this track's ``meta``. What only the other track knows (when, by
    whom) holds for both; its title does not."""
    yield from compose(meta_of(own, other, style, given))


def meta_of(own: Mapping[str, object], other: Mapping[str, object], style: Style,
            given: Mapping[str, object] | None = None) -> dict[str, object]:
    given = {**_dict(other.get('set')), **_dict(own.get('set')), **(given or {})}
    meta = {**own, 'profile': style.profile, 'set': given}
    if own.get('front_matter') is None and not own.get('fields') and other.get('fields'):
        shared = {key: value for key, value in _dict(other['fields']).items() if key not in WORDS and _is_plain(value)}
        meta |= {'fields': shared, 'format': ''}    # a page without a head gets one
    return meta


def with_head(head: list[str], body: list[Line]) -> list[Line]:
    """A page of both; where there is no front matter, its first rule must not open one."""
    if not head and body and body[0].out.startswith('---') and opens('\n'.join(line.out for line in body) + '\n'):
        head = ['']
    return [*map(Line, head), *body]


def _is_plain(value: object) -> bool:
    """Whether a field is one text or a list of texts: what nests deeper is only kept on its own page, as it stands."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
