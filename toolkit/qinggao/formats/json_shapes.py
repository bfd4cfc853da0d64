"""A segment or a word as the tools that run Whisper write it, each under its own names."""
from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..errors import FileError

LONGEST = 9_999 * 3_600     # seconds: as long as a clock of subtitles goes
_SURE = ('probability', 'confidence', 'score', 'p')     # 0 to 1: OpenAI, whisper-timestamped, whisperX, whisper.cpp


class Times(NamedTuple):
    """Milliseconds."""

    begin: int
    finish: int


class Piece:
    """A segment or a word; what is read of it is checked, and a `FileError` names it and its line."""

    def __init__(self, data: object, name: str, path: str, line: int) -> None:
        self._name, self._path, self._line = name, path, line
        if not isinstance(data, dict):
            raise self.error(f'is {_shown(data)}, no object')
        self._data: Mapping[str, Any] = data

    def error(self, what: str, cure: str = 'correct it, or hear the audio again') -> FileError:
        return FileError(f'{self._name} {what}', path=self._path, line=self._line, cure=cure)

    def words_of(self) -> Iterator[Piece]:
        """Its words, where it has any; whisper.cpp calls them tokens, and some are its own signs."""
        words = self._data.get('words', self._data.get('tokens')) or []
        if not isinstance(words, list):
            raise self.error(f'has for words {_shown(words)}, no list')
        if words and all(isinstance(word, int) for word in words):    # numbers of OpenAI's vocabulary
            return
        for number, word in enumerate(words, 1):
            piece = Piece(word, f'word {number} of {self._name}', self._path, self._line)
            if not piece.text('word').startswith('[_'):
                yield piece

    def text(self, key: str = 'text') -> str:
        """What was said, on one line."""
        said = self._data.get(key, self._data.get('text'))
        if not isinstance(said, str):
            raise self.error('has no text' if said is None else f'has for its text {_shown(said)}')
        if '\0' in said or any('\ud800' <= char <= '\udfff' for char in said):
            raise self.error('has a NUL or half a surrogate pair in its text')
        return ' '.join(said.split())

    def times(self, duration: int) -> Times | None:
        """When it was said; None where it does not say. One without an end lasts as long as the audio does."""
        scale, (begin, finish) = self._clock()
        first, last = self._time('start', begin, scale), self._time('end', finish, scale)
        if first is None:
            if last is not None:
                raise self.error('has an end and no start')
            return None
        if last is None:
            return Times(first, max(first, duration))
        if last < first:
            raise self.error('ends before it begins')
        return Times(first, last)

    def _clock(self) -> tuple[int, tuple[object, object]]:
        """What its times are to be multiplied by to be milliseconds, and the times."""
        offsets, pair = self._data.get('offsets'), self._data.get('timestamp')
        if isinstance(offsets, dict):       # whisper.cpp
            return 1, (offsets.get('from'), offsets.get('to'))
        if isinstance(pair, list) and len(pair) == 2:       # Hugging Face's pipeline
            return 1000, (pair[0], pair[1])
        return 1000, (self._data.get('start'), self._data.get('end'))

    def _time(self, name: str, value: object, scale: int) -> int | None:
        if value is None:
            return None
        number = self._number(name, value)
        if not 0 <= number <= LONGEST * 1000 / scale:       # nor what is no number at all: NaN
            raise self.error(f'has for its {name} {_shown(value)}')
        return round(number * scale)

    def probability(self) -> float | None:
        """How sure the recogniser was, from 0 to 1; None where it does not say. NaN says nothing: some write it for
        a segment of silence."""
        for key in _SURE:
            if (value := self._data.get(key)) is not None:
                return self._share(key, self._number(key, value))
        if (value := self._data.get('avg_logprob')) is not None:
            number = self._number('avg_logprob', value)
            return self._share('avg_logprob', math.exp(min(number, 0)) if abs(number) < 1000 else number)
        return None

    def _share(self, key: str, value: float) -> float | None:
        if math.isnan(value):
            return None
        if not 0 <= value <= 1:
            raise self.error(f'has for its {key} {_shown(value)}, not from 0 to 1')
        return value

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.error(f'has for its {key} {_shown(value)}, no number')
        return value

    def name(self, key: str) -> str | None:
        """A name it has, as of its speaker; None where it has none."""
        value = self._data.get(key)
        if value is not None and not isinstance(value, str):
            raise self.error(f'has for its {key} {_shown(value)}, no name')
        return ' '.join(value.split()) if value is not None else None


def _shown(value: object) -> str:
    """A value in an error, however long it is.

    >>> _shown('很长' * 90), _shown([1, [2]])
    ("'很长很长很长很长很长很长很长很长很长很长…", 'a list')
    """
    if isinstance(value, (list, dict)):
        return 'a list' if isinstance(value, list) else 'an object'
    if isinstance(value, int) and abs(value) >= 10 ** 20:
        return 'a number beyond all clocks'
    said = repr(value)
    return said if len(said) <= 40 else said[:21] + '…'
