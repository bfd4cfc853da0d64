"""What undo needs: written whole, before the file; never outside of the repository; never over what somebody saved."""
from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qinggao.errors import FileError
from qinggao.gate import replace as replacing
from qinggao.gate.check import Task, check_file
from qinggao.gate.journal import Step, digest, place, put_back, save, steps
from qinggao.gate.replace import replace
from qinggao.gate.settings import Checks, Gate

GLUED = '河水很凉。\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = GLUED.replace('。\n', '。\n\n')
FIX = Task(Gate(Checks(select=('BI001',))), fix=True)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a repository."""
    (tmp_path / '.git').mkdir()
    path = tmp_path / 'a.md'
    path.write_text(GLUED, 'utf-8')
    return path


def test_a_step_that_was_written_down_but_never_done_is_passed_over(page: Path) -> None:
    """The process was killed between the two."""
    check_file(str(page), FIX)
    save(str(page), [*steps(str(page)), Step(digest(RIGHT.encode()), digest(b'never'), ())])
    put_back(str(page))
    assert page.read_text('utf-8') == GLUED


def test_what_was_put_back_by_hand_takes_no_room(page: Path) -> None:
    for _ in range(3):
        check_file(str(page), FIX)
        page.write_text(GLUED, 'utf-8')
    check_file(str(page), FIX)
    assert len(steps(str(page))) == 1


@pytest.mark.parametrize('link', ['.qinggao', '.qinggao/undo', '.qinggao/undo/a.md.json', '.qinggao/lock'])
def test_no_link_leads_us_out_of_the_repository(page: Path, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    elsewhere, at = tmp_path_factory.mktemp('elsewhere'), page.parent / link
    at.parent.mkdir(parents=True, exist_ok=True)
    at.symlink_to(elsewhere / 'new' if at.suffix or at.name == 'lock' else elsewhere)
    assert 'a link that leads elsewhere' in str(check_file(str(page), FIX).error)
    assert list(elsewhere.iterdir()) == []
    assert page.read_text('utf-8') == GLUED


@pytest.mark.parametrize(('text', 'said'), [
    ('', 'JSONDecodeError'), ('[]', 'TypeError'), ('{"version": 1}', 'KeyError'), ('[' * 200_000, 'RecursionError'),
    ('{"version": 2, "steps": []}', 'a journal of version 2'), ('{"version": 1, "steps": [1]}', 'TypeError'),
    ('{"version": 1, "steps": [["a", "b", [["x", "y", "z", []]]]]}', 'ValueError'),
])
def test_a_broken_journal_is_said_so_and_nothing_is_mended(page: Path, text: str, said: str) -> None:
    check_file(str(page), FIX)
    Path(place(str(page))).write_text(text)
    with pytest.raises(FileError, match=said):
        put_back(str(page))
    page.write_text(GLUED, 'utf-8')
    assert said in str(check_file(str(page), FIX).error)
    assert page.read_text('utf-8') == GLUED


@pytest.mark.parametrize('name', ['长' * 84 + '.md', 'l' * 252 + '.md'])
def test_the_longest_names_have_a_journal(page: Path, name: str) -> None:
    path = page.with_name(name)
    page.rename(path)
    assert check_file(str(path), FIX).error is None
    put_back(str(path))
    assert path.read_text('utf-8') == GLUED


@pytest.mark.parametrize('exchanges', [True, False])
def test_what_somebody_saved_meanwhile_stays(page: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool) -> None:
    if not exchanges:
        monkeypatch.setattr(replacing, '_exchange', lambda one, other: False)
    assert not replace(str(page), b'ours', b'what we knew')
    assert page.read_text('utf-8') == GLUED
    assert replace(str(page), b'ours', GLUED.encode())
    assert page.read_bytes() == b'ours'
    assert [path.name for path in page.parent.iterdir() if path.name.endswith('.part')] == []


def test_what_somebody_saves_between_our_look_and_our_write_goes_back(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not replacing._exchange(str(page), str(page)):
        pytest.skip('no two files change places here')
    saves = [b'first', b'second']
    exchange = replacing._exchange

    def busy(one: str, other: str) -> bool:
        if saves:
            (page.parent / 'new').write_bytes(saves.pop(0))
            os.replace(page.parent / 'new', page)
        return exchange(one, other)
    monkeypatch.setattr(replacing, '_exchange', busy)
    assert not replace(str(page), b'ours', GLUED.encode())
    assert page.read_bytes() == b'second'


def test_a_save_while_it_is_mended_is_mended_too(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = '新的一段。\n\n' + GLUED
    write, saves = replacing._write, [later]

    def slow(part: str, data: bytes, path: str) -> None:
        write(part, data, path)
        if path == str(page) and saves:
            page.write_text(saves.pop(), 'utf-8')
    monkeypatch.setattr(replacing, '_write', slow)
    assert check_file(str(page), FIX).error is None
    assert page.read_text('utf-8') == later.replace('凉。\n', '凉。\n\n')
    assert len(steps(str(page))) == 1
    put_back(str(page))
    assert page.read_text('utf-8') == later


SAVES = """
import os, sys, time
for number in range(200):
    text = f'{number}。\\n\\n' + sys.argv[1]
    with open('new', 'w', encoding='utf-8') as file:
        file.write(text)
    os.replace('new', 'a.md')
    time.sleep(0.002)
"""


@pytest.mark.slow
def test_an_editor_that_saves_all_the_time_loses_nothing(page: Path) -> None:
    editor = subprocess.Popen([sys.executable, '-c', SAVES, GLUED], cwd=page.parent)
    mended = 0
    while editor.poll() is None:
        mended += bool(check_file(str(page), FIX).mended)
    check_file(str(page), FIX)
    assert mended
    assert page.read_text('utf-8') == '199。\n\n' + RIGHT


KILLED = """
import os, signal
from qinggao.gate import replace
from qinggao.gate.check import Task, check_file
from qinggao.gate.settings import Checks, Gate
replace.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
check_file('a.md', Task(Gate(Checks(select=('BI001',))), fix=True))
"""


@pytest.mark.skipif(os.name == 'nt', reason='signals')
def test_killed_while_the_journal_is_written(page: Path) -> None:
    """What it wrote so far has a name that nothing reads."""
    (page.parent / '.qinggao').mkdir()
    (page.parent / '.qinggao/.gitignore').write_text('*\n')
    killed = subprocess.run([sys.executable, '-c', KILLED], cwd=page.parent, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert [path.suffix for path in (page.parent / '.qinggao/undo').iterdir()] == ['.part']
    assert steps(str(page)) == []
    assert page.read_text('utf-8') == GLUED
    assert check_file(str(page), FIX).mended
    put_back(str(page))
    assert page.read_text('utf-8') == GLUED


@pytest.mark.slow
@pytest.mark.skipif(os.name == 'nt', reason='signals')
@pytest.mark.parametrize('how', [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize('jobs', ['1', '2'])
def test_killed_in_the_middle_of_many_files(page: Path, how: signal.Signals, jobs: str) -> None:
    glued = GLUED * 120
    names = [f'{number}.md' for number in range(300)]
    for name in names:
        (page.parent / name).write_text(glued, 'utf-8')
    command = [sys.executable, '-m', 'qinggao', 'check', '--select', 'BI001', '--jobs', jobs, '--fix', *names]
    run = subprocess.Popen(command, cwd=page.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           start_new_session=True)
    undone = page.parent / '.qinggao/undo'
    while run.poll() is None and not (undone.exists() and len(list(undone.iterdir())) > 20):
        time.sleep(0.01)
    os.killpg(run.pid, how)
    run.wait(60)
    mended = glued.replace('。\n', '。\n\n')
    for name in names:
        path = page.parent / name
        assert path.read_text('utf-8') in (glued, mended)
        if path.read_text('utf-8') == mended:
            put_back(str(path))
        assert path.read_text('utf-8') == glued
    for path in undone.glob('[!.]*'):       # a part that was being written stays: no name that is ever read
        assert json.loads(path.read_text('utf-8'))['version'] == 1
    assert {path.suffix for path in undone.glob('.*')} <= {'.part'}
