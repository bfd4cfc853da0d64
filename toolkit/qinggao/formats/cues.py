"""What SRT and VTT share: clock times, the words of a cue that lines were wrapped into, who takes the word in it."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..errors import FileError
from ..layout import SubtitleLine, joined
from ..patterns import lazy
from .speakers import NOBODY, labels
from .words import Part

TIMING = re.compile(r'[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})[ \t]*-->[ \t]*'
                    r'(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})([ \t].*)?$')
GUARD = '\u2060'   # an invisible word joiner: what stands behind it is words, however it looks
OPENING = '- '     # what a line begins with where a speaker whom nobody names takes the word

_OPENING = lazy(r'(?:- |>>+ ?)(?=\S)')
_DASH = lazy(r'[-–—‐] ?["“「]?\w')


def times(found: re.Match[str], path: str, line: int) -> tuple[int, int]:
    """Begin and finish of a timing line, in milliseconds; raises `FileError` where time runs backward."""
    begin, finish = milliseconds(*found.groups()[:4]), milliseconds(*found.groups()[4:8])
    if finish < begin:
        raise FileError('the cue ends before it begins', path=path, line=line, cure='correct its times')
    return begin, finish


def milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    """Integer milliseconds of the parts of a clock time.

    >>> milliseconds('1', '02', '03', '5')
    3723500
    """
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, '0'))


def clock(time: int, comma: str = ',') -> str:
    """A time of so many milliseconds as subtitles write it.

    >>> clock(3723500)
    '01:02:03,500'
    """
    seconds, rest = divmod(time, 1000)
    return f'{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{comma}{rest:03}'


def names_before_colons(cues: Iterable[Sequence[str]]) -> re.Pattern[str]:
    """The names that stand before a Chinese colon in the lines of these cues, if they are any."""
    lines = [[_OPENING.sub('', line.strip(), count=1) for line in cue] for cue in cues]
    return labels((line for cue in lines for line in cue), sum(any(cue) for cue in lines))


def by_turns(lines: list[str], named: re.Pattern[str] = NOBODY) -> list[Part]:
    """The words of a cue, parted where a line begins with a name, `- ` or `>>`, as captions mark another speaker.

    >>> by_turns(['- 你去哪儿？', '- 去江边', '看看船。'])
    [Part(words='你去哪儿？', speaker='', opens=True), Part(words='去江边看看船。', speaker='', opens=True)]
    """
    parts: list[tuple[list[str], str, bool]] = []
    for line in filter(None, map(str.strip, lines)):
        mark = _OPENING.match(line)
        words = line[mark.end():] if mark else line
        if label := named.match(words):
            parts.append(([words[label.end():]], label[1], False))
        elif not parts or (mark and not parts[-1][1]):
            parts.append(([words], '', bool(mark)))
        else:
            parts[-1][0].append(line)     # a dash behind a name is a word
    return [Part(unwrapped(said), speaker, opens) for said, speaker, opens in parts]


def prefix(line: SubtitleLine, label: bool, named: re.Pattern[str]) -> str:
    """What a line of a cue is written with: the mark of a new speaker, or a guard where its words look like one.

    ``label``: a name stands before it; ``named``: the names that a reader would find in these cues.
    """
    taken = line.opens and not label
    looks_so = not label and (named.match(line.words) or (not taken and _OPENING.match(line.words)))
    guard = GUARD if looks_so or line.words.startswith(GUARD) else ''
    return OPENING + guard if taken else guard


def unwrapped(lines: list[str]) -> str:
    """The words of one cue on one line; two speakers' lines (`- … - …`) stay two."""
    lines = [line.strip().removeprefix(GUARD) for line in lines if line.strip()]
    if len(lines) > 1 and all(_DASH.match(line) for line in lines):
        return '\n'.join(lines)
    return joined('\n'.join(lines))
