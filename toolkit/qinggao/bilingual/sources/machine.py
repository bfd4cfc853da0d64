"""A second track by a machine: each sentence of the first translated, with its time, its speaker and its place."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError
from ...formats.words import Gathering
from ...jobs.plan import shown
from ...layout import joined
from ...layout.joining import is_wide
from ...patterns import lazy
from ...transcript import Cue, Transcript
from ..bitext import Bitext, Pair, Span
from ..languages import is_chinese, language_of
from ..translate.translator import Direction, Translated, Translator, TranslatorError
from ..units import units

Told = Callable[[int, int], None]       # how many sentences of how many are done

_LEAD = lazy(r'[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]*)+')
_MARKS = lazy(r'[*_~`#>|\\]+')


def _silent(done: int, of: int) -> None:
    """Nobody wants to know."""


class Machine(NamedTuple):
    """``into``: the language wanted; ``told`` hears how far it is, ``begun`` which talk it is."""

    translator: Translator
    into: str
    told: Told = _silent
    begun: Callable[[Path], None] = lambda path: None

    def made_from(self, path: Path) -> None:
        """The talk alone."""

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """Raises `UsageError` for a language that the translator does not know, `FileError` for a talk that is in the
        one wanted already, and where the translator dies."""
        way = Direction(language_of(first.text), self.into)
        if way.source == way.target:
            raise FileError(f'it is in {self.into} already', path=shown(path), cure='leave it out, or publish it alone')
        self.begun(path)
        return translated(first, way, self.translator, self.told)


def translated(first: Transcript, way: Direction, translator: Translator, told: Told = _silent) -> Bitext:
    """A transcript with its translation beside it, sentence by sentence.

    A doubt of the translator's is a doubt of the pair, and its score the pair's: 1 where it has none. Markup is not
    translated: what leads a line stays before it, marks within it are left out, code and addresses are words to it.
    """
    spans = list(units(first))
    raw = _Raw(first)
    pieces = [raw.piece(span) for span in spans]
    asked = [number for number, piece in enumerate(pieces) if piece.words]
    found: dict[int, Translated] = {}
    try:
        for number, one in translator.translate([pieces[i].words for i in asked], way):
            found[asked[number]] = one
            told(len(found), len(asked))
    except FileError as error:
        raise TranslatorError(error.what, path=error.path, line=error.line, cure=error.cure) from None
    return _laid_beside(first, way, spans, pieces, [found.get(number) for number in range(len(spans))])


class Piece(NamedTuple):
    """A sentence as a translator gets it, and the markup that leads its line; ``words`` is empty for markup alone."""

    lead: str
    words: str


class _Raw:
    """What of a text is markup."""

    def __init__(self, transcript: Transcript) -> None:
        self._text, to_text = transcript.text, transcript.offsets.to_text
        self._spans = [(to_text.first(a), to_text.last(b)) for a, b in transcript.protected]

    def piece(self, span: Span) -> Piece:
        start, end = span
        if self._is_block(start, end):
            return Piece(self._text[start:end], '')
        lead = _LEAD.match(self._text, start, end) if self._is_raw(start) else None
        start = lead.end() if lead else start
        words = joined(''.join(self._parts(start, end)))
        has_words = any(char.isalnum() for char in words)
        return Piece(lead[0] if lead else '', words) if has_words else Piece(self._text[span[0]:end], '')

    def _is_block(self, start: int, end: int) -> bool:
        """Whether a stretch is inside one piece of markup: a block of code, a fold."""
        return self._is_raw(start) and self._around(start)[1] >= end

    def _is_raw(self, at: int) -> bool:
        start, end = self._around(at)
        return start <= at < end

    def _around(self, at: int) -> Span:
        """The last piece of markup that begins at or before an offset."""
        i = bisect_right(self._spans, (at, len(self._text))) - 1
        return self._spans[i] if i >= 0 else (0, 0)

    def _parts(self, start: int, end: int) -> Iterator[str]:
        """The words of a stretch: all but protected spans that are nothing but marks."""
        at = start
        for a, b in self._spans[bisect_left(self._spans, (start, start)):bisect_left(self._spans, (end, end))]:
            yield self._text[at:a]
            if not _MARKS.fullmatch(self._text, a, b):
                yield self._text[a:min(b, end)]
            at = min(b, end)
        yield self._text[at:end]


def _laid_beside(first: Transcript, way: Direction, spans: Sequence[Span], pieces: Sequence[Piece],
                 found: Sequence[Translated | None]) -> Bitext:
    """The second track has the paragraphs, the turns and the times of the first."""
    gathering, pairs = Gathering(), list[Pair]()
    turns = {at: turn.speaker for turn in first.turns
             if (at := _first_unit(spans, first.offsets.to_text.first(turn.start))) is not None}
    for number, (span, piece, one) in enumerate(zip(spans, pieces, found)):
        if number in turns:
            gathering.turn(turns[number], again=True)
        said = one.text if one else ''
        end = '' if number + 1 == len(spans) else _between(
            first.text[span[1]:spans[number + 1][0]], new_line=number + 1 in turns or bool(pieces[number + 1].lead),
            tight=is_chinese(way.target) and is_wide(said[-1:] or '。'))
        places = []
        if piece.lead:
            places.append(gathering.add(piece.lead, '' if said else end))
            gathering.protected.append(places[0])
        if said:
            places.append(gathering.add(said, end))
            times = first.time_of(*span)
            gathering.cues += [Cue(*places[-1], *times)] if times else []
        pairs.append(Pair(span, (places[0][0], places[-1][1]), _score(one), one.doubts if one else (),
                          one.origin if one else ''))
    meta = {'format': 'md'} if first.meta.get('format') == 'md' else {}
    return Bitext(first, gathering.transcript(meta), tuple(pairs), (way.source, way.target))


def _first_unit(spans: Sequence[Span], at: int) -> int | None:
    """The number of the first sentence from an offset on; None where nothing follows."""
    number = bisect_left(spans, (at, at))
    return number if number < len(spans) else None


def _between(gap: str, new_line: bool, tight: bool) -> str:
    """What parts two sentences of the second track where ``gap`` parts them in the first."""
    if gap.count('\n') > 1:
        return '\n\n'
    return '\n' if new_line and '\n' in gap else '' if tight else ' '


def _score(one: Translated | None) -> float:
    if one is None:
        return 1.0
    return 0.5 if one.doubts else 1.0 if one.score is None else one.score
