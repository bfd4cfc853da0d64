"""The edit that a verdict asks for: old letters replaced by what was heard there, and by nothing else."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...edits import Change, Edit, redo
from ...errors import LicenceError
from ...han_classes import SIMPLIFIED, TRADITIONAL
from ...layout import joined
from ...patterns import lazy
from ...protect import protected
from ...stages.boilerplate.lines import whole_lines
from ...stages.script import simplified
from ...transcript import Cue, Transcript
from .case import Case
from .fold import Folded, folded
from .insertion import carried, closing

_TRADITIONAL, _SIMPLIFIED = lazy(f'[{TRADITIONAL}]'), lazy(f'[{SIMPLIFIED}]')


class Written(NamedTuple):
    """Edits of the old text; ``cue``: when the words that they put in were said; ``hurdle``: why there are none."""

    edits: tuple[Edit, ...] = ()
    cue: Cue | None = None
    hurdle: str = ''


class Pen:
    """Writes into one old text, in its own script."""

    def __init__(self, raw: Transcript, text: Folded, heard: Folded) -> None:
        self._text, self._heard = text, heard
        to_text = raw.offsets.to_text
        self._protected = [(to_text.first(a), to_text.last(b)) for a, b in protected(raw).protected]
        self._turns = sorted(to_text.first(turn.start) for turn in raw.turns)
        traditional, simple = len(_TRADITIONAL.findall(text.said)), len(_SIMPLIFIED.findall(text.said))
        self._script = '' if traditional == simple else 'hant' if traditional > simple else 'hans'

    def written(self, case: Case, rule: str, sure: bool) -> Written:
        """The edits by which the old text says what was heard."""
        start, end = case.raw
        if self._is_protected(start - (not case.old), end + (not case.old)):   # nor beside it are words put in
            return Written(hurdle='an address, code or markup stands here')
        if not case.old:
            return self._inserted(case, rule, sure)
        if self._changes_turn(start, end):
            return Written(hurdle='another speaker begins in it')
        if not case.new:
            return self._checked(case, [Edit(*self._without(start, end), '', rule, sure)])
        return self._replaced(case, rule, sure)

    def _replaced(self, case: Case, rule: str, sure: bool) -> Written:
        if len(case.old) == len(case.new):
            edits = self._letter_by_letter(case, rule, sure)
        elif '\n' in self._text.said[slice(*case.raw)]:
            return Written(hurdle='a line ends in it')
        else:
            edits = [Edit(*case.raw, self._in_script(joined(self._heard.said[slice(*case.heard)])), rule, sure)]
        return self._checked(case, [edit for edit in edits if self._text.said[edit.start:edit.end] != edit.new])

    def _letter_by_letter(self, case: Case, rule: str, sure: bool) -> list[Edit]:
        """As many letters as stood there: marks and line ends between them stay."""
        edits = list[Edit]()
        for place, other in zip(range(case.here.start, case.here.end), range(case.here.first, case.here.last)):
            at, new = self._text.at[place], self._in_script(self._heard.said[self._heard.at[other]])
            if edits and edits[-1].end == at:
                at, new = edits[-1].start, edits.pop().new + new
            edits.append(Edit(at, self._text.at[place] + 1, new, rule, sure))
        return edits

    def _inserted(self, case: Case, rule: str, sure: bool) -> Written:
        start, end = case.raw
        if self._changes_turn(start, end + 1):
            return Written(hurdle='who says it is not known')
        first, last = case.heard
        words = self._in_script(self._heard.said[first:closing(self._heard.said, last)])
        edit, at = carried(self._text, case.here.start, words, rule, sure)
        cue = Cue(edit.start, edit.end, case.begin, case.finish, case.probability, case.doubt)
        return self._checked(case, [edit])._replace(cue=cue if at else cue._replace(begin=-1))

    def _without(self, start: int, end: int) -> tuple[int, int]:
        """The span to delete: whole lines where no other word is on them, else with the marks that close it."""
        said = self._text.said
        before, after = said.rfind('\n', 0, start) + 1, said.find('\n', end)
        rest = said[before:start] + said[end:after if after >= 0 else len(said)]
        return (start, closing(said, end)) if any(map(str.isalnum, rest)) else whole_lines(said, start, end)

    def _in_script(self, words: str) -> str:
        """Words in the script of most of the old text."""
        if self._script == 'hant' and _SIMPLIFIED.search(words):
            from opencc import OpenCC
            other: str = OpenCC('s2tw').convert(words)
            return other if len(other) == len(words) else words
        return simplified(words) if self._script == 'hans' else words

    def _is_protected(self, start: int, end: int) -> bool:
        i = bisect_right(self._protected, (end, 0))
        return any(a < end and start < b for a, b in self._protected[max(0, i - 2):i + 1])

    def _changes_turn(self, start: int, end: int) -> bool:
        i = bisect_right(self._turns, start)
        return i < len(self._turns) and self._turns[i] < end

    def _checked(self, case: Case, edits: Sequence[Edit]) -> Written:
        """The licence: with the edits made, what was heard stands where the old letters stood, all else as before."""
        if not edits:
            return Written(hurdle='nothing would change')
        low, high = min(case.raw[0], edits[0].start), max(case.raw[1], edits[-1].end)
        said = self._text.said[low:high]
        before = folded(said[:case.raw[0] - low]).letters + case.new + folded(said[case.raw[1] - low:]).letters
        after = folded(_edited(said, low, edits)).letters
        if after != before:
            raise LicenceError(f'a merge may not turn {said!r} into {after!r} ({edits[0].rule})',
                               cure='this is a defect of qinggao: please report it')
        return Written(tuple(edits))


def _edited(said: str, low: int, edits: Sequence[Edit]) -> str:
    return redo(said, [Change(edit.start - low, said[edit.start - low:edit.end - low], edit.new, (edit.rule,))
                       for edit in edits])
