"""What SRT and VTT share: clock times, the words of a cue that lines were wrapped into, who takes the word in it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..errors import FileError
from ..layout import SubtitleLine, joined
from ..patterns import lazy
from .speakers import Signs, changes, labels, parted
from .words import Part

TIMING = re.compile(r'[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?[ \t]*-->[ \t]*'
                    r'(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?([ \t].*)?$')
GUARD = '\u2060'   # an invisible word joiner: what stands behind it is words, however it looks
OPENING = '- '     # what a line begins with where a speaker whom nobody names takes the word

_OPENING = lazy(r'^(?:- |>>+ ?)(?=\S)')
_TIMES = lazy(r'.*\d.*-->.*\d')
_CLOCKS = lazy(r'[ \t]*\d+:.*-->[ \t]*\d+:')
_DASH = lazy(r'[-–—‐] ?["“「]?\w')


def times(found: re.Match[str], path: str, line: int) -> tuple[int, int]:
    """Begin and finish of a timing line, in milliseconds; raises `FileError` where time runs backward."""
    begin, finish = milliseconds(*found.groups()[:4]), milliseconds(*found.groups()[4:8])
    if finish < begin:
        raise FileError('the cue ends before it begins', path=path, line=line, cure='correct its times')
    return begin, finish


def refuse_bad_times(before: str, here: str, path: str, line: int) -> None:
    """Raise `FileError` for what stands where a line of times must be, looks like one and is none: read as words
    it would be said aloud. ``before``: the line above, a cue's number or blank.
    """
    if TIMING.match(here) or not (_TIMES.match(here) if before.strip().isdigit()
                                  else _CLOCKS.match(here) if not before.strip() else None):
        return
    raise FileError('not a line of times', path=path, line=line, cure='write it like 00:01:02,500 --> 00:01:04,000')


def milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> int:
    """Integer milliseconds of the parts of a clock time.

    >>> milliseconds('1', '02', '03', '5')
    3723500
    """
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((fraction or '').ljust(3, '0'))


def clock(time: int, comma: str = ',') -> str:
    """A time of so many milliseconds as subtitles write it.

    >>> clock(3723500)
    '01:02:03,500'
    """
    seconds, rest = divmod(time, 1000)
    return f'{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{comma}{rest:03}'


def signs_of(cues: Sequence[Sequence[str]], voices: bool = False) -> Signs:
    """How the lines of these cues say who takes the word; by no name before a colon where there are voices."""
    lines = [_OPENING.sub('', line.strip()) for cue in cues for line in cue]
    found = changes(line for cue in cues for line in cue)
    return Signs(changes=found) if voices else Signs(labels(lines, sum(any(cue) for cue in cues)), found)


def by_turns(lines: list[str], signs: Signs) -> list[Part]:
    """The words of a cue, parted where a line begins with a name or `- `, and at `>>`: captions mark speakers so.

    >>> by_turns(['- 你去哪儿？', '- 去江边', '看看船。 >> 走'], Signs())
    [Part(words='你去哪儿？', speaker='', opens=True), Part(words='去江边看看船。', speaker='', opens=True), \
Part(words='走', speaker='', opens=True)]
    """
    parts: list[tuple[list[str], str, bool]] = []
    for line in filter(None, map(str.strip, lines)):
        bare = _OPENING.sub('', line)
        if label := signs.names.match(bare):
            parts.append(([bare[label.end():]], label[1], False))
        elif parts and parts[-1][1]:
            parts[-1][0].append(line)     # a dash behind a name is a word
        else:
            for opens, words in _takes(line, signs):
                if opens or not parts:
                    parts.append(([], '', opens))
                parts[-1][0].append(words)
    return [Part(unwrapped(said), speaker, opens) for said, speaker, opens in parts]


def _takes(line: str, signs: Signs) -> Iterator[tuple[bool, str]]:
    """The words of a line, and whether another takes the word with them."""
    opens = line.startswith(OPENING)
    words = line.removeprefix(OPENING)
    first, *others = [words] if words.startswith(GUARD) else parted(words, signs.changes)
    if opens or first:
        yield opens, first
    yield from ((True, words) for words in others)


def prefix(line: SubtitleLine, label: bool, signs: Signs) -> str:
    """What a line of a cue is written with: the mark of a new speaker, or a guard where its words look like one.

    ``label``: a name stands before it; ``signs``: what a reader of these cues would go by.
    """
    taken = line.opens and not label
    looks_so = not label and (signs.names.match(line.words) or '>>' in line.words
                              or (not taken and (line.words.startswith(OPENING) or _OPENING.match(line.words))))
    guard = GUARD if looks_so or line.words.startswith(GUARD) else ''
    return OPENING + guard if taken else guard


def unwrapped(lines: list[str]) -> str:
    """The words of one cue on one line; two speakers' lines (`- … - …`) stay two."""
    lines = [line.strip().removeprefix(GUARD) for line in lines if line.strip()]
    if len(lines) > 1 and all(_DASH.match(line) for line in lines):
        return '\n'.join(lines)
    return joined('\n'.join(lines))
