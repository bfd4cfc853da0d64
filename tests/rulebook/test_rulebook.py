"""Rules: what may be written, what refuses the load, what a user's file changes."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao
from qinggao import UsageError
from qinggao.rulebook import Rulebook
from qinggao.rulebook.checks import problems
from qinggao.rulebook.shipped import FOLDER, with_files, written
from qinggao.rulebook.source import read_file
from qinggao.rulebook.specs import failures

RULE = """- id: tangguo
  wrong: [堂果]
  right: 糖果
  unless: [食堂果]
  why: táng guǒ
  specs:
    - {from: 买了堂果, to: 买了糖果}
    - {from: 食堂果然关了, to: 食堂果然关了}
"""


def rules_file(folder: Path, text: str) -> str:
    path = folder / 'mine.yaml'
    path.write_text(text, 'utf-8')
    return str(path)


def test_every_shipped_rule_passes_its_specs() -> None:
    rules = written()
    assert [str(failure.error()) for failure in failures(rules, Rulebook(rules))] == []
    assert [str(error) for error in problems(rules)] == []


def test_every_shipped_rule_has_specs_and_a_reason() -> None:
    """But for the words of punctuation, of which no one decides alone: tests/stages/test_punctuation.py holds them."""
    for rule in written():
        assert rule.specs or rule.room == 'punctuation', rule.id
        assert rule.text('why'), rule.id


def test_every_shipped_mishearing_shows_where_it_fires_and_where_it_stays() -> None:
    for rule in written():
        if rule.room == 'mishearings':
            assert any(spec.said != spec.meant for spec in rule.specs), rule.id
            assert any(spec.said == spec.meant for spec in rule.specs), rule.id


@pytest.mark.parametrize('path', sorted(Path(FOLDER).rglob('mishearings/*.yaml')), ids=lambda path: path.stem)
def test_files_are_in_canonical_order(path: Path) -> None:
    names = [rule.name for rule in read_file(path)]
    assert names == sorted(names)


def test_a_users_rule_is_on(tmp_path: Path) -> None:
    assert qinggao.clean('他买了堂果\n', rules=[rules_file(tmp_path, RULE)]).text.startswith('他买了糖果')


def test_a_users_rule_overrules_ours_by_id(tmp_path: Path) -> None:
    own = RULE.replace('tangguo', 'zhiying')
    book = with_files([rules_file(tmp_path, own)])
    rule = book.get('mishearings/zhiying')
    assert rule is not None
    assert rule.text('right') == '糖果'


def test_a_file_may_hold_several_rooms(tmp_path: Path) -> None:
    text = 'mishearings:\n' + ''.join('  ' + line + '\n' for line in RULE.splitlines()) + (
        'keep:\n  - id: mine\n    words: [昇平]\n    why: a name\n    specs: [{from: 在昇平, to: 在昇平}]\n')
    assert len(read_file(Path(rules_file(tmp_path, text)))) == 2


WRONG = {
    'a spec that fails': (RULE.replace('买了糖果}', '买了堂果}'), "mine.yaml:7: mishearings/tangguo: '买了堂果' became"),
    'an unknown key': (RULE.replace('unless', 'unles'), "mine.yaml:4: mishearings/tangguo: unknown key 'unles'; did you"),
    'no right': (RULE.replace('  right: 糖果\n', ''), "mine.yaml:1: mishearings/tangguo has no 'right'"),
    'no id': (RULE.replace('- id: tangguo\n ', '-'), 'without a plain id'),
    'the same id twice': (RULE + RULE, 'mine.yaml:9: mishearings/tangguo: said twice, first on line 1'),
    'one wrong in two rules': (RULE + RULE.replace('tangguo', 'other'), "'堂果' is wrong in mishearings/tangguo too"),
    'a right that holds its wrong': (RULE.replace('right: 糖果', 'right: 大堂果'), "holds '堂果'"),
    'a cycle': (RULE + RULE.replace('tangguo', 'o').replace('糖果', '堂＿').replace('堂果', '糖果').replace('堂＿', '堂果'),
                'which mishearings/'),
    'a short wrong without a quiet spec': ('\n'.join(RULE.splitlines()[:-1]), 'no spec shows where it stays quiet'),
    'a truth that is none': (RULE + '  sure: maybe\n', 'sure must be true or false'),
    'words that are one string': (RULE.replace('[堂果]', '堂果'), 'must be a list of strings'),
    'a credit of marks alone': ('boilerplate:\n- {id: x, kind: credit, words: ["*"], why: x}\n', "boilerplate/x: '*' holds no"),
    'a credit without words': ('boilerplate:\n- {id: x, kind: credit, why: x}\n', "boilerplate/x: has no 'words'"),
    'no list': ('just words', 'not a list of rules'),
    'an unknown room': ('mishearing: []', "did you mean 'mishearings'?"),
    'an alias bomb': ('- &a {id: x}\n- *a', 'aliases'),
    'deep nesting': ('[' * 40, 'nested deeper than 20'),
}


@pytest.mark.parametrize(('text', 'said'), WRONG.values(), ids=WRONG)
def test_a_file_that_is_not_fit_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_files([rules_file(tmp_path, text)])
    assert said in str(caught.value)
    assert 'mine.yaml' in str(caught.value)


def test_a_file_that_passed_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    path = rules_file(tmp_path, RULE)
    with_files([path])
    monkeypatch.setattr('qinggao.rulebook.source.load', None)
    assert with_files([path]).get('mishearings/tangguo') is not None
