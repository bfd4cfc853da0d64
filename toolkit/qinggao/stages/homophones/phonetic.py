"""How an English word sounds, roughly: a key of its consonants. Wisenthal and Weisenthal have one, Cloud and Claude.

After Philips's Metaphone, for names as captions spell them: vowels count at the start alone, voices are kept apart.
"""
from __future__ import annotations

import re
from functools import lru_cache

# In this order; each on what the ones before it left. Capitals are sounds already, X is sh and ch.
_STEPS = tuple((re.compile(pattern), new) for pattern, new in (
    ('^(?:kn|gn|pn|wr|ps)', lambda found: found[0][1]), ('^x', 'S'), ('^wh', 'W'),
    ('mb$', 'M'), (r'([^c])\1', r'\1'),   # cc is two sounds in accent
    ('tch|sch(?=[eiw])|sh|ch(?!r)', 'X'), ('[st]i(?=o|a[^h])', 'X'), ('ch', 'K'), ('ph', 'F'), ('th', 'T'),
    ('^gh', 'K'), ('gh(?=[aeiou])', 'G'), ('gh', ''), ('dg(?=[eiy])', 'J'), ('ck', 'K'),
    ('c(?=[eiy])', 'S'), ('[cq]', 'K'), ('g(?=[iey](?!r$|r[gn]|t))', 'J'), ('x', 'KS'), ('z', 'S'),
    ('^[aeiouy]+', 'A'), ('^h', 'H'), ('^w', 'W'), ('[aeiouyhw]+', ''),
))


@lru_cache(1 << 14)
def key(word: str) -> str:
    """The sounds of one word of Latin letters.

    >>> key('Wisenthal') == key('Weisenthal'), key('cloud') == key('Claude'), key('cloud'), key('clod')
    (True, True, 'KLD', 'KLD')
    """
    word = word.lower()
    for pattern, new in _STEPS:
        word = pattern.sub(new, word)
    return re.sub(r'(.)\1', r'\1', word.upper())


_LOOSE = {ord(letter): new for letters, new in (
    ('aeiouyhw', None), ('ckqgjszx', 'k'), ('pbfv', 'p'), ('td', 't')) for letter in letters}


def hull(word: str) -> frozenset[str]:
    """Which sorts of consonants a word has: words of one key nearly always have one hull, and it is quickly made.

    >>> hull('Wisenthal') == hull('Weisenthal'), hull('Carpathy') == hull('Karpathy')
    (True, True)
    """
    return frozenset(word.lower().translate(_LOOSE))
