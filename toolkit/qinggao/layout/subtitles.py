"""Subtitles: which words stand on the screen. A cue that fits stays as it is; a longer one is cut, a scrap joined."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..settings import Settings
from ..transcript import Transcript
from .joining import has_han, joined
from .line_breaks import breaks, broken, indent
from .timing import LINGER, LONGEST, SHORTEST, Span, settled, stays

LINES = 2
DROPPED = '，。、；,; \u3000'   # not shown at the end of a Chinese line where `subtitle_marks` says so; nor is a stop
_STOPS = frozenset('。！？.!?')


class SubtitleLine(NamedTuple):
    """``words`` are ``text[start:end]`` as shown; ``opens``: a speaker nobody names takes the word here.

    ``stops``: a sentence ends here, whether its mark is shown or not.
    """

    words: str
    start: int
    end: int
    opens: bool = False
    stops: bool = False


class Subtitle(NamedTuple):
    """A cue on the screen from ``begin`` to ``finish``, in milliseconds."""

    begin: int
    finish: int
    speaker: str
    lines: tuple[SubtitleLine, ...]


class Draft(NamedTuple):
    """A subtitle with the times of its words; ``ours``: we chose which words it holds, so its times are ours too."""

    begin: int
    finish: int
    ours: bool
    speaker: str
    lines: tuple[SubtitleLine, ...]

    @property
    def span(self) -> Span:
        return Span(self.begin, self.finish, self.ours)


def subtitles(transcript: Transcript, settings: Settings) -> Iterator[Subtitle]:
    """The cues of a transcript with times, in order; none for one without.

    A cue of the transcript that fits two lines of 16 Chinese or 42 Latin characters has exactly its own times.
    A longer one is cut at marks and between words, as is a line that was timed word by word; the parts have the
    times of the words they hold, are joined where they are too short to read, and keep a gap between them.
    """
    screen = _Screen(transcript, settings)
    drafts = screen.joined(list(screen.drafts()))
    for draft, (begin, finish) in zip(drafts, settled([draft.span for draft in drafts])):
        yield Subtitle(begin, finish, draft.speaker, draft.lines)


class _Screen:
    """Drafts of the subtitles of one transcript."""

    def __init__(self, transcript: Transcript, settings: Settings) -> None:
        self._transcript, self._settings = transcript, settings
        self._text = transcript.text

    def drafts(self) -> Iterator[Draft]:
        """A draft for each cue that fits, several for a longer one."""
        for spans in self._units() if self._transcript.cues else ():
            shown = [list(self._shown(start, end)) for start, end in spans]
            whole = [line for lines in shown for line in lines]
            if len(whole) <= LINES and len({self._speaker(line) for line in whole}) == 1:
                yield from self._one(spans[0][0], spans[-1][1], whole)
            else:
                for lines in shown:
                    yield from (part for group in _grouped(lines) for part in self._parts(group))

    def joined(self, drafts: list[Draft]) -> list[Draft]:
        """The same drafts, those of ours too short to read made one with a neighbour of ours."""
        done: list[Draft] = []
        for number, draft in enumerate(drafts):
            done.append(draft)
            after = drafts[number + 1].begin if number + 1 < len(drafts) else draft.finish + LONGEST
            if len(done) > 1 and (_is_scrap(done[-2], draft.begin) or _is_scrap(draft, after)):
                done[-2:] = self._together(*done[-2:])
        return done

    def _units(self) -> Iterator[list[tuple[int, int]]]:
        """The lines of the text; those of one cue together, as where two speak in it."""
        at, unit = 0, list[tuple[int, int]]()
        for line in self._text.split('\n'):
            unit.append((at, at + len(line)))
            at += len(line) + 1
            if at - 1 not in self._breaks_inside:
                yield unit
                unit = []
        if unit:
            yield unit

    @cached_property
    def _breaks_inside(self) -> frozenset[int]:
        """The line ends of the text that stand inside a cue."""
        return breaks_inside(self._transcript)

    @cached_property
    def _openings(self) -> frozenset[int]:
        """Where one whom nobody names takes the word: his first line that still has words."""
        return openings(self._transcript)

    def _speaker(self, line: SubtitleLine) -> str:
        return self._transcript.speaker_at(line.start)

    def _shown(self, start: int, end: int) -> Iterator[SubtitleLine]:
        """``text[start:end]`` in lines of the screen, without those that show nothing."""
        part = self._text[start:end]
        chinese, opens = has_han(part), start in self._openings
        for first, last in broken(part, chinese, indent(chinese) if opens else 0, dropped(chinese, self._settings)):
            line = self._line(start + first, start + last, chinese, opens)
            if line.words:
                yield line
                opens = False

    def _line(self, start: int, end: int, chinese: bool, opens: bool) -> SubtitleLine:
        words = shown(self._text[start:end], chinese, self._settings)
        return SubtitleLine(words, start, end, opens, self._text[start:end].rstrip()[-1:] in _STOPS)

    def _one(self, start: int, end: int, lines: list[SubtitleLine]) -> Iterator[Draft]:
        """Words that fit: with their cue's own times, or, where they were timed word by word, with ours."""
        times = self._transcript.time_of(start, end)
        if times and self._is_one_cue(start, end):
            yield Draft(*times, False, self._speaker(lines[0]), tuple(lines))
        else:
            yield from self._parts(lines)

    def _is_one_cue(self, start: int, end: int) -> bool:
        cues, to_source = self._transcript.cues, self._transcript.offsets.to_source
        first = bisect_right(cues, to_source.first(start), key=lambda cue: cue.end)
        return bisect_left(cues, to_source.last(end), key=lambda cue: cue.start) <= first + 1

    def _parts(self, lines: list[SubtitleLine]) -> Iterator[Draft]:
        """Lines with the times of their words; what stands longer than a cue may is cut further."""
        begin, finish = self._transcript.time_of(lines[0].start, lines[-1].end) or (0, 0)
        halves = [lines]
        if finish - begin > LONGEST:
            halves = [[line] for line in lines] if len(lines) > 1 else self._halves(lines[0])
        if len(halves) > 1:
            for half in halves:
                yield from self._parts(half)
        else:
            yield Draft(begin, finish, True, self._speaker(lines[0]), tuple(lines))

    def _halves(self, line: SubtitleLine) -> list[list[SubtitleLine]]:
        """A line in two, at a good place near the middle of its time; alone where it has none."""
        start, end = line.start, line.end
        chinese = has_han(self._text[start:end])
        found = [(max(self._length(start, start + at), self._length(start + at, end)) / 1000 + price, start + at)
                 for at, price in breaks(self._text[start:end]) if start + at < end]
        if not found:
            return [[line]]
        at = min(found)[1]
        halves = self._line(start, at, chinese, line.opens), self._line(at, end, chinese, False)
        return [[half] for half in halves] if all(half.words for half in halves) else [[line]]

    def _length(self, start: int, end: int) -> int:
        """How long a stretch of the text was spoken, in milliseconds."""
        begin, finish = self._transcript.time_of(start, end) or (0, 0)
        return finish - begin

    def _together(self, one: Draft, two: Draft) -> list[Draft]:
        """Two neighbours as one; or the last line of the first with a lone second; or as they are."""
        if not (one.ours and two.ours) or one.speaker != two.speaker or two.lines[0].opens \
                or two.begin - one.finish > LINGER:
            return [one, two]
        lines = list(self._shown(one.lines[0].start, two.lines[-1].end))
        if len(lines) <= LINES and two.finish - one.begin <= LONGEST:
            return [one._replace(finish=two.finish, lines=tuple(lines))]
        if len(one.lines) == LINES and len(two.lines) == 1:
            parted = [*self._parts([one.lines[0]]), *self._parts([one.lines[1], two.lines[0]])]
            if len(parted) == 2 and not _is_scrap(parted[0], parted[1].begin):
                return parted
        return [one, two]


def shown(text: str, chinese: bool, settings: Settings) -> str:
    """A stretch of the text as a line of the screen shows it."""
    words = joined(text, settings.spaces)
    if chinese and settings.subtitle_marks == 'drop' and not words.endswith('...'):
        words = words.rstrip(DROPPED + '.')
    return words.strip()


def dropped(chinese: bool, settings: Settings) -> str:
    """The marks that are not shown at the end of a line, and so need no room there."""
    return DROPPED if chinese and settings.subtitle_marks == 'drop' else ''


def breaks_inside(transcript: Transcript) -> frozenset[int]:
    """The line ends of the text that stand inside a cue."""
    source, to_text = transcript.source, transcript.offsets.to_text
    return frozenset(to_text.first(at) for cue in transcript.cues if '\n' in source[cue.start:cue.end]
                     for at in range(cue.start, cue.end) if source[at] == '\n')


def openings(transcript: Transcript) -> frozenset[int]:
    """The offsets of the text where one whom nobody names takes the word: his first line that still has words."""
    found = set[int]()
    for turn in transcript.turns:
        at = _first_words(transcript.text, transcript.offsets.to_text.first(turn.start))
        found.discard(at)
        if not turn.speaker:
            found.add(at)
    return frozenset(found)


def _first_words(text: str, at: int) -> int:
    """``at``, or the start of the next line that has words where none are left on its own."""
    end = len(text)
    words = next((i for i in range(at, end) if not text[i].isspace()), end)
    return text.rfind('\n', at, words) + 1 or at


def _is_scrap(draft: Draft, after: int) -> bool:
    """Whether a draft of ours is too short to read even if it stays a while after its words."""
    return draft.ours and stays(draft.begin, draft.finish, after) - draft.begin < SHORTEST


def _grouped(lines: list[SubtitleLine]) -> Iterator[list[SubtitleLine]]:
    """Lines two by two; a sentence that ends on the first line ends the cue, where more than one follows."""
    group: list[SubtitleLine] = []
    for number, line in enumerate(lines):
        group.append(line)
        if len(group) == LINES or (line.stops and len(lines) - number > LINES):
            yield group
            group = []
    if group:
        yield group
