"""Where a pair is cut: at the same place in both languages, at clauses, never inside a word or a number."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from qinggao import Cue, Revision, Settings, Transcript, Turn
from qinggao.bilingual.bitext import Bitext, Pair
from qinggao.bilingual.subtitles import JointCue, cues

from .talks import bitexts


def one_pair(first: str, second: str, seconds: int = 8) -> Bitext:
    track = Transcript(Revision(first), (Cue(0, len(first), 0, seconds * 1000),))
    return Bitext(track, Transcript.plain(second), (Pair((0, len(first)), (0, len(second))),))


def shown(found: list[JointCue]) -> list[str]:
    return ['/'.join(line.words for line in (*cue.first, *cue.second)) for cue in found]


SPLIT = {
    'at the comma of both': (
        '我们今年夏天在城里试了三种新的电价，结果用电最多的时候反而降下来了',
        'This summer we tried three new prices for power in the city, and the hours of heaviest use went down instead.',
        ['我们今年夏天在城里/试了三种新的电价/This summer we tried three new prices/for power in the city,',
         '结果用电最多的时候反而降下来了/and the hours of heaviest/use went down instead.']),
    'where one says it without a mark': (
        '我们今年夏天在城里试了三种新的电价结果用电最多的时候反而降下来了',
        'This summer we tried three new prices for power in the city, and the hours of heaviest use went down instead.',
        ['我们今年夏天在城里/试了三种新的电价/This summer we tried three new prices/for power in the city,',
         '结果用电最多的时候反而降下来了/and the hours of heaviest/use went down instead.']),
    'names stand with their translation': (
        '先说 Rhine 的水位，去年夏天降到了四十年来的最低点，再说 Danube，那里一直没有什么变化',
        'First the level of the Rhine, which fell last summer to its lowest point in forty years; then the Danube, where nothing much has changed.',
        ['先说 Rhine 的水位/First the level of the Rhine,',
         '去年夏天降到了四十年来的最低点/which fell last summer to its lowest point/in forty years;',
         '再说 Danube/那里一直没有什么变化/then the Danube,/where nothing much has changed.']),
}


@pytest.mark.parametrize(('first', 'second', 'parts'), SPLIT.values(), ids=SPLIT)
def test_a_long_pair_is_cut(first: str, second: str, parts: list[str]) -> None:
    assert shown(cues(one_pair(first, second), Settings())) == parts


def test_parts_have_the_times_of_their_words() -> None:
    first, second, _ = SPLIT['at the comma of both']
    one, two = cues(one_pair(first, second), Settings())
    assert (one.begin, two.finish) == (0, 8000)
    assert 3800 < one.finish < two.begin < 4800


def test_where_captions_met_is_a_good_place() -> None:
    first = '它一天要变三次\n我们就把要用电的事情\n都放到便宜的时候去做'
    track = Transcript(Revision(first), (Cue(0, 7, 0, 1500), Cue(8, 18, 2000, 4000), Cue(19, 29, 4100, 6200)))
    second = 'It changes three times a day, so we move whatever needs power to the hours in which it is cheap to use it.'
    found = cues(Bitext(track, Transcript.plain(second), (Pair((0, 29), (0, len(second))),)), Settings())
    assert shown(found)[0] == '它一天要变三次/It changes three times a day,'
    assert (found[0].begin, found[1].begin) == (0, 2000)


def two_speakers(first: str, second: str, cut: int, *, one_cue: bool) -> Bitext:
    """A question and an answer in one pair, by two whom nobody names."""
    times = [Cue(0, len(first), 0, 3000)] if one_cue else [Cue(0, cut - 1, 0, 1500), Cue(cut, len(first), 1600, 3000)]
    track = Transcript(Revision(first), tuple(times), (Turn(0, ''), Turn(cut, '')))
    return Bitext(track, Transcript.plain(second), (Pair((0, len(first)), (0, len(second))),))


def test_two_speakers_part() -> None:
    found = cues(two_speakers('你去哪里看船？\n我去江边。', 'Where do you watch? I go to the river.', 8, one_cue=False), Settings())
    assert shown(found) == ['你去哪里看船？/Where do you watch?', '我去江边/I go to the river.']
    assert all(line.opens for cue in found for line in (*cue.first, *cue.second))


def test_two_speakers_stay_in_a_cue_that_came_so() -> None:
    (cue,) = cues(two_speakers('你去哪里看船？\n我去江边。', 'Where do you watch? I go to the river.', 8, one_cue=True), Settings())
    assert [(line.words, line.opens) for line in cue.first] == [('你去哪里看船？', True), ('我去江边', True)]
    assert (cue.begin, cue.finish) == (0, 3000)


def test_short_neighbours_of_one_cue_share_one() -> None:
    track = Transcript(Revision('对。好。我们开始讲今天的第一件事。'), (Cue(0, 17, 0, 4000),))
    second = 'Right. Good. Let us begin with the first thing of today.'
    pairs = (Pair((0, 2), (0, 6)), Pair((2, 4), (7, 12)), Pair((4, 17), (13, len(second))))
    assert shown(cues(Bitext(track, Transcript.plain(second), pairs), Settings())) == [
        '对。好/Right. Good.', '我们开始讲今天的第一件事/Let us begin/with the first thing of today.']


@given(bitexts())
def test_no_word_and_no_number_is_cut(bitext: Bitext) -> None:
    for track, transcript in enumerate((bitext.first, bitext.second)):
        ends = {at for cue in cues(bitext, Settings()) for line in (cue.first, cue.second)[track] for at in (line.start, line.end)}
        for word in re.finditer(r'[A-Za-z]+|\d+(?:\.\d+)?', transcript.text):
            assert not ends.intersection(range(word.start() + 1, word.end()))
