"""Headings for a talk: where its topic turns, each with the words of its section that say what it is about."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..paragraphs import weight
from .cuts import cuts
from .heading import Heading
from .titles import title, topic
from .words import counted, is_chinese


def headings(text: str, spans: Sequence[tuple[int, int]]) -> list[Heading]:
    """Headings for a Chinese talk whose paragraphs are ``spans`` of its text, in order; each stands before one of them.

    None before the first paragraph, none in a short talk, and none where the words of a section give no title.
    """
    if not is_chinese(text):
        return []
    passages = [counted(text[start:end]) for start, end in spans]
    found = cuts(text, spans, passages, [weight(text, start, end) for start, end in spans])
    said = Counter(word for passage in passages for word in passage)
    proposed: list[Heading] = []
    taken = set[str]()
    for cut, last in zip(found, [*(cut.paragraph for cut in found[1:]), len(spans)]):
        section = passages[cut.paragraph:last]
        rest = {word: said[word] - count for word, count in Counter(word for one in section for word in one).items()}
        start = spans[cut.paragraph][0]
        words = title(text, start, spans[last - 1][1], topic(section, rest, len(spans) - len(section)), taken)
        if words:
            taken.add(words.title)
            proposed.append(Heading(start, words.start, words.end, round(cut.cohesion.here, 2),
                                    round(cut.cohesion.around, 2), cut.opener.words))
    return proposed
