"""A translator that remembers: what is known is not asked again, and what is asked is known from then on."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..translate.translator import Direction, Translated, Translator
from .store import Memory
from .unit import Unit, is_fit, key, tidy

_Answer = tuple[int, Translated]


class Counts(NamedTuple):
    """How many sentences were answered how. ``repeated``: said again in the same text, and asked once."""

    exact: int = 0
    fuzzy: int = 0
    asked: int = 0
    repeated: int = 0
    missing: int = 0


class Recalled:
    """A `Translator` behind a memory: first what it knows, then what it knows that is much alike, then the machine.

    Each sentence that the machine translated is on the disk before it is handed on: whatever ends the run, the next
    one asks for the rest. ``counts`` grows with every call. ``context`` may be set anew for every talk: `talk.md`.
    """

    def __init__(self, memory: Memory, translator: Translator | None, name: str = '', context: str = '',
                 afresh: bool = False) -> None:
        self._memory, self._translator = memory, translator
        self._machine = translator.name if translator else name
        self.context = context
        self._afresh = afresh
        self._counted = Counter[str]()

    @property
    def name(self) -> str:
        return f'memory, then {self._machine}' if self._machine else 'memory'

    @property
    def counts(self) -> Counts:
        return Counts(**self._counted)

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[_Answer]:
        """As every translator: each sentence once, in any order."""
        places: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            places.setdefault(key(sentence), []).append(number)
        for number in places.pop('', ()):
            yield number, Translated('')
        rest = []
        known = self._memory.exact(list(places), way, '' if self._afresh else self._machine)
        for sentence, numbers in places.items():
            how, found = ('exact', _as_known(known[sentence])) if sentence in known else \
                ('fuzzy', self._like(sentence, way))
            if found:
                self._counted[how] += len(numbers)
                yield from ((number, found) for number in numbers)
            else:
                rest.append(numbers)
        yield from self._ask(sentences, rest, way)

    def _like(self, sentence: str, way: Direction) -> Translated | None:
        found = self._memory.alike(sentence, way)
        if not found:
            return None
        unit, score = found
        return Translated(unit.target, ('fuzzy',), f'memory {int(score * 100) / 100:.2f}', round(score, 4))

    def _ask(self, sentences: Sequence[str], rest: list[list[int]], way: Direction) -> Iterator[_Answer]:
        """What nobody has said yet; ``rest``: where each such sentence stands. What a translator leaves out, against
        all promises, is missing."""
        open_ = dict(enumerate(rest))
        if self._translator and rest:
            for place, answer in self._translator.translate([sentences[numbers[0]] for numbers in rest], way):
                numbers = open_.pop(place)
                answer = self._kept(sentences[numbers[0]], answer, way, numbers[0])
                self._counted.update(asked=1, repeated=len(numbers) - 1)
                yield from ((number, answer) for number in numbers)
        for numbers in open_.values():
            self._counted['missing'] += len(numbers)
            yield from ((number, Translated(sentences[number], ('missing',))) for number in numbers)

    def _kept(self, sentence: str, answer: Translated, way: Direction, number: int) -> Translated:
        """The answer as the next run will find it. What says nothing is not kept: the next run asks again."""
        if 'missing' in answer.doubts or not is_fit(answer.text) or not is_fit(sentence):
            return answer
        context = f'{self.context}#{number + 1:05}' if self.context else ''
        unit = tidy(Unit(way, sentence, answer.text, self._machine, answer.doubts, answer.score, context=context))
        self._memory.keep([unit])
        return _as_known(unit)


def _as_known(unit: Unit) -> Translated:
    """A person's word is the memory's; a machine's stays that of the machine, so that the next run writes the same."""
    if unit.confirmed:
        return Translated(unit.target, (), 'memory', 1.0)
    return Translated(unit.target, unit.doubts, unit.origin, unit.score)


def through(memory: Memory, translator: Translator | None, name: str = '', context: str = '',
            afresh: bool = False) -> Recalled:
    """A translator that asks the memory before the machine.

    Without a translator only what is known comes back, the rest as it was, with the doubt `missing`; ``name`` is then
    that of a translator whose words may be reused. ``context`` is kept with what is new, for people: `talk.md`.
    ``afresh``: the machine is asked again for all that no person has said.
    """
    return Recalled(memory, translator, name, context, afresh)
