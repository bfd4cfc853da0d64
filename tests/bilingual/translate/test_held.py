"""Terms and names that have one translation, through placeholders."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.translate.held import HeldTerms
from qinggao.bilingual.translate.terms import Terms
from qinggao.bilingual.translate.translator import Direction, Translated
from qinggao.rulebook.lexicon import Entity, Term, entities, glossary

from .scripted import Scripted

ZH_EN, EN_ZH, EN_HANT = Direction('zh-Hans', 'en'), Direction('en', 'zh-Hans'), Direction('en', 'zh-Hant')
TERMS = (Term('河灯', 'river lantern', '放在水上的灯', ('水灯',)), Term('上河', 'go up the river', '往上走'), Term('桥会', 'bridge fair', '集市', ('BF',)),
         Term('小木船', 'open boat', '船'), Term('年画', 'AI print', '画'), Term('灯', 'lamp', '灯', (), ('晚上',), (), ('灯芯绒',)),
         Term('推演', 'dry run', '先试一遍', (), (), ('船',)), Term('开席', 'set a table', '开饭'))
NAMES = (Entity('ann-lee', '李安宁', 'Ann Lee', 'person', ('老李',)), Entity('kites', 'Kites', 'Kites Limited', 'company'),
         Entity('two-hills', '两座山', 'Two Hills', 'book'), Entity('sparrow', '麻雀', 'Sparrow', 'company', (), ('股票',), (), ('麻雀虽小',)))


def through(translator: Scripted, sentence: str, way: Direction = ZH_EN) -> Translated:
    return dict(HeldTerms(translator, TERMS, NAMES).translate([sentence], way))[0]


def masked(sentence: str, way: Direction = ZH_EN) -> str:
    """What a translator is given."""
    echo = Scripted({})
    through(echo, sentence, way)
    return echo.asked[0][0]


@pytest.mark.parametrize(('sentence', 'wanted'), [
    ('李安宁在桥会上买了河灯。', 'XQ1在XQ2上买了XQ3。'), ('水灯', 'XQ1'), ('Kites买了BF。', 'XQ1买了XQ2。'), ('《两座山》很好', 'XQ1很好'),
    ('李安寧在橋會', 'XQ1在XQ2'), ('XQ1和河灯', 'XQ1和XQ2'), ('xq 2和XQ1和河灯', 'xq 2和XQ1和XQ3'), ('晚上有灯', '晚上有XQ1'),
    ('我买麻雀股票', '我买XQ1股票'), ('船要推演一遍', '船要XQ1一遍'),
])
def test_a_placeholder_goes_in_the_place_of_a_term(sentence: str, wanted: str) -> None:
    assert masked(sentence) == wanted


@pytest.mark.parametrize('sentence', [
    '他上河去了', '这里有两座山', 'Kitesurf', 'XKites', '猫看狗。', '', '这里有灯', '晚上穿灯芯绒裤子', '一只麻雀', 'XQ1', 'XQ99999999999 XQ7',
    '侦探的推演很精彩',         # near nothing that shows what is meant
    '李安宁·孙来了',            # a part of another's name
    '麻雀虽小，股票不小',       # in a longer word
])
def test_other_words_go_as_they_are(sentence: str) -> None:
    assert masked(sentence) == sentence


@pytest.mark.parametrize(('sentence', 'wanted'), [
    ('Ann Lee bought a river lantern.', 'XQ1 bought a XQ2.'), ('at the bridge fair of BF', 'at the XQ1 of XQ2'), ('Two Hills', 'XQ1'),
    ('ann lee', 'ann lee'), ('a lamp', 'a lamp'), ('Ann Leeson', 'Ann Leeson'), ('two hills', 'two hills'),
    ('They set a table for him.', 'They set a table for him.'),     # a verb of everyday
])
def test_english_names_are_whole_words_in_their_own_letters(sentence: str, wanted: str) -> None:
    assert masked(sentence, EN_ZH) == wanted


@pytest.mark.parametrize(('sentence', 'said', 'wanted'), [
    ('李安宁买了河灯。', 'XQ1 bought an XQ2.', 'Ann Lee bought a river lantern.'), ('河灯很好。', 'XQ1 is nice.', 'River lantern is nice.'),
    ('好。河灯。', 'Good. XQ1.', 'Good. River lantern.'), ('有年画', 'there is a XQ1', 'there is an AI print'), ('小木船', 'a XQ1', 'an open boat'),
    ('河灯和桥会', 'XQ2 and XQ1', 'Bridge fair and river lantern'), ('河灯、河灯', 'XQ1, xq 2', 'River lantern, river lantern'),
    ('XQ1和河灯', 'XQ1 and XQ2', 'XQ1 and river lantern'), ('Kites的', 'of XQ1', 'of Kites'), ('“河灯”', '“XQ1”', '“River lantern”'),
    ('看河灯', 'Look: XQ1', 'Look: river lantern'),
])
def test_the_right_words_stand_where_the_placeholders_come_out(sentence: str, said: str, wanted: str) -> None:
    assert through(Scripted({masked(sentence): said}), sentence).text == wanted


@pytest.mark.parametrize(('sentence', 'said', 'way', 'wanted'), [
    ('Ann Lee saw it', 'XQ1 看见了', EN_ZH, '李安宁看见了'), ('a river lantern', '一盏 XQ1 。', EN_ZH, '一盏河灯。'), ('Kites grew', 'XQ1 涨了', EN_ZH, 'Kites 涨了'),
    ('BF grew', 'XQ1涨了', EN_ZH, 'BF 涨了'), ('the bridge fair', '在XQ1', EN_HANT, '在橋會'), ('Two Hills', '看XQ1吧', EN_ZH, '看《两座山》吧'),
])
def test_into_chinese_nothing_parts_them_from_han(sentence: str, said: str, way: Direction, wanted: str) -> None:
    assert through(Scripted({masked(sentence, way): said}), sentence, way).text == wanted


@pytest.mark.parametrize('said', ['bought a lamp', 'XQ1 bought', 'XQ1 bought XQ1 and XQ2', 'XQ1 bought XQ3', 'XQ1bought XQ2', 'XQ12 bought XQ2', ''])
def test_a_sentence_that_loses_one_is_translated_as_it_stands(said: str) -> None:
    sentence = '李安宁买了河灯。'
    translator = Scripted({masked(sentence): Translated(said, origin='x'), sentence: 'Ann Lee bought a river lantern.'})
    found = through(translator, sentence)
    assert (found.text, found.doubts) == ('Ann Lee bought a river lantern.', ())
    assert translator.asked == [[masked(sentence)], [sentence]]
    other = through(Scripted({masked(sentence): said, sentence: 'Annie bought a water lantern.'}), sentence)
    assert (other.text, other.doubts) == ('Annie bought a water lantern.', ('term',))


def test_another_word_for_the_term_is_as_good() -> None:
    found = through(Scripted({'XQ1': 'lost', 'Ann Lee': '老李'}), 'Ann Lee', EN_ZH)
    assert (found.text, found.doubts) == ('老李', ())


def test_a_translation_that_was_not_had_stays_missing() -> None:
    gone = Translated('X', ('missing',))
    assert through(Scripted({'XQ1': gone, '河灯': Translated('河灯', ('missing',))}), '河灯').doubts == ('missing',)


def test_each_sentence_comes_once_whatever_goes_astray() -> None:
    sentences = ['猫看狗。', '河灯', '', '李安宁', '河灯']
    table = {'XQ1': 'none', '河灯': 'River lantern', '李安宁': 'Ann Lee', '猫看狗。': 'Cat sees dog.'}
    found = list(HeldTerms(Scripted(table), TERMS, NAMES).translate(sentences, ZH_EN))
    assert [one.text for _, one in sorted(found)] == ['Cat sees dog.', 'River lantern', '', 'Ann Lee', 'River lantern']


def test_other_terms_are_another_translator() -> None:
    names = {HeldTerms(Scripted({}), terms, NAMES).name for terms in ((), TERMS, TERMS[:2])}
    assert len(names) == 3 and all(name.startswith('scripted+terms@') for name in names)


@pytest.mark.parametrize('sentence', ['我爱吃苹果', '阿里山很高', '推理小说', '亚马逊雨林', '黑天鹅在湖里'])
def test_the_shipped_words_leave_ordinary_ones_alone(sentence: str) -> None:
    echo = Scripted({})
    list(HeldTerms(echo, glossary(), entities()).translate([sentence], ZH_EN))
    assert echo.asked == [[sentence]]


@given(st.lists(st.sampled_from(['河灯', 'XQ1', 'XQ', '1', ' ', '李安宁', '。', 'BF', 'b', '看']), max_size=12).map(''.join))
def test_no_source_loses_or_doubles_a_word(sentence: str) -> None:
    """A translator that says it all again gives it back, each held word in English."""
    found = through(Scripted({}), sentence)
    if 'term' not in found.doubts and found.text != sentence:
        back = found.text
        for english, chinese in (('river lantern', '河灯'), ('Ann Lee', '李安宁')):
            back = re.sub(english, chinese, back, flags=re.IGNORECASE)
        assert back == sentence


@pytest.mark.parametrize('name', [name for one in entities() for name in one.names if '·' in name])
def test_a_whole_foreign_name_is_held_in_one_piece(name: str) -> None:
    """Or 杰夫·贝佐斯 would be Jeff Jeff Bezos."""
    echo = Scripted({})
    talk = ' '.join(need for one in entities() if name in one.names for need in one.needs)
    sentences = [f'他说{name}来了。', f'他说{name.replace("·", "")}来了。', talk or '。']
    dict(HeldTerms(echo, (), entities()).translate(sentences, ZH_EN))
    assert echo.asked[0][:2] == ['他说XQ1来了。'] * 2


@pytest.mark.parametrize('sentence', ['她是梅耶·马斯克。', '那年科林·鲍威尔说到利率。', '最高领袖阿里·哈梅内伊和马云。', '美联储和科林鲍威尔'])
def test_a_piece_of_another_name_is_not_held(sentence: str) -> None:
    assert not {'Elon Musk', 'Jerome Powell', 'Alibaba'} & held_in(sentence)


def held_in(sentence: str) -> set[str]:
    """The English of all that is held in a sentence by the shipped tables."""
    return {one.word.right for one in Terms(glossary(), entities(), ZH_EN).found(sentence, sentence)}


@pytest.mark.parametrize('sentence', [
    '一个字节有八位', '把座椅微调一下', '侦探的推理很精彩', '护城河里有鱼', '老黄家的狗', '伊利亚尼说', '孩子爱吃苹果，不看芯片', '用杠杆撬起石头',
    '库克船长发现了岛', '3特斯拉的磁场', '达里奥写了一首曲子',
])
def test_the_shipped_tables_hold_nothing_in_everyday_words(sentence: str) -> None:
    assert held_in(sentence) == set()


def test_who_is_asked_again_knows_what_the_talk_was_about() -> None:
    first, again = Scripted({}), Scripted({})
    before = HeldTerms(first, TERMS, NAMES)
    list(before.translate(['我买股票', '一只麻雀'], ZH_EN))
    list(HeldTerms(again, TERMS, NAMES, before).translate(['一只麻雀'], ZH_EN))
    assert again.asked[0] == ['一只XQ1']
