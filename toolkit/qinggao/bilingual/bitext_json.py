"""A bitext as JSON: a pair a line with both texts, for people and diffs; then both tracks whole, changes and all."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..errors import FileError
from ..formats.json_source import load
from ..formats.page import Line
from ..patterns import lazy
from ..transcript import Transcript
from .bitext import Bitext, Pair, Span, faults
from .languages import LANGUAGES
from .track_data import track_data, track_from

NAME = 'json'
_OURS = lazy(r'\s*\{\s*"languages"\s*:\s*\[')
_CURE = 'write it anew with qinggao align, or mend the page or the tracks it was made from'
_NONE = (LookupError, TypeError, ValueError, AttributeError)    # what data of another shape raise


def looks_like(text: str) -> bool:
    """Whether a text begins as what we write does."""
    return _OURS.match(text) is not None


def write(bitext: Bitext) -> Iterator[Line]:
    """The lines: a head, the pairs, the first track, the second. Times are seconds, spans count characters."""
    yield Line(f'{{"languages": {_json(bitext.languages)}, "offset": {bitext.offset}, "score": {bitext.score:.4f}, '
               '"pairs": [')
    last = len(bitext.pairs) - 1
    for number, pair in enumerate(bitext.pairs):
        out = _pair(bitext, pair) + (',' if number < last else '')
        yield Line(out, *pair.first) if pair.first[0] < pair.first[1] else Line(out, *pair.second, 1)
    yield Line('], "tracks": [')
    yield Line(_json(track_data(bitext.first)) + ',')
    yield Line(_json(track_data(bitext.second)))
    yield Line(']}')


def _pair(bitext: Bitext, pair: Pair) -> str:
    texts, times = _said(bitext, pair)
    return _json({'texts': texts, **({'times': times} if any(times) else {}), 'score': pair.score,
                  **({'doubts': pair.doubts} if pair.doubts else {}), 'origin': pair.origin, 'first': pair.first,
                  'second': pair.second})


def _said(bitext: Bitext, pair: Pair) -> tuple[list[str], list[list[float] | None]]:
    """The texts of both sides, and when each was said, in seconds."""
    sides = ((bitext.first, pair.first), (bitext.second, pair.second))
    return [track.text[slice(*span)] for track, span in sides], [_seconds(track, span) for track, span in sides]


def _seconds(track: Transcript, span: Span) -> list[float] | None:
    times = track.time_of(*span) if span[0] < span[1] else None
    return [time / 1000 for time in times] if times else None


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def read(text: str, path: str = '') -> Bitext:
    """The same bitext. Raises `FileError` for what is none, and for one whose pairs do not say what its tracks say:
    which of the two was meant cannot be told.
    """
    fields, rows = load(text, ['pairs'], path)
    try:
        first, second = map(track_from, fields['tracks'])
        one, two = fields['languages']
        if one not in LANGUAGES or two not in LANGUAGES or type(fields['offset']) is not int or rows is None:
            raise ValueError('languages, offset and pairs are not as we write them')
    except _NONE as error:
        raise FileError(f'no talk in two languages: {_reason(error)}', path=path, cure=_CURE) from None
    bitext = Bitext(first, second, (), (one, two), fields['offset'])
    bitext = bitext._replace(pairs=tuple(_pairs(bitext, rows, path)))
    for fault in faults(bitext):
        raise FileError(f'its pairs do not hold its words: {fault}', path=path, cure=_CURE)
    return bitext


def _pairs(bitext: Bitext, rows: Sequence[tuple[Any, int]], path: str) -> Iterator[Pair]:
    """The pairs of the rows, each with the line it stands on."""
    before = Pair((0, 0), (0, 0))
    for row, line in rows:
        try:
            pair = _pair_from(row)
            said = row['texts'], row.get('times', [None, None])
        except _NONE as error:
            raise FileError(f'no pair: {_reason(error)}', path=path, line=line, cure=_CURE) from None
        if not all(map(_follows, before[:2], pair[:2], bitext[:2])):
            raise FileError('its spans are out of the text, or before those of the pair above', path=path, line=line,
                            cure=_CURE)
        for what, here, there in zip(('texts', 'times'), said, _said(bitext, pair)):
            if here != there:
                raise FileError(f'the {what} of this pair are not those of its tracks', path=path, line=line,
                                cure=_CURE)
        before = pair
        yield pair


def _pair_from(row: Any) -> Pair:
    pair = Pair.of([row['first'], row['second'], row['score'], row.get('doubts', ()), row['origin']])
    if not all(type(at) is int for at in (*pair.first, *pair.second)):
        raise ValueError('a span is two whole numbers')
    if type(pair.score) not in (int, float) or not 0 <= pair.score <= 1:
        raise ValueError('a score is a number from 0 to 1')
    if not all(isinstance(name, str) for name in (*pair.doubts, pair.origin)) or isinstance(row.get('doubts'), str):
        raise ValueError('doubts are a list of names, and the origin is one')
    return pair


def _follows(before: Span, span: Span, track: Transcript) -> bool:
    return before[1] <= span[0] <= span[1] <= len(track.text)


def _reason(error: Exception) -> str:
    """What is wrong, in words; a key alone says that it is missing."""
    return f'{error} is missing' if isinstance(error, KeyError) else str(error)[:100]
