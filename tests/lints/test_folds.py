"""Folds whose tags come in any order: each tag has one place, and mends come to rest."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.gate.examine import examine
from qinggao.gate.mend import mended
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate
from qinggao.lints.bilingual.folds import folds

LINES = ['<details>', '</details>', '<details>', '</details>', '<summary>Original English</summary>', '<summary>Original English</p>',
         '<summary>Original Original English</summary>', '<summary>注</summary>', '</detais>', '<detials>', '</details', '<details/>',
         '<p class="english-text">The river.</p>', '<p class="english-text">The river.', '</p>', '河水很凉。', 'The river was cold.',
         '### 雾', '- 水', '> 水', '```', '', '', '', '<summary>', '</summary>', '桥上有雾。<details>', 'Fog.</details>', '**盐（salt）**是']
PAGES = st.lists(st.sampled_from(LINES), max_size=24).map('\n'.join)
GATE = Gate(Checks(select=('BI', 'MD'), severity='info'))


@given(PAGES)
def test_each_tag_has_one_place(text: str) -> None:
    found = folds(Page('note.md', text, GATE))
    opened = [fold.open for fold in (*found.closed, *found.unclosed)]
    closed = [fold.close for fold in found.closed] + [tag for tag, _ in found.stray]
    details = [tag for tag in found.tags if tag.name == 'details']
    assert sorted(opened) == [tag for tag in details if not tag.closes]
    assert sorted(tag for tag in closed if tag) == [tag for tag in details if tag.closes]
    for fold in (*found.closed, *found.unclosed):
        assert fold.open.end <= fold.label <= fold.label_end <= fold.inside <= max(fold.stop, fold.inside)


@given(PAGES, st.booleans())
def test_mends_come_to_rest_and_leave_nothing_certain(text: str, unsure: bool) -> None:
    after = mended('note.md', text, GATE, unsure=unsure)
    assert not any(finding.is_sure for _, finding in after.left)
    assert not mended('note.md', after.words.text, GATE, unsure=unsure).found


@given(PAGES)
def test_findings_stand_in_the_page(text: str) -> None:
    for _, finding in examine(Page('note.md', text, GATE)):
        assert 0 <= finding.start < finding.end <= len(text)
