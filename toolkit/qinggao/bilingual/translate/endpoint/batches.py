"""Which sentences share a request: neighbours, by number and length. It depends on the sentences alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

Numbers = tuple[int, ...]


def batches(sentences: Sequence[str], most: int, characters: int) -> Iterator[Numbers]:
    """The numbers of the sentences that have words, ``most`` and so many characters at a time; a longer one alone.

    >>> list(batches(['一二三', '……', '四', '五六'], 2, 4))
    [(0, 2), (3,)]
    """
    batch: list[int] = []
    size = 0
    for number, sentence in enumerate(sentences):
        if not has_words(sentence):
            continue
        if batch and (len(batch) == most or size + len(sentence) > characters):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(number)
        size += len(sentence)
    if batch:
        yield tuple(batch)


def has_words(sentence: str) -> bool:
    return any(map(str.isalnum, sentence))


def halves(batch: Numbers) -> tuple[Numbers, Numbers]:
    middle = len(batch) // 2
    return batch[:middle], batch[middle:]
