"""Each difference is judged, its edit written where it may be, and the whole of it put on the list."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...edits import Edit, settle
from ...transcript import Cue
from .align import Difference
from .case import Case, Sure, Witness, case_of
from .disagreements import Disagreement, context, flat
from .fold import Folded
from .judge import Finding, Judge
from .numerals import value
from .writing import Pen, Written


class Court:
    """Judges differences in order and keeps what comes of them."""

    def __init__(self, judge: Judge, pen: Pen, raw: Folded, heard: Witness, before: Sure,
                 speech: Sequence[tuple[int, int]]) -> None:
        self._judge, self._pen, self._raw, self._heard, self._before = judge, pen, raw, heard, before
        self._speech = speech
        self._edits: list[Edit] = []
        self._written = 0       # up to where the old text has been changed
        self.carriers: list[Cue] = []
        self.disagreements: list[Disagreement] = []

    def hear(self, found: Iterable[Difference]) -> None:
        """All differences."""
        for one in found:
            case = case_of(one, self._raw, self._heard, self._before)
            if not _is_one_number(case, self._raw, self._heard.text):
                self._settle(case)

    @property
    def done(self) -> list[Edit]:
        """The edits that are made, in order and disjoint."""
        return [edit for edit in self._edits if edit.sure]

    @property
    def advised(self) -> list[Edit]:
        """The edits that are only advised."""
        return settle(edit for edit in self._edits if not edit.sure)

    def _settle(self, case: Case) -> None:
        finding = self._judge.finding(case)
        if finding.rule and finding.sure and not any(a <= case.raw[0] and case.raw[1] <= b for a, b in self._speech):
            finding = Finding('raw-unsure', f'{finding.reason}; but this is no raw transcript', finding.rule, False)
        written = self._pen.written(case, finding.rule, finding.sure) if finding.rule else Written()
        if finding.rule and written.edits and finding.sure and written.edits[0].start < self._written:
            written = Written(hurdle='too close to another change')
        if written.hurdle:
            finding = Finding('raw-unsure', f'{finding.reason}; {written.hurdle}')
        elif written.edits and finding.sure:
            self._written = written.edits[-1].end
            self.carriers += [written.cue] if written.cue else []
        self._edits += written.edits
        self._list(case, finding)

    def _list(self, case: Case, finding: Finding) -> None:
        raw, heard = self._raw.said, self._heard.text.said
        self.disagreements.append(Disagreement(
            len(self.disagreements) + 1, case.begin, case.finish,
            flat(raw[slice(*case.raw)]) if case.old else '', flat(heard[slice(*case.heard)]) if case.new else '',
            *context(raw, *case.raw), case.probability, case.doubt, finding.verdict, finding.reason, finding.rule))


def _is_one_number(case: Case, raw: Folded, heard: Folded) -> bool:
    """Whether both say one number, in figures and in words."""
    number = value(raw.said[slice(*case.raw)]) if case.old and case.new else None
    return number is not None and number == value(heard.said[slice(*case.heard)])
