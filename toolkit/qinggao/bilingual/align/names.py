"""Names and terms that both languages know: 英伟达 and NVIDIA are one key, and so are 止损 and stop loss."""
from __future__ import annotations

import re
from functools import lru_cache

from ...patterns import HAN, lazy
from ...rulebook.lexicon import entities, glossary

_HAN = lazy(f'[{HAN}]')


def named(text: str) -> set[str]:
    """The keys of the names and terms of our tables that a text of either language has.

    >>> named('英伟达涨了'), named('Nvidia is up')
    ({'@nvidia'}, {'@nvidia'})
    """
    keys, pattern = _table()
    return {keys[name] for found in pattern.finditer(text) if (name := found[0].casefold()) in keys}


@lru_cache(1)
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    keys = dict[str, str]()
    for entity in entities():
        keys.update((name.casefold(), f'@{entity.id}') for name in entity.names)
    for term in glossary():
        keys.update((name.casefold(), f'@{term.term}') for name in term.names)
    words = sorted(keys, key=lambda word: (-len(word), word))
    whole = '|'.join(re.escape(word) if _HAN.search(word) else rf'(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])'
                     for word in words)
    return keys, re.compile(whole, re.IGNORECASE)
