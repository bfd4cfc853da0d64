"""Words that stand near where a form was mended, and hardly anywhere else: a rule asks for one of them."""
from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..rulebook.literals import NEAR, fold, stands
from .aligned import Aligned
from .evidence import Evidence, Place
from .usage import WORD, Usage

REACH = 30          # characters on either side that words are taken from
FEW = 8             # words of a rule at most
ODDS = math.log(4)  # so much likelier near a mending than elsewhere
VERB_ODDS = math.log(16)    # what is done stands near many matters
COVERED = .6        # of the mendings that have one of the words near
LEFT = .1           # of all places with such a word near that were left as they were
_TOPICS = ('vn', 'an', 'eng', 'l', 'i')     # beside nouns and short forms: the kinds of word that name a matter


class Near(NamedTuple):
    """Words of which one stands near, and how many places have one: mended, left."""

    words: tuple[str, ...]
    hits: int
    left: int


def near(one: Evidence, talks: Sequence[Aligned], usage: Usage) -> Near | None:
    """The words to ask for; None where nothing tells the mendings from the rest. Where both texts have the right form
    its neighbours tell as well what it is about."""
    letters = set(one.swap.wrong + one.swap.right)
    hits = [_words_around(talks, place, letters) for place in one.hits]
    left = Counter(word for place in one.left for word in _words_around(talks, place, letters))
    meant = Counter(word for place in one.agreed_at for word in _words_around(talks, place, letters))
    held: defaultdict[str, set[int]] = defaultdict(set)
    for i, words in enumerate(hits):
        for word in words:
            held[word].add(i)
    telling = {word: places for word, places in held.items()
               if len({one.hits[i].text for i in places}) + meant[word] > 1
               and _odds(len(places) + meant[word], len(hits) + len(one.agreed_at), left[word], len(one.left),
                         usage.near_anything(word, len(places) + meant[word])) >= _asked(word)}
    chosen = _covering(telling, len(hits), left, meant)
    if not chosen:
        return None
    found = Near(chosen, _with(chosen, talks, one.hits), _with(chosen, talks, one.left))
    fit = found.hits >= COVERED * len(hits) and found.left <= LEFT * (found.hits + found.left)
    return found if fit else None


def _odds(held: int, hits: int, against: int, left: int, anywhere: float) -> float:
    """The logarithm of how much likelier a word is near a mending than near a place left, or near anything."""
    elsewhere = max(anywhere, against / left if left else 0.)
    return math.log((held + .5) / (hits + 1)) - math.log(elsewhere)


@lru_cache(1 << 16)
def _asked(word: str) -> float:
    """How telling a word must be: a noun names the matter; what is no noun and no verb, 这边 or 之内, names none."""
    import rjieba
    kind = rjieba.tag(word)[0][1]
    if kind[0] in 'nj' or kind in _TOPICS:
        return ODDS
    return VERB_ODDS if kind[0] == 'v' else math.inf


def _covering(telling: Mapping[str, set[int]], hits: int, left: Counter[str], meant: Counter[str]) -> tuple[str, ...]:
    """Few words that together stand near most mendings: the one that adds most first."""
    chosen, bare = list[str](), set(range(hits))

    def worth(word: str) -> tuple[int, int, int, str]:
        return len(telling[word] & bare), meant[word] - left[word], len(telling[word]), word

    while bare and len(chosen) < FEW:
        best = max(telling, key=worth, default='')
        if not best or not telling[best] & bare:
            break
        chosen.append(best)
        bare -= telling[best]
    return tuple(chosen)


def _words_around(talks: Sequence[Aligned], place: Place, letters: set[str]) -> set[str]:
    """The words within reach on both sides; none that has a part of the swap."""
    import rjieba
    said = talks[place.text].first.said
    before, after = fold(said[max(0, place.start - REACH):place.start]), fold(said[place.end:place.end + REACH])
    words = {*rjieba.cut(before, False)[1:], *rjieba.cut(after, False)[:-1]}    # those at the ends may be cut in two
    return {word for word in words if WORD.fullmatch(word) and not letters & set(word)}


def _with(words: Iterable[str], talks: Sequence[Aligned], places: Iterable[Place]) -> int:
    """How many places have one of the words as near as a rule looks for it."""
    words = [fold(word) for word in words]
    count = 0
    for number, start, _ in places:
        said = talks[number].first.said
        first = max(0, start - NEAR)
        text, at = fold(said[first:start + NEAR]), start - first
        begin, stop = text.rfind('\n\n', 0, at) + 1, text.find('\n\n', at)
        count += any(stands(word, text, begin, stop if stop >= 0 else len(text)) for word in words)
    return count
