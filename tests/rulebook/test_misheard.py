"""Names misheard in either language: one entry of the table is a rule for both."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao
from qinggao import UsageError
from qinggao.rulebook.checks import problems, said_once
from qinggao.rulebook.lexicon import Entity, entities
from qinggao.rulebook.misheard import right_for
from qinggao.rulebook.shipped import shipped, with_files, written
from qinggao.rulebook.source import read_file

from ..cli.run import Shell
from ..stages.table import cleaned

LU_YU = """- id: lu-yu
  name: 陆羽
  english: Lu Yu
  kind: person
  aliases: [茶圣, Master Lu]
  misheard: [鲁羽, Loo Yoo, Master Loo]
  near: [茶, tea]
  specs:
    - {from: 鲁羽写了一本茶书, to: 陆羽写了一本茶书}
    - {from: Loo Yoo wrote of tea., to: Lu Yu wrote of tea.}
    - {from: Master Loo drank tea., to: Master Lu drank tea.}
    - {from: 鲁羽是我同学, to: 鲁羽是我同学}
"""

CHANGES = [
    ('a surname', "I'm Wisenthal, and this is Odd Lots.", "I'm Weisenthal, and this is Odd Lots."),
    ('a whole name', 'Tracy and joe wisenthal talk on Bloomberg', 'Tracy and Joe Weisenthal talk on Bloomberg'),
    ('a company', 'it took us an hour to deploy to rayway', 'it took us an hour to deploy to Railway'),
    ('a company among Han', '我们把它部署到 Rayway 上', '我们把它部署到 Railway 上'),
    ('a product beside its maker', 'Anthropic says cloud opus is smart', 'Anthropic says Claude Opus is smart'),
    ('a name spelt short', 'warren buffet holds cash', 'Warren Buffett holds cash'),
    ('a name in Han', '黄任勋在台上说芯片', '黄仁勋在台上说芯片'),
    ('the same man in English', 'jenson huang showed a chip', 'Jensen Huang showed a chip'),
]
STAYS = [
    ('the right name', 'Joe Weisenthal of Bloomberg'),
    ('the right name, longer than the wrong one', 'Warren Buffett holds cash'),
    ('another man', 'Mr Wisenthal sold the house'),
    ('a bare cloud', 'Anthropic buys cloud compute for its model'),
    ('part of a word', 'the Wisenthals of Bloomberg'),
    ('a lunch', 'We met at Warren, buffet included'),
    ('a namesake', '我们班主任叫黄仁训，教语文的'),
    ('an old railway', 'the railway was built in 1890'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'mishearings') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'mishearings') == text


def test_one_entry_serves_both_languages(tmp_path: Path) -> None:
    path = tmp_path / 'entities.yaml'
    path.write_text(LU_YU, 'utf-8')
    rules = read_file(path, 'entities')
    assert [(rule.id, rule.words('wrong'), rule.text('right')) for rule in rules] == [
        ('mishearings/lu-yu-han', ('鲁羽',), '陆羽'),
        ('mishearings/lu-yu', ('Loo Yoo',), 'Lu Yu'),
        ('mishearings/lu-yu-master-lu', ('Master Loo',), 'Master Lu'),
    ]
    assert all(rule.words('near') == ('茶', 'tea') for rule in rules)
    assert [len(rule.specs) for rule in rules] == [2, 2, 2]     # its own, and those that stay
    assert all(rule.line == 6 or rule.line == 1 for rule in rules)


def test_a_users_file_may_have_names(tmp_path: Path) -> None:
    path = tmp_path / 'mine.yaml'
    path.write_text('entities:\n' + ''.join(f'  {line}\n' for line in LU_YU.splitlines()), 'utf-8')
    assert qinggao.clean('鲁羽写了一本茶书。', rules=[str(path)]).text == '陆羽写了一本茶书。'
    path.write_text('entities:\n' + LU_YU.replace('陆羽写了', '鲁羽写了'), 'utf-8')
    with pytest.raises(UsageError, match=r"mine\.yaml:10: mishearings/lu-yu-han: '鲁羽写了一本茶书' became"):
        with_files([str(path)])


@pytest.mark.parametrize(('text', 'said'), [
    (LU_YU.replace('  misheard: [鲁羽, Loo Yoo, Master Loo]\n', ''), 'mine.yaml:6: lu-yu: near without misheard'),
    (LU_YU.replace('near: [茶, tea]', 'near: 茶'), 'near must be a list of strings'),
    (LU_YU.replace('near: [茶, tea]', 'sure: maybe'), 'sure must be true or false'),
    (LU_YU.replace('from: 鲁羽是', 'form: 鲁羽是'), 'a spec has `from` and `to`'),
    (LU_YU.replace('misheard: [', 'misheard: [陆羽, '), "mine.yaml:6: lu-yu: '陆羽' is one of its names"),
    (LU_YU.replace('misheard: [', 'misheard: ["", '), 'none empty'),
])
def test_what_is_not_fit_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / 'mine.yaml'
    path.write_text(text, 'utf-8')
    with pytest.raises(UsageError) as caught:
        read_file(path, 'entities', 'mine.yaml')
    assert said in str(caught.value)


@pytest.mark.parametrize(('wrong', 'right'), [
    ('Zuckerburg', 'Zuckerberg'), ('Mark Zuckerburg', 'Mark Zuckerberg'), ('扎克柏格', '扎克伯格'), ('mark sucker berg', 'Mark Zuckerberg'),
])
def test_the_name_that_is_spelt_most_like_it_is_meant(wrong: str, right: str) -> None:
    assert right_for(Entity('z', '扎克伯格', 'Mark Zuckerberg', 'person', ('小扎', 'Zuckerberg')), wrong) == right


def test_no_wrong_form_stands_in_two_places() -> None:
    rules = written()
    said_once(rules)
    assert not list(problems(rules))
    words = [word.lower() for rule in rules if rule.room == 'mishearings' for word in rule.words('wrong')]
    assert len(words) == len(set(words))


def test_a_wrong_form_of_a_rule_and_of_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / 'mine.yaml'
    path.write_text('entities:\n' + LU_YU.replace('鲁羽', '因伟达'), 'utf-8')
    with pytest.raises(UsageError, match="'因伟达' is wrong in mishearings/yingweida too"):
        with_files([str(path)])


def test_no_wrong_form_is_anybodys_name() -> None:
    """But in another spelling of its own: openai for OpenAI."""
    names = {name.lower(): entity.name for entity in entities() for name in entity.names}
    for rule in shipped().room('mishearings'):
        for word in rule.words('wrong'):
            assert names.get(word.lower()) is None or word.lower() == rule.text('right').lower(), word


def test_the_commands_know_them(shell: Shell) -> None:
    shell('rules', 'explain', 'joe-weisenthal-weisenthal')
    assert 'wrong: Wisenthal、Weisenthall' in shell.out
    assert 'A Mr Wisenthal bought the house in 1953. stays' in shell.out
    shell('rules', 'list')
    assert 'mishearings/jensen-huang-han\trules/entities.yaml:' in shell.out
    shell.put('rules/entities.yaml', LU_YU)
    assert shell('rules', 'test', 'rules/entities.yaml') == 0
    assert '3 rules, 6 specs, 0 wrong' in shell.err
