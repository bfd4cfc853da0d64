"""Joint cues: what fits is one, what does not is split at the same place in both languages; nothing is lost."""
from __future__ import annotations

import re

from hypothesis import given
from qinggao import Cue, Revision, Settings, Transcript, Turn
from qinggao.bilingual.bitext import Bitext, Pair
from qinggao.bilingual.subtitles import JointCue, cues, is_timed
from qinggao.layout.line_breaks import width
from qinggao.layout.timing import LONGEST

from .talks import bitexts

KEEP = Settings(subtitle_marks='keep')


def said(text: str) -> str:
    return re.sub(r'[\s\u2063]', '', text)


def shown(found: list[JointCue], track: int) -> str:
    return said(''.join(line.words for cue in found for line in (cue.first, cue.second)[track]))


@given(bitexts(hostile=True))
def test_every_word_of_both_tracks_is_shown_once(bitext: Bitext) -> None:
    found = cues(bitext, KEEP)
    assert shown(found, 0) == said(bitext.first.text)
    assert shown(found, 1) == said(bitext.second.text)


@given(bitexts())
def test_lines_know_the_words_they_show(bitext: Bitext) -> None:
    for cue in cues(bitext, KEEP):
        for transcript, lines in ((bitext.first, cue.first), (bitext.second, cue.second)):
            assert [said(transcript.text[line.start:line.end]) for line in lines] == [said(line.words) for line in lines]


@given(bitexts(hostile=True))
def test_times_run_forward_and_do_not_overlap(bitext: Bitext) -> None:
    found = cues(bitext, Settings())
    assert all(cue.begin <= cue.finish for cue in found)
    assert all(one.finish <= two.begin for one, two in zip(found, found[1:]))


@given(bitexts())
def test_every_cue_fits_two_lines_of_each_language(bitext: Bitext) -> None:
    for cue in cues(bitext, Settings()):
        assert len(cue.first) + len(cue.second) > 0
        assert len(cue.first) <= 2
        assert len(cue.second) <= 2
        assert all(width(line.words, True) <= 16 for line in cue.first)
        assert all(width(line.words, False) <= 42 for line in cue.second)


@given(bitexts())
def test_an_untouched_cue_that_fits_keeps_its_milliseconds(bitext: Bitext) -> None:
    found = cues(bitext, KEEP)
    for cue in bitext.first.cues:
        pairs = [pair for pair in bitext.pairs if pair.first == (cue.start, cue.end) and pair.is_whole]
        if pairs and width(bitext.first.text[cue.start:cue.end], True) <= 14 and pairs[0].second[1] - pairs[0].second[0] <= 40:
            ours = [one for one in found if any(cue.start <= line.start < cue.end for line in one.first)]
            assert len(ours) == 1 or bitext.second.turns
            if len(ours) == 1:
                assert (ours[0].begin, ours[0].finish) == (cue.begin, cue.finish)


@given(bitexts(named=False))
def test_cues_of_ours_are_gone_after_seven_seconds(bitext: Bitext) -> None:
    theirs = {(cue.begin, cue.finish) for track in (bitext.first, bitext.second) for cue in track.cues}
    for cue in cues(bitext, KEEP):
        words = max(len(said(''.join(line.words for line in lines))) for lines in (cue.first, cue.second))
        assert cue.finish - cue.begin <= LONGEST or (cue.begin, cue.finish) in theirs or words < 20


def timed(*lines: tuple[str, int, int], speakers: tuple[str, ...] = ()) -> Transcript:
    """A cue a line; a speaker for each, where they are named."""
    source, cues, turns = '', [], []
    for n, (words, begin, finish) in enumerate(lines):
        cues.append(Cue(len(source), len(source) + len(words), begin, finish))
        turns += [Turn(len(source), speakers[n])] if speakers else []
        source += words + '\n'
    return Transcript(Revision(source.rstrip('\n')), tuple(cues), tuple(turns))


def paired(first: Transcript, second: Transcript, pairs: list[tuple[str, str]], offset: int = 0) -> Bitext:
    """The tracks with pairs of these words; an empty side stands where the last one ended."""
    found, ends = [], [0, 0]
    for sides in pairs:
        spans = []
        for n, (transcript, words) in enumerate(zip((first, second), sides)):
            start = transcript.text.index(words, ends[n]) if words else ends[n]
            ends[n] = start + len(words)
            spans.append((start, ends[n]))
        found.append(Pair(spans[0], spans[1]))
    return Bitext(first, second, tuple(found), offset=offset)


def listed(bitext: Bitext, settings: Settings = KEEP) -> list[tuple[int, int, str]]:
    return [(cue.begin, cue.finish, '/'.join(line.words for line in (*cue.first, *cue.second))) for cue in cues(bitext, settings)]


def test_without_times_there_are_no_cues() -> None:
    bitext = paired(Transcript.plain('很好'), Transcript.plain('fine'), [('很好', 'fine')])
    assert cues(bitext, KEEP) == []
    assert not is_timed(bitext)


def test_the_second_track_may_have_the_times() -> None:
    bitext = paired(Transcript.plain('很好。再见。'), timed(('Fine.', 0, 900), ('Good bye.', 2000, 3000)), [('很好。', 'Fine.'), ('再见。', 'Good bye.')])
    assert listed(bitext) == [(0, 900, '很好。/Fine.'), (2000, 3000, '再见。/Good bye.')]


def test_words_of_the_second_alone_stand_where_their_own_clock_says() -> None:
    first, second = timed(('很好。', 1000, 2000), ('再见。', 6000, 7000)), timed(('Fine.', 0, 1000), ('So it is.', 2000, 3500), ('Bye.', 5000, 6000))
    pairs = [('很好。', 'Fine.'), ('', 'So it is.'), ('再见。', 'Bye.')]
    assert listed(paired(first, second, pairs, offset=1000))[1] == (3000, 4500, 'So it is.')


def test_words_without_a_clock_stand_in_the_silence() -> None:
    first, second = timed(('很好。', 1000, 2000), ('再见。', 6000, 7000)), Transcript.plain('Fine. So it is. Bye.')
    assert listed(paired(first, second, [('很好。', 'Fine.'), ('', 'So it is.'), ('再见。', 'Bye.')])) == [
        (1000, 2000, '很好。/Fine.'), (2083, 2916, 'So it is.'), (6000, 7000, '再见。/Bye.')]


def test_where_there_is_no_silence_they_share_a_cue_of_its_own_time() -> None:
    first, second = timed(('很好。', 1000, 2000), ('再见。', 2100, 3000)), Transcript.plain('Fine. So it is. Bye.')
    assert listed(paired(first, second, [('很好。', 'Fine.'), ('', 'So it is.'), ('再见。', 'Bye.')])) == [
        (1000, 2000, '很好。/Fine. So it is.'), (2100, 3000, '再见。/Bye.')]


def test_words_before_all_times_stand_with_the_first_cue() -> None:
    first, second = timed(('很好。', 100, 1500)), Transcript.plain('Hello. Fine.')
    assert listed(paired(first, second, [('', 'Hello.'), ('很好。', 'Fine.')])) == [(100, 1500, '很好。/Hello. Fine.')]


def test_marks_at_the_ends_of_chinese_lines_are_dropped_and_take_no_room() -> None:
    first, second = timed(('今天我们说的就是很贵的算力啊啊啊。', 0, 3000)), Transcript.plain('Today we talk of compute.')
    bitext = paired(first, second, [('今天我们说的就是很贵的算力啊啊啊。', 'Today we talk of compute.')])
    assert listed(bitext, Settings()) == [(0, 3000, '今天我们说的就是很贵的算力啊啊啊/Today we talk of compute.')]
    assert len(cues(bitext, KEEP)[0].first) == 2


def test_a_speaker_is_named_in_each_of_his_cues() -> None:
    first = timed(('很好。', 0, 1000), ('真的。', 1200, 2200), ('再见。', 3000, 4000), speakers=('林静', '林静', 'Anna'))
    found = cues(paired(first, Transcript.plain('Fine. True. Bye.'), [('很好。', 'Fine.'), ('真的。', 'True.'), ('再见。', 'Bye.')]), KEEP)
    assert [cue.speaker for cue in found] == ['林静', '林静', 'Anna']


def test_where_nobody_is_named_the_sign_stands_in_both() -> None:
    first = timed(('很好。', 0, 1000), ('再见。', 1200, 2200), speakers=('', ''))
    found = cues(paired(first, Transcript.plain('Fine. Bye.'), [('很好。', 'Fine.'), ('再见。', 'Bye.')]), KEEP)
    assert [[line.opens for line in (*cue.first, *cue.second)] for cue in found] == [[True, True], [True, True]]


def test_a_cue_of_ours_said_fast_stays_while_nothing_follows() -> None:
    source, second = '今天我们说一说算力，它为什么这么贵。再见。', 'Today we talk of compute, and of why it is so dear. Good bye, everyone.'
    first = Transcript(Revision(source), (Cue(0, len(source), 0, 3000),))
    pairs = [('今天我们说一说算力，它为什么这么贵。', 'Today we talk of compute, and of why it is so dear.'), ('再见。', 'Good bye, everyone.')]
    found = cues(paired(first, Transcript.plain(second), pairs), KEEP)
    assert [cue.finish for cue in found] == [2488, 3500]    # half a second after its words
    assert found[1].begin - found[0].finish == 83


def test_swapped_the_second_stands_above() -> None:
    bitext = paired(timed(('很好。', 0, 1000)), Transcript.plain('Fine.'), [('很好。', 'Fine.')])
    assert listed(bitext.swapped()) == [(0, 1000, 'Fine./很好。')]


def test_words_said_in_no_time_at_all_overlap_nothing() -> None:
    line, second = '今天我们说一说算力，它为什么这么贵，' * 4, 'Today we talk of compute, and of why it is so dear, ' * 4
    bitext = paired(timed((line, 0, 1), ('再见', 2, 900)), Transcript.plain(second + 'Bye'), [(line, second.strip()), ('再见', 'Bye')])
    found = cues(bitext, KEEP)
    assert len(found) > 3
    assert all(one.finish <= two.begin for one, two in zip(found, found[1:]))
