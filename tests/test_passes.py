"""A transcript without what one stage did."""
from __future__ import annotations

import qinggao
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Edit, Transcript
from qinggao.edits import settle
from qinggao.passes import without
from qinggao.transcript import Pass

texts = st.text('abc', min_size=1, max_size=8)


def after(transcript: Transcript, stage: str, *edits: Edit) -> Transcript:
    done = tuple(settle(edits))
    return transcript._replace(words=transcript.words.edit(done), passes=(*transcript.passes, Pass(stage, done)))


def bracketed(transcript: Transcript, places: set[int]) -> Transcript:
    """Some characters in brackets, by the stage `mark`."""
    text = transcript.text
    return after(transcript, 'mark', *(Edit(at, at + 1, f'<{text[at]}>', 'mark/x')
                                       for at in sorted(at % len(text) for at in places)))


places = st.sets(st.integers(0, 7), min_size=1, max_size=3)


@given(texts, places)
def test_what_the_last_stage_did_is_as_if_it_never_ran(text: str, at: set[int]) -> None:
    before = after(Transcript.plain(text), 'other', Edit(0, 1, 'Z', 'other/x'))
    assert without(bracketed(before, at), 'mark').transcript == before


@given(texts, places, st.integers(0, 7))
def test_what_later_stages_did_elsewhere_stands(text: str, at: set[int], place: int) -> None:
    before = Transcript.plain(text)
    marked = bracketed(before, at)
    plain = [i for i, char in enumerate(marked.text) if char in 'abc' and marked.text[i - 1:i] != '<']
    if plain:
        i = plain[place % len(plain)]
        later = after(marked, 'later', Edit(i, i + 1, 'YY', 'later/x'))
        bare, offsets = without(later, 'mark')
        j = without(marked, 'mark').offsets.to_source.first(i)
        assert bare.text == text[:j] + 'YY' + text[j + 1:]
        assert (offsets.to_text.first(j), offsets.to_text.last(j + 2)) == (i, i + 2)


def test_what_later_stages_did_inside_its_words_goes_too() -> None:
    marked = bracketed(Transcript.plain('abc'), {1})
    later = after(marked, 'later', Edit(1, 2, '[', 'later/x'), Edit(4, 5, 'C', 'later/x'))
    assert later.text == 'a[b>C'
    assert without(later, 'mark').transcript.text == 'abC'


def test_a_transcript_that_the_stage_left_alone_is_the_same() -> None:
    t = qinggao.clean('嗯這個題目')
    assert without(t, 'glossary').transcript is t
