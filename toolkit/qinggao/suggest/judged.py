"""Which swaps may become rules: seen in several talks, seldom the other way round, seldom left as they were."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..patterns import lazy
from ..pinyin import readings
from .evidence import Evidence

FILES = 2           # one editor's quirk in one talk is no rule
REVERSE = .1        # of the mendings, so many may go the other way: more is a choice between two good words
RIVALS = .5         # of the mendings, so many may mend it otherwise
WORD_FILES, WORD_HITS = 4, 6     # a wrong form that a dictionary has: so many talks and places at least
ALONE = 5           # of a hundred uses of a character, so many by itself: it may be a word anywhere
LEFT = .34          # of all places, so many may have been left as they were, where the wrong form is no word
# Depends on who or what is meant, or on the sentence: no rule of literals can tell.
_BY_SENTENCE = tuple(map(frozenset, ('他她它牠祂', '的地得', '吗嘛么吧', '那哪', '啊呀哪啦', '了啦',
                                      '您你', '做作', '像象')))

_ADDRESS = lazy('[老小阿].|.{1,2}(?:老师|先生|女士|总|哥|姐|叔|姨)')     # 老尹 in one talk is 老颖 in another


class Verdict(NamedTuple):
    """What becomes of a swap: nothing, for a reason, or a rule that may need words nearby."""

    refused: str        # the reason; empty where it is fit
    needs_near: bool = False
    is_sure: bool = False


def verdict(one: Evidence) -> Verdict:
    """Whether a swap is fit for a rule, by what was counted alone."""
    hits, left, rivals = len(one.hits), len(one.left), one.rivals.total()
    if one.files < FILES:
        return Verdict('in one talk only')
    if by_sentence(one.swap.wrong, one.swap.right):
        return Verdict('a matter of the sentence')
    if _ADDRESS.fullmatch(one.swap.right):
        return Verdict('whose name it is depends on the talk')
    if one.reverse > REVERSE * hits:
        return Verdict('both ways')
    if rivals > RIVALS * hits:
        return Verdict('mended in several ways')
    if not (one.agreed or is_word(one.swap.right) or one.files > FILES):
        return Verdict('a right form seen nowhere else')
    if is_word(one.swap.wrong) and not one.swap.wrong.isascii() and (one.files < WORD_FILES or hits < WORD_HITS):
        return Verdict('a good word, mended too seldom')
    if is_plausible(one.swap.wrong) or left > LEFT * (hits + left):
        return Verdict('', needs_near=True)
    return Verdict('', is_sure=not left and not one.reverse and not rivals)


def by_sentence(wrong: str, right: str) -> bool:
    """Whether all that differs is a pronoun, a particle or a pair that only the sentence decides."""
    pairs = [{a, b} for a, b in zip(wrong, right) if a != b]
    return len(wrong) == len(right) and all(any(pair <= group for group in _BY_SENTENCE) for pair in pairs)


def is_word(words: str) -> bool:
    """Whether a dictionary has it. Of Latin words none is asked: too many names are everyday words."""
    import rjieba
    return words.isascii() or bool(rjieba.has_word(words))


def is_plausible(words: str) -> bool:
    """Whether a form may well be meant as it stands, somewhere: a word, two characters that the ends of other words
    make too (新华网报道 holds 网报), or a phrase of words, 技术站, 外科手术室. Four characters and more that are many
    words, some of one character, are none: 克里门托."""
    if len(words) < 3 or is_word(words):
        return True
    import rjieba
    alone, parts = readings().alone, rjieba.cut(words, False)
    if all(len(word) > 1 for word in parts):
        return True
    return (len(words) < 4 or (len(words) < 5 and len(parts) < 3)) and all(
        len(word) > 1 or alone.get(word, 0) >= ALONE for word in parts)


def without_shadows(fit: Iterable[Evidence]) -> Iterator[Evidence]:
    """Of the ways a swap can be grown the one to keep: the shortest that is a word, else the one nearly all have.

    巴雷 → 巴列 is cut out of a name; 巴雷维 → 巴列维 has the same places and hits nothing else.
    """
    found = {one.swap: one for one in fit}
    for one in sorted(found.values(), key=lambda one: (len(one.swap.wrong), -len(one.hits))):
        if one.swap not in found:
            continue
        longer = [other for other in found.values() if other is not one and _holds(other, one)]
        whole = [other for other in longer if len(other.hits) >= .8 * len(one.hits)]
        if whole and not is_word(one.swap.right):
            del found[one.swap]
            continue
        for other in longer:
            del found[other.swap]
    yield from found.values()


def _holds(longer: Evidence, one: Evidence) -> bool:
    """Whether a swap is another one with words around it."""
    (wrong, right), (w, r) = longer.swap, one.swap
    return len(wrong) > len(w) and w in wrong and wrong.replace(w, r) == right
