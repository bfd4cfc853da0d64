"""The shipped terms and names, and what a file of them may not say."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao import UsageError
from qinggao.rulebook.lexicon import KINDS, Entity, Term, entities, glossary, read_entities, read_terms

TERM = '- {term: 盖碗, english: gaiwan, gloss: 带盖的茶碗, aliases: [三才碗]}\n'
ENTITY = '- {id: lu-yu, name: 陆羽, english: Lu Yu, kind: person, aliases: [茶圣]}\n'


def put(folder: Path, text: str) -> Path:
    path = folder / 'mine.yaml'
    path.write_text(text, 'utf-8')
    return path


def test_items_are_read_with_all_their_names(tmp_path: Path) -> None:
    assert read_terms(put(tmp_path, TERM)) == (Term('盖碗', 'gaiwan', '带盖的茶碗', ('三才碗',)),)
    found = read_entities(put(tmp_path, ENTITY))
    assert found == (Entity('lu-yu', '陆羽', 'Lu Yu', 'person', ('茶圣',)),)
    assert found[0].names == ('陆羽', 'Lu Yu', '茶圣')


def test_the_shipped_files_are_in_canonical_order() -> None:
    assert [term.english for term in glossary()] == sorted((term.english for term in glossary()), key=str.casefold)
    assert [entity.id for entity in entities()] == sorted(entity.id for entity in entities())


def test_no_name_is_in_both_files() -> None:
    terms = {name.casefold() for term in glossary() for name in term.names}
    assert not terms & {name.casefold() for entity in entities() for name in entity.names}


def test_every_kind_is_there_and_ids_are_plain() -> None:
    assert {entity.kind for entity in entities()} == set(KINDS)
    assert all(char.islower() or char.isdigit() or char == '-' for entity in entities() for char in entity.id)


@pytest.mark.parametrize('text, line, what', [
    (TERM.replace('gloss', 'glos'), 1, "without 'gloss'"),
    (TERM + TERM.replace('aliases', 'alias'), 2, "unknown key 'alias'"),
    (TERM + TERM, 2, "'盖碗' twice"),
    (TERM + '- {term: 茶碗, english: tea bowl, gloss: 碗, aliases: [GAIWAN]}\n', 2, "'gaiwan' twice"),
    (TERM + '- {term: 茶碗, english: tea bowl, gloss: 碗, aliases: [茶碗]}\n', 2, "'茶碗' twice"),
    (TERM.replace('[三才碗]', '三才碗'), 1, 'aliases must be a list'),
    (TERM.replace('[三才碗]', "['']"), 1, 'none empty'),
    (TERM.replace('[三才碗]', '[[三才碗]]'), 1, 'aliases must be a list'),
    (TERM.replace('带盖的茶碗', '[带盖]'), 1, 'gloss must be one string'),
    ('term: 盖碗\n', 1, 'not a list'),
    ('- 盖碗\n', 1, 'not an item'),
    (TERM + '- *bomb\n', 2, 'aliases'),
    ('', 1, 'not a list'),
])
def test_what_is_no_term_is_said_with_its_line(text: str, line: int, what: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=what.replace('[', r'\[')) as caught:
        read_terms(put(tmp_path, text), 'mine.yaml')
    assert caught.value.line == line


@pytest.mark.parametrize('text, said', [
    (TERM.replace('带盖的茶碗', '带（盖）的茶碗'), '带（盖）的茶碗'),
    (TERM.replace('带盖的茶碗', '带盖。茶碗'), '带盖。茶碗'),
    (TERM.replace('带盖的茶碗', '"**带盖**的茶碗"'), '**带盖**的茶碗'),
    (TERM.replace('带盖的茶碗', '带盖&lt;茶碗'), '带盖&lt;茶碗'),
    (TERM.replace('gaiwan', '盖碗儿'), '盖碗儿'),
    (TERM.replace('gaiwan', 'gai (wan)'), 'gai (wan)'),
    (TERM.replace('三才碗', '“三才碗”'), '“三才碗”'),
])
def test_what_would_be_markup_in_a_gloss_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='cannot stand in a gloss') as caught:
        read_terms(put(tmp_path, text), 'mine.yaml')
    assert repr(said) in str(caught.value)
    assert caught.value.line == 1


def test_two_terms_of_one_rule_are_refused(tmp_path: Path) -> None:
    text = TERM + '- {term: 茶船, english: Gai-wan, gloss: 托茶碗的}\n- {term: 茶托, english: gai wan, gloss: 也托茶碗}\n'
    with pytest.raises(UsageError, match=r"mine\.yaml:3: 'gai wan' and 'Gai-wan' would be one rule"):
        read_terms(put(tmp_path, text), 'mine.yaml')


def test_an_everyday_word_says_where_it_is_a_term(tmp_path: Path) -> None:
    (term,) = read_terms(put(tmp_path, TERM.replace('}', ', needs: [茶], near: [碗], unless: [盖碗儿]}')))
    assert (term.needs, term.near, term.unless) == (('茶',), ('碗',), ('盖碗儿',))
    (entity,) = read_entities(put(tmp_path, ENTITY.replace('}', ', needs: [茶], misheard: [鲁羽]}')))
    assert (entity.needs, entity.misheard) == (('茶',), ('鲁羽',))


def test_what_is_no_entity_is_said_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mine\.yaml:1: unknown kind 'persn'; did you mean 'person'\?"):
        read_entities(put(tmp_path, ENTITY.replace('person', 'persn')), 'mine.yaml')
    with pytest.raises(UsageError, match="'lu-yu' twice"):
        read_entities(put(tmp_path, ENTITY + ENTITY.replace('陆羽', '陆子').replace('Lu Yu', 'Lu Zi')))
