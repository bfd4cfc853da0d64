"""One script: what changes and, above all, what stays."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.transcript import Transcript

from .table import cleaned

CHANGES = [
    ('a Traditional line', '歡迎來到這個頻道', '欢迎来到这个频道'),
    ('Mainland words in Traditional glyphs keep their words', '這個軟件的數據中心', '这个软件的数据中心'),
    ('one Traditional word in a Simplified line', '我们今天来聊聊这個事情', '我们今天来聊聊这个事情'),
    ('the particle 著 in a Traditional line', '他看著這片海', '他看着这片海'),
    ('the particle 著 on a line beside one', '歡迎大家\n跟著我走', '欢迎大家\n跟着我走'),
    ('著名 and 顯著 in a Traditional line', '這部著名的電影效果顯著', '这部著名的电影效果显著'),
    ('the particle before a word that looks like 著名', '他對著名單點頭說', '他对着名单点头说'),
    ('one character for several words', '頭髮和發現在皇后後面', '头发和发现在皇后后面'),
    ('乾 as dry and as qián', '乾隆說乾淨的麵條', '乾隆说干净的面条'),
    ('昇騰 of Huawei', '華為昇騰芯片', '华为昇腾芯片'),
    ('the name 陳昇', '陳昇的歌很好聽', '陈昇的歌很好听'),
    ('a script that changes halfway', '前面是简体\n後面是繁體', '前面是简体\n后面是繁体'),
    ('Latin words between', '用GPT寫程序', '用GPT写程序'),
    ('Traditional beside kana', '這個です', '这个です'),
]

STAYS = [
    ('a Simplified line', '欢迎来到这个频道'),
    ('words that Taiwan would say otherwise', '内核 核心 创建 建立 社区 社群 程序员 尼日利亚'),
    ('显著 and 著名 in Simplified', '效果显著，这是著名的著作'),
    ('乾隆 and 乾坤', '乾隆年间，扭转乾坤'),
    ('哪吒, 昇腾, 陈昇', '哪吒用昇腾芯片听陈昇的歌'),
    ('宫商角徵羽', '宫商角徵羽五音'),
    ('甚 and 麽 of old books', '幺麽小丑'),
    ('喆, 堃, 淼 in names', '陶喆、李堃、王淼'),
    ('瞭望 and 狼藉', '瞭望塔下一片狼藉'),
    ('Japanese that is no Chinese', 'ありがとうございます'),
    ('Latin text with accents', 'naïve café 2024'),
    ('皇后 and 里程', '皇后走了一里'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'script') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'script') == text


@pytest.mark.parametrize(('said', 'meant'), [
    ('这个头发的后面', '這個頭髮的後面'),
    ('他在里面看着皇后说', '他在裡面看著皇后說'),
    ('這個已經是繁體', '這個已經是繁體'),
], ids=['Simplified becomes Traditional', 'by word, not by character', 'Traditional stays'])
def test_the_other_way(said: str, meant: str) -> None:
    assert cleaned(said, 'script', script='hant') == meant


def test_keep_changes_nothing() -> None:
    settings = Settings.of(script='keep', skip=('spacing', 'punctuation'))
    assert run(Transcript.plain('這裡这里很好'), settings, shipped()).text == '這裡这里很好'


@given(st.text(st.sampled_from('這个頻道著名看昇腾騰乾隆干净 ab\nのカ，。')))
def test_cleaning_what_was_cleaned_asks_for_nothing(text: str) -> None:
    cleaned(text, 'script')
    cleaned(text, 'script', script='hant')


def test_no_good_word_changes_but_by_an_old_character() -> None:
    """Over a dictionary of 340,000 words: a run without a Traditional-only character stays."""
    jieba = pytest.importorskip('jieba')
    lines = (Path(jieba.__file__).parent / 'dict.txt').read_text('utf-8').splitlines()
    words = [word for word in (line.split(' ')[0] for line in lines) if is_simplified(word)]
    assert len(words) > 300_000
    assert cleaned('\n'.join(words), 'script') == '\n'.join(words)


def is_simplified(word: str) -> bool:
    """Whether every character is in the Mainland's national set of 1980 and is no Traditional one in it."""
    try:
        word.encode('gb2312')
    except UnicodeEncodeError:
        return False
    return not set(word) & set('後於榘菸醣')


SEEDS = Path(__file__).parents[3] / 'shared/seeds'


@pytest.mark.skipif(not SEEDS.is_dir(), reason='the edited seed texts are not here: script is untested on them')
@pytest.mark.parametrize('number', ['000', '001', '003', '004'])
def test_edited_texts_stay(number: str) -> None:
    (path,) = SEEDS.glob(f'{number}_*.txt')
    text = path.read_text('utf-8')
    assert cleaned(text, 'script') == text
