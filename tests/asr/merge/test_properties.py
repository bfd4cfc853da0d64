"""Whatever the two texts are: nothing is lost, no time goes backward, and how it was cut does not matter."""
from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from qinggao import undo
from qinggao.asr.heard import Heard, Segment, transcript_of
from qinggao.asr.merge import merge
from qinggao.formats import FORMATS
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.transcript import Cue, Transcript

from .talk import PACE

LETTERS = '春天來来了花都开嗯二十5a b'
OLD = st.text(LETTERS + '，。\n', min_size=1, max_size=40)


@st.composite
def hearings(draw: st.DrawFn) -> Transcript:
    """Segments with times in order, some doubtful."""
    segments, now = list[Segment](), 0
    for text in draw(st.lists(st.text(LETTERS, min_size=1, max_size=12), max_size=5)):
        now += draw(st.integers(0, 4000))
        length = draw(st.integers(0, 3000))
        doubt = draw(st.sampled_from(['', '', 'loop']))
        segments.append(Segment(text, now, now + length, draw(st.sampled_from([.2, .7, .95])), doubt=doubt))
        now += length
    gaps = draw(st.sampled_from([None, (), ((0, 900),)]))
    return transcript_of(Heard(tuple(segments), 'zh', 1., now), {'gaps': gaps})


@st.composite
def old_ones(draw: st.DrawFn) -> Transcript:
    """Old transcripts, some with times of their own."""
    found: Transcript = FORMATS['txt'].read(draw(OLD))
    assume(any(map(str.isalnum, found.source)))
    if draw(st.booleans()):
        return found._replace(cues=(Cue(0, len(found.source), 500, 500 + draw(st.integers(0, 9000))),))
    return found


@given(old_ones(), hearings())
def test_the_old_text_can_be_had_back(old: Transcript, said: Transcript) -> None:
    found = merge(old, said, rulebook=shipped(), names=['花都'], force=True).transcript
    assert found.source == old.source
    assert undo(found.text, found.changes) == old.source


@given(old_ones(), hearings())
def test_cues_are_in_order_and_inside_the_audio(old: Transcript, said: Transcript) -> None:
    found = merge(old, said, rulebook=shipped(), force=True).transcript
    assume(found.cues != old.cues)
    duration = said.meta['duration']
    assert isinstance(duration, int)
    done = now = 0
    for cue in found.cues:
        assert done <= cue.start < cue.end <= len(found.source)
        assert now <= cue.begin <= cue.finish <= duration
        done, now = cue.end, cue.finish
    times = [found.time_of(at, at + 1) or (0, 0) for at in range(len(found.text))]
    assert [begin for begin, _ in times] == sorted(begin for begin, _ in times)
    assert [finish for _, finish in times] == sorted(finish for _, finish in times)


@given(old_ones(), hearings())
def test_subtitles_can_always_be_written(old: Transcript, said: Transcript) -> None:
    found = merge(old, said, rulebook=shipped(), force=True).transcript
    if found.cues:
        list(FORMATS['srt'].write(found, Settings()))


@given(OLD, st.data())
def test_what_was_heard_as_it_stands_is_no_disagreement(text: str, data: st.DataObject) -> None:
    old: Transcript = FORMATS['txt'].read(text)
    assume(any(map(str.isalnum, old.source)))
    said = data.draw(cuts(old.source))
    found = merge(old, said, rulebook=shipped())
    assert not found.disagreements
    assert found.transcript.text == old.source
    assert found.transcript.cues
    assert found.share == 1


@given(old_ones(), st.text('春天来了花都开', min_size=4, max_size=30), st.data())
def test_where_what_was_heard_is_cut_does_not_matter(old: Transcript, text: str, data: st.DataObject) -> None:
    one, other = (merge(old, data.draw(cuts(text)), rulebook=shipped(), force=True) for _ in range(2))
    assert [(d.raw, d.verdict) for d in one.disagreements] == [(d.raw, d.verdict) for d in other.disagreements]


def cuts(text: str) -> st.SearchStrategy[Transcript]:
    """A text heard at an even pace, cut anywhere."""
    def cut(places: set[int]) -> Transcript:
        edges = sorted({0, len(text), *places})
        segments = (Segment(text[a:b], a * PACE, b * PACE, .95) for a, b in zip(edges, edges[1:]))
        return transcript_of(Heard(tuple(segments), 'zh', 1., len(text) * PACE), {})
    return st.sets(st.integers(0, len(text)), max_size=4).map(cut)
