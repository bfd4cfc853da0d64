"""Site profiles: what a user may write, and what is said of a file that is wrong."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.errors import UsageError
from qinggao.site import profile as module
from qinggao.site.profile import FieldRule, compile_to, profile_of

NEEDED = '''author date guest layout source speaker tags title summary insight draft series category area project people
            companies_orgs products_models media_books status'''
LISTS = 'tags project people companies_orgs products_models media_books proposed'


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    profile_of.cache_clear()


def test_the_shipped_profile_has_the_fields_of_a_note_in_their_order() -> None:
    profile = profile_of()
    assert [rule.name for rule in profile.fields.values() if rule.needed] == NEEDED.split()
    assert [rule.name for rule in profile.fields.values() if not rule.needed] == [
        'lang', 'translation_of', 'alternate', 'proposed']
    assert [name for name, rule in profile.fields.items() if rule.is_list] == LISTS.split()
    assert profile.summary == 'Original English' and profile.summary not in profile.labels


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / 'site.yaml'
    path.write_text('fields:\n  title: {filled: true, most: 40}\n  标签: {kind: slugs, default: [], aliases: [tags]}\n'
                    '  mood: {kind: choice, values: [calm, wild], needed: false}\nsummary: 原文\nlabels: [英文]\ntranslation: 译文\n', 'utf-8')
    profile = profile_of(str(path))
    assert list(profile.fields.values()) == [
        FieldRule('title', filled=True, most=40), FieldRule('标签', 'slugs', default='[]', aliases=('tags',)),
        FieldRule('mood', 'choice', needed=False, values=('calm', 'wild'))]
    assert (profile.summary, profile.labels, profile.translation) == ('原文', ('英文',), '译文')


@pytest.mark.parametrize(('text', 'what', 'line'), [
    ('', 'a profile has keys', 1),
    ('- a\n', 'this is a list', 1),
    ('summary: a\n', '`fields`', 1),
    ('summary: a\nfields: []\n', '`fields` is a list', 2),
    ('fields: {}\n', '`fields`', 1),
    ('fields:\n  a: {}\nlabel: b\n', "unknown key 'label'", 3),
    ('fields:\n  a: {}\nsummary: []\n', '`summary`', 3),
    ("fields:\n  a: {}\nsummary: ''\n", '`summary`', 3),
    ('fields:\n  a: {}\ntranslation: []\n', '`translation`', 3),
    ('fields:\n  a: {}\nlabels: b\n', 'labels must be', 3),
    ('fields:\n  a: {}\n  b: text\n', 'b: is no mapping', 3),
    ('fields:\n  a: {kinds: text}\n', "unknown key 'kinds'", 2),
    ('fields:\n  a: {kind: number}\n', "unknown kind 'number'", 2),
    ('fields:\n  a: {kind: [text]}\n', 'unknown kind', 2),
    ('fields:\n  a: {needed: maybe}\n', 'needed must be', 2),
    ('fields:\n  a: {least: -1}\n', 'least must be', 2),
    ('fields:\n  a: {most: 一}\n', 'most must be', 2),
    ('fields:\n  a: {least: 9, most: 8}\n', 'least is 9', 2),
    ('fields:\n  a: {kind: choice}\n', 'values belong', 2),
    ('fields:\n  a: {values: [b]}\n', 'values belong', 2),
    ('fields:\n  a: {kind: choice, values: b}\n', 'values must be', 2),
    ('fields:\n  a: {kind: choice, values: [b], default: c}\n', "default 'c'", 2),
    ('fields:\n  a: {kind: flag, default: maybe}\n', "default 'maybe'", 2),
    ("fields:\n  a: {kind: list, default: ''}\n", "default ''", 2),
    ('fields:\n  a: {default: [b]}\n', 'default must be', 2),
    ('fields:\n  a: {default: []}\n', "default '[]'", 2),
    ('fields:\n  a: {}\n  b: {aliases: [a]}\n', "alias 'a'", 3),
    ('fields:\n  a: {aliases: [c]}\n  b: {aliases: [c]}\n', "alias 'c'", 3),
    ('fields:\n  a b: {}\n', "'a b' is no name", 2),
    ('fields:\n  a: {}\n  a: {}\n', 'twice', 3),
    ('fields: {a: *b}\n', 'aliases', 1),
    ('fields: "a\n', 'broken YAML', 2),
])
def test_an_error_names_its_line(tmp_path: Path, text: str, what: str, line: int) -> None:
    path = tmp_path / 'site.yaml'
    path.write_text(text, 'utf-8')
    with pytest.raises(UsageError) as raised:
        profile_of(str(path))
    assert what in raised.value.what
    assert (raised.value.path, raised.value.line) == (str(path), line)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / 'gbk.yaml').write_bytes('summary: 原文'.encode('gbk'))
    for name in ('none.yaml', 'gbk.yaml', '.'):
        with pytest.raises(UsageError, match='cannot be read'):
            profile_of(str(tmp_path / name))


def test_what_a_wheel_holds_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = profile_of()
    compile_to(tmp_path / 'default.json')
    profile_of.cache_clear()
    monkeypatch.setattr(module, 'COMPILED', tmp_path / 'default.json')
    monkeypatch.setattr(module, 'DEFAULT', tmp_path / 'none.yaml')
    assert profile_of() == written


def test_a_file_that_was_read_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / 'site.yaml'
    for name in ('a', 'b', 'a'):
        path.write_text(f'fields:\n  {name}: {{}}\n', 'utf-8')
        profile_of.cache_clear()
        assert list(profile_of(str(path)).fields) == [name]
