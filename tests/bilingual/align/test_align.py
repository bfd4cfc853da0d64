"""What is paired and what is not; nothing is lost, and it does not matter which side is named first."""
from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.align import FLOOR, align, likeness
from qinggao.bilingual.bitext import faults
from qinggao.errors import UsageError
from qinggao.transcript import Transcript

from .talk import CHINESE, ENGLISH, TALK, plain, words

OTHER = ('The bakery on our street opens at five.', 'My brother has kneaded dough since he was nine.',
         'He never weighs the flour.', 'What is his secret?', 'He says that butter must be cold.',
         'Last winter the oven broke.', 'We ate toast for 11 days.', 'Then a neighbour lent us hers.',
         'It was made in Lyon.', 'Nobody knows how old it is.', 'Come and try the rolls.')
ALONE = ('alone',)

# What is paired: (Chinese, English) sentences, and the groups that must come out, by their numbers.
PAIRED = {
    'one for one': (CHINESE, ENGLISH, [((i,), (i,)) for i in range(len(TALK))]),
    'two sentences that became one': (
        CHINESE, [*ENGLISH[:2], 'It cost 30,000 silver dollars at the time and took four years, but why build one here?',
                  *ENGLISH[4:]],
        [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,)), *(((i + 1,), (i,)) for i in range(3, 12))]),
    'one sentence that became three': (
        CHINESE, [*ENGLISH[:5], 'The first keeper was Old Chen.', 'In the tower was his home.',
                  'It was for 52 years.', *ENGLISH[6:]],
        [*(((i,), (i,)) for i in range(5)), ((5,), (5, 6, 7)), *(((i,), (i + 2,)) for i in range(6, 13))]),
    'numbers in words and in figures': (
        ['一共三百万人。', '其中百分之五是老人。', '二零二四年又来了两万人。'],
        ['There are 3 million people in all.', 'Of these 5% are old.', 'In 2024 another 20,000 came.'],
        [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
    'one sentence on both sides': (['你好。'], ['Hello.'], [((0,), (0,))]),
    'the same words again and again': (
        ['对。', *CHINESE[:3], '对。', '对。', *CHINESE[3:6], '对。'],
        ['Right.', *ENGLISH[:3], 'Right.', 'Right.', *ENGLISH[3:6], 'Right.'],
        [((i,), (i,)) for i in range(10)]),
}
# What must be left without a partner: (Chinese, English), and the sentences of each side that are alone.
LEFT_ALONE = {
    'a sentence that the English lacks, in the middle': (CHINESE, [*ENGLISH[:5], *ENGLISH[6:]], {5}, set()),
    'a sentence that the Chinese lacks, in the middle': ([*CHINESE[:7], *CHINESE[8:]], ENGLISH, set(), {7}),
    'the first and the last': (CHINESE[1:], ENGLISH[:-1], {11}, {0}),
    'a number that is not the same, where the right one is at hand': (
        [*CHINESE[:4], '当年死了六百一十四个人。', '第二年死了三百零九个人。', *CHINESE[4:]],
        [*ENGLISH[:4], 'The next year 309 people died.', *ENGLISH[4:]], {4}, set()),
    'a piece of another talk': ([*CHINESE, '面包房早上五点开门，黄油要冷的才行。', '我们吃了十一天的吐司。'],
                                ENGLISH, {13, 14}, set()),
    'all, where the other side is empty': (CHINESE[:2], [], {0, 1}, set()),
}


def groups(first: list[str], second: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The numbers of the sentences in each pair."""
    bitext = align(plain(first), plain(second), languages=('zh-Hans', 'en'))
    assert not list(faults(bitext))
    found, at = [], [0, 0]
    for pair in bitext.pairs:
        numbers = []
        for side, (track, span, sentences) in enumerate(((bitext.first, pair.first, first),
                                                         (bitext.second, pair.second, second))):
            text, count = track.text[slice(*span)], 0
            while text[:1]:
                assert text.startswith(sentences[at[side] + count])
                text = text[len(sentences[at[side] + count]):].strip()
                count += 1
            numbers.append(tuple(range(at[side], at[side] + count)))
            at[side] += count
        found.append((numbers[0], numbers[1]))
    return found


@pytest.mark.parametrize('name', PAIRED)
def test_what_says_the_same_is_paired(name: str) -> None:
    first, second, wanted = PAIRED[name]
    assert groups(list(first), list(second)) == wanted


@pytest.mark.parametrize('name', LEFT_ALONE)
def test_what_has_no_partner_is_left_alone(name: str) -> None:
    first, second, *alone = LEFT_ALONE[name]
    found = groups(list(first), list(second))
    assert [{n for pair in found if not pair[1 - side] for n in pair[side]} for side in (0, 1)] == alone


def test_what_is_alone_is_marked_and_stands_where_its_partner_would() -> None:
    bitext = align(plain(CHINESE), plain([*ENGLISH[:5], *ENGLISH[6:]]))
    pair = next(pair for pair in bitext.pairs if not pair.is_whole)
    assert pair.doubts == ALONE and pair.score == 0
    assert pair.second == (len(' '.join(ENGLISH[:5])),) * 2
    assert all(not one.doubts and one.score > .5 for one in bitext.pairs if one.is_whole)


def test_a_heading_that_one_side_lacks_stands_before_its_paragraph() -> None:
    first = Transcript.plain('### 灯塔的来历\n\n' + ''.join(CHINESE[:4]) + '\n\n### 看守人\n\n' + ''.join(CHINESE[4:]))
    second = Transcript.plain(' '.join(ENGLISH[:4]) + '\n\n' + ' '.join(ENGLISH[4:]))
    bitext = align(first, second)
    assert not list(faults(bitext))
    alone = {first.text[slice(*pair.first)]: pair.second[0] for pair in bitext.pairs if not pair.is_whole}
    assert alone == {'### 灯塔的来历': 0, '### 看守人': second.text.index('Because')}


def test_paragraphs_of_both_sides_hold_together_what_words_do_not() -> None:
    first = '甲乙丙丁。甲乙丙丁。\n\n甲乙丙丁。\n\n甲乙丙丁。甲乙丙丁。'
    second = 'Kappa mu nu. Kappa mu nu.\n\nKappa mu nu.\n\nKappa mu nu.'
    bitext = align(Transcript.plain(first), Transcript.plain(second))
    assert [pair.is_whole for pair in bitext.pairs[:3]] == [True] * 3
    assert bitext.pairs[2].first[0] == first.index('\n\n') + 2 and bitext.pairs[2].second[0] == second.index('\n\n') + 2


def test_names_in_both_languages_are_an_anchor() -> None:
    first = ['英伟达涨了。', '微软跌了。', '特斯拉没动。']
    second = ['Microsoft fell.', 'Tesla did not move.']
    assert groups(first, second) == [((0,), ()), ((1,), (0,)), ((2,), (1,))]


def test_two_variants_of_chinese_are_two_languages_too() -> None:
    first, second = '软件很贵。我们有三台电脑。谁来用？', '軟件很貴。我們有三台電腦。誰來用？'
    bitext = align(Transcript.plain(first), Transcript.plain(second))
    assert bitext.languages == ('zh-Hans', 'zh-Hant')
    assert [pair.first for pair in bitext.pairs] == [pair.second for pair in bitext.pairs]


def test_lines_without_marks_are_units_of_their_own() -> None:
    lines = [sentence.rstrip('。？') for sentence in CHINESE]
    bitext = align(Transcript.plain('\n'.join(lines)), plain(ENGLISH))
    assert words(bitext) == list(zip(lines, ENGLISH))


def test_tracks_of_different_talks_are_refused_unless_forced() -> None:
    first, second = plain(CHINESE), plain(OTHER)
    with pytest.raises(UsageError, match=r'not of one talk.*--force'):
        align(first, second)
    forced = align(first, second, force=True)
    assert not list(faults(forced)) and max(likeness(forced)) < FLOOR


def test_a_few_sentences_without_an_anchor_are_too_few_to_refuse() -> None:
    first = ['甲乙丙丁。', '甲乙丙丁戊己庚。', '甲乙丙。', '甲乙丙丁戊。', '甲乙丙丁戊己庚辛壬。']
    second = ['Kappa mu nu.', 'Kappa mu nu rho sigma.', 'Kappa.', 'Kappa mu nu.', 'Kappa mu nu rho sigma tau phi.']
    assert align(plain(first), plain(second)).pairs


def test_a_translation_of_half_a_talk_is_one_all_the_same() -> None:
    bitext = align(plain(CHINESE[:6]), plain(ENGLISH))
    one, two = likeness(bitext)
    assert one > .8 and two < .6


def test_an_unknown_language_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match='unknown language'):
        align(plain(CHINESE), plain(ENGLISH), languages=('zh', 'klingon'))


def test_the_origin_says_what_speaks_for_a_pair() -> None:
    assert {pair.origin for pair in align(plain(CHINESE), plain(ENGLISH)).pairs} == {'anchors'}
    assert [pair.origin for pair in align(plain(['青山绿水。']), plain(['Green hills.'])).pairs] == ['length']


SENTENCES = st.lists(st.sampled_from([*CHINESE, *ENGLISH, '。', '？！', '1887', 'OpenAI', '\n', '\n\n', '好\n', ' ', '„x“']),
                     max_size=30).map(''.join)


@given(SENTENCES, SENTENCES)
def test_every_word_of_both_is_in_one_pair_and_order_does_not_matter(first: str, second: str) -> None:
    one, two = Transcript.plain(first), Transcript.plain(second)
    bitext = align(one, two, force=True)
    assert not list(faults(bitext))
    assert all(0 <= pair.score <= 1 and (pair.doubts == ALONE) != pair.is_whole for pair in bitext.pairs)
    mirrored = align(two, one, force=True)
    assert first == second or mirrored == bitext.swapped()


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_odd(first: str, second: str) -> None:
    assert not list(faults(align(Transcript.plain(first), Transcript.plain(second), force=True)))


def test_it_is_the_same_in_every_process() -> None:
    """Sets of strings have another order in each."""
    code = ('from qinggao import Transcript; from qinggao.bilingual.align import align;'
            f'print(align(Transcript.plain({"".join(CHINESE)!r}), Transcript.plain({" ".join(ENGLISH)!r})).pairs)')
    said = {subprocess.run([sys.executable, '-c', code], env={'PYTHONHASHSEED': seed, 'PYTHONPATH': ':'.join(sys.path)},
                           capture_output=True, check=True).stdout for seed in ('1', '2')}
    assert len(said) == 1


def test_a_long_talk_of_which_a_quarter_is_missing_finds_its_way_again() -> None:
    first = [f'第{number}号船今天早上出了海，船上有{number * 7}个人。' for number in range(2, 602)]
    second = [f'Ship number {number} went out to sea this morning with {number * 7} people on board.'
              for number in range(2, 602) if not 200 < number < 350]
    bitext = align(plain(first), plain(second))
    whole = [(a, b) for a, b in words(bitext) if a and b]
    assert len(whole) == len(second) and not list(faults(bitext))
    assert all(f'第{b.split()[2]}号' in a for a, b in whole)
