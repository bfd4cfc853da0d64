"""Rows to learn from: gaps with their marks, sentences with whether they ask."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qinggao.stages.english.features import Words, of_gap, of_sentence
from qinggao.stages.english.units import COMMA, NONE, OTHER, QUESTION, STOP, Unit

LABELS = {NONE: 0, COMMA: 1, STOP: 2, QUESTION: 2}
Row = Sequence[str]


def gaps(texts: Iterable[Sequence[Unit]], lexicon: Mapping[str, str]) -> tuple[list[Row], list[int]]:
    """Each gap's features and mark. A colon or a dash teaches nothing: an editor may have written either mark."""
    rows: list[Row] = []
    labels: list[int] = []
    for units in texts:
        words, clause = Words((unit.word for unit in units), lexicon), 0
        for i, unit in enumerate(units):
            clause += 1
            if unit.mark != OTHER and (unit.mark or not unit.closed):
                rows.append(of_gap(words, i, clause))
                labels.append(LABELS[unit.mark])
            clause = 0 if unit.mark else clause
    return rows, labels


def questions(texts: Iterable[Sequence[Unit]], lexicon: Mapping[str, str]) -> tuple[list[Row], list[int]]:
    """Each sentence's features and whether it asks."""
    rows: list[Row] = []
    labels: list[int] = []
    for units in texts:
        words, first, opening = Words((unit.word for unit in units), lexicon), 0, 0
        for i, unit in enumerate(units):
            if unit.mark in (STOP, QUESTION):
                rows.append(of_sentence(words, first, i, opening))
                labels.append(int(unit.mark == QUESTION))
                first = i + 1
            opening = i + 1 if unit.mark else opening
    return rows, labels
