"""What a side of an alignment is made of: units, lengths, keys."""
from __future__ import annotations

import pytest
from qinggao.bilingual.align.anchors import anchors
from qinggao.bilingual.align.common_words import common_words
from qinggao.bilingual.align.evidence import PRIORS
from qinggao.bilingual.align.judge import scores
from qinggao.bilingual.align.learned import learned
from qinggao.bilingual.align.lengths import Lengths, fitted
from qinggao.bilingual.align.path import MOVES, Bead
from qinggao.bilingual.align.track import keys_in, track_of, words_in
from qinggao.edits import Revision
from qinggao.transcript import Transcript, Turn

from .talk import CHINESE, ENGLISH, plain

# What both sides of a sentence share, beside what stands in neither of them.
SHARED = (
    ('一共三百万人。', 'There are 3 million people.', '#3000000'),
    ('2024年的事。', 'That was in 2024.', '#2024'),
    ('涨了百分之五。', 'It rose by 5%.', '#5'),
    ('英伟达的芯片。', "Nvidia's chips.", '@nvidia'),
    ('先止损。', 'Stop loss first.', '@止损'),
    ('用ChatGPT写。', 'Write with ChatGPT.', '@chatgpt'),
    ('他的Docker坏了。', "Docker's broken.", 'docke'),
    ('因为下雨。', 'Because it rained.', '=because'),
)
DIFFER = (
    ('三百万', '3 billion', '#'),
    ('1887年', 'in 1878', '#'),
    ('英伟达', 'Microsoft', '@'),
    ('因为', 'although', '='),
)


def keys(text: str, language: str) -> frozenset[str]:
    return keys_in(text, words_in(text, language), language)


@pytest.mark.parametrize(('first', 'second', 'key'), SHARED)
def test_both_sides_have_a_key(first: str, second: str, key: str) -> None:
    assert key in keys(first, 'zh-Hans') & keys(second, 'en')


@pytest.mark.parametrize(('first', 'second', 'kind'), DIFFER)
def test_what_differs_is_no_key_of_both(first: str, second: str, kind: str) -> None:
    assert not [key for key in keys(first, 'zh-Hans') & keys(second, 'en') if key.startswith(kind)]


def test_every_common_word_has_its_like_on_the_other_side() -> None:
    chinese, english = common_words()
    assert {key for words in chinese.values() for key in words} == {key for words in english.values() for key in words}
    assert all(word == word.lower() for word in english) and not any(word.isascii() for word in chinese)


def test_a_paragraph_and_a_turn_open() -> None:
    text = '一句。两句。\n\n三句。\n四句。五句。'
    transcript = Transcript(Revision(text), turns=(Turn(0, '甲'), Turn(text.index('四'), '乙')))
    track = track_of(transcript, 'zh-Hans')
    assert [text[slice(*span)] for span in track.spans] == ['一句。', '两句。', '三句。', '四句。', '五句。']
    assert track.opens == (True, False, True, True, False)
    assert 'says 乙' in track.keys[3] and 'says 乙' not in track.keys[2]


def test_no_unit_goes_past_an_edge() -> None:
    track = track_of(plain(CHINESE), 'zh-Hans', [3, 5, len(CHINESE[0]) + 2])
    ends = {end for _, end in track.spans}
    assert {3, 5, len(CHINESE[0]) + 2} <= ends


def test_names_in_letters_are_as_long_in_both_languages() -> None:
    chinese, english = track_of(plain(['OpenAI Anthropic 好']), 'zh-Hans'), track_of(plain(['OpenAI Anthropic ok']), 'en')
    assert abs(chinese.lengths[0] - english.lengths[0]) <= 3


def test_a_rare_key_weighs_more_than_one_that_is_everywhere() -> None:
    rare, often = frozenset({'#1887'}), frozenset({'=and'})
    side = [rare | often, often, often, often, *[frozenset[str]()] * 12]
    found = anchors(side, side)
    assert found.gain(rare, rare) > found.gain(often, often) > 0
    assert found.gain(rare, frozenset()) < 0 and found.gain(frozenset(), rare) < 0


def test_a_key_of_one_side_alone_says_nothing() -> None:
    found = anchors([frozenset({'#7'})] * 3, [frozenset[str]()] * 3)
    assert found.gain(frozenset({'#7'}), frozenset()) == 0


def test_words_that_keep_meeting_become_a_key_of_both() -> None:
    first, second = track_of(plain(CHINESE), 'zh-Hans'), track_of(plain(ENGLISH), 'en')
    pairs = [(one, two) for one, two in zip(first.words, second.words)]
    ours, theirs = learned(pairs, first, second)
    assert '灯塔~lighthouse' in ours.keys[0] & theirs.keys[0]
    assert not [key for key in ours.keys[9] if '~lighthouse' in key]


def test_lengths_that_fit_are_likelier_than_chance_and_others_less_likely() -> None:
    lengths = Lengths(1.5)
    assert lengths.gain(60, 90) > 0 > lengths.gain(60, 400)
    assert lengths.gain(60, 90) > lengths.gain(60, 120) > lengths.gain(60, 240)


def test_the_ratio_is_taken_from_what_was_paired_whatever_a_few_say() -> None:
    pairs = [(100. + number, 200. + 2 * number) for number in range(20)] + [(100., 3000.)] * 3
    assert abs(fitted(Lengths(1.), pairs).ratio - 2) < .01
    assert fitted(Lengths(1.), pairs[:5]).ratio == 1


def test_every_bead_that_is_looked_for_has_a_prior() -> None:
    assert PRIORS.keys() == set(MOVES)


def test_a_score_is_of_a_pair_and_of_those_around_it() -> None:
    beads = [Bead((i, i + 1), (i, i + 1)) for i in range(11)] + [Bead((11, 12), (11, 11))]
    good, poor = [6.] * 11, [-1.] * 11
    odd = [*good[:5], -6., *good[6:]]
    assert min(scores(beads, good, [0.] * 11)[:-1]) > .9 > .3 > max(scores(beads, poor, [0.] * 11)[:-1])
    assert scores(beads, odd, [0.] * 11)[5] < .5 < scores(beads, odd, [0.] * 11)[4]
    assert scores(beads, good, [0.] * 11)[-1] == 0
