"""A translator that says what a table says: one that is wrong on purpose."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qinggao.bilingual.translate.translator import Direction, Translated


class Scripted:
    """What is not in the table comes back as it was; ``asked``: the batches it was given."""

    def __init__(self, table: Mapping[str, str | Translated], name: str = 'scripted') -> None:
        self._table, self.name = table, name
        self.asked: list[list[str]] = []

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        self.asked.append(list(sentences))
        for number in reversed(range(len(sentences))):
            said = self._table.get(sentences[number], sentences[number])
            yield number, said if isinstance(said, Translated) else Translated(said, origin=self.name)
