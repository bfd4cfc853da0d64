"""One pair as a lesson: of each unit of the transcript, what the editor of the page did with it.

Labels are uint8; MASKED where the page does not tell. A page that rephrases teaches nothing: there all is masked.
"""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from qinggao.editor.features import LINE, NO_BREAK, SPACE
from qinggao.editor.units import Units, units
from rapidfuzz.distance import Levenshtein

from .texts import page_text, raw_text

MASKED = 255
MARKS = ('', '，', '、', '。', '？', '！', '：')
_KIND = {'，': 1, ',': 1, '；': 1, ';': 1, '—': 1, '…': 3, '、': 2, '。': 3, '.': 3, '？': 4, '?': 4, '！': 5, '!': 5,
         '：': 6, ':': 6}
_STRONGEST = (4, 5, 3, 6, 1, 2)
FEWEST = 300            # a shorter talk teaches too little to be read
SHORT, LONG = 8, 18     # units that an editor cuts in one go; longer ones only where the words come again
BARE, BROKEN = .015, 20     # marks a unit, and lines, of a transcript that nobody punctuated but somebody broke
_MARK = re.compile('[，。？！、,.?!]')


class Lesson(NamedTuple):
    """A text in units with its labels; ``breaks`` is None where no line habit can be trusted."""

    name: str
    keys: list[str]
    breaks: Any         # uint8, or None
    marks: Any          # index in MARKS
    cut: Any            # 1: the unit goes
    ends: Any           # 1: a paragraph ends behind it
    good: Any           # bool: the page has this unit, or cut it as an editor cuts
    added: Any          # how many units the page has here that were not said
    raw: bool           # of a transcript; else of a page's running text


def lessons_of(raw: Path, page: Path) -> list[Lesson]:
    """The transcript with what became of it, and the page's own text, which knows its marks without doubt."""
    heard = raw_text(raw.read_text(encoding='utf-8', errors='ignore'))
    said = units(heard)
    if len(said.keys) < FEWEST:
        return []
    text = page_text(page.read_text(encoding='utf-8', errors='ignore'), ''.join(said.keys))
    written = units(text)
    if len(written.keys) < FEWEST:
        return []
    return [_aligned(raw.stem, heard, said, text, written), _own(raw.stem, text, written)]


def _own(name: str, text: str, written: Units) -> Lesson:
    total = len(written.keys)
    marks, ends = _labels(total)
    for i in range(total - 1):
        marks[i], ends[i] = between(text[written.ends[i]:written.starts[i + 1]])
    clean = np.zeros(total, np.uint8)
    return Lesson(name, written.keys, None, marks, clean, ends, np.ones(total, bool), np.zeros(total, np.uint16), False)


def _aligned(name: str, heard: str, said: Units, text: str, written: Units) -> Lesson:
    at, cut, good, added = _fate(said.keys, written.keys)
    marks, ends = _labels(len(said.keys))
    kept = np.nonzero(at >= 0)[0]
    for here, there in zip(kept, kept[1:]):
        if at[there] == at[here] + 1 and (cut[here + 1:there] == 1).all():
            marks[here], ends[here] = between(text[written.ends[at[here]]:written.starts[at[there]]])
    return Lesson(name, said.keys, _breaks(heard, said), marks, cut, ends, good, added, True)


def _labels(total: int) -> tuple[Any, Any]:
    return np.full(total, MASKED, np.uint8), np.full(total, MASKED, np.uint8)


def between(gap: str) -> tuple[int, int]:
    """The mark in a gap, and whether a paragraph ends there; a bare line end does not tell."""
    marks = {_KIND[one] for one in gap.partition('\n')[0] if one in _KIND}
    mark = next((one for one in _STRONGEST if one in marks), 0)
    return mark, 1 if re.search(r'\n\s*\n', gap) else MASKED if '\n' in gap else 0


def _breaks(heard: str, said: Units) -> Any:
    total = len(said.keys)
    if len(_MARK.findall(heard)) / total > BARE or heard.count('\n') < BROKEN:
        return None
    breaks = np.full(total, NO_BREAK, np.uint8)
    for i in range(total - 1):
        gap = heard[said.ends[i]:said.starts[i + 1]]
        if '\n' in gap:
            breaks[i] = LINE
        elif ' ' in gap and not said.keys[i].isascii() and not said.keys[i + 1].isascii():
            breaks[i] = SPACE
    return breaks


def _fate(said: list[str], written: list[str]) -> tuple[Any, Any, Any, Any]:
    """Of each unit said: where on the page it is (-1), its label of cutting, whether it teaches; and what was added."""
    total = len(said)
    at, cut = np.full(total, -1, np.int64), np.full(total, MASKED, np.uint8)
    good, added = np.zeros(total, bool), np.zeros(total, np.uint16)
    steps: list[Any] = list(Levenshtein.opcodes(said, written))
    for number, (tag, start, end, first, last) in enumerate(steps):
        if tag == 'equal':
            at[start:end], cut[start:end], good[start:end] = np.arange(first, last), 0, True
        elif tag == 'replace' and end - start == last - first <= 2:     # misheard, written right
            at[start:end], cut[start:end] = np.arange(first, last), 0
        elif tag == 'delete' and _stands_firm(steps, number) and _is_cut(said, start, end):
            start, end = _first_copy(said, at, cut, good, start, end)
            cut[start:end], good[start:end] = 1, True
        elif tag == 'insert':
            added[min(start, total - 1)] += min(last - first, 500)
    return at, cut, good, added


def _stands_firm(steps: list[Any], number: int) -> bool:
    """Whether what stands on both sides is on the page as it was said."""
    beside = [steps[i] for i in (number - 1, number + 1) if 0 <= i < len(steps)]
    return all(tag == 'equal' and end - start >= 2 for tag, start, end, _, _ in beside)


def _is_cut(said: list[str], start: int, end: int) -> bool:
    """Whether a run may be filler: a few units, or a false start whose words come again; else the editor abridged."""
    if end - start <= SHORT:
        return True
    pairs = set(zip(said[start:end], said[start + 1:end]))
    again = set(zip(said[end:end + LONG], said[end + 1:end + LONG + 1]))
    return end - start <= LONG and 3 * len(pairs & again) >= len(pairs)


def _first_copy(said: list[str], at: Any, cut: Any, good: Any, start: int, end: int) -> tuple[int, int]:
    """Of what is said twice the first copy goes, though the alignment may have dropped the second."""
    while start > 1 and said[start - 1] == said[end - 1] and at[start - 1] >= 0 and cut[start - 1] == 0:
        at[end - 1], cut[end - 1], good[end - 1] = at[start - 1], 0, True
        at[start - 1] = -1
        start, end = start - 1, end - 1
    return start, end
