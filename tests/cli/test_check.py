"""qinggao check, undo and baseline, as a shell calls them."""
from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from qinggao import __version__
from qinggao.gate import cache
from qinggao.gate.check import Accepted, Checked, Task, check_file
from qinggao.gate.examine import examine
from qinggao.gate.finding import Finding
from qinggao.gate.page import Page
from qinggao.gate.settings import Gate
from qinggao.gate.source import read_bytes

from tests.gate.test_diff import applied

from .run import Shell

GLUED = '河水很凉。\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = GLUED.replace('。\n', '。\n\n')
BI = ('--select', 'BI001')


def test_a_page_with_nothing_wrong_is_fine_and_not_touched(shell: Shell) -> None:
    path = shell.put('a.md', RIGHT)
    before = path.stat().st_mtime_ns
    assert shell('check', *BI, 'a.md', '--fix') == 0
    assert (shell.out, path.stat().st_mtime_ns) == ('', before)
    assert shell.err == 'qinggao: 1 file checked: nothing found\n'
    assert not (shell.folder / '.qinggao').exists()


def test_a_finding_is_told_by_its_place_and_fails(shell: Shell) -> None:
    shell.put('笔记 🚢/a.md', GLUED)
    assert shell('check', *BI, '笔记 🚢') == 1
    assert shell.out == '笔记 🚢/a.md:2:1: BI001 [*] no blank line before <details>: put one there\n'
    assert '1 finding in 1 file, 1 of them mended by --fix' in shell.err


def test_a_mend_says_what_it_did_and_can_be_undone(shell: Shell) -> None:
    path = shell.put('a.md', GLUED)
    assert shell('check', *BI, 'a.md', '--fix') == 1
    assert path.read_text('utf-8') == RIGHT
    assert 'a.md: mended: BI001; qinggao undo a.md puts it back' in shell.err
    assert (shell.folder / '.qinggao/.gitignore').read_text() == '*\n'
    assert shell('undo', 'a.md') == 0
    assert path.read_text('utf-8') == GLUED
    assert shell('undo', 'a.md') == 3
    assert 'nothing to undo' in shell.err


def test_why_tells_what_was_mended_on_a_line(shell: Shell) -> None:
    shell.put('a.md', GLUED)
    shell('check', *BI, 'a.md', '--fix')
    assert shell('why', 'a.md:2') == 0
    assert shell.out == "a.md:2: \n  '' → '\\n'  BI001: `<details>` without a blank line before it.\n"
    assert shell('why', 'a.md:1') == 0
    assert shell.out == 'a.md:1: nothing was mended here\n'


def test_undo_goes_back_step_by_step_and_refuses_what_changed_since(shell: Shell) -> None:
    path = shell.put('a.md', GLUED)
    shell('check', *BI, 'a.md', '--fix')
    second = RIGHT + GLUED
    path.write_text(second, 'utf-8')
    assert shell('undo', 'a.md') == 3
    assert 'changed since it was mended' in shell.err
    assert path.read_text('utf-8') == second
    shell('check', *BI, 'a.md', '--fix')
    assert shell('undo', 'a.md') == 0
    assert path.read_text('utf-8') == second


def test_line_ends_mark_and_mode_bits_stay(shell: Shell) -> None:
    path = shell.put('a.md', GLUED.replace('\n', '\r\n').encode())
    path.chmod(0o640)
    assert shell('check', *BI, 'a.md', '--fix') == 1
    assert path.read_bytes() == RIGHT.replace('\n', '\r\n').encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    shell('undo', 'a.md')
    assert path.read_bytes() == GLUED.replace('\n', '\r\n').encode()


def test_a_link_stays_a_link(shell: Shell) -> None:
    path = shell.put('真/a.md', GLUED)
    link = shell.folder / 'b.md'
    link.symlink_to(path)
    assert shell('check', *BI, 'b.md', '--fix') == 1
    assert link.is_symlink()
    assert path.read_text('utf-8') == RIGHT
    assert shell('undo', 'b.md') == 0
    assert path.read_text('utf-8') == GLUED


def test_fix_only_says_nothing_of_what_stays(shell: Shell) -> None:
    shell.put('a.md', GLUED + '\n<<<<<<< ours\n潮\n=======\n汐\n>>>>>>> theirs\n')
    codes = ('--select', 'BI001,MD005')
    assert shell('check', *codes, '--fix-only', 'a.md') == 1
    assert shell.out == ''
    assert shell('check', *codes, '--fix-only', 'a.md') == 0
    assert shell('check', *codes, 'a.md') == 1
    assert 'MD005' in shell.out


def test_a_diff_writes_nothing(shell: Shell) -> None:
    path = shell.put('a.md', GLUED)
    assert shell('check', *BI, '--diff', 'a.md') == 1
    assert shell.out.startswith('--- a/a.md\n+++ b/a.md\n@@ ')
    assert '\n+\n <details>\n' in shell.out
    assert path.read_text('utf-8') == GLUED
    assert not (shell.folder / '.qinggao').exists()


def test_statistics_count_by_code(shell: Shell) -> None:
    shell.put('a.md', GLUED * 2)
    shell.put('b.md', GLUED)
    assert shell('check', '--statistics', *BI) == 1
    assert shell.out == '     3 BI001 [*] details-glued (2 files)\n'


@pytest.mark.parametrize(('name', 'content', 'code', 'said'), [
    ('a.md', b'\xba\xd3\xcb\xae\xba\xdc\xc1\xb9\xa1\xa3\n', 1, 'TR001'),
    ('a.txt', b'\xba\xd3\xcb\xae\xba\xdc\xc1\xb9\xa1\xa3\n', 1, 'TR001'),
    ('a.md', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 1, 'TR00'),
    ('a.srt', b'\0\0\0', 1, 'TR002'),
    ('a.md', b'', 1, 'TR006'),
    ('a.md', b'---\ntitle: [\n---\nok\n', 1, 'FM002'),
    ('a.md', b'---\ntitle: a\n\nwords\n', 1, 'FM002'),
    ('a.srt', b'1\n00:00:01 --> later\nhello\n', 1, 'TR004'),
], ids=['a page that is no UTF-8', 'a transcript that is no UTF-8', 'a picture with a page\'s name', 'zeros',
        'an empty page', 'broken front matter', 'front matter that never ends', 'a broken line of times'])
def test_what_cannot_be_read_is_never_fine(shell: Shell, name: str, content: bytes, code: int, said: str) -> None:
    path = shell.put(name, content)
    assert shell('check', name) == code
    assert said in shell.out
    assert shell('check', name, '--fix') == code
    assert path.read_bytes() == content


def test_files_that_cannot_be_done_are_errors_and_the_others_go_on(shell: Shell) -> None:
    shell.put('a.md', GLUED)
    shell.put('big.md', b'a' * 3_000_000)
    shell.put('qinggao.toml', 'max_megabytes = 2\n')
    (shell.folder / 'pipe.md').mkdir()
    os.mkfifo(shell.folder / 'fifo.md')
    (shell.folder / 'gone.md').symlink_to('nowhere')
    assert shell('check', *BI, 'a.md', 'big.md', 'fifo.md', 'gone.md', 'never.md', 'a.pdf') == 3
    assert 'BI001' in shell.out
    for said in ('big.md: 3 MB, more than 2: not checked', 'fifo.md: not a regular file', 'gone.md: cannot be read',
                 'never.md: no such file or folder', 'a.pdf: no such file'):
        assert said in shell.err


@pytest.mark.skipif(os.name == 'nt' or os.geteuid() == 0, reason='root may read everything')
def test_a_file_without_rights_is_an_error(shell: Shell) -> None:
    shell.put('a.md', GLUED).chmod(0)
    assert shell('check', 'a.md') == 3


def test_an_excluded_file_that_is_named_is_said_so(shell: Shell) -> None:
    shell.put('qinggao.toml', '[check]\nexclude = ["old/**"]\n')
    shell.put('old/a.md', GLUED)
    assert shell('check', *BI, 'old/a.md') == 0
    assert 'old/a.md: excluded by qinggao.toml, so not checked' in shell.err
    assert shell('check', *BI, 'old/a.md', '--no-exclude') == 1


def test_codes_can_be_off_for_some_paths(shell: Shell) -> None:
    shell.put('pyproject.toml', '[tool.qinggao.check]\nper-path = {"old/**" = ["BI"]}\n')
    shell.put('old/a.md', GLUED)
    shell.put('new/a.md', GLUED)
    assert shell('check', *BI) == 1
    assert 'new/a.md' in shell.out
    assert 'old/a.md' not in shell.out


@pytest.mark.parametrize(('toml', 'argv', 'said'), [
    ('[check]\nselekt = ["TX"]', (), "unknown setting 'selekt'; did you mean 'select'?"),
    ('[check]\nselect = ["TX999"]', (), "unknown code 'TX999'; did you mean"),
    ('[check]\nper-path = {"a" = ["XX1"]}', (), "unknown code 'XX1'"),
    ('[check]\nseverity = "warn"', (), "unknown severity 'warn'; did you mean 'warning'?"),
    ('[check]\nexclude = "old"', (), 'exclude must be a list of strings'),
    ('[check]\nprofile = "none.yaml"', ('--select', 'FM006'), 'none.yaml: cannot be read'),
    ('check = 1', (), 'check must be a table'),
    ('', ('--select', 'BI01'), "unknown code 'BI01'"),
    ('', ('--ignore', 'bi001'), "did you mean 'BI001'?"),
    ('', ('--ignore', 'bi'), "did you mean 'BI'?"),
    ('', ('--select', 'ALL'), "unknown code 'ALL'; docs/lints.md lists them"),
    ('', ('--select', ''), '--select names no code'),
    ('', ('--select', ' , '), '--select names no code'),
    ('', ('--explain', ''), "unknown code ''"),
    ('', ('--jobs', '-1'), '--jobs -1'),
    ('[check]\nexclude = ["!a.md"]', (), 'qinggao.toml: a pattern that takes others back'),
    ('[check]\nper-path = {"[z-a]" = ["BI"]}', (), 'qinggao.toml: not a pattern'),
    ('', ('--explain', 'BI01'), "unknown code 'BI01'"),
])
def test_wrong_usage_is_exit_2_with_the_nearest_right_word(
        shell: Shell, toml: str, argv: tuple[str, ...], said: str) -> None:
    shell.put('qinggao.toml', toml)
    shell.put('a.md', '---\ntitle: a\n---\nwords\n')
    assert shell('check', 'a.md', *argv) == 2
    assert said in shell.err


def test_a_baseline_accepts_what_is_there_and_nothing_new(shell: Shell) -> None:
    shell.put('a.md', GLUED)
    shell.put('qinggao.toml', '[check]\nselect = ["BI001"]\n')
    assert shell('baseline', 'write') == 0
    accepted = json.loads((shell.folder / 'qinggao-baseline.json').read_text('utf-8'))
    assert list(accepted['accepted']) == ['a.md']
    assert shell('check') == 0
    assert '1 accepted by qinggao-baseline.json' in shell.err
    assert shell('check', '--no-baseline') == 1
    shell.put('a.md', '新的一段。\n\n' + GLUED)       # moved, not new
    assert shell('check') == 0
    shell.put('b.md', GLUED)
    assert shell('check') == 1
    assert 'b.md:2:1' in shell.out
    assert 'a.md' not in shell.out


def test_what_the_baseline_accepts_is_not_mended(shell: Shell) -> None:
    path = shell.put('a.md', GLUED)
    shell.put('qinggao.toml', '[check]\nselect = ["BI001"]\n')
    shell('baseline', 'write')
    assert shell('check', '--fix') == 0
    assert path.read_text('utf-8') == GLUED


def test_what_the_baseline_accepts_is_not_mended_beside_what_is(shell: Shell) -> None:
    path = shell.put('a.md', '河水，，很凉。他看着海面...很久。\n')
    shell.put('qinggao.toml', '[check]\nselect = ["TX005"]\n')
    shell('baseline', 'write')
    assert shell('check', '--fix', '--select', 'TX004,TX005') == 1
    assert path.read_text('utf-8') == '河水，，很凉。他看着海面……很久。\n'


def test_settings_and_baseline_hold_in_every_folder(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.put('qinggao.toml', '[check]\nselect = ["BI"]\nexclude = ["notes/old/"]\nper-path = {"notes/x.md" = ["BI"]}\n')
    for name in ('notes/a.md', 'notes/x.md', 'notes/old/b.md'):
        shell.put(name, GLUED)
    monkeypatch.chdir(shell.folder / 'notes')
    assert shell('check') == 1
    assert shell.out.startswith('a.md:2:1: BI001')
    assert shell.out.count('\n') == 1
    assert shell('check', 'old/b.md', 'x.md', shell.folder / 'notes/old/b.md') == 0
    assert 'old/b.md: excluded by ../qinggao.toml' in shell.err
    assert shell('baseline', 'write') == 0
    assert shell('check', 'a.md', shell.folder / 'notes/a.md') == 0
    assert '1 file checked: nothing found; 1 accepted by ../qinggao-baseline.json' in shell.err


def test_a_baseline_without_settings_is_found_from_a_folder_below(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.put('notes/a.md', GLUED)
    (shell.folder / '.git').mkdir()
    shell('baseline', 'write')
    monkeypatch.chdir(shell.folder / 'notes')
    assert shell('check', *BI) == 0
    assert 'accepted by ../qinggao-baseline.json' in shell.err


def test_a_broken_baseline_is_written_anew(shell: Shell) -> None:
    shell.put('a.md', GLUED)
    shell.put('qinggao-baseline.json', '<<<<<<< ours\n')
    assert shell('baseline', 'update') == 2
    assert shell('baseline', 'write') == 0
    assert shell('check', *BI) == 0


def test_an_updated_baseline_only_forgets(shell: Shell) -> None:
    shell.put('a.md', GLUED)
    gone = shell.put('b.md', GLUED)
    shell.put('qinggao.toml', '[check]\nselect = ["BI001"]\n')
    shell('baseline', 'write')
    shell.put('a.md', RIGHT)
    shell.put('c.md', GLUED)
    gone.unlink()
    assert shell('baseline', 'update') == 0
    assert json.loads((shell.folder / 'qinggao-baseline.json').read_text('utf-8'))['accepted'] == {}
    shell.put('qinggao-baseline.json', '{"version": 1}')
    assert shell('check') == 2
    assert 'the baseline is broken' in shell.err


def test_a_file_that_cannot_be_checked_stays_accepted(shell: Shell) -> None:
    for name in ('a.md', 'b.md'):
        shell.put(name, GLUED)
    shell.put('qinggao.toml', 'max_megabytes = 1\n[check]\nselect = ["BI001"]\n')
    shell('baseline', 'write')
    shell.put('a.md', GLUED + 'a' * 1_000_000)
    for action in ('write', 'update'):
        assert shell('baseline', action) == 3
        assert '2 findings accepted (2 before)' in shell.err


def test_the_second_run_knows_the_first_and_sees_what_changed(
        shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(shell.folder / 'cache'))
    for number in range(20):
        shell.put(f'{number}.md', GLUED.replace('凉', '凉' * number))
    assert shell('check', '.', '--output-format', 'json', *BI) == 1
    first = shell.out
    assert shell('check', '.', '--output-format', 'json', *BI) == 1
    assert shell.out == first
    assert len(json.loads(first)) == 20
    shell('check', '.', '--output-format', 'sarif', *BI, '--no-cache')
    fresh = shell.out
    shell('check', '.', '--output-format', 'sarif', *BI)
    assert shell.out == fresh, 'what mends would write is remembered too'
    shell.put('3.md', RIGHT)
    assert shell('check', '.', '--output-format', 'json', *BI) == 1
    assert [row['path'] for row in json.loads(shell.out)] == [row['path'] for row in json.loads(first)
                                                              if row['path'] != '3.md']
    assert shell('check', '.', '--select', 'MD005') == 0     # other lints: other findings
    (shell.folder / 'cache/qinggao').joinpath(next(os.walk(shell.folder / 'cache/qinggao'))[2][0]).write_bytes(b'no')
    assert shell('check', '.', *BI) == 1                     # a broken cache is no cache


def test_a_file_that_lies_as_it_lay_is_not_read_again(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(shell.folder / 'cache'))
    monkeypatch.setattr(cache, 'SETTLED', -1)       # else nothing is trusted that was written this very second
    for number in range(20):
        shell.put(f'{number}.md', GLUED.replace('凉', '凉' * number))
    assert shell('check', '.', *BI) == 1
    first, read = shell.out, list[str]()

    def noted(path: str, limit: int) -> bytes:
        read.append(path)
        return read_bytes(path, limit)
    monkeypatch.setattr(cache, 'read_bytes', noted)
    assert shell('check', '.', *BI) == 1
    assert (shell.out, read) == (first, [])
    before = (shell.folder / '3.md').stat()
    path = shell.put('3.md', RIGHT.replace('凉', '凉' * 3).replace('cold.', 'cold'))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    shell('check', '.', *BI)
    assert set(read) == {'3.md'}, 'another one of the same size and date is read all the same'
    assert shell.out != first


def test_what_was_written_this_second_is_read_again(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(shell.folder / 'cache'))
    for number in range(20):
        shell.put(f'{number}.md', GLUED)
    base = cache.Cache(Gate(), False)
    base.keys([f'{number}.md' for number in range(20)])
    base.keep([])
    again = cache.Cache(Gate(), False)
    assert not again._values('SELECT mark, key FROM seen WHERE mark', [again._mark('3.md')[0]])


def test_a_broken_cache_is_made_anew_and_without_a_home_there_is_none(
        shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        shell.put(f'{number}.md', GLUED)
    cache = shell.put(f'cache/qinggao/check-{__version__}.sqlite', 'no')
    monkeypatch.setenv('XDG_CACHE_HOME', str(shell.folder / 'cache'))
    for _ in range(2):
        assert shell('check', *BI) == 1
    assert cache.read_bytes().startswith(b'SQLite')
    monkeypatch.setenv('XDG_CACHE_HOME', 'not/absolute')
    monkeypatch.setattr(os.path, 'expanduser', lambda path: path)
    assert shell('check', *BI) == 1
    assert not (shell.folder / '~').exists()
    assert not (shell.folder / 'not').exists()


def test_what_is_saved_while_it_is_checked_is_not_remembered(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(shell.folder / 'cache'))
    for number in range(20):
        shell.put(f'{number}.md', GLUED)

    def saved(path: str, task: Task, accepted: Accepted) -> Checked:
        if path == '3.md':
            shell.put('3.md', RIGHT)
        return check_file(path, task, accepted)
    with monkeypatch.context() as patch:
        patch.setattr('qinggao.gate.run.check_file', saved)
        shell('check', '.', *BI)
    shell.put('3.md', GLUED)
    assert shell('check', '.', *BI) == 1
    assert shell.out.count('BI001') == 20


def test_a_lint_that_breaks_on_one_page_hides_nothing_of_the_others(
        shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.put('a.md', GLUED)
    shell.put('b.md', '潮\n' + GLUED)

    def broken(page: Page, without: tuple[str, ...]) -> list[tuple[str, Finding]]:
        return examine(page, without) if page.name == 'b' else [][1]
    monkeypatch.setattr('qinggao.gate.check.examine', broken)
    assert shell('check', *BI) == 3
    assert shell.out.startswith('b.md:3:1: BI001')
    assert 'a.md: not checked: IndexError in test_check.py:' in shell.err


@pytest.mark.parametrize('ends', ['\n', '\r\n'])
@pytest.mark.parametrize(('start', 'end'), [('', '\n'), ('\ufeff', '\n'), ('', ''), ('', '\r\n潮'), ('\x0c\u2028', '\n')])
def test_a_diff_and_undo_are_right_to_the_byte(shell: Shell, ends: str, start: str, end: str) -> None:
    before = start + GLUED.removesuffix('\n').replace('\n', ends) + end
    path = shell.put('a.md', before)
    assert shell('check', *BI, '--diff', 'a.md') == 1
    patch = shell.out
    assert shell('check', *BI, '--fix', 'a.md') == 1
    assert applied(before, patch) == path.read_bytes().decode()
    assert shell('undo', 'a.md') == 0
    assert path.read_bytes().decode() == before


@pytest.mark.skipif(os.name == 'nt', reason='a shell')
@pytest.mark.parametrize('stream', ['2>/dev/null', '2>&1'])
def test_who_reads_the_first_line_only_has_not_made_the_pages_right(shell: Shell, stream: str) -> None:
    for number in range(300):
        shell.put(f'{number}.md', GLUED * 8)
    command = f'{sys.executable} -m qinggao check --select BI {stream} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(['bash', '-c', command], cwd=shell.folder, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ('1\n', '')


@pytest.mark.skipif(os.name == 'nt', reason='a shell')
def test_the_way_back_can_be_pasted_into_a_shell(shell: Shell) -> None:
    for name in ("a b'c.md", 'a\nb\'c.md', 'a\udcff.md', '-x.md'):
        path = shell.put(name, GLUED)
        shell('check', *BI, '--fix', name)
        command = shell.err.partition('qinggao undo ')[2].partition(' puts it back')[0]
        done = subprocess.run(['bash', '-c', f'{sys.executable} -m qinggao undo {command}'], cwd=shell.folder)
        assert done.returncode == 0
        assert path.read_text('utf-8') == GLUED


def test_the_same_findings_whatever_the_processes(shell: Shell) -> None:
    for number in range(9):
        shell.put(f'{number}.md', GLUED + '潮' * number)
    shell('check', *BI, '--no-cache', '--jobs', '1')
    one = shell.out
    assert one
    shell('check', *BI, '--no-cache', '--jobs', '3')
    assert shell.out == one


def test_two_fixes_at_once_lose_nothing(shell: Shell) -> None:
    """Each mends what the other does not; both mends and the way back are there in the end."""
    before = GLUED * 40 + '\n\u200b潮\u200b汐。\n'
    path = shell.put('a.md', before)
    command = [sys.executable, '-m', 'qinggao', 'check', '--fix', 'a.md', '--select']
    both = [subprocess.Popen([*command, code], cwd=shell.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for code in ('BI001', 'TX011') * 3]
    assert {process.wait() for process in both} == {0, 1}
    after = path.read_text('utf-8')
    assert '\u200b' not in after
    assert after.count('\n\n<details>') == 40
    assert shell('undo', 'a.md') == 0
    assert shell('undo', 'a.md') == 0
    assert path.read_text('utf-8') == before


def test_a_folder_without_pages_is_said_so(shell: Shell) -> None:
    assert shell('check', '.') == 0
    assert '0 files checked' in shell.err


def test_files_on_disk_are_never_half_written(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    path = shell.put('a.md', GLUED)

    def full(descriptor: int) -> None:
        raise OSError(28, 'No space left on device')
    monkeypatch.setattr(os, 'fsync', full)
    assert shell('check', *BI, '--fix', 'a.md') == 3
    assert 'no space left on device' in shell.err
    assert path.read_text('utf-8') == GLUED
    assert [name.name for name in Path(shell.folder).iterdir() if name.name.endswith('.part')] == []
