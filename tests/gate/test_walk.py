"""Which files a run is about."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.gate.globs import fits
from qinggao.gate.settings import Checks, Gate
from qinggao.gate.walk import files_in

FITS = [
    ('a whole path', 'notes/a.md', 'notes/a.md'),
    ('a name at any depth', 'notes/old/a.md', 'a.md'),
    ('a folder', 'notes/old/a.md', 'notes/old'),
    ('a folder with its slash', 'notes/old/a.md', 'notes/old/'),
    ('a folder at any depth', 'talks/old/a.md', 'old'),
    ('a star within a folder', 'notes/a.md', 'notes/*.md'),
    ('two stars across folders', 'notes/x/y/a.md', 'notes/**/*.md'),
    ('two stars for no folder at all', 'notes/a.md', 'notes/**/*.md'),
    ('a question mark', 'notes/a1.md', 'notes/a?.md'),
    ('from the root', 'notes/a.md', '/notes'),
    ('Chinese and spaces', '笔记/第 一 集.md', '笔记/*集.md'),
]
FITS_NOT = [
    ('a star across folders', 'notes/x/a.md', 'notes/*.md'),
    ('part of a name', 'notes/ab.md', 'a.md'),
    ('a folder elsewhere', 'x/notes/a.md', 'notes/*.md'),
    ('signs of regular expressions', 'notes/a.md', 'notes/(a|b).md'),
]


@pytest.mark.parametrize(('path', 'pattern'), [row[1:] for row in FITS], ids=[row[0] for row in FITS])
def test_a_pattern_fits(path: str, pattern: str) -> None:
    assert fits(path, [pattern])


@pytest.mark.parametrize(('path', 'pattern'), [row[1:] for row in FITS_NOT], ids=[row[0] for row in FITS_NOT])
def test_a_pattern_fits_not(path: str, pattern: str) -> None:
    assert not fits(path, [pattern])


def test_codes_that_do_not_count_in_a_file() -> None:
    gate = Gate(Checks(per_path={'old/**': ('FM006',), '*.txt': ('TX', 'TR008')}))
    assert gate.without('old/a.txt') == ('FM006', 'TX', 'TR008')
    assert gate.without('new/a.md') == ()


def test_a_folder_is_walked_in_a_stable_order_without_what_is_hidden(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ('b.md', 'a.md', 'x/c.srt', 'x/d.pdf', '.git/e.md', 'node_modules/f.md', '.g.md', 'x/old.md'):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('潮')
    found = files_in(['.', 'b.md', 'x/old.md', 'x/d.pdf', 'gone.md'], ['old.md'])
    assert found.paths == ('a.md', 'b.md', 'x/c.srt')
    assert found.excluded == ('x/old.md',)
    assert [str(error) for error in found.errors] == [
        'x/d.pdf: neither a page nor a transcript, so not checked; known are .md, .markdown, .txt, .srt, .vtt',
        'gone.md: no such file or folder; check the name']
