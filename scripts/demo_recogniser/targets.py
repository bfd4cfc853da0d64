"""What the decoder is taught for a window: pieces in, pieces out, and where in the sound each of them is."""
from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import NamedTuple

from .phrases import HOMOPHONES, english, right
from .pieces import Pieces
from .prompts import forms_in
from .segments import Said, Window

IGNORED = -100                  # a label that teaches nothing
LONGEST = 440                   # pieces; the decoder has 448 places
ALIKE = {**HOMOPHONES, **{form: wrong for wrong, form in HOMOPHONES.items()}}
SLACK = .06                     # seconds around a character in which its attention may lie
MARGIN = .1                     # and around a stamp


class Task(NamedTuple):
    """What is asked for: times or none, Chinese or English; `spoken_as` is the language that the decoder is told."""

    stamped: bool = True
    translated: bool = False
    english_asked: bool = False     # the language said to be English: real models translate then, and so does this


class Weights(NamedTuple):
    """What some pieces weigh in the loss, where others weigh 1; one that is missed there costs more than itself."""

    begin: float = 1.               # the stamp a segment begins with: missed, the segment is
    end: float = 1.                 # of the text
    homophone: float = 3.           # where there are two ways to write
    form: float = 3.                # and the prompt asks for the one that is not usual


USUAL = Weights()


class Lesson(NamedTuple):
    """One sequence: `labels` shifted by one against `ids`; guides are (position, begin, end) in seconds."""

    ids: list[int]
    labels: list[int]
    weights: list[float]
    guides: list[tuple[int, float, float]]
    forms: tuple[bool, ...]         # which right forms of homophones stand in the prompt
    first: int                      # where the prompt ends


def lesson(draw: random.Random, pieces: Pieces, window: Window, task: Task, prompt: list[int], shift: float,
           costs: Weights = USUAL) -> Lesson | None:
    """A window's lesson, its clock set forward by `shift` seconds; none where it would be too long or has no text."""
    into_english = task.translated or task.english_asked
    if into_english and any(not said.phrases for said in window.said):
        return None
    known = forms_in(pieces, prompt)
    head = [pieces.start, pieces.english if task.english_asked else pieces.chinese,
            pieces.translate if task.translated else pieces.transcribe, *([] if task.stamped else [pieces.timeless])]
    page = Page(pieces, costs, task.stamped, shift)
    if task.stamped and not window.said:
        page.put(pieces.first_stamp, None)
    for said in window.said:
        page.write(said, None if into_english else known)
    page.put(pieces.end, None, costs.end)
    base, written = len(prompt), [one.piece for one in page.marks]
    ids = prompt + head + written[:-1]
    if len(ids) > LONGEST:
        return None
    # The task is always given; the language is what is heard.
    language = pieces.chinese if window.said else pieces.silent
    labels = [IGNORED] * base + [language] + [IGNORED] * (len(head) - 2) + written
    weights = [0.] * base + [1.] * (len(head) - 1) + [one.weight for one in page.marks]
    if task.stamped and window.said and window.said[0].begin + shift > 1 and draw.random() < .5:
        ids[base + len(head)] = pieces.stamp(1.)      # faster-whisper forces the first stamp to be at most this
    guides = [(base + len(head) - 1 + at, one.span[0] + shift, one.span[1] + shift)
              for at, one in enumerate(page.marks) if one.span]
    return Lesson(ids, labels, weights, guides, tuple(form in known for form in HOMOPHONES.values()), base)


class Mark(NamedTuple):
    """A piece to write, where in the sound it is (seconds, or nowhere), and what it weighs."""

    piece: int
    span: tuple[float, float] | None
    weight: float


class Page:
    """The pieces of a window, as they are written one after another."""

    def __init__(self, pieces: Pieces, costs: Weights, stamped: bool, shift: float) -> None:
        self.pieces, self.costs, self.stamped, self.shift = pieces, costs, stamped, shift
        self.marks: list[Mark] = []

    def put(self, piece: int, span: tuple[float, float] | None, weight: float = 1.) -> None:
        self.marks.append(Mark(piece, span, weight))

    def stamp(self, seconds: float, weight: float = 1.) -> None:
        if self.stamped:
            self.put(self.pieces.stamp(seconds + self.shift), (seconds - MARGIN, seconds + MARGIN), weight)

    def write(self, said: Said, known: frozenset[str] | None) -> None:
        """One segment: in Chinese with the right forms that are known, or, with None, in English."""
        self.stamp(said.begin, self.costs.begin)
        if said.left:
            return
        if known is None:
            for piece in self.pieces.ids(''.join(' ' + english()[phrase] for phrase in said.phrases)):
                self.put(piece, None)
        else:
            self._chinese(said, right(said.text, known))
        self.stamp(said.finish)

    def _chinese(self, said: Said, text: str) -> None:
        coded = self.pieces.tokenizer.encode(text)
        weights = {**dict.fromkeys(deciding(text, HOMOPHONES), self.costs.homophone),
                   **dict.fromkeys(deciding(text, HOMOPHONES.values()), self.costs.form)}
        for piece, (first, last) in zip(coded.ids, coded.offsets):
            span = said.times[first][0] - SLACK, said.times[last - 1][1] + SLACK
            self.put(piece, span, weights.get(first, 1.))


def deciding(text: str, words: Iterable[str]) -> set[int]:
    """Where in a text those characters of the words stand that tell a word from its homophone.

    >>> sorted(deciding('看大非农', ['大非农']))
    [2]
    """
    return {found.start() + n for word in words for found in re.finditer(word, text)
            for n, (one, other) in enumerate(zip(word, ALIKE[word])) if one != other}
