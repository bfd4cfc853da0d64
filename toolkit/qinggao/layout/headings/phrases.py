"""Which words of a clause can stand alone as a title: whole noun phrases, questions, a clause that has its subject."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from .clauses import Clause, Word
from .nouns import noun_phrases
from .title_words import ANNOUNCES, ASKS, HEADLINES, LOOSE, NOT_LAST, NOUN, OPENING, POINTS, TAIL

LEAST, MOST = 4, 18     # Chinese characters of a title; a Latin letter is half as wide as one

Shape = Literal['noun', 'question', 'statement']


class Phrase(NamedTuple):
    """Words that can be a title. ``announced``: what stands before them says that they name what comes."""

    words: tuple[Word, ...]
    shape: Shape
    announced: bool = False

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def title(self) -> str:
        return ''.join(word.word for word in self.words).strip()


def phrases(clause: Clause) -> Iterator[Phrase]:
    """What is left of a clause without its opening and its tail, where that stands alone, and its noun phrases."""
    words = clause.words
    first, last = _without_opening(words), _without_tail(words)
    whole = words[first:last]
    announced = any(word.word in ANNOUNCES for word in words[:first])
    shape = _shape(whole, clause.mark)
    is_headline = any(word.word in HEADLINES for word in words[:first])
    if shape == 'question' or (shape and is_headline):
        yield Phrase(whole, shape, announced)
    for start, end in noun_phrases(words):
        if _fits(words[start:end]):
            yield Phrase(words[start:end], 'noun', announced and start <= first)


def _without_opening(words: Sequence[Word]) -> int:
    first = 0
    while first < len(words) and words[first].word in OPENING:
        first += 1
    return first


def _without_tail(words: Sequence[Word]) -> int:
    last = len(words)
    while last and words[last - 1].word in TAIL:
        last -= 1
    return last


def _shape(words: Sequence[Word], mark: str) -> Shape | None:
    """What a whole clause is: a question, or a statement that names its subject first; None where it is neither."""
    if not _fits(words):
        return None
    has_noun = any(word.kind.startswith(NOUN) and len(word.word) > 1 for word in words)
    if has_noun and any(word.word in ASKS for word in words):
        return 'question'
    verb = any(word.kind == 'v' for word in words[1:])
    if verb and words[0].kind.startswith(('n', 'j', 'eng')) and len(words[0].word) > 1 and mark not in ('？', '?'):
        return 'statement'
    return None


def _fits(words: Sequence[Word]) -> bool:
    """Whether words are as long as a title, point at nothing else, and neither begin nor end loosely."""
    if not LEAST <= sum(_width(word.word) for word in words) <= MOST:
        return False
    first, last = words[0], words[-1]
    if last.kind.startswith(LOOSE) or last.word in NOT_LAST or last.word.endswith(('的', '到', '称', '说')):
        return False
    if first.kind.startswith((*LOOSE, 'ad')) and first.word not in ASKS:
        return False
    if all(word.kind.startswith(('nr', 'ns', 'x')) for word in words):     # names alone say nothing of them
        return False
    return not any(word.word in POINTS for word in words)


def _width(word: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in word)
