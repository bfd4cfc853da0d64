"""Whether a sentence has the form of a question: is it, what does it, how many …; what it was is none."""
from __future__ import annotations

from .features import FUNCTION_WORDS, Words

_LEADING = 'CY'     # and, so, well: what may stand before
_VERBS = 'BHV'      # is, did, can
_MEASURED = frozenset(['many', 'much', 'long', 'far', 'often', 'old', 'big', 'fast', 'high', 'deep', 'come', 'about'])
_TAGS = frozenset(['right', 'okay'])
_ASKING = frozenset(["what's", "who's", "where's", "how's", "isn't", "aren't", "doesn't", "didn't"])


def has_form(words: Words, first: int, last: int, opening: int) -> bool:
    """Of the sentence of words ``first`` to ``last``, whose last clause begins at ``opening``."""
    if opening == last and first < last and words.of(last) in _TAGS:
        return True
    return _inverts(words, first, last) or (opening > first and _inverts(words, opening, last))


def _inverts(words: Words, i: int, last: int) -> bool:
    """Whether a clause begins with a verb and its subject, or with a question word and a verb."""
    while i < last and FUNCTION_WORDS.get(words.of(i), 'x') in _LEADING:
        i += 1
    kind, after = FUNCTION_WORDS.get(words.of(i), 'x'), FUNCTION_WORDS.get(words.of(i + 1), 'x')
    if kind == 'W':
        return opens_question(words, i)
    return words.of(i) in _ASKING or (kind in _VERBS and after in 'IDP')


def opens_question(words: Words, i: int) -> bool:
    """Whether a question word is followed as it is in a question."""
    following = words.of(i + 1)
    return FUNCTION_WORDS.get(following, 'x') in _VERBS or (words.of(i) == 'how' and following in _MEASURED)
