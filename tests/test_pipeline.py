"""The pipeline holds every edit against the licence of its stage, and against the rules it may sign with."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from qinggao import Edit, LicenceError, Settings, Transcript
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.stages import STAGES, may_sign, spacing
from qinggao.view import View

SIGNATURES = [
    ('a rule of its room', 'mishearings', 'mishearings/zhiying', True),
    ('a reason of its own', 'spacing', 'spacing/edge', True),
    ('the reasons of the stage it is half of', 'marks', 'punctuation/doubled', True),
    ('a rule it looks at too', 'fillers', 'boilerplate/loop', True),
    ('a rule nobody wrote', 'mishearings', 'mishearings/none', False),
    ("another stage's reason", 'spacing', 'punctuation/doubled', False),
    ('a room nobody knows', 'spacing', 'none/edge', False),
    ('nothing', 'spacing', '', False),
]


@pytest.mark.parametrize(('stage', 'rule', 'may'), [row[1:] for row in SIGNATURES], ids=[row[0] for row in SIGNATURES])
def test_what_a_stage_may_sign_with(stage: str, rule: str, may: bool) -> None:
    assert may_sign(STAGES[stage], rule, shipped()) is may


def test_an_edit_nobody_answers_for_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def edits(view: View) -> Iterator[Edit]:
        yield Edit(0, 1, '', 'spacing/whim')
    monkeypatch.setattr(spacing, 'edits', edits)
    with pytest.raises(LicenceError, match="stage spacing may not sign with 'spacing/whim'"):
        run(Transcript.plain(' 好'), Settings(only=('spacing',)), shipped())
