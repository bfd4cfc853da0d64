"""Words go back to their file, on its own clock."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.engine import Aligned
from qinggao.asr.heard import Heard, Segment
from qinggao.asr.routing import Part, crossed, parts, together
from qinggao.asr.take import Said, Take

from .test_windows import packed, recordings, seconds

# One window: file 0 from 10 s on (0–4), half a second of silence, file 1 from 2 s (4.5–7.5) and from 40 s on (7.5–9.5).
WINDOW, = packed(seconds([(10, 14)], [(2, 5), (40, 42)]))

TIMES = [
    ('in the first file', 0, (1., 2.), 0, (11_000, 12_000)),
    ('in the second', 0, (5., 6.), 1, (2500, 3500)),
    ('behind a pause that is left out', 0, (8., 9.), 1, (40_500, 41_500)),
    ('a stamp a little early', 0, (4.3, 6.), 1, (2000, 3500)),
    ('a stamp a little late', 0, (1., 4.2), 0, (11_000, 14_000)),
    ('a stamp that reaches into the piece before the pause', 0, (7.3, 9.), 1, (40_000, 41_500)),
    ('one that reaches behind the pause', 0, (5., 7.7), 1, (2500, 5000)),
    ('no length', 0, (7.6, 7.6), 1, (40_100, 40_100)),
]


@pytest.mark.parametrize(('begin', 'file', 'times'), [(case[2], case[3], case[4]) for case in TIMES],
                         ids=[case[0] for case in TIMES])
def test_a_segment_has_the_time_of_its_file(begin: tuple[float, float], file: int, times: tuple[int, int]) -> None:
    take = Take((Said('好', *begin),))
    assert not crossed(WINDOW, take)
    found = parts(WINDOW, take)
    assert [(one.begin, one.finish) for one in found[file].segments] == [times]
    assert not found[1 - file].segments


@pytest.mark.parametrize(('times', 'numbers'), [
    ([(2., 6.)], [1]),                      # words of two files in one segment are nobody's
    ([(7., 8.)], [2]),                      # one over a pause that is left out would last through all of it
    ([(3., 9.)], [1, 2]), ([(3., 6.), (7., 9.)], [1, 2]), ([(0., 4.), (4.5, 7.5), (7.5, 9.5)], []), ([], []),
])
def test_a_segment_that_reaches_into_another_piece_is_told(times: list[tuple[float, float]], numbers: list[int]) -> None:
    assert crossed(WINDOW, Take(tuple(Said('好的没有问题', *one) for one in times))) == numbers


def test_each_file_has_its_spans_though_nothing_was_heard() -> None:
    found = parts(WINDOW, Take(()))
    assert [len(part.spans) for part in found.values()] == [1, 2]
    assert list(found) == [0, 1]


def test_speech_without_words_is_told_of_every_file_that_it_reaches_into() -> None:
    found = parts(WINDOW, Take((), unheard=((1., 6.), (9., 9.5))))
    assert found[0].gaps == ((11_000, 14_000),)
    assert found[1].gaps == ((2000, 3500), (41_500, 42_000))


def test_a_gap_that_only_touches_the_next_file_is_none_there() -> None:
    found = parts(WINDOW, Take((), unheard=((1., 4.6),)))
    assert (found[0].gaps, found[1].gaps) == (((11_000, 14_000),), ())


def test_words_are_inside_their_segment_whatever_the_stamps_say() -> None:
    words = Aligned('好', 7.2, 7.3, .5), Aligned('的', 7.3, 8., 1.5), Aligned('呀', 8., 9.4, .9)
    segment, = parts(WINDOW, Take((Said('好的呀', 7.4, 9., words),)))[1].segments
    assert (segment.begin, segment.finish) == (40_000, 41_500)
    assert [(word.begin, word.finish) for word in segment.words] == [(40_000, 40_000), (40_000, 40_500), (40_500, 41_500)]
    assert [word.probability for word in segment.words] == [.5, 1., .9]
    assert segment.probability == pytest.approx(.8)


def test_segments_come_together_in_the_order_of_time_and_none_reaches_into_the_next() -> None:
    late, early = Segment('好', 5000, 6000, .9), Segment('没有问题', 1000, 5500, .9)
    heard = together([Part(((80_000, 96_000),), (late,), ((7, 8),)), Part(((16_000, 79_000),), (early,), ((1, 2),))],
                     'zh', 1., 9000)
    assert [(one.text, one.begin, one.finish) for one in heard.segments] == [('没有问题', 1000, 5000), ('好', 5000, 6000)]
    assert heard.gaps == ((1, 2), (7, 8))
    assert together([], '', 0., 500) == Heard((), '', 0., 500)


@st.composite
def takes(draw: st.DrawFn, length: float) -> Take:
    """Segments in order with words in them, or nearly; stamps in steps of 20 ms."""
    stamps = sorted(draw(st.lists(st.integers(0, int(length * 50)), max_size=10)))
    said = []
    for begin, finish in zip(stamps, stamps[1:]):
        ends = sorted(draw(st.lists(st.integers(begin - 20, finish + 20), min_size=2, max_size=4)))
        words = tuple(Aligned('好', one / 50, other / 50, .5) for one, other in zip(ends, ends[1:]))
        said.append(Said('好' * len(words), begin / 50, finish / 50, words))
    return Take(tuple(said))


@given(recordings(), st.data())
def test_all_times_are_inside_the_audio_and_in_order(files: list[list[tuple[int, int]]], data: st.DataObject) -> None:
    known: dict[int, list[Part]] = {number: [] for number in range(len(files))}
    said = 0
    for window in packed(files):
        take = data.draw(takes(window.length / 16_000))
        said += len(take.said)
        for number, part in parts(window, take).items():
            known[number].append(part)
    heard = [together(found, 'zh', 1., (spans[-1][1] if spans else 0) // 16) for found, spans in zip(known.values(), files)]
    assert sum(len(one.segments) for one in heard) == said
    for one in heard:
        times = [time for segment in one.segments for time in (segment.begin, segment.finish)]
        assert times == sorted(times) and all(0 <= time <= one.duration for time in times)
        for segment in one.segments:
            own = [time for word in segment.words for time in (word.begin, word.finish)]
            assert own == sorted(own) and all(segment.begin <= time <= segment.finish for time in own)
