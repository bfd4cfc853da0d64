"""Right forms known by their sound: which of the tables' names become rules, and what the rules say."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.rulebook import Rule
from qinggao.rulebook.shipped import FOLDER, shipped, written
from qinggao.rulebook.sounded import of_folder, of_rights, of_table
from qinggao.rulebook.source import TABLES, rules_of
from qinggao.strict_yaml import load

NEAR = 'near: [杯, 壶]'
RIGHT = '- {{id: zisha, wrong: [紫沙壶], right: {right}, {near}, why: zi sha, specs: []}}'


def sounded(yaml: str, room: str) -> list[Rule]:
    """The rules of the room homophones that a file of another room is good for."""
    if room in TABLES:
        return of_table(room, load(yaml), 'mine.yaml')
    return list(of_rights(rules_of(load(yaml), room, 'mine.yaml')))


def test_a_person_is_one_rule_with_the_names_of_both_languages() -> None:
    rule, = sounded('- {id: lu-yu, name: 陆羽, english: Lu Yu, kind: person, aliases: [茶圣], needs: [茶]}', 'entities')
    assert (rule.id, rule.words('names'), rule.words('needs')) == ('homophones/lu-yu', ('陆羽', 'Lu Yu', '茶圣'), ('茶',))
    assert rule.text('why') == 'lu yu, cha sheng: the same sound as 陆羽, Lu Yu, 茶圣, or nearly'
    assert (rule.path, rule.line) == ('mine.yaml', 1)


def test_a_term_is_not_looked_for_in_english() -> None:
    rule, = sounded('- {term: 盖碗, english: gaiwan tea, gloss: 带盖的碗, aliases: [GW]}', 'glossary')
    assert (rule.id, rule.words('names')) == ('homophones/gaiwan-tea', ('盖碗',))
    assert rule.text('why') == 'gai wan: the same sound as 盖碗 (gaiwan tea), or nearly'


def test_a_right_form_that_needs_a_word_near_it_is_known_by_its_sound() -> None:
    rule, = sounded(RIGHT.format(right='紫砂壶', near=NEAR), 'mishearings')
    assert (rule.id, rule.words('names'), rule.words('near')) == ('homophones/zisha', ('紫砂壶',), ('杯', '壶'))


@pytest.mark.parametrize(('yaml', 'room'), [
    (RIGHT.format(right='紫砂壶', near='unless: [杯]'), 'mishearings'),
    (RIGHT.format(right='teapot', near=NEAR), 'mishearings'),
    (RIGHT.format(right='壶', near=NEAR), 'mishearings'),
    ('- {term: GPU, english: graphics processor, gloss: 显卡}', 'glossary'),
    ('- {id: x-ai, name: xAI, english: xAI, kind: company}', 'entities'),
], ids=['no word near', 'no Han', 'one character', 'a term in Latin letters', 'three letters'])
def test_nothing_to_go_by(yaml: str, room: str) -> None:
    assert sounded(yaml, room) == []


def test_shipped_ones_are_in_the_rulebook_each_with_a_reason() -> None:
    rules = shipped().room('homophones')
    assert len(rules) > 150 and all(rule.text('why').endswith(', or nearly') and rule.line for rule in rules)


def test_nobody_has_written_them() -> None:
    assert not [rule for rule in written() if rule.room in ('glossary', 'homophones')]


def test_each_has_an_id_of_its_own() -> None:
    made = [*of_folder(Path(FOLDER)), *of_rights(written())]
    assert len({rule.id for rule in made}) == len(made)
