"""TMX as the tools of translators write it."""
from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from qinggao import FileError
from qinggao.bilingual.memory import bring_in, hand_out
from qinggao.bilingual.memory.exchange import BroughtIn

from .given import EN_ZH, ZH_EN, everything, human, opened, unit


def read(folder: Path, body: str, header: str = 'srclang="zh-CN"') -> tuple[BroughtIn, list[tuple[object, ...]]]:
    """What came of it, and the units as direction, source, target, origin, confirmed, context."""
    (folder / 'house.tmx').write_text(f'<tmx version="1.4"><header {header}/><body>{body}</body></tmx>', 'utf-8')
    with opened(folder) as memory:
        done = bring_in(memory, folder / 'house.tmx')
        return done, [(f'{one.way.source}>{one.way.target}', one.source, one.target, one.origin, one.confirmed, one.context)
                      for one in everything(memory)]


def tuv(language: str, words: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{words}</seg></tuv>'


def test_what_others_wrote_is_a_persons(tmp_path: Path) -> None:
    done, found = read(tmp_path, f'<tu tuid="1" usagecount="3"><note>client A</note><prop type="domain">x</prop>'
                                 f'{tuv("zh-CN", "你好")}{tuv("EN-US", "Hello")}</tu>')
    assert found == [('zh-Hans>en', '你好', 'Hello', 'house.tmx', True, 'client A; used 3 times')]
    assert (done.kept.new, done.people, done.left_out) == (1, 1, {})


@pytest.mark.parametrize('words, plain', [
    ('a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> word', 'a bold word'),
    ('a<ph x="1">&lt;br/&gt;</ph>b<it pos="begin">{\\i}</it>c', 'abc'),
    ('see <hi type="term">the <hi>term</hi></hi> here', 'see the term here'),
    ('a<ph>img <sub>its title</sub></ph>b<ut>x</ut>', 'ab'),
    ('a <!-- no -->b <![CDATA[<c>]]> &amp; d', 'a b <c> & d'),
    ('a\n   b', 'a\n   b'),
])
def test_inline_tags_are_flattened_to_their_words(tmp_path: Path, words: str, plain: str) -> None:
    assert read(tmp_path, f'<tu>{tuv("zh", "好")}{tuv("en", words)}</tu>')[1][0][2] == plain


def test_other_languages_are_left_out_and_counted(tmp_path: Path) -> None:
    done, found = read(tmp_path, f'<tu>{tuv("fr", "Salut")}{tuv("zh-TW", "妳好")}{tuv("en-AU", "Hello")}{tuv("zh-CN", "你好")}</tu>'
                                 f'<tu>{tuv("fr", "Oui")}{tuv("en", "Yes")}</tu>'
                                 f'<tu>{tuv("zh", "没有译文")}</tu><tu>{tuv("zh", "空")}{tuv("en", " ")}</tu>'
                                 f'<tu>{tuv("zh", "两个")}{tuv("en", "two")}{tuv("en-GB", "a couple")}</tu><tu/>')
    assert sorted(one[0:3] for one in found) == [('zh-Hans>en', '两个', 'two'), ('zh-Hans>en', '你好', 'Hello'), ('zh-Hans>zh-Hant', '你好', '妳好')]
    assert done.left_out == {'a second variant in one language': 1, 'in fr': 2, 'without a translation': 3, 'without its source': 2}


def test_the_source_may_be_said_for_each_unit_or_be_any(tmp_path: Path) -> None:
    both = f'{tuv("zh", "好")}{tuv("en", "Good")}'
    assert [one[0] for one in read(tmp_path, f'<tu srclang="en">{both}</tu>')[1]] == ['en>zh-Hans']
    assert [one[0] for one in read(tmp_path, f'<tu>{both}</tu>', 'srclang="*all*"')[1]] == ['en>zh-Hans', 'zh-Hans>en']


def test_the_older_attribute_for_languages_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, '<tu><tuv lang="ZH"><seg>好</seg></tuv><tuv lang="EN"><seg>Good</seg></tuv></tu>')[1][0][1:3] == ('好', 'Good')


def test_a_sentence_that_comes_twice_has_its_last_translation(tmp_path: Path) -> None:
    done, found = read(tmp_path, ''.join(f'<tu>{tuv("zh", "好")}{tuv("en", words)}</tu>' for words in ('Good', 'Fine', 'Well')))
    assert [one[2] for one in found] == ['Well'] and done.kept.repeated == 2


def test_a_character_that_is_none_is_an_error(tmp_path: Path) -> None:
    for number in ('', 'XYZ', 'D800', '110000', '-1'):
        with pytest.raises(FileError, match='the number of no character') as caught:
            read(tmp_path, f'<tu>{tuv("zh", f"""好<ph type="x-char">{number}</ph>""")}</tu>')
        assert caught.value.line == 1


def test_what_we_write_is_of_the_standard(tmp_path: Path) -> None:
    """The elements and attributes of TMX 1.4b, in its order."""
    with opened(tmp_path) as memory:
        memory.keep([unit(doubts=('length',), score=.5, context='a.md#00001'), human('好 < 坏', 'good & bad')])
        hand_out(memory, tmp_path / 'out.tmx', every=True)
    root = etree.parse(str(tmp_path / 'out.tmx')).getroot()
    assert root.tag == 'tmx' and root.get('version') == '1.4' and [one.tag for one in root] == ['header', 'body']
    header = root[0].attrib
    assert set(header) == {'creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'}
    assert header['srclang'] == 'zh-Hans'
    assert [[one.tag for one in unit] for unit in root[1]] == [['note', *['prop'] * 6, 'tuv', 'tuv'], [*['prop'] * 3, 'tuv', 'tuv']]
    assert root[1][0][0].text == 'length: much shorter or longer than such sentences are'


def test_of_several_directions_each_unit_says_its_own(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(), human('yes', '是', way=EN_ZH)])
        hand_out(memory, tmp_path / 'out.tmx')
        root = etree.parse(str(tmp_path / 'out.tmx')).getroot()
        assert root[0].get('srclang') == '*all*' and [one.get('srclang') for one in root[1]] == ['en', 'zh-Hans']
        assert hand_out(memory, tmp_path / 'out.tmx', ZH_EN) == 1
