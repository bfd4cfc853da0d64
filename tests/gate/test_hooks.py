"""The hooks as others install them: real git, the real pre-commit, an environment that it builds from this tree."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLUED = '河水很凉。\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = GLUED.replace('。\n', '。\n\n')
CONFIG = """repos:
  - repo: {url}
    rev: {rev}
    hooks:
      - id: qinggao-check
        exclude: ^old/
      - id: qinggao-fix
      - id: qinggao-rules
"""
RULE = """- id: duchuan
  wrong: [渡船票票]
  right: 渡船票
  why: a word twice
  specs:
    - {{from: 买了渡船票票, to: {to}}}
"""

pytestmark = [pytest.mark.slow,
              pytest.mark.skipif(not (ROOT / '.git').exists() or not shutil.which('git'), reason='no git checkout')]


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder: Path, **env: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._env = {**{key: value for key, value in os.environ.items() if not key.startswith('GIT_')}, **env}
        self.git('init', '--quiet')
        self.git('config', 'user.name', 'a')
        self.git('config', 'user.email', 'a@example.org')

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env=self._env, text=True, encoding='utf-8',
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def git(self, *command: str) -> str:
        done = self.run('git', *command)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def put(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, 'utf-8')
        return path

    def commit(self, *flags: str) -> subprocess.CompletedProcess[str]:
        return self.run('git', 'commit', '--quiet', '-m', 'notes', *flags)


@pytest.fixture(scope='module')
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This working tree, committed: what `repo:` of a configuration leads to."""
    copy = Repository(tmp_path_factory.mktemp('hooks'))
    names = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=ROOT,
                           capture_output=True, check=True, text=True, encoding='utf-8').stdout.split('\0')
    for name in names:
        if name and (ROOT / name).is_file():
            (copy.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy.folder / name)
    copy.git('add', '--all')
    assert copy.commit('--no-verify').returncode == 0
    return copy


@pytest.fixture(scope='module')
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps the environments it builds: one for all tests."""
    return str(tmp_path_factory.mktemp('pre-commit'))


@pytest.fixture
def notes(hooks: Repository, home: str, tmp_path: Path) -> Repository:
    """A repository with the hooks installed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ['PATH']])
    repo = Repository(tmp_path / 'notes', PRE_COMMIT_HOME=home, PATH=path, XDG_CACHE_HOME=str(tmp_path / 'cache'))
    rev = hooks.git('rev-parse', 'HEAD').strip()
    repo.put('.pre-commit-config.yaml', CONFIG.format(url=hooks.folder, rev=rev))
    repo.put('qinggao.toml', '[check]\nignore = ["FM"]\n')    # the pages here are bare bodies
    done = repo.run('pre-commit', 'install', '--install-hooks')
    assert done.returncode == 0, done.stdout
    return repo


def test_a_good_page_is_committed_and_a_bad_one_is_mended_first(notes: Repository) -> None:
    names = ['notes/第 1 集 🚢.md', 'notes/a b.md']
    for name in names:
        notes.put(name, GLUED)
    notes.git('add', '--all')
    first = notes.commit()
    assert first.returncode == 1
    for said in ('BI001', 'notes/第 1 集 🚢.md: mended: BI001', 'files were modified by this hook'):
        assert said in first.stdout
    assert [(notes.folder / name).read_text('utf-8') for name in names] == [RIGHT, RIGHT]
    notes.git('add', '--all')
    second = notes.commit()
    assert second.returncode == 0, second.stdout
    assert notes.git('status', '--porcelain') == '', 'what undo needs is ignored by git'


def test_what_is_not_staged_is_neither_judged_nor_lost(notes: Repository) -> None:
    path = notes.put('a.md', RIGHT)
    notes.git('add', '--all')
    path.write_text(RIGHT + '\n' + GLUED, 'utf-8')      # the bad half is not part of the commit
    done = notes.commit()
    assert done.returncode == 0, done.stdout
    assert path.read_text('utf-8') == RIGHT + '\n' + GLUED


def test_deleted_and_renamed_files(notes: Repository) -> None:
    notes.put('a.md', GLUED)
    notes.put('b.md', RIGHT)
    notes.git('add', '--all')
    assert notes.commit('--no-verify').returncode == 0
    notes.git('rm', '--quiet', 'a.md')
    notes.git('mv', 'b.md', '改名.md')
    done = notes.commit()
    assert done.returncode == 0, done.stdout


def test_a_merge_conflict_left_in_a_page_and_a_page_that_is_no_text(notes: Repository) -> None:
    notes.put('a.md', '潮。\n<<<<<<< ours\n涨潮。\n=======\n退潮。\n>>>>>>> theirs\n')
    (notes.folder / 'b.md').write_bytes(b'\xba\xd3\xcb\xae\n')
    (notes.folder / 'c.srt').write_bytes(b'\0\0\0')
    notes.git('add', '--all')
    done = notes.commit()
    assert done.returncode == 1
    for code in ('a.md:2:1: MD005', 'b.md:1:1: TR001', 'c.srt:1:1: TR002'):
        assert code in done.stdout


def test_rules_files_are_tested_when_they_change(notes: Repository) -> None:
    notes.put('rules/ferry.yaml', RULE.format(to='买了船票'))
    notes.git('add', '--all')
    done = notes.commit()
    assert done.returncode == 1
    assert 'rules/ferry.yaml:6' in done.stdout
    notes.put('rules/ferry.yaml', RULE.format(to='买了渡船票'))
    notes.git('add', '--all')
    done = notes.commit()
    assert done.returncode == 0, done.stdout


def test_try_repo(notes: Repository, hooks: Repository) -> None:
    notes.put('a.md', GLUED)
    notes.git('add', '--all')
    done = notes.run('pre-commit', 'try-repo', str(hooks.folder), 'qinggao-check', '--all-files')
    assert done.returncode == 1
    assert 'a.md:2:1: BI001' in done.stdout
