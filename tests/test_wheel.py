"""The built wheel works where nothing else is: rules included, nothing of the checkout needed."""
from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding='utf-8')
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_cleans_a_file_in_an_empty_environment(tmp_path: Path) -> None:
    run(sys.executable, '-m', 'pip', 'wheel', '--quiet', '--no-deps', '-w', tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob('*.whl')
    names = zipfile.ZipFile(wheel).namelist()
    assert 'qinggao/rulebook/compiled.json' in names
    assert 'qinggao/site/profiles/default.json' in names
    assert 'qinggao/rules/fillers.yaml' in names
    assert 'qinggao/py.typed' in names
    assert {'qinggao/models/demo-recogniser/model.bin', 'qinggao/models/self-test.flac', 'qinggao/models/self-test.txt',
            'qinggao/rules/glossary.yaml', 'qinggao/rules/entities.yaml', 'qinggao/pinyin.txt',
            'qinggao/editor/model/editor.onnx', 'qinggao/stages/english/model.json.gz',
            'qinggao/stages/english/names.txt'} <= set(names)
    assert not any(name.startswith(('tests', 'samples', 'scripts')) for name in names)

    venv.create(tmp_path / 'env', with_pip=True)
    binaries = tmp_path / 'env/bin'
    run(binaries / 'pip', 'install', '--quiet', '-c', ROOT / 'requirements.lock', wheel, cwd=tmp_path)
    (tmp_path / 'a.txt').write_text('嗯大家好\n今天讲這个指营\n仓位放在股票上', 'utf-8')
    run(binaries / 'qinggao', 'clean', 'a.txt', '-o', 'fair', '--to', 'txt', cwd=tmp_path)
    assert '今天讲这个止盈' in (tmp_path / 'fair/a.txt').read_text('utf-8')
    assert 'mishearings/zhiying' in run(binaries / 'qinggao', 'why', 'fair/a.txt:1', cwd=tmp_path)
    run(binaries / 'qinggao', 'clean', 'a.txt', '-o', 'edited', '--to', 'txt', '--editor', 'on', cwd=tmp_path)
    assert 'editor/' in run(binaries / 'qinggao', 'why', 'edited/a.txt', cwd=tmp_path)
    assert ' stays' in run(binaries / 'qinggao', 'rules', 'explain', 'zhiying', cwd=tmp_path)
