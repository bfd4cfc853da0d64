"""When subtitles come and go: cues that fit keep their milliseconds, those we make obey the trade's numbers."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Cue, Revision, Settings, Transcript, Turn
from qinggao.layout import Subtitle, subtitles
from qinggao.layout.line_breaks import broken
from qinggao.layout.timing import CLOSE, GAP, LINGER, LONGEST, SHORTEST, stays

Said = list[tuple[str, int, int]]   # words, and when they begin and end


def transcript(lines: list[Said], turns: tuple[int, ...] = ()) -> Transcript:
    """Lines of words that are timed one by one; other speakers begin at the lines of ``turns``."""
    source, cues, starts = '', list[Cue](), list[int]()
    for line in lines:
        starts.append(len(source))
        for words, begin, finish in line:
            cues.append(Cue(len(source), len(source) + len(words), begin, finish))
            source += words + ' '
        source = source[:-1] + '\n'
    return Transcript(Revision(source), tuple(cues), tuple(Turn(starts[line], '') for line in turns))


def shown(lines: list[Said], *turns: int) -> list[tuple[int, int, str]]:
    return [(one.begin, one.finish, '/'.join(line.words for line in one.lines))
            for one in subtitles(transcript(lines, turns), Settings())]


def test_scraps_of_one_speaker_are_joined() -> None:
    assert shown([[('so', 0, 200), ('then', 200, 400)], [('we', 420, 700), ('go', 700, 1500)]]) == [(0, 1500, 'so then we go')]


def test_a_scrap_before_silence_stays_a_little() -> None:
    assert shown([[('so', 0, 200), ('then', 200, 400)], [('we', 4000, 4500), ('go', 4500, 5500)]]) == [
        (0, 833, 'so then'), (4000, 5500, 'we go')]


def test_two_speakers_are_not_joined() -> None:
    lines = [[('so', 0, 200), ('then', 200, 400)], [('we', 420, 700), ('go', 700, 1500)]]
    assert shown(lines, 0, 1) == [(0, 400, 'so then'), (420, 1500, 'we go')]


def test_a_cue_as_it_came_is_joined_to_nothing() -> None:
    assert shown([[('so', 0, 200)], [('we', 420, 700), ('go', 700, 1500)]]) == [(0, 200, 'so'), (420, 1500, 'we go')]


def test_a_lone_last_line_takes_one_from_before() -> None:
    text = '我们今天要讲的是人工智能，它为什么这么重要呢因为它，正在改变你'
    assert [words for _, _, words in shown([[(text, 0, 4000)], [('好', 4000, 5000)]])] == [
        '我们今天要讲的是人工智能', '它为什么这么重要呢因为它/正在改变你', '好']


def test_words_across_a_long_silence_part() -> None:
    assert shown([[('so', 0, 500), ('then', 500, 1000), ('we', 9000, 9500), ('go', 9500, 10000)]]) == [
        (0, 1000, 'so then'), (9000, 10000, 'we go')]


def test_one_word_held_for_ever_goes_after_seven_seconds() -> None:
    text = '很' * 40
    t = Transcript(Revision(text), (Cue(0, 40, 0, 400_000),))
    assert all(one.finish - one.begin <= LONGEST for one in subtitles(t, Settings()))


def test_what_came_too_long_or_too_fast_is_left_so() -> None:
    fast, slow = '这一句话说得非常快', '慢'
    t = Transcript(Revision(f'{fast}\n{slow}'), (Cue(0, 9, 0, 300), Cue(10, 11, 310, 20_000)))
    assert [(one.begin, one.finish) for one in subtitles(t, Settings())] == [(0, 300), (310, 20_000)]


@pytest.mark.parametrize(('finish', 'after', 'goes'), [
    (3000, 9000, 3000), (600, 9000, SHORTEST), (200, 9000, 200 + LINGER),
    (3000, 3000, 3000 - GAP), (3000, 3050, 3050 - GAP), (3000, 3300, 3300 - GAP), (3000, 3459, 3000), (400, 1000, 900),
    (9000, 9000, LONGEST), (600, 600, 600), (600, 500, 500), (3000, 0, 3000),
])
def test_when_a_cue_goes(finish: int, after: int, goes: int) -> None:
    assert stays(0, finish, after) == goes


@st.composite
def talks(draw: st.DrawFn) -> Transcript:
    """Lines timed as a whole or word by word, short and long, with silence between and speakers by turns."""
    lines, time = list[Said](), 0
    for _ in range(draw(st.integers(1, 6))):
        line: Said = []
        for _ in range(draw(st.integers(1, 4))):
            time += draw(st.sampled_from([0, 0, 10, 200, 600, 9000]))
            words = draw(st.text('我们说好，。', min_size=1, max_size=30)) if draw(st.booleans()) else 'so it went '[:draw(st.integers(1, 10))]
            length = draw(st.sampled_from([100, 300, 900, 4000, 20_000]))
            line.append((words.strip(), time, time + length))
            time += length
        lines.append(line[:1] if draw(st.booleans()) else line)
    return transcript(lines, tuple(sorted(draw(st.sets(st.integers(0, len(lines) - 1))))))


def lines_with_cues(t: Transcript) -> list[tuple[str, list[Cue]]]:
    found, at = [], 0
    for line in t.source.split('\n'):
        found.append((line, [cue for cue in t.cues if at <= cue.start and cue.end <= at + len(line)]))
        at += len(line) + 1
    return found


@given(talks())
def test_untouched_cues_keep_their_milliseconds(t: Transcript) -> None:
    times = [(one.begin, one.finish) for one in subtitles(t, Settings(subtitle_marks='keep'))]
    for line, cues in lines_with_cues(t):
        if len(cues) == 1 and len(broken(line, not line.isascii(), 2)) <= 2:
            assert (cues[0].begin, cues[0].finish) in times


@given(talks())
def test_no_time_goes_backward_and_no_words_are_lost(t: Transcript) -> None:
    found = list(subtitles(t, Settings(subtitle_marks='keep')))
    assert all(one.begin <= one.finish for one in found)
    assert all(one.finish <= two.begin for one, two in zip(found, found[1:]))
    assert ''.join(line.words for one in found for line in one.lines).replace(' ', '') == ''.join(t.source.split())
    assert all(len(one.lines) <= 2 for one in found)


@given(talks())
def test_cues_we_made_obey_the_numbers(t: Transcript) -> None:
    found = list(subtitles(t, Settings(subtitle_marks='keep')))
    theirs = {(cue.begin, cue.finish) for cue in t.cues}
    for one, two in zip(found, [*found[1:], None]):
        if (one.begin, one.finish) in theirs:
            continue
        said = t.time_of(one.lines[0].start, one.lines[-1].end)
        assert said is not None
        assert one.begin == said[0]
        assert one.finish <= min(said[1] + LINGER, one.begin + LONGEST)
        assert two is None or is_gap(one, two, said[1]), (one, two)


def is_gap(one: Subtitle, two: Subtitle, said: int) -> bool:
    """Two frames, or more than eleven; else there was no room: too short to read, or shown as long as it may."""
    gap = two.begin - one.finish
    no_room = one.finish - GAP - one.begin < SHORTEST if gap < GAP else one.finish in (said + LINGER, one.begin + LONGEST)
    return gap == GAP or gap > CLOSE or no_room
