"""Windows: filled with pieces of many files, nothing lost, nothing doubled, and every time on its way back."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.engine import RATE
from qinggao.asr.speech import LONGEST, Span
from qinggao.asr.windows import Packer, Piece, Window

GAP = RATE // 2
FULL = 24 * RATE


def packed(files: Sequence[Sequence[Span]], shared: bool = True) -> list[Window]:
    """The windows of files, given their spans."""
    packer = Packer(shared)
    found = list[Window]()
    for number, spans in enumerate(files):
        found += packer.file()
        for span in spans:
            found += packer.add(number, span)
    return [*found, *packer.rest()]


def seconds(*files: Sequence[tuple[float, float]]) -> list[list[Span]]:
    """Files with spans given in seconds."""
    return [[(round(start * RATE), round(end * RATE)) for start, end in spans] for spans in files]


@st.composite
def recordings(draw: st.DrawFn) -> list[list[Span]]:
    """Spans as the voice finder gives them: in order, apart or back to back, none longer than a window."""
    files = []
    for _ in range(draw(st.integers(0, 5))):
        at, spans = 0, []
        for _ in range(draw(st.integers(0, 8))):
            start = at + draw(st.sampled_from([0, 1, GAP - 1, GAP, GAP + 1, 7 * RATE, 90 * RATE]))
            at = start + draw(st.one_of(st.integers(1, LONGEST), st.sampled_from([1, GAP, LONGEST // 2, LONGEST])))
            spans.append((start, at))
        files.append(spans)
    return files


def pieces(windows: Sequence[Window]) -> list[Piece]:
    return [piece for window in windows for piece in window.pieces]


@given(recordings(), st.booleans())
def test_every_span_is_heard_once_in_its_order(files: list[list[Span]], shared: bool) -> None:
    found = [(piece.file, span) for piece in pieces(packed(files, shared)) for span in piece.spans]
    assert found == [(number, span) for number, spans in enumerate(files) for span in spans]


@given(recordings(), st.booleans())
def test_a_piece_is_its_spans_and_what_is_between_them(files: list[list[Span]], shared: bool) -> None:
    for piece in pieces(packed(files, shared)):
        assert (piece.start, piece.end) == (piece.spans[0][0], piece.spans[-1][1])
        assert all(later[0] - before[1] <= GAP for before, later in zip(piece.spans, piece.spans[1:]))


@given(recordings(), st.booleans())
def test_no_window_is_longer_than_thirty_seconds_and_no_two_pieces_overlap(files: list[list[Span]], shared: bool) -> None:
    for window in packed(files, shared):
        assert 0 < window.length <= LONGEST
        assert window.pieces[0].at == 0
        for one, after in zip(window.pieces, window.pieces[1:]):
            assert after.at - one.stop == (0 if one.file == after.file else GAP)
        assert shared or len(window.files) == 1


@given(recordings())
def test_a_window_is_as_full_as_it_can_be(files: list[list[Span]]) -> None:
    """Greedy: what begins the next window did not fit into this one."""
    windows = packed(files)
    for window, after in zip(windows, windows[1:]):
        last, first = window.pieces[-1], after.pieces[0]
        start, end = first.spans[0]
        apart = GAP if last.file != first.file else start - last.end if start - last.end <= GAP else 0
        assert window.length + apart + end - start > FULL


@given(recordings(), st.integers(0, 9))
def test_what_is_left_after_an_interrupt_is_cut_as_it_would_have_been(files: list[list[Span]], heard: int) -> None:
    windows = packed(files)
    done = {(piece.file, span) for piece in pieces(windows[:heard]) for span in piece.spans}
    left = [[span for span in spans if (number, span) not in done] for number, spans in enumerate(files)]
    assert packed(left) == windows[heard:]


@given(recordings(), st.data())
def test_times_map_back_into_the_piece_and_never_go_back(files: list[list[Span]], data: st.DataObject) -> None:
    windows = packed(files)
    if not windows:
        return
    window = data.draw(st.sampled_from(windows))
    ats = sorted(data.draw(st.lists(st.floats(-1, 31), min_size=1, max_size=12)))
    for piece in window.pieces:
        mapped = [window.milliseconds(at, piece) for at in ats]
        assert mapped == sorted(mapped)
        assert all(piece.start * 1000 // RATE <= time <= piece.end * 1000 // RATE for time in mapped)


@given(recordings(), st.data())
def test_a_sample_belongs_to_the_piece_that_sounds(files: list[list[Span]], data: st.DataObject) -> None:
    for window in packed(files)[:3]:
        for piece in window.pieces:
            at = data.draw(st.integers(piece.at, piece.stop - 1))
            assert window.piece_at(at) == piece
        assert window.piece_at(-RATE) == window.pieces[0] and window.piece_at(60 * RATE) == window.pieces[-1]


@given(recordings(), st.data())
def test_a_window_can_be_parted_and_nothing_is_lost(files: list[list[Span]], data: st.DataObject) -> None:
    for window in packed(files)[:3]:
        numbers = sorted(data.draw(st.sets(st.integers(1, len(window.pieces) - 1)))) if len(window.pieces) > 1 else []
        parts = window.apart(numbers)
        assert len(parts) == len(numbers) + 1
        assert [piece._replace(at=0) for piece in pieces(parts)] == [piece._replace(at=0) for piece in window.pieces]
        for part in parts:
            first = window.pieces[[one._replace(at=0) for one in window.pieces].index(part.pieces[0]._replace(at=0))]
            assert [one.at + first.at for one in part.pieces] == [
                one.at for one in window.pieces if one.at >= first.at][:len(part.pieces)]


def test_in_the_silence_between_files_the_nearer_piece_is_meant() -> None:
    window, = packed(seconds([(1, 3)], [(5, 9)]))
    first, second = window.pieces
    assert (first.stop, second.at) == (2 * RATE, 2 * RATE + GAP)
    assert window.piece_at(2 * RATE + 100) == first
    assert window.piece_at(2 * RATE + GAP - 100) == second


CUTS = [
    ('short pauses stay', seconds([(0, 5), (5.4, 9)]), [[(0, 0., 9.)]]),
    ('long ones do not', seconds([(0, 5), (65, 69)]), [[(0, 0., 5.), (0, 65., 69.)]]),
    ('a second file is put behind', seconds([(0, 5)], [(2, 4)]), [[(0, 0., 5.), (1, 2., 4.)]]),
    ('what does not fit begins the next', seconds([(0, 20), (21, 32)]), [[(0, 0., 20.)], [(0, 21., 32.)]]),
    ('to the sample', seconds([(0, 10), (11, 25)]), [[(0, 0., 10.), (0, 11., 25.)]]),
    ('silence counts between files', seconds([(0, 10)], [(0, 14)]), [[(0, 0., 10.)], [(1, 0., 14.)]]),
    ('and in them where it stays', seconds([(0, 10), (10.4, 24.1)]), [[(0, 0., 10.)], [(0, 10.4, 24.1)]]),
    ('silent files have none', seconds([], [(1, 2)], []), [[(1, 1., 2.)]]),
]


@pytest.mark.parametrize(('files', 'cuts'), [case[1:] for case in CUTS], ids=[case[0] for case in CUTS])
def test_windows_are_cut(files: list[list[Span]], cuts: list[list[tuple[int, float, float]]]) -> None:
    assert [[(piece.file, piece.start / RATE, piece.end / RATE) for piece in window.pieces]
            for window in packed(files)] == cuts


def test_alone_each_file_has_windows_of_its_own() -> None:
    assert [window.files for window in packed(seconds([(0, 2)], [(0, 2), (40, 60)]), shared=False)] == [(0,), (1,)]


def test_a_window_sounds_like_its_pieces_with_silence_between_files() -> None:
    window, = packed(seconds([(1, 2)], [(0, 1), (3, 4)]))
    sounds = {0: np.full(3 * RATE, .25, np.float32), 1: np.arange(4 * RATE, dtype=np.float32)}
    heard = window.audio(sounds.__getitem__)
    assert heard.dtype == np.float32 and len(heard) == window.length == 3 * RATE + GAP
    assert (heard[:RATE] == .25).all() and not heard[RATE:RATE + GAP].any()
    assert (heard[RATE + GAP:] == np.concatenate([sounds[1][:RATE], sounds[1][3 * RATE:]])).all()
