"""Glosses: which first mentions get one, and where none may stand."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from qinggao import Settings, Transcript
from qinggao.formats.glosses import Glosses
from qinggao.formats.markdown import body_of
from qinggao.ledger import load, place
from qinggao.library import laid_out, page_text, parsed
from qinggao.rulebook.glossed import glossed
from qinggao.rulebook.lexicon import Term, glossary
from qinggao.stages import reason
from qinggao.stages.glossary import RULES

from ..cli.run import Shell

TERMS = {name: term for term in glossary() for name in term.names}
STOP, TAKE, ETF = TERMS['止损'], TERMS['止盈'], TERMS['ETF']


def gloss(name: str) -> str:
    """A word with its gloss, as the table has it."""
    return glossed(name, TERMS[name].english, TERMS[name].gloss)


def shown(text: str, form: str = 'md') -> str:
    """The text after the stage alone, each gloss as `<word>`; what it became must then ask for nothing."""
    once = qinggao.clean(parsed(text, form), glossary=True, only=['glossary'])
    again = qinggao.clean(parsed(once.text, form), glossary=True, only=['glossary'])
    assert again.text == once.text
    return marked(once.text)


def marked(text: str) -> str:
    for name in TERMS:
        text = text.replace(gloss(name), f'<{name}>')
    return text


CHANGES = [
    ('the first of two mentions', '先设止损，跌了就止损。', '先设<止损>，跌了就止损。'),
    ('two terms side by side', '止损止盈都要会。', '<止损><止盈>都要会。'),
    ('the first that is a word of its own', '止损位设好，再谈止损。', '止损位设好，再谈<止损>。'),
    ('not the one in a heading', '## 止损\n\n止损要快。', '## 止损\n\n<止损>要快。'),
    ('not the one in a heading that is underlined', '止损\n---\n\n止损要快。', '止损\n---\n\n<止损>要快。'),
    ('not the one in a quotation', '> 止损要快\n慢了不行，止损\n\n止损要快。', '> 止损要快\n慢了不行，止损\n\n<止损>要快。'),
    ('not the one somebody is quoted with', '他说：“止损要快。”止损很难。', '他说：“止损要快。”<止损>很难。'),
    ('not the one in a quotation of two lines', '他说：“止损\n要快。”止损很难。', '他说：“止损\n要快。”<止损>很难。'),
    ('not the one in a title', '《止损》讲的是止损。', '《止损》讲的是<止损>。'),
    ('not the one in brackets', '先卖（也就是止损）再说，止损要快。', '先卖（也就是止损）再说，<止损>要快。'),
    ('not the one in brackets in brackets', '先卖（那（什么）止损）再说，止损要快。', '先卖（那（什么）止损）再说，<止损>要快。'),
    ('not the one in code', '`止损` 是个参数，止损要快。', '`止损` 是个参数，<止损>要快。'),
    ('not the one in a fence', '```\n止损\n```\n\n止损要快。', '```\n止损\n```\n\n<止损>要快。'),
    ('not the one indented as code', '    止损\n\n止损要快。', '    止损\n\n<止损>要快。'),
    ('not the one in a link', '看[止损](https://a.example/b)，止损要快。', '看[止损](https://a.example/b)，<止损>要快。'),
    ('not the one in a table', '| 止损 | 八成 |\n\n止损要快。', '| 止损 | 八成 |\n\n<止损>要快。'),
    ('not the one in a table without outer bars', '止损 | 八成\n--- | ---\n甲 | 乙\n\n止损要快。',
     '止损 | 八成\n--- | ---\n甲 | 乙\n\n<止损>要快。'),
    ('not the one in bold', '**要点：止损** 很难，止损要快。', '**要点：止损** 很难，<止损>要快。'),
    ('not the one in bold of two lines', '**要点\n止损** 很难，止损要快。', '**要点\n止损** 很难，<止损>要快。'),
    ('not the one in italics', '*止损* 很难，止损要快。', '*止损* 很难，<止损>要快。'),
    ('not the one in a block of HTML', '<p>止损</p>\n\n止损要快。', '<p>止损</p>\n\n<止损>要快。'),
    ('not the one in a fold', '甲。\n\n<details>\n<summary>原文</summary>\n\n止损。\n\n</details>\n\n止损要快。',
     '甲。\n\n<details>\n<summary>原文</summary>\n\n止损。\n\n</details>\n\n<止损>要快。'),
    ('not the one that a label ends with', '止损：到价就卖。止损要快。', '止损：到价就卖。<止损>要快。'),
    ('not the one that is explained next', '止损的意思是：到价就卖。止损要快。', '止损的意思是：到价就卖。<止损>要快。'),
    ('not the one a bracket follows', '止损（笑）很难，止损要快。', '止损（笑）很难，<止损>要快。'),
    ('a bracket with a number explains nothing', '毛利率（9.1%）不高，毛利率会涨。', '毛利率（9.1%）不高，<毛利率>会涨。'),
    ('a list item', '- 止损要快\n- 止盈要慢', '- <止损>要快\n- <止盈>要慢'),
    ('an alias as it was said', '大模型贵，大语言模型更贵。', '<大模型>贵，大语言模型更贵。'),
    ('an alias in Latin letters', '我们用 ETF 定投。', '我们用 <ETF><定投>。'),
    ('before a stop', '我们买 ETF。', '我们买 <ETF>。'),
    ('beside Han without a space', '我们买ETF基金。', '我们买<ETF>基金。'),
    ('the longest name', '先看最大回撤，基金的回撤不小。', '先看<最大回撤>，基金的回撤不小。'),
    ('a term in a longer one, and alone', '对冲基金用对冲避开风险。', '<对冲基金>用<对冲>避开风险。'),
    ('not the one in a longer Latin name', 'ETF Trends 说 ETF 好买。', 'ETF Trends 说 <ETF>好买。'),
    ('an everyday word where the talk is about it', '微调这个模型要两天。', '<微调>这个模型要两天。'),
    ('a word only guessed to go on', '给智能体下任务。', '给<智能体>下任务。'),
    ('after a colon', '第一条：止损要快。', '第一条：<止损>要快。'),
    ('behind a quotation mark that closes', '这叫“纪律”止损要快。', '这叫“纪律”<止损>要快。'),
]

STAYS = [
    ('nothing to gloss', '今天的风很大。'),
    ('glossed by us', f'先设{gloss("止损")}，跌了就止损。'),
    ('glossed by a person', '先设**止损**（stop-loss order: 到价就卖），跌了就止损。'),
    ('glossed without bold', '先设止损（stop loss），跌了就止损。'),
    ('glossed in narrow brackets with a gap', '先设 **止损** (Stop Loss: 到价就卖)，跌了就止损。'),
    ('glossed in Chinese', '先设止损（到了价位就卖出去），跌了就止损。'),
    ('glossed inside its bold', '先设**止损（stop loss）**，跌了就止损。'),
    ('glossed in quotation marks', '所谓“止损”（stop loss），就是跌了止损。'),
    ('glossed further down', '先设止损。\n\n止损（stop loss）要快。'),
    ('an alias was glossed', '**LLM**（large language model）很大，大语言模型很贵。'),
    ('an alias stands in the brackets', '大语言模型（LLM）很大，大语言模型很贵。'),
    ('English with the term in brackets', 'large language models（大语言模型）很大，大语言模型很贵。'),
    ('the English stands right behind', '先设止损 stop loss，跌了就止损。'),
    ('defined in bold', '**止损**：跌了就卖。\n\n止损要快。'),
    ('part of a longer word', '止损位和止损线都设好了。'),
    ('a kind of novel', '他爱看推理小说，也爱玩 GPU。'),
    ('words that only meet', '他定投资金额，再加仓位置。'),
    ('a word before it makes another', '高杠杆的股票跌得快。'),
    ('an everyday word where the talk is about other things', '护城河里养着鱼，杠杆撬起石头，微调一下琴弦。'),
    ('doing more', '他做多了几道菜，股票也买了。'),
    ('parcels pile up', '快递爆仓了，保证金也没用。'),
    ('English around it', 'They say 止损 in Chinese, and it means to cut your losses when they hurt.'),
    ('a page in English', 'A stop loss is an order. An ETF is a fund.'),
    ('Traditional', '先設止損，再談做空。這樣對嗎？做空很難。'),
    ('Japanese', 'この止损は、とても大事なことです。'),
    ('two letters that stand for much', '他在 PE 干活，看 QT 的文档。'),
    ('small letters', 'he is fed up，他说 etf 不好。'),
    ('English for the term', '大家说 stop loss 要快。'),
    ('a name of a file', '打开 止损.md 看看。'),
    ('a tag', '看 #止损 这个话题。'),
    ('a pause that a space alone marks', '要止损 然后再看。'),
    ('marks that have no partner', '**要点 止损要快。'),
    ('a mark that closes nothing', '**要点（一）**止损要快。'),
    ('a mark that a gloss of ours seems to begin with', f'**甲**{gloss("止损")[2:]}乙**丙止盈。'),
    ('a fold that nobody closes', '<details>\n<summary>原文</summary>\n\n止损要快。'),
    ('a quotation that never ends', '他说：“止损要快。'),
    ('a quotation that began before', '止损要快。”他说。'),
    ('math', '设 $止损$ 为甲。'),
    ('a reference', '[止损][1] 要快。\n\n[1]: https://a.example/b'),
]


@pytest.mark.parametrize(('text', 'after'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(text: str, after: str) -> None:
    assert shown(text) == after


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert shown(text) == marked(parsed(text, 'md').text)


def test_it_is_off_until_somebody_asks() -> None:
    assert qinggao.clean('先设止损。').text == '先设止损。'
    assert qinggao.clean('先设止损。', glossary=True).text == f'先设{gloss("止损")}。'
    assert qinggao.clean('做空特斯拉。', glossary=True, script='hant').text == '做空特斯拉。'


def test_each_term_can_say_why() -> None:
    assert len(RULES) == len(glossary())
    assert list(RULES) == [term.slug for term in glossary()]
    assert reason('glossary/stop-loss') == 'the first mention of 止损 on a page is glossed (stop loss)'
    assert reason('glossary/none') == ''


BEFORE = ['', '讲', 'A ', '9', '，', '”', '）', '“甲”', '、', '：', '- ', '—', '。', '！', '《甲》']
FLANKED = [(before, name) for before in BEFORE for name in ('止损', 'ETF', '美联储', '市净率', 'CapEx')]


@pytest.mark.parametrize(('before', 'name'), FLANKED)
def test_no_mark_of_a_gloss_shows(before: str, name: str) -> None:
    """CommonMark wants no letter before an opening mark that a bracket follows, and none behind such a closing one."""
    for behind in ('', '很好', '，很好', '”很好', ' is', '。'):
        t = qinggao.clean(f'我们今天都在说{before}{name}{behind}\n', glossary=True, only=['glossary'])
        html = MarkdownIt().render(body_of(t))
        assert '**' not in html
        assert html.count('<strong>') == t.text.count('**') // 2


@pytest.mark.parametrize('term', glossary(), ids=lambda term: term.slug)
def test_a_page_with_a_gloss_is_settled_and_renders(term: Term) -> None:
    """Read again and cleaned with all stages on, not a byte changes; the lints of a page have nothing to say of it."""
    names = [name for name in (term.term, *term.aliases) if not name.isascii() or sum(map(str.isalpha, name)) > 2]
    about = '和'.join((*term.near[:1], *term.needs[:1]))
    for name in names:
        t = qinggao.clean(f'大家好，今天讲讲{name}，{about}都会说到。', glossary=True)
        page = body_of(t)
        assert glossed(name, term.english, term.gloss) in page, name
        again = qinggao.clean(parsed(page, 'md'), glossary=True)
        assert again.changes == ()
        assert body_of(again) == page
        assert '**' not in MarkdownIt().render(page)
        assert qinggao.mend(f'### 甲\n\n{page}\n', select=['GL', 'MD', 'SP', 'TX']).left == ()


PIECES = ('止损', '止盈', '止损位', 'ETF', ' ETF ', '大模型', 'LLM', '模型', '推理', '对冲基金', '对冲', '风险', '最大回撤', '回撤', '仓位', '加仓',
          '要快', '我们说', '的', '了', '位', '高', '今天', '，', '。', '：', '“', '”', '（', '）', '《', '》', '（笑）', '\n', '\n\n', ' ', 'stop loss',
          'GPT', '止损（stop loss）', gloss('止损'), gloss('ETF'))
talks = st.lists(st.sampled_from(PIECES), max_size=16).map(''.join)
pages = st.lists(st.sampled_from((*PIECES, '## ', '> ', '- ', '`止损`', '**', '*', '[', '](u)', '| ', '<b>', '\n\n<details>\n',
                                  '\n\n</details>\n\n', '**甲**: ')), max_size=16).map(''.join)


@given(talks)
def test_a_talk_is_glossed_once(text: str) -> None:
    t = qinggao.clean(text, glossary=True)
    assert qinggao.undo(t.text, t.changes) == text
    assert qinggao.clean(t, glossary=True).changes == t.changes
    assert qinggao.clean(t.text, glossary=True, only=['glossary']).text == t.text


@given(pages)
def test_a_page_is_glossed_once(text: str) -> None:
    t = qinggao.clean(parsed(text, 'md'), glossary=True, only=['glossary'])
    assert qinggao.undo(t.text, t.changes) == t.source
    page = body_of(t)
    again = qinggao.clean(parsed(page, 'md'), glossary=True, only=['glossary'])
    assert body_of(again) == page


@given(talks)
def test_the_page_of_a_talk_asks_for_no_gloss(text: str) -> None:
    t = qinggao.clean(text, glossary=True)
    page = body_of(t)
    again = qinggao.clean(parsed(page, 'md'), glossary=True, only=['glossary'])
    assert again.changes == ()


@given(talks)
def test_a_gloss_renders_whatever_stands_around_it(text: str) -> None:
    t = qinggao.clean(text, glossary=True)
    html = MarkdownIt().render(body_of(t))
    said = qinggao.clean(text).text.count('**')     # by somebody: words, and escaped
    assert html.count('**') == said
    assert html.count('<strong>') == len(Glosses(t).spans)


@given(pages)
def test_a_gloss_changes_nothing_else_on_a_page(text: str) -> None:
    page = parsed(text, 'md')
    t = qinggao.clean(page, glossary=True, only=['glossary'])
    before, after = MarkdownIt().render(body_of(page)), MarkdownIt().render(body_of(t))
    assert after.count('**') == before.count('**')
    assert after.count('<strong>') == before.count('<strong>') + len(t.changes)


def test_a_raw_block_of_a_page_is_one_paragraph_with_its_gloss() -> None:
    lines = ['我们今天坐下来好好说一说怎么把手里的东西卖出去', '买之前就要先想清楚跌到了哪一个价位便去止损才好',
             '这样后来真的一路跌下来的时候也不会慌张失措', '只要慢了那么一点点最后都会比别人亏得更多一些']
    t = qinggao.clean(parsed('\n'.join(lines), 'md'), glossary=True)
    assert body_of(t).count('\n') == 0
    assert gloss('止损') in body_of(t)


def test_a_gloss_that_somebody_speaks_is_no_markup() -> None:
    t = qinggao.clean(f'先设{gloss("止损")}，再谈止盈。', glossary=True)
    page = body_of(t)
    assert page == f'先设\\*\\*止损\\*\\*（stop loss: {STOP.gloss}），再谈{gloss("止盈")}。'


def test_an_endless_sentence_is_cut_beside_a_gloss_not_in_it() -> None:
    """Paragraphs are cut at commas where nothing else parts them, and a gloss may hold some."""
    for number in range(20, 34):
        text = f'{"，甲乙丙丁戊己庚" * number}，我们要止损{"，再说一点别的事情" * 40}'
        t = qinggao.clean(text, glossary=True, only=['glossary'])
        page = body_of(t)
        assert page.count(gloss('止损')) == 1
        assert '\n\n' in page


SRT = ('1\n00:00:01,000 --> 00:00:03,000\n我们先设止损\n\n2\n00:00:03,500 --> 00:00:05,000\n再买 ETF 基金\n\n'
       '3\n00:00:06,000 --> 00:00:08,000\n跌了就止损\n')


@pytest.mark.parametrize('name', ['txt', 'srt', 'vtt', 'json'])
def test_other_formats_show_no_gloss(name: str) -> None:
    with_it, without = (qinggao.clean(parsed(SRT, 'srt'), glossary=on) for on in (True, False))
    assert '**' in with_it.text
    lines = laid_out(with_it, name, Settings())
    assert page_text(lines) == page_text(laid_out(without, name, Settings()))
    assert all(with_it.text[line.start:line.end].strip() for line in lines if line.start >= 0)


def test_the_ledger_knows_which_words_stand_on_a_line_without_glosses(shell: Shell) -> None:
    shell.put('qinggao.toml', 'glossary = true\n')
    shell.put('a.srt', SRT)
    assert shell('clean', 'a.srt', '-o', 'fair', '--to', 'md,srt') == 0
    entry = load(place(shell.folder / 'fair', Path('a')))
    assert entry is not None
    words = [entry.transcript.text[start:end] for start, end in entry.outputs['a.srt'].spans if start >= 0]
    assert words == [f'我们先设{gloss("止损")}，', f'再买 {gloss("ETF")}基金。', '跌了就止损。']
    assert shell('why', 'fair/a.srt:3') == 0
    assert 'punctuation/comma' in shell.out and 'glossary/' not in shell.out     # there is no gloss on that line
    shell('why', 'fair/a.md')
    assert f"'止损' → '{gloss('止损')}'" in shell.out
    assert 'glossary/stop-loss: the first mention of 止损 on a page is glossed (stop loss)' in shell.out


def test_terms_of_a_users_rules_file_are_glossed_too(shell: Shell) -> None:
    shell.put('mine.yaml', 'glossary:\n- {term: 盖碗, english: gaiwan, gloss: 带盖的茶碗, aliases: [三才碗]}\n'
                           '- {term: 止损, english: stop loss, gloss: 见好就收的反面}\n')
    shell.put('qinggao.toml', 'glossary = true\nrules = ["mine.yaml"]\n')
    shell.put('a.txt', '三才碗也叫盖碗，和止损无关。\n')
    assert shell('clean', 'a.txt', '-o', 'fair') == 0
    page = (shell.folder / 'fair/a.md').read_text('utf-8')
    assert page.endswith('**三才碗**（gaiwan: 带盖的茶碗）也叫盖碗，和**止损**（stop loss: 见好就收的反面）无关。\n')
    shell('why', 'fair/a.md')
    assert 'glossary/gaiwan: the first mention of 盖碗 on a page is glossed (gaiwan)' in shell.out
    assert shell('rules', 'test', '--rules', 'mine.yaml') == 0
    shell.put('mine.yaml', 'glossary:\n- {term: 盖碗, english: gaiwan, gloss: 带（盖）的茶碗}\n')
    assert shell('clean', 'a.txt', '-o', 'fair') == 2
    assert "mine.yaml:2: '带（盖）的茶碗' cannot stand in a gloss" in shell.err


def test_a_speaker_is_no_term_to_explain() -> None:
    page = parsed('**止损**: 大家好。\n\n止损要快。', 'md')
    assert qinggao.clean(page, glossary=True, only=['glossary']).changes == ()


def test_a_plain_text_is_looked_at_line_by_line() -> None:
    t = qinggao.clean(Transcript.plain('先说“止\n再说止损'), glossary=True, only=['glossary'])
    assert marked(t.text) == '先说“止\n再说<止损>'
