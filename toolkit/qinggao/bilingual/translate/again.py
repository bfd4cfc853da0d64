"""Every translation is checked; a suspect one is asked for once more, and the better of the two stands."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from .checks import doubts
from .translator import Direction, Translated, Translator

_HOPELESS = frozenset(('cut', 'unknown'))   # of the source: no other way of asking helps


class Checked:
    """A `Translator` around another. ``again``: whom suspect sentences are asked of; None: nobody."""

    def __init__(self, first: Translator, again: Translator | None = None) -> None:
        self._first, self._again = first, again

    @property
    def name(self) -> str:
        return f'{self._first.name}+again' if self._again else self._first.name

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        """As `Translator` says: what is sound at once, what was suspect at the end."""
        done = self._first.translate(sentences, way)
        return self._all(sentences, done, way)

    def _all(self, sentences: Sequence[str], done: Iterator[tuple[int, Translated]],
             way: Direction) -> Iterator[tuple[int, Translated]]:
        suspects: dict[int, Translated] = {}
        for number, one in done:
            found = _checked(sentences[number], one, way)
            if self._again is None or _is_sound(found):
                yield number, found
            else:
                suspects[number] = found
        if self._again and suspects:
            numbers = list(suspects)
            for place, one in self._again.translate([sentences[number] for number in numbers], way):
                number = numbers[place]
                yield number, _better(suspects.pop(number), _checked(sentences[number], one, way))


def _checked(source: str, one: Translated, way: Direction) -> Translated:
    if 'missing' in one.doubts or not any(map(str.isalnum, source)):
        return one
    return one._replace(doubts=tuple(dict.fromkeys((*one.doubts, *doubts(source, one.text, way)))))


def _is_sound(one: Translated) -> bool:
    return not set(one.doubts) - _HOPELESS and not any(sign in one.text for sign in ('⁇', '<unk>'))


def _better(first: Translated, second: Translated) -> Translated:
    """What has fewer doubts, the first where both have as many: a wider beam is no better by itself."""
    return min((first, second), key=lambda one: ('missing' in one.doubts, '⁇' in one.text, len(one.doubts)))
