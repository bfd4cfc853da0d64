"""Configuration is found by walking up; a wrong key is an error with the nearest right one."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao import Settings, UsageError
from qinggao.config import settings_for

from .cli.run import Shell


def test_pyproject_is_found_by_walking_up(shell: Shell) -> None:
    shell.put('pyproject.toml', '[tool.qinggao]\nlevel = "light"\nto = ["md", "txt"]\n')
    deep = shell.folder / 'a/b'
    deep.mkdir(parents=True)
    assert settings_for(deep) == Settings(level='light', to=('md', 'txt'))


def test_a_pyproject_that_does_not_speak_of_us_is_passed_by(shell: Shell) -> None:
    shell.put('qinggao.toml', 'script = "keep"\n')
    shell.put('a/pyproject.toml', '[tool.other]\nx = 1\n')
    assert settings_for(shell.folder / 'a').script == 'keep'


def test_rules_are_beside_the_file_that_names_them(shell: Shell) -> None:
    shell.put('qinggao.toml', 'rules = ["mine.yaml"]\n')
    assert settings_for(shell.folder / 'a').rules == (str(shell.folder / 'mine.yaml'),)


def test_options_overrule_the_file(shell: Shell) -> None:
    shell.put('qinggao.toml', 'to = ["txt"]\nscript = "keep"\n')
    shell.put('a.txt', '這個題目')
    assert shell('clean', 'a.txt', '-o', 'fair', '--script', 'hans') == 0
    assert (shell.folder / 'fair/a.txt').read_text('utf-8').startswith('这个')


@pytest.mark.parametrize(('text', 'said'), [
    ('levle = "light"', "unknown setting 'levle'; did you mean 'level'?"),
    ('level = "lite"', "unknown level 'lite'; did you mean 'light'?"),
    ('level = 3', 'level must be a string'),
    ('to = "md"', 'to must be a list of strings'),
    ('spaces = "no"', 'spaces must be true or false'),
    ('level = ', 'broken TOML'),
    ('skip = ["filers"]', "unknown stage 'filers'; did you mean 'fillers'?"),
    ('to = ["mdd"]', "unknown format 'mdd'; did you mean 'md'?"),
    ('[tool.qinggao]\nlevel = "light"', '[tool.qinggao] belongs in pyproject.toml; write its keys here'),
], ids=['a key', 'a value', 'a number for a string', 'a string for a list', 'a string for a truth', 'no TOML',
        'a stage', 'a format', 'a table'])
def test_what_is_wrong_is_named(shell: Shell, text: str, said: str) -> None:
    shell.put('qinggao.toml', text + '\n')
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair') == 2
    assert 'qinggao.toml: ' + said in shell.err


def test_a_file_that_cannot_be_read(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, 'Permission denied')
    shell.put('qinggao.toml', 'level = "light"\n')
    shell.put('a.txt')
    monkeypatch.setattr(Path, 'read_bytes', refuse)
    assert shell('clean', 'a.txt', '-o', 'fair') == 2
    assert 'qinggao.toml: cannot be read: permission denied; check its rights' in shell.err


def test_settings_of_a_call_are_checked_too() -> None:
    with pytest.raises(UsageError, match="did you mean 'script'"):
        Settings.of(scripts='hans')
