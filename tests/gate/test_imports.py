"""A commit waits for what the gate imports: only what the lints that found something need."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DEAR = {
    'pydantic', 'typer', 'rich', 'onnxruntime', 'numpy', 'lxml', 'jieba', 'rjieba', 'pysbd', 'opencc', 'markdown_it',
    'ahocorasick_rs', 'regex', 'sqlite3', 'tomllib', 'multiprocessing', 'concurrent.futures', 'asyncio', 'subprocess',
    'tempfile', 'logging', 'urllib.request', 'difflib', 'unittest', 'dataclasses', 'inspect', 'qinggao.cli.clean',
    'qinggao.pipeline', 'qinggao.stages.fillers', 'qinggao.layout',
}
PLAIN = '---\ntitle: 渡口\ndate: \'2026-01-02\'\n---\n### 渡口\n\n渡船早上六点开，晚上九点停。\n'
FOLDED = PLAIN + '\n<details>\n<summary>Original English</summary>\n\nThe ferry leaves at six.\n\n</details>\n'


def imported(folder: Path, page: str) -> set[str]:
    """The modules that checking one page imports."""
    (folder / 'a.md').write_text(page, 'utf-8')
    code = ('import sys; from qinggao.__main__ import main\n'
            'sys.argv = ["qinggao", "check", "a.md", "--ignore", "FM"]; main()\n'
            'sys.stderr.write("\\n" + " ".join(sys.modules))')
    done = subprocess.run([sys.executable, '-c', code], cwd=folder, capture_output=True, text=True, encoding='utf-8')
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize('page', [PLAIN, FOLDED], ids=['a small note', 'a note with a folded original'])
def test_a_clean_page_imports_nothing_dear(tmp_path: Path, page: str) -> None:
    assert not imported(tmp_path, page) & DEAR


def test_what_is_needed_is_imported(tmp_path: Path) -> None:
    assert 'markdown_it' in imported(tmp_path, PLAIN + '\n他说**“快走”**就走了。\n')
