"""Edits become changes; changes can be undone and made again, whatever overlaps."""
from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Change, Edit, FileError, Revision, redo, undo
from qinggao.edits import settle

LETTERS = '甲乙丙丁，。ab \n嗯😀'


def edits_of(text: str) -> st.SearchStrategy[list[Edit]]:
    """Any edits of a text, overlapping ones too."""
    places = st.integers(0, len(text))
    one = st.builds(lambda a, b, new, rule: Edit(min(a, b), max(a, b), new, rule),
                    places, places, st.text(LETTERS, max_size=4), st.sampled_from('pqr'))
    return st.lists(one, max_size=6)


@st.composite
def revisions(draw: st.DrawFn) -> Revision:
    """A source edited up to four times; each time the text is held against plain replacement."""
    revision = Revision(draw(st.text(LETTERS, max_size=24)))
    for _ in range(draw(st.integers(0, 4))):
        edits = draw(edits_of(revision.text))
        edited = revision.edit(edits)
        assert edited.text == replaced(revision.text, settle(edits))
        revision = edited
    return revision


def replaced(text: str, edits: list[Edit]) -> str:
    """The plainest way to apply settled edits: from the end."""
    for edit in reversed(edits):
        text = text[:edit.start] + edit.new + text[edit.end:]
    return text


@given(revisions())
def test_changes_are_in_order_disjoint_and_have_an_effect(revision: Revision) -> None:
    for a, b in zip(revision.changes, revision.changes[1:]):
        assert a.end <= b.start
        assert (a.start, a.end) != (b.start, b.end)
    for change in revision.changes:
        assert change.rules
        assert revision.source[change.start:change.end] == change.old != change.new


@given(revisions())
def test_source_and_text_are_made_from_each_other(revision: Revision) -> None:
    assert undo(revision.text, revision.changes) == revision.source
    assert redo(revision.source, revision.changes) == revision.text


@given(revisions())
def test_pieces_part_source_and_text(revision: Revision) -> None:
    at = source = 0
    for piece in revision.pieces():
        assert (piece.at, piece.start) == (at, source)
        at, source = piece.stop, piece.end
    assert (at, source) == (len(revision.text), len(revision.source))


@pytest.mark.parametrize(('edits', 'kept'), [
    ([Edit(2, 3, 'x', 'b'), Edit(0, 1, 'y', 'a')], [Edit(0, 1, 'y', 'a'), Edit(2, 3, 'x', 'b')]),
    ([Edit(0, 2, 'x', 'short'), Edit(0, 3, 'y', 'long')], [Edit(0, 3, 'y', 'long')]),
    ([Edit(1, 3, 'x', 'right'), Edit(0, 2, 'y', 'left')], [Edit(0, 2, 'y', 'left')]),
    ([Edit(0, 2, 'x', 'first'), Edit(0, 2, 'y', 'second')], [Edit(0, 2, 'x', 'first')]),
    ([Edit(1, 1, '', 'idle')], []),
], ids=['in order', 'the longest', 'the leftmost', 'the first asked', 'none without effect'])
def test_overlaps_are_settled(edits: list[Edit], kept: list[Edit]) -> None:
    assert settle(edits) == kept


@given(edits_of('甲乙丙丁'))
def test_settling_is_what_it_is_said_to_be(edits: list[Edit]) -> None:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        free = not kept or (edit.start >= kept[-1].end and edit.start > kept[-1].start)
        if free and (edit.new or edit.start < edit.end):
            kept.append(edit)
    assert settle(edits) == kept


def test_an_edit_that_restores_the_source_leaves_no_change() -> None:
    assert Revision('嗯').edit([Edit(0, 1, '啊', 'a')]).edit([Edit(0, 1, '嗯', 'b')]).changes == ()


def test_rules_of_one_place_are_told_in_order() -> None:
    twice = Revision('這').edit([Edit(0, 1, '这', 'script')]).edit([Edit(0, 1, '那', 'mishearing')])
    assert twice.changes == (Change(0, '這', '那', ('script', 'mishearing')),)


def test_errors_survive_pickling() -> None:
    error = FileError('not UTF-8', path='a.txt', line=3, cure='try --encoding gb18030')
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
