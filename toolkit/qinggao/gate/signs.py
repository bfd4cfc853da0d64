"""Which signs of lints stand in a text: one look for all of them.

Most lints have nothing to do on most pages, and looking for the signs of each, one after the other, took longer than
what the lints do.
"""
from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..lints import LINTS

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LONG = 8_000    # characters: a shorter text is not worth the import
# They stand on most pages, near the top: to look for one of them alone takes no time, to list all of them does.
_FREQUENT = frozenset(['**', '**（', ': ', '</', '</details', '<details', '</summary', '<summary', 'here', 'o be ',
                       '这里'])


def signs_in(text: str) -> dict[str, bool]:
    """Whether each sign stands in a text; none of those that are quicker to look for alone."""
    automaton, signs = _automaton()
    known = dict.fromkeys(signs, False)
    try:
        matches = automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:      # half a surrogate pair
        return {}
    known.update((signs[i], True) for i in {match[0] for match in matches})
    return known


@lru_cache(1)
def _automaton() -> tuple[AhoCorasick, list[str]]:
    from ahocorasick_rs import AhoCorasick
    signs = sorted({sign for entry in LINTS.values() if not entry.in_head for sign in entry.signs
                    if len(sign) > 1 and sign not in _FREQUENT})
    return AhoCorasick(signs), signs
