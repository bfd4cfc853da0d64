"""For people: `path:line:column: CODE message`, with [*] where --fix mends it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...errors import printable
from ..check import Checked


def write(done: Sequence[Checked]) -> Iterator[str]:
    for one in done:
        for found in one.found:
            mark = '[*] ' if found.fixable else ''
            place = f'{found.path}:{found.place.line}:{found.place.column}'
            yield f'{printable(place)}: {found.code} {mark}{printable(found.message)}\n'
