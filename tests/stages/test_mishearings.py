"""Misheard names and terms: what is mended, and the ordinary sentences that only look alike."""
from __future__ import annotations

import pytest
from qinggao.pipeline import run
from qinggao.rulebook import Rule, Rulebook
from qinggao.settings import Settings
from qinggao.transcript import Transcript

from .table import cleaned

CHANGES = [
    ('a product split in two', '我让chat GBT写了一封邮件', '我让ChatGPT写了一封邮件'),
    ('a company in small letters beside its trade', 'openai发布了新模型', 'OpenAI发布了新模型'),
    ('a company split in two beside its trade', '微软又投资了open ai', '微软又投资了OpenAI'),
    ('a term in a talk about training', '训练一个大预言模型要很多钱', '训练一个大语言模型要很多钱'),
    ('a word written down by sound', '国内模型的偷肯便宜多了', '国内模型的token便宜多了'),
    ('a model of Alibaba', '阿里把统一千问开源了', '阿里把通义千问开源了'),
    ('a name in its affair', '爱泊斯坦案的文件公开了', '爱泼斯坦案的文件公开了'),
    ('a city beside its government', '伊朗外长已经离开德克兰', '伊朗外长已经离开德黑兰'),
    ('a fixed phrase of two words', '粮食运进了袈裟地带', '粮食运进了加沙地带'),
    ('a game of sum zero', '贸易不是零合博弈', '贸易不是零和博弈'),
    ('a wing of a party', '共和党的mega派强烈反对', '共和党的MAGA派强烈反对'),
    ('an export rule', '中国收紧了洗土出口管制', '中国收紧了稀土出口管制'),
    ('a clause of an employer', '离职要签敬业协议', '离职要签竞业协议'),
    ('robots in a factory', '工厂用人行机器人搬箱子', '工厂用人形机器人搬箱子'),
    ('an orbit beside a rocket', '火箭把它送进经地轨道', '火箭把它送进近地轨道'),
    ('a spacecraft beside its crew', '宇航员坐猎户坐飞船绕月', '宇航员坐猎户座飞船绕月'),
    ('a trader taking profit', '先指营再说', '先止盈再说'),
]

STAYS = [
    ('a doctor operates with a robot', '医生为病人行机器人辅助手术'),
    ('a night is a beginning', '这一夜是仪式的开始'),
    ('a thousand questionnaires are made alike', '统一千问卷'),
    ('two waters form a channel', '两条水互成河道'),
    ('a hunter takes a flying ship', '猎户坐飞船'),
    ('a hunter builds a model ship', '猎户做飞船模型'),
    ('a crime without precedent', '这一罪从无先例'),
    ('a crime without precedent in court', '法院说这一罪从无先例'),
    ('ten prophecies are wrong', '十大预言模型都错了'),
    ('ten prophecies of an AI are wrong', 'AI 的十大预言模型都错了'),
    ('a train goes underground', '列车经地轨道进入市区'),
    ('that future I bought', '我买的那只期货涨停了'),
    ('diligence is in the agreement', '要敬业协议里写得很清楚'),
    ('diligence is in the agreement of one who left', '离职的人也要敬业协议里写得很清楚'),
    ('somebody loves Bostan', '热爱泊斯坦'),
    ('a robe in an exhibition', '以色列展览里有一件唐代袈裟'),
    ('a corner is to be condensed', '核心要浓缩右上角的内容'),
    ('Dafei raises pay after the farmers\' new year', '王大飞农历新年后加息'),
    ('Dafei again, with the Fed', '王大飞农历新年后说美联储加息'),
    ('a new exercise every day', '马斯克每天新练一套动作'),
    ('earth is washed before export', '出口前先洗土再包装'),
    ('an engineer called Ying Weida', '应伟达是芯片工程师'),
    ('an engineer called Huang Rongxun', '黄荣勋是芯片工程师'),
    ('a dealer called Wang Renxun', '王仁勋卖显卡也修显卡'),
    ('a banker called Bauer', '包威尔在银行等美联储降息'),
    ('a general called Zieliński', '波兰的泽林斯基在北约开会'),
    ('a player called Declan', '伊朗记者采访了球员德克兰'),
    ('a green house beside Greenland', '格林蓝色别墅在格陵兰旁边'),
    ('a mega bill passed', '共和党 mega bill passed'),
    ('cloud code beside prompts for Claude', 'We keep our cloud code next to the Claude prompts'),
    ('AI that is open and safe', 'We want open ai and safe ai'),
    ('AI that is open and safe, with a company near', 'We want open ai and safe ai, said Altman of ChatGPT'),
    ('seeking deep', 'We deep seek the answer'),
    ('a space in mathematics', 'Let X be in space X of the satellite problem'),
    ('a space in mathematics, in Chinese', 'Let X be in space X，这是卫星问题'),
    ('a file named after a product', 'chatgpt.py'),
    ('a pinned package', 'openai==1.2'),
    ('a pinned package for a model', '模型用 openai==1.2'),
    ('a string in a program', 'model = "openai"'),
    ('a string in a program for a model', '模型 model = "openai"'),
    ('a tag', '#openai'),
    ('a tag on a model', '模型 #openai'),
    ('a Norwegian says hello', '挪威人托肯 said hello'),
    ('a Norwegian lives in Main Street', '他住在 Main Street 托肯家'),
    ('a Norwegian builds models', '挪威人托肯做飞机模型'),
    ('a sonnet, and code in a cloud', 'The cloud code prints an Opus track'),
    ('friends of a politician', '支持佩洛西的马丁没有来'),
    ('a civil servant and a craft', '公务员也去考工种证书'),
    ('a disk with a drive A', '卫星图存进 NAS A 盘'),
    ('cuddles in a coop', 'A coop cuddle keeps the hens warm'),
    ('a crab and an agent', 'The agent held a crab by one open claw'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'mishearings') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'mishearings') == text


def test_a_rule_may_need_what_another_writes() -> None:
    rules = Rulebook([
        Rule('mishearings', 'first', {'wrong': ('戊己庚',), 'right': '戊己辛', 'near': ('甲乙丁',)}),
        Rule('mishearings', 'second', {'wrong': ('甲乙丙',), 'right': '甲乙丁'}),
    ])
    once = run(Transcript.plain('戊己庚和甲乙丙'), Settings.of(only=('mishearings',)), rules)
    assert once.text == '戊己辛和甲乙丁'
