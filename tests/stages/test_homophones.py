"""Names and terms heard as something of the same sound: what is mended, what is only reported, what is left alone."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.edits import Edit
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped, with_files
from qinggao.settings import Settings
from qinggao.stages.homophones import allows
from qinggao.transcript import Transcript
from qinggao.view import View

from ..cli.run import Shell
from .table import cleaned

CHANGES = [
    ('four characters among their affair', '基辅说哲涟斯基和普京都没有来', '基辅说泽连斯基和普京都没有来'),
    ('a term whose first word is right', '安全边机才是关键，市值高了就别买', '安全边际才是关键，市值高了就别买'),
    ('a product beside its maker', '阿里的通亿迁问又开源了', '阿里的通义千问又开源了'),
    ('a company among others', '英伟达的芯片都交给台鸡电代工', '英伟达的芯片都交给台积电代工'),
    ('a bank beside its rates', '美联楚今晚加息，降息还早', '美联储今晚加息，降息还早'),
    ('a method of five syllables and more', '检索增强生城很有用，大模型都在用', '检索增强生成很有用，大模型都在用'),
    ('two characters, one right, said right elsewhere', '止损放在均线下面，军线就是压力', '止损放在均线下面，均线就是压力'),
    ('a Chinese person who is named right elsewhere', '李飞飞做大模型，大模型不是李霏飞做的',
     '李飞飞做大模型，大模型不是李飞飞做的'),
    ('an English last name beside the right first one', 'Scott Besant spoke of tariffs', 'Scott Bessent spoke of tariffs'),
    ('a last name that stands elsewhere', 'Bessent of the Treasury spoke. Later Besant left.',
     'Bessent of the Treasury spoke. Later Bessent left.'),
    ('a company among Han that stands elsewhere', 'CoreWeave 的算力很贵，Corewave 又要融资', 'CoreWeave 的算力很贵，CoreWeave 又要融资'),
    ('one name vouches for the next', 'Scott Besant spoke of tariffs. Then Besant left the Treasury.',
     'Scott Bessent spoke of tariffs. Then Bessent left the Treasury.'),
]

# The one it might be is told, the text stays.
REPORTED = [
    ('an ordinary word in the name', '自有现金流不错，财报里自由现金流也多', '自有现金流', '自由现金流'),
    ('another company\'s field', '字节跳动说直接跳动起来，抖音也在跳', '直接跳动', '字节跳动'),
    ('one of two terms of one sound', '减仓以后又建仓，股票跌了又检仓', '检仓', '建仓'),
    ('a cloud that writes code', '他用 Cloud 写代码，这个模型很好用', 'Cloud', 'Claude'),
    ('a small cloud among Han', '这个模型叫 cloud 吧', 'cloud', 'Claude'),
    ('two letters of a company', 'openI 的估值又涨了，这家公司在融资', 'openI', 'OpenAI'),
    ('a Russian town and a man', '马斯科又发推了，特斯拉的股价', '马斯科', '马斯克'),
]

STAYS = [
    ('the right forms', '美联储加息，台积电和英伟达的市值，止损和止盈'),
    ('a word of its own', '期货很齐全，期权也有，股票的实质是市值'),
    ('a word that reaches over the edge', '因为大家都买英伟达，芯片股价涨了'),
    ('a verb behind an adverb', '他只赢不输，股票要止盈，止盈才对'),
    ('an adverb behind a noun', '其他的币全是垃圾，币圈没有好币'),
    ('a preposition of the word before it', '这种算法常用于训练模型，预训练也用它'),
    ('between stars', '两颗卫星的星间链路，火箭和星舰'),
    ('no talk about it', '哲涟斯基是我的猫'),
    ('a namesake nobody speaks of', '李霏飞是我们班的同学'),
    ('two characters without the right form', '今天军线很好看，买了一条'),
    ('two characters where the tone of the talk is another', '这块地怎么样，军线画在地图上，均线是什么'),
    ('a wrong form that another rule knows when to leave', '今天我要去考工，考公的人很多'),
    ('an accepted spelling', '工厂买了人型机器人，双足的，宇树造的'),
    ('shares are sold in the cloud', 'Google Cloud 的模型很贵，AI 都跑在上面'),
    ('a cloud to compute in', 'We moved the model to the Cloud, says Anthropic'),
    ('computing', 'Cloud computing is what an AI model needs'),
    ('a small cloud in English', 'our cloud bill for the model is high'),
    ('a ticker', '股票代码 TSLA，特斯拉的股价，马斯克'),
    ('an adjective', 'The open model is great, said Altman of ChatGPT'),
    ('the right name in small letters', 'we asked claude, the model of anthropic'),
    ('another person of that last name', 'Annie Besant wrote books'),
    ('Traditional', '美聯楚今晚加息，降息還早，這個說了'),
    ('a file name', '模型在 clouds.py 和 cloud.md 里'),
    ('nothing', ''),
]


def told(text: str, **settings: object) -> list[tuple[str, str, bool]]:
    """What the stage asks for, made or not: the words, what they might be, whether it was made."""
    done = run(Transcript.plain(text), Settings.of(only=('homophones',), **settings), shipped())
    made = [(change.old, change.new, True) for change in done.changes]
    last = done.passes[-1] if done.passes else None
    return [*made, *((done.text[edit.start:edit.end], edit.new, False) for edit in (last.advised if last else ()))]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'homophones') == meant


@pytest.mark.parametrize(('text', 'old', 'new'), [row[1:] for row in REPORTED], ids=[row[0] for row in REPORTED])
def test_it_reports(text: str, old: str, new: str) -> None:
    assert cleaned(text, 'homophones') == text
    assert told(text) == [(old, new, False)]


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize('script', ['keep', 'hant'])
@pytest.mark.parametrize('text', [
    '美聯楚今晚加息，降息還早，這個說了', '臺機電的股價漲了，英偉達也漲，臺積電說的', '加倉以後又家倉，財報說的加倉',
], ids=['a bank', 'a company', 'a term'])
def test_traditional_text_stays(text: str, script: str) -> None:
    assert told(text, script=script) == []


def test_unsure_ones_are_made_when_asked_for() -> None:
    assert cleaned('openI 的估值又涨了，这家公司在融资', 'homophones', unsure=True) == 'OpenAI 的估值又涨了，这家公司在融资'


def test_what_was_cut_apart_is_no_name() -> None:
    text, chosen = '英伟达的芯片都交给台嗯鸡电代工', Settings.of(only=('fillers', 'homophones'))
    cut = Transcript.plain(text)
    cut = cut._replace(words=cut.words.edit([Edit(text.index('嗯'), text.index('嗯') + 1, '', 'fillers/en')]))
    assert run(cut, chosen, shipped()).text == '英伟达的芯片都交给台鸡电代工'


@pytest.mark.parametrize(('old', 'new', 'rule', 'may'), [
    ('美联楚', '美联储', 'homophones/federal-reserve', True),
    ('美联楚', '台积电', 'homophones/federal-reserve', False),
    ('美元', '美联储', 'homophones/federal-reserve', False),
    ('美联楚', '美联储', 'homophones/no-such-rule', False),
    ('Besant', 'Bessent', 'homophones/scott-bessent', True),
    ('Bassett', 'Bessent', 'homophones/scott-bessent', False),
    ('Scott', 'Scott Bessent', 'homophones/scott-bessent', False),
], ids=['the same sound', 'not its name', 'another sound', 'no rule', 'a last name', 'another last name', 'half the words'])
def test_its_licence(old: str, new: str, rule: str, may: bool) -> None:
    view = View(Transcript.plain(old), Settings.of(), shipped())
    assert allows(Edit(0, len(old), new, rule), view) is may


MINE = """entities:
  - {id: lu-yu, name: 陆鸿渐, english: Lu Yu, kind: person, needs: [茶]}
glossary:
  - {term: 盖碗茶, english: gaiwan tea, gloss: 用盖碗泡的茶, near: [茶馆]}
"""


def test_a_users_own_names_and_terms_are_known_by_sound(tmp_path: Path) -> None:
    path = tmp_path / 'mine.yaml'
    path.write_text(MINE, 'utf-8')
    text = '陆鸿渐写茶经，茶经是陆宏渐写的，茶馆里喝概碗茶'
    done = run(Transcript.plain(text), Settings.of(only=('homophones',)), with_files([str(path)]))
    assert done.text == '陆鸿渐写茶经，茶经是陆鸿渐写的，茶馆里喝盖碗茶'
    assert [change.rules for change in done.changes] == [('homophones/lu-yu',), ('homophones/gaiwan-tea',)]


def test_why_names_the_sound(shell: Shell) -> None:
    shell.put('raw/a.txt', '美联楚今晚加息\n降息还早\n')
    assert shell('clean', 'raw', '-o', 'fair') == 0
    assert shell('why', 'fair/a.md') == 0
    assert "'楚' → '储'" in shell.out or "'美联楚' → '美联储'" in shell.out
    assert 'homophones/federal-reserve: mei lian chu' in shell.out and 'the same sound as 美联储' in shell.out


def test_the_rules_are_listed_and_explained(shell: Shell) -> None:
    assert shell('rules', 'list') == 0
    assert 'homophones/take-profit\trules/glossary.yaml:' in shell.out
    assert shell('rules', 'explain', 'homophones/take-profit') == 0
    assert 'zhi ying: the same sound as 止盈 (take profit), or nearly' in shell.out
