"""Times survive every change: cues point into the source, which stays."""
from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from qinggao import Cue, Edit, Revision, Transcript, Turn
from qinggao.settings import Settings
from qinggao.view import View

from .test_edits import edits_of


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """A few cues, a line each, edited at random."""
    source, cues, time = '', [], 0
    for part in draw(st.lists(st.text('甲乙丙丁ab嗯', min_size=1, max_size=6), min_size=1, max_size=6)):
        time += draw(st.integers(0, 500))
        length = draw(st.integers(0, 4000))
        cues.append(Cue(len(source), len(source) + len(part), time, time + length))
        time += length
        source += part + '\n'
    words = Revision(source)
    for _ in range(draw(st.integers(0, 3))):
        words = words.edit(draw(edits_of(words.text)))
    return Transcript(words, tuple(cues))


@given(transcripts(), st.data())
def test_no_time_goes_backward(transcript: Transcript, data: st.DataObject) -> None:
    length = len(transcript.text)
    assume(length)
    cuts = sorted({0, length, *data.draw(st.lists(st.integers(0, length), max_size=6))})
    times = [transcript.time_of(a, b) or (-1, -1) for a, b in zip(cuts, cuts[1:])]
    for begin, finish in times:
        assert transcript.cues[0].begin <= begin <= finish <= transcript.cues[-1].finish
    assert [begin for begin, _ in times] == sorted(begin for begin, _ in times)
    assert [finish for _, finish in times] == sorted(finish for _, finish in times)


@given(transcripts())
def test_an_untouched_cue_keeps_its_milliseconds(transcript: Transcript) -> None:
    for piece in transcript.words.pieces():
        for cue in () if piece.rules else transcript.cues:
            if piece.start <= cue.start and cue.end <= piece.end:
                at = piece.at + cue.start - piece.start
                assert transcript.time_of(at, at + cue.end - cue.start) == (cue.begin, cue.finish)


@given(transcripts())
def test_offsets_lead_there_and_back(transcript: Transcript) -> None:
    for piece in transcript.words.pieces():
        if not piece.rules:
            assert transcript.offsets.to_text.first(piece.start) == piece.at
            assert transcript.offsets.to_text.last(piece.end) == piece.stop


def test_speakers_by_offset() -> None:
    transcript = Transcript(Revision('你好\n好\n再见'), turns=(Turn(0, '甲'), Turn(3, '乙'), Turn(5, '')))
    assert [transcript.speaker_at(at) for at in (0, 2, 3, 5)] == ['甲', '甲', '乙', '']


def test_a_pause_is_known_behind_what_a_cue_began_with() -> None:
    words = Revision('苦的\n好 今天').edit([Edit(3, 5, '', 'fillers/hao')])
    view = View(Transcript(words, (Cue(0, 2, 0, 700), Cue(3, 7, 2200, 4000))), Settings(), None)  # type: ignore[arg-type]
    assert [view.pause_before(at) for at in (1, 3, 4)] == [0, 1500, 0]


def test_a_view_knows_pauses_turns_and_seams() -> None:
    words = Revision('嗯大家好\n我说').edit([Edit(0, 1, '', 'fillers/en')])
    transcript = Transcript(words, (Cue(0, 4, 0, 900), Cue(5, 7, 1700, 2500)), (Turn(0, '甲'), Turn(5, '乙')))
    view = View(transcript, Settings(), None)  # type: ignore[arg-type]
    assert [view.pause_before(at) for at in (0, 2, 4)] == [0, 0, 800]
    assert view.starts_turn(4)
    assert not view.starts_turn(1)


def test_a_view_knows_where_words_were_cut_out() -> None:
    transcript = Transcript(Revision('指嗯营').edit([Edit(1, 2, '', 'fillers/en')]))
    view = View(transcript, Settings(), None)  # type: ignore[arg-type]
    assert view.crosses_seam(0, 2)
    assert not view.crosses_seam(0, 1)
    assert not view.crosses_seam(1, 2)
