"""What SRT and VTT share: clock times, and the words of a cue that lines were wrapped into."""
from __future__ import annotations

import re

from ..errors import FileError
from ..layout import joined
from ..patterns import lazy

TIMING = re.compile(r'[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})[ \t]*-->[ \t]*'
                    r'(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})([ \t].*)?$')
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


def unwrapped(lines: list[str]) -> str:
    """The words of one cue on one line; two speakers' lines (`- … - …`) stay two."""
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) > 1 and all(_DASH.match(line) for line in lines):
        return '\n'.join(lines)
    return joined('\n'.join(lines))
