"""Two languages of an ASS by others: two styles, in one event or in two of the same time."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...formats.cues import signs_of
from ..bitext import Bitext
from .raw import Raw, Reading, at_one_time
from .sides import chinese_first

Rows = Sequence[tuple[str, str]]
_OTHERS = 0.1       # of the lines may stand in other styles: signs, titles
_BELOW = '\0'       # before a line of the second style while cues are made one


def by_style(cues: Sequence[Raw], rows: Sequence[Rows], name: str) -> Bitext | None:
    """The two tracks, where nearly all lines stand in two styles and these are two languages; else None.

    ``rows``: the lines of each cue with their styles. A line in another style stands with the first.
    """
    counts = Counter(style for lines in rows for style, _ in lines)
    main = counts.most_common(2)
    if len(main) < 2 or sum(count for _, count in main) < (1 - _OTHERS) * counts.total():
        return None
    second = next(style for lines in rows for style, _ in lines if style in dict(main) and style != _top(rows, main))
    marked = [cue._replace(lines=[_BELOW * (style == second) + words for style, words in lines])
              for cue, lines in zip(cues, rows)]
    found = [_parted(cue) for cue in at_one_time(marked)]
    above = chinese_first([[' '.join(lines) for lines in (cue.lines[:cue.border], cue.lines[cue.border:]) if lines]
                           for cue in found])
    if above is None:
        return None
    signs = signs_of([cue.lines for cue in found], any(cue.speaker for cue in found))
    return Reading(signs).bitext(found, name, above=above)


def _top(rows: Sequence[Rows], main: Sequence[tuple[str, int]]) -> str:
    """Which of the two stands above: the one that comes first."""
    return next(style for lines in rows for style, _ in lines if style in dict(main))


def _parted(cue: Raw) -> Raw:
    above = [line for line in cue.lines if not line.startswith(_BELOW)]
    below = [line.removeprefix(_BELOW) for line in cue.lines if line.startswith(_BELOW)]
    return cue._replace(lines=above + below, border=len(above))
