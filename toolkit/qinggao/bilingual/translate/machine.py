"""A translator whose words come from a model on CTranslate2: sentence by sentence, the longest first."""
from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...layout.joining import joined
from ..languages import is_chinese
from .batches import batches
from .cutting import Cut, cut
from .engine import Decoded, Way
from .families import Steering, words
from .model import Model
from .script import written
from .settings import Translating
from .translator import Direction, Translated

WIDER = 2           # times as many hypotheses when a sentence is asked for again
_NO_REPEAT = 4      # tokens: then no run of so many is said twice
_MARKS = str.maketrans({'，': ',', '。': '.', '？': '?', '！': '!', '：': ':', '；': ';'})


class _Job(NamedTuple):
    """A part of a text: the number of the text, that of the part."""

    text: int
    part: int
    tokens: list[str]


class Machine:
    """A `Translator`. ``wider``: as a suspect sentence is asked for again, without <unk> and repeats."""

    def __init__(self, model: Model | Path, translating: Translating | None = None, wider: bool = False) -> None:
        self._model = Model(model, translating or Translating()) if isinstance(model, Path) else model
        self._wider = wider

    @property
    def name(self) -> str:
        """The model, and the settings that change words."""
        own = self._model.translating
        return '+'.join([self._model.name, self._model.engine.device.compute_type, f'beam={self._beam}',
                         *([f'longest={own.longest}'] if own.longest != Translating().longest else []),
                         *(['wider'] if self._wider else [])])

    def wider(self) -> Machine:
        """The same model, asked again."""
        return Machine(self._model, wider=True)

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        """As `Translator` says: a batch as soon as it is done. Equal sentences are translated once."""
        steering = self._model.steering(way)
        numbers: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            numbers.setdefault(joined(sentence), []).append(number)
        return self._all(numbers, way, steering)

    def _all(self, numbers: dict[str, list[int]], way: Direction,
             steering: Steering) -> Iterator[tuple[int, Translated]]:
        texts = []
        for text, places in numbers.items():
            if any(map(str.isalnum, text)):
                texts.append(text)
            else:       # nothing to translate: ……, ♪
                same = Translated(text if is_chinese(way.target) else text.translate(_MARKS), origin=self.name)
                yield from ((place, same) for place in places)
        if texts:
            for number, found in self._done(texts, way, steering):
                yield from ((place, found) for place in numbers[texts[number]])

    def _done(self, texts: Sequence[str], way: Direction, steering: Steering) -> Iterator[tuple[int, Translated]]:
        """The translation of each text by its number."""
        cuts = [cut(text, self._model, steering) for text in texts]
        jobs = [_Job(number, part, tokens) for number, one in enumerate(cuts)
                for part, tokens in enumerate(one.parts)]
        open_parts: dict[int, dict[int, Decoded]] = {}
        for job, decoded in self._decoded(jobs, steering):
            found = open_parts.setdefault(job.text, {})
            found[job.part] = decoded
            if len(found) == len(cuts[job.text].parts):
                del open_parts[job.text]
                said = [found[part] for part in sorted(found)]
                whole = all(len(one.tokens) < self._most(steering) for one in said)
                yield job.text, self._translated(texts[job.text], cuts[job.text], said, way, whole)

    def _decoded(self, jobs: Sequence[_Job], steering: Steering) -> Iterator[tuple[_Job, Decoded]]:
        engine = self._model.engine
        order = list(batches([len(job.tokens) for job in jobs], engine.room))
        asked = ([jobs[number].tokens for number in numbers] for numbers in order)
        for numbers, done in zip(order, engine.decode(asked, self._way(steering))):
            yield from zip((jobs[number] for number in numbers), done)

    def _way(self, steering: Steering) -> Way:
        return Way(steering.target, self._beam, self._most(steering), _NO_REPEAT * self._wider, not self._wider)

    def _most(self, steering: Steering) -> int:
        """Tokens that a translation has at most: one for all sentences, or its neighbours would change one's words."""
        return max(1, min(self._model.positions - len(steering.target) - 1, 2 * self._model.translating.longest))

    @property
    def _beam(self) -> int:
        return self._model.translating.beam * (WIDER if self._wider else 1)

    def _translated(self, source: str, parts: Cut, said: Sequence[Decoded], way: Direction,
                    whole: bool) -> Translated:
        join, unknown = self._model.pieces[1].joined, self._model.vocabulary.unknown
        text = ' '.join(filter(None, (join(words(one.tokens, unknown)) for one in said)))
        if is_chinese(way.target):      # models of both languages put spaces between Han
            text = written(joined(text.replace(' ', '\n')), way.target)
        doubts = list(parts.doubts)
        if any(unknown in one.tokens for one in said):
            doubts.append('unknown')
        if not whole:       # it would have gone on
            doubts.append('length')
        if not text:
            return Translated(source, (*dict.fromkeys(doubts), 'missing'), self.name)
        return Translated(text, tuple(dict.fromkeys(doubts)), self.name,
                          min(1.0, math.exp(min(one.logprob for one in said))))
