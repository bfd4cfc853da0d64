"""Whether two spellings sound alike: a mishearing does, a rephrasing does not."""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..pinyin import readings

_INITIALS = ('zh', 'ch', 'sh', *'bpmfdtnlgkhjqxrzcsyw')
_CLOSE_INITIALS = tuple(map(frozenset, (('zh', 'z'), ('ch', 'c'), ('sh', 's'), ('n', 'l'), ('l', 'r'), ('f', 'h'))))
_CLOSE_FINALS = tuple(map(frozenset, (('in', 'ing'), ('en', 'eng'), ('an', 'ang'), ('ian', 'iang'), ('uan', 'uang'),
                                      ('un', 'ong'), ('ue', 'ie'), ('o', 'e'), ('uo', 'o'))))
# Sounds that recognisers take for each other, though no speaker does: b/p, d/t, g/k, j/q, z/c.
_KIN_INITIALS = tuple(map(frozenset, (('b', 'p'), ('d', 't'), ('g', 'k'), ('j', 'q', 'x', 'zh', 'ch', 'sh'),
                                      ('j', 'z', 'c', 'q', 's', 'x'), ('zh', 'ch'), ('zh', 'r'), ('sh', 'x'),
                                      ('z', 'c'), ('m', 'n'), ('w', ''), ('y', ''), ('h', 'k'))))
_KIN_FINALS = tuple(map(frozenset, (('i', 'ie', 'e', 'ei'), ('a', 'ai', 'ia'), ('o', 'ou', 'ao', 'uo'),
                                    ('u', 'v', 'iu'),
                                    ('an', 'en', 'uan', 'ian'), ('ang', 'eng', 'ong', 'iang', 'iong'), ('ui', 'ei'),
                                    ('un', 'en', 'in'), ('ai', 'ei'))))
CLOSE, KIN, FAR = .2, .5, 1.     # how far syllables are apart that differ in one close part, in a related one, in all


def spelt(words: str) -> str:
    """Words in pinyin, without tones; what has none as it is.

    >>> spelt('止盈'), spelt('氦-3')
    ('zhi ying', 'hai - 3')
    """
    usual = readings().usual
    return ' '.join(usual.get(char, char) for char in words)


def distance(one: str, other: str) -> float:
    """How far two stretches of as many Han are apart in sound: the mean over those characters that differ.

    0 is the same sound, 1 nothing alike. A character that no table knows is alike to none.

    >>> distance('指营', '止盈'), distance('名义', '民意'), distance('马上', '立刻')
    (0.0, 0.1, 1.0)
    """
    apart = [_apart(a, b) for a, b in zip(one, other) if a != b]
    return sum(apart) / len(apart) if apart and len(one) == len(other) else FAR


@lru_cache(1 << 16)
def _apart(one: str, other: str) -> float:
    return min((_syllables(a, b) for a in _read(one) for b in _read(other)), default=FAR)


def _read(char: str) -> tuple[str, ...]:
    usual, others, _ = readings()
    return (usual[char], *others.get(char, ())) if char in usual else ()


def _syllables(one: str, other: str) -> float:
    if one == other:
        return 0.
    (a, x), (b, y) = _parted(one), _parted(other)
    initial = _part(a, b, _CLOSE_INITIALS, _KIN_INITIALS)
    final = _part(x, y, _CLOSE_FINALS, _KIN_FINALS)
    return min(FAR, initial + final)


def _part(one: str, other: str, close: tuple[frozenset[str], ...], kin: tuple[frozenset[str], ...]) -> float:
    if one == other:
        return 0.
    pair = {one, other}
    return CLOSE if any(pair <= group for group in close) else KIN if any(pair <= group for group in kin) else FAR


def _parted(syllable: str) -> tuple[str, str]:
    initial = next((initial for initial in _INITIALS if syllable.startswith(initial)), '')
    return initial, syllable[len(initial):]


def latin_distance(one: str, other: str) -> float:
    """How far two Latin spellings are apart, by their letters, after what English writes in two ways for one sound.

    >>> latin_distance('cloud', 'claude') < .3, latin_distance('wonder', 'market') > .5
    (True, True)
    """
    from rapidfuzz.distance import Indel
    return min(Indel.normalized_distance(_heard(one), _heard(other)), Indel.normalized_distance(one, other))


def _heard(spelling: str) -> str:
    letters = ''.join(char for char in spelling.lower() if char.isalnum())
    for written, sound in (('ph', 'f'), ('ck', 'k'), ('c', 'k'), ('q', 'k'), ('x', 'ks'), ('z', 's'), ('ou', 'au'),
                           ('gh', 'g'), ('y', 'i'), ('j', 'g'), ('w', 'v')):
        letters = letters.replace(written, sound)
    return ''.join(_without_doubles(letters)).removesuffix('e')


def _without_doubles(letters: str) -> Iterator[str]:
    before = ''
    for char in letters:
        if char != before:
            yield char
        before = char
