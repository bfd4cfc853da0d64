"""What is doubtful about a translation, and what must not be."""
from __future__ import annotations

import pytest
from qinggao.bilingual.translate.again import Checked
from qinggao.bilingual.translate.checks import doubts
from qinggao.bilingual.translate.translator import DOUBTS, Direction, Translated, Translator

from .scripted import Scripted

ZH_EN, EN_ZH, EN_HANT = Direction('zh-Hans', 'en'), Direction('en', 'zh-Hans'), Direction('en', 'zh-Hant')

SOUND = [
    ('好的。', 'All right, then let us do it that way.'), ('嗯。', 'Yes.'), ('行', 'OK'), ('谢谢大家！', 'Thank you all!'),
    ('我们今天讲讲河边的那座老房子，它已经有一百二十年了。', 'Today we talk about the old house by the river, which is 120 years old.'),
    ('看看看看！', 'Look, look, look, look!'), ('哈哈哈哈哈哈', 'Hahahahahaha'), ('不不不', 'No, no, no'), ('他说了又说。', 'He said it over and over.'),
    ('他把这叫作止盈。', 'He calls this 止盈 (taking profit).'.replace('止盈 (taking profit)', 'taking profit (止盈)')),
    ('这本书叫《山与河》。', 'The book is called 《山与河》.'), ('GPT-4比GPT-3.5好。', 'GPT-4 is better than GPT-3.5.'),
    ('三亿人看了。', '300 million people watched it.'), ('一个人', 'a man'), ('第二天他来了', 'He came the next day'),
    ('OK', 'OK'), ('NVIDIA', 'NVIDIA'), ('真的非常非常好', 'It is really very, very good'),
    ('他问⁇是什么', 'He asks what ⁇ is'), ('XQ2 是一款相机', 'The XQ2 is a camera'), ('去年1月很冷', 'It was cold last January'),
    ('三月开会', 'The meeting is in March'), ('一月到五月', 'from January to May'), ('3个月', 'from April, for three months'),
    ('1月的数据', 'last month\'s figures'),
]
SOUND_IN_CHINESE = [
    ('Thank you all.', '谢谢大家。'), ('OpenAI and NVIDIA', 'OpenAI 和 NVIDIA'), ('NVIDIA', 'NVIDIA'), ('Yes, absolutely, of course.', '对。'),
    ('He said "to be or not to be, that is the question" aloud.', '他大声说：“to be or not to be, that is the question”。'),
    ('We use Python and Rust', '我们用 Python 和 Rust'), ('She wrote The Old Man and the Sea again.', '她又写了一遍《The Old Man and the Sea》。'),
    ('The house is 120 years old and stands by the river.', '这座房子有一百二十年历史，立在河边。'), ('half a million people', '五十万人'),
]
ODD = [
    ('猫看火。', 'The cat sees ⁇.', 'unknown'), ('猫看火。', 'The cat sees <unk>.', 'unknown'),
    ('我们今天讲讲河边的那座老房子，它很老了，窗子都破了，门也关不上。', 'House.', 'length'),
    ('好的。', 'All right, ' * 9, 'length'), ('他走到河边去看那只猫。', 'He walks to the the the the river.', 'repeat'),
    ('他走到河边去看那只猫。', 'He walks to the river to see, to the river to see, to the river to see the cat.', 'repeat'),
    ('营收三亿。', 'Revenue of 30 million.', 'numbers'), ('涨了很多。', 'It rose by 25%.', 'numbers'), ('二零二四年他来了。', 'He came.', 'numbers'),
    ('大雾是2019年1月', 'The fog was in November 2019', 'numbers'), ('十二月开业', 'It opened in June.', 'numbers'),
    ('他走了。', 'XQ7 has left.', 'stray'),
    ('他走到河边去。', 'He walks to the 河边.', 'untranslated'), ('他走到河边去。', '他走到河边去。', 'untranslated'),
]
ODD_IN_CHINESE = [
    ('so we went to the river and saw the cat', 'so we went to the river and saw the cat', 'untranslated'),
    ('so we went to the river and then we saw the cat', '于是 we went to the river and then 看见了猫', 'untranslated'),
    ('we went to the river', 'nous sommes au bord', 'untranslated'), ('we saw the river', '我們看見這條河', 'untranslated'),
    ('we saw it', '看看看看看看看看看看看看', 'repeat'), ('we saw 12 million birds', '我们看见一千二百只鸟', 'numbers'),
]


@pytest.mark.parametrize(('source', 'text'), SOUND)
def test_a_good_english_sentence_is_left_alone(source: str, text: str) -> None:
    assert doubts(source, text, ZH_EN) == ()


@pytest.mark.parametrize(('source', 'text'), SOUND_IN_CHINESE)
def test_a_good_chinese_sentence_is_left_alone(source: str, text: str) -> None:
    assert doubts(source, text, EN_ZH) == ()


@pytest.mark.parametrize(('source', 'text', 'name'), ODD)
def test_what_is_odd_in_english_has_a_name(source: str, text: str, name: str) -> None:
    assert name in doubts(source, text, ZH_EN)


@pytest.mark.parametrize(('source', 'text', 'name'), ODD_IN_CHINESE)
def test_what_is_odd_in_chinese_has_a_name(source: str, text: str, name: str) -> None:
    assert name in doubts(source, text, EN_ZH)


def test_the_other_script_is_the_wrong_language() -> None:
    assert doubts('we see the river', '我們看見這條河', EN_HANT) == ()
    assert doubts('we see the river', '我们看见这条河', EN_HANT) == ('untranslated',)


def test_every_doubt_is_explained() -> None:
    found = {name for source, text, _ in ODD for name in doubts(source, text, ZH_EN)}
    assert found == {'unknown', 'length', 'repeat', 'numbers', 'untranslated', 'stray'} and found <= DOUBTS.keys()


def asked(first: Translator, again: Translator | None, sentences: list[str]) -> list[Translated]:
    found = dict(Checked(first, again).translate(sentences, ZH_EN))
    assert sorted(found) == list(range(len(sentences)))
    return [found[number] for number in range(len(sentences))]


def test_only_the_suspect_are_asked_for_again_and_the_better_stands() -> None:
    first = Scripted({'猫看狗。': 'Cat sees dog.', '有三亿人。': 'There are 30 people.', '我走。': '我走。', '你来。': 'You come ⁇.'})
    again = Scripted({'有三亿人。': 'There are 300 million people.', '我走。': '我走。', '你来。': 'You come.'}, 'wider')
    found = asked(first, again, ['猫看狗。', '有三亿人。', '我走。', '你来。'])
    assert sorted(again.asked[0]) == ['你来。', '我走。', '有三亿人。'] and len(again.asked) == 1
    assert [(one.text, one.doubts) for one in found] == [
        ('Cat sees dog.', ()), ('There are 300 million people.', ()), ('我走。', ('untranslated',)), ('You come.', ())]
    assert [one.origin for one in found] == ['scripted', 'wider', 'scripted', 'wider']


def test_nothing_is_asked_for_twice_where_all_is_sound_or_hopeless() -> None:
    first = Scripted({'猫。': 'Cat.', '火。': Translated('Fire.', ('unknown',)), '长。': Translated('Long.', ('cut',))})
    again = Scripted({})
    assert [one.doubts for one in asked(first, again, ['猫。', '火。', '长。'])] == [(), ('unknown',), ('cut',)]
    assert again.asked == []


def test_without_a_second_way_a_suspect_keeps_its_doubt() -> None:
    assert asked(Scripted({'三亿。': '30.'}), None, ['三亿。'])[0].doubts == ('numbers',)


def test_what_was_missing_the_first_time_may_be_had_the_second() -> None:
    gone = Translated('猫。', ('missing',))
    assert asked(Scripted({'猫。': gone}), Scripted({'猫。': 'Cat.'}), ['猫。'])[0].text == 'Cat.'
    assert asked(Scripted({'猫。': gone}), Scripted({'猫。': gone}), ['猫。'])[0].doubts == ('missing',)


def test_the_first_stands_where_the_second_is_no_better() -> None:
    found = asked(Scripted({'他有三亿。': 'He has 30.'}), Scripted({'他有三亿。': 'He has <unk> 40.'}), ['他有三亿。'])
    assert found[0].text == 'He has 30.' and found[0].doubts == ('numbers',)


def test_the_name_says_whether_suspects_are_asked_for_again() -> None:
    assert Checked(Scripted({})).name == 'scripted' and Checked(Scripted({}), Scripted({})).name == 'scripted+again'
