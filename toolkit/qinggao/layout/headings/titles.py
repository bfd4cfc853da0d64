"""The title of a section: of the phrases in its first sentences the one that says most of it and least of the rest."""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from .clauses import clauses
from .phrases import Phrase, Shape, phrases
from .words import is_told

FIRST = 800          # characters of a section in which its title is looked for
FADES = 0.92         # what a clause counts, of the one before it
SHAPES: dict[Shape, float] = {'noun': 1.0, 'question': 1.3, 'statement': 0.85}
ANNOUNCED = 2.0
LONG_WORD = 4        # characters of one word that is a title by itself: 四中全会
OFTEN = 10           # saying a word more often than this says no more of a section
RARE = 0.2           # how much a word counts for being said nowhere else: little, or a passing detail is the title
TOPIC = 6            # words that say most of a section: a title has one of them


class Topic(NamedTuple):
    """How much each word of a section tells of it, and the least that those which tell most do."""

    worth: dict[str, float]
    least: float


def topic(section: Iterable[Counter[str]], rest: Mapping[str, int], others: int) -> Topic:
    """What the passages of a section are about; in ``rest`` of the ``others`` each of its words is said too."""
    here = Counter[str]()
    for passage in section:
        here.update(passage)
    worth = {word: (min(count, OFTEN) - 0.5) * math.log((others + 2) / (rest[word] + 1)) ** RARE
             for word, count in here.items()}
    most = sorted(worth.values(), reverse=True)[:TOPIC]
    return Topic(worth, most[-1] if most else 0.0)


def title(text: str, start: int, end: int, about: Topic, taken: Container[str]) -> Phrase | None:
    """The title of the section ``text[start:end]``, none of those taken; None where its beginning has none."""
    best: Phrase | None = None
    most = 0.0
    for number, phrase in _phrases(text, start, min(end, start + FIRST)):
        worth = _worth(phrase, about) * FADES ** number
        if worth > most and phrase.title not in taken:
            best, most = phrase, worth
    return best


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[int, Phrase]]:
    for number, clause in enumerate(clauses(text, start, end)):
        for phrase in phrases(clause):
            yield number, phrase


def _worth(phrase: Phrase, about: Topic) -> float:
    told = dict.fromkeys(word.word.lower() for word in phrase.words if is_told(word.word.lower()))
    worths = [about.worth.get(word, 0.0) for word in told]
    if not worths or max(worths) < about.least or (len(worths) == 1 and len(max(told, key=len)) < LONG_WORD):
        return 0.0
    worth = sum(worths) / math.sqrt(len(phrase.words) + 1)
    return worth * SHAPES[phrase.shape] * (ANNOUNCED if phrase.announced else 1.0)
