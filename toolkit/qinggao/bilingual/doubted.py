"""What was in doubt when a page was written is in doubt still, until a person changes it."""
from __future__ import annotations

from collections.abc import Sequence

from ..asr.merge.fold import folded
from ..transcript import Transcript
from .bitext import Bitext, Pair


def still_doubted(page: Bitext, second: Transcript, known: Sequence[Pair]) -> Bitext:
    """A page read back, with the doubts of the pairs it was written from, whose second track was ``second``: on each
    of its pairs that still holds the doubtful words. A sentence that a person has mended is his."""
    doubtful = [(folded(second.text[slice(*pair.second)]).letters, pair.doubts) for pair in known
                if pair.is_whole and pair.doubts]
    if not doubtful:
        return page
    return page._replace(pairs=tuple(_with_doubts(page, pair, doubtful) for pair in page.pairs))


def _with_doubts(page: Bitext, pair: Pair, doubtful: Sequence[tuple[str, tuple[str, ...]]]) -> Pair:
    letters = folded(page.second.text[slice(*pair.second)]).letters
    found = (doubt for words, doubts in doubtful if words and words in letters for doubt in doubts)
    return pair._replace(doubts=tuple(dict.fromkeys((*pair.doubts, *found))))
