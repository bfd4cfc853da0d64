"""qinggao models: what is here, fetching, examining."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ..asr.hub import Hub, models, served
from .run import Shell

pytest.importorskip('huggingface_hub')

TINY = 'Systran/faster-whisper-tiny'
FILES = {'model.bin': b'\0' * 300_000, 'config.json': b'{}', 'tokenizer.json': b'{}', 'vocabulary.txt': b'a\n', 'README.md': b'no'}


def listed(cache: Path) -> dict[str, dict[str, object]]:
    return {entry['name']: entry for entry in json.loads(models(cache, 'list', '--json').stdout)}


def test_a_model_is_fetched_listed_and_found(tmp_path: Path) -> None:
    assert listed(tmp_path)['tiny']['path'] == ''
    with served(Hub(TINY, FILES)) as hub:
        done = models(tmp_path, 'fetch', 'tiny', hub=hub.address)
    assert done.returncode == 0, done.stderr
    folder = Path(done.stdout.strip())
    assert sorted(path.name for path in folder.iterdir()) == ['config.json', 'model.bin', 'tokenizer.json', 'vocabulary.txt']
    entry = listed(tmp_path)['tiny']
    assert (entry['path'], entry['lacks'], entry['size']) == (str(folder), [], 300_006)
    rows = models(tmp_path, 'list').stdout.splitlines()
    assert next(row for row in rows if row.startswith('tiny ')).split()[1:4] == ['0.3', 'MB', 'here']
    assert len({row.index('  ', row.index('MB' if 'MB' in row else 'GB')) for row in rows}) == 1    # aligned


def test_a_line_that_goes_dead_is_an_error_and_the_same_command_goes_on(tmp_path: Path) -> None:
    with served(Hub(TINY, FILES)) as hub:
        hub.breaks = 'model.bin'
        done = models(tmp_path, 'fetch', 'tiny', hub=hub.address)
        assert done.returncode == 3 and 'qinggao models fetch tiny goes on' in done.stderr
        assert 'Traceback' not in done.stderr
        assert 'model.bin' in str(listed(tmp_path)['tiny']['lacks'])
        hub.breaks = ''
        assert models(tmp_path, 'fetch', 'tiny', hub=hub.address).returncode == 0


def test_a_repository_of_something_else_is_refused(tmp_path: Path) -> None:
    with served(Hub('someone/else', {'config.json': b'{}'})) as hub:
        done = models(tmp_path, 'fetch', 'someone/else', hub=hub.address)
        assert done.returncode == 3 and 'is not whole: it lacks model.bin' in done.stderr
        done = models(tmp_path, 'fetch', 'someone/other', hub=hub.address)
        assert done.returncode == 3 and 'there is no repository someone/other' in done.stderr


def test_without_a_network_it_says_so(tmp_path: Path) -> None:
    done = models(tmp_path, 'fetch', 'tiny')
    assert done.returncode == 3 and 'tiny cannot be fetched: no network' in done.stderr
    with served(Hub(TINY, {**FILES, 'config.json': b'{ }'})) as hub:
        models(tmp_path, 'fetch', 'tiny', hub=hub.address)
    assert models(tmp_path, 'fetch', 'tiny').returncode == 0        # it is here


@pytest.mark.parametrize('argv, said', [
    (['fetch', 'tyni'], "unknown model 'tyni'; did you mean 'tiny'?"),
    (['fetch'], 'which model?'),
    (['check'], 'which model?'),
    (['list', 'tiny'], 'list takes no name'),
    (['check', './none'], 'no such folder'),
    (['check', 'large-v3-turbo'], 'qinggao models fetch large-v3-turbo'),
])
def test_wrong_usage_is_refused(argv: list[str], said: str, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants
    monkeypatch.setattr(constants, 'HF_HUB_CACHE', str(shell.folder / 'cache'))
    assert shell('models', *argv) == 2
    assert said in shell.err


def test_check_names_what_is_missing(shell: Shell) -> None:
    shell.put('model/config.json', '{}')
    assert shell('models', 'check', 'model') == 1
    assert shell.out.split('\n')[1:4] == ['  wrong: model.bin is missing', '  wrong: tokenizer.json is missing',
                                          '  wrong: vocabulary.json is missing']
    assert shell('models', 'check', 'model', '--json') == 1
    assert len(json.loads(shell.out)['problems']) == 3


def test_the_demo_model_is_whole_and_hears(shell: Shell) -> None:
    from qinggao.asr.models import demo_model
    demo = demo_model()
    if demo is None:
        pytest.skip('no demo model in this checkout')
    assert shell('models', 'check', 'demo') == 0, shell.out
    assert 'hears: ' in shell.out and 'multilingual: yes' in shell.out
    shutil.copytree(demo, shell.folder / 'copy')
    with open(shell.folder / 'copy' / 'model.bin', 'r+b') as file:
        file.truncate(100_000)
    assert shell('models', 'check', 'copy') == 1
    assert 'wrong: CTranslate2 cannot load it' in shell.out
