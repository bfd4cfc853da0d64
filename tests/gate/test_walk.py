"""Which files a run is about."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from qinggao.errors import UsageError
from qinggao.gate.globs import fits, pattern
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
    ('from here', 'notes/a.md', './notes/'),
    ('one of some letters', 'notes/a1.md', 'notes/a[0-9].md'),
    ('none of some letters', 'notes/ab.md', 'a[!0-9].md'),
    ('a closing bracket among them', 'notes/a].md', 'a[]x].md'),
    ('a star that is meant', 'notes/*.md', '\\*.md'),
    ('Chinese and spaces', '笔记/第 一 集.md', '笔记/*集.md'),
]
FITS_NOT = [
    ('a star across folders', 'notes/x/a.md', 'notes/*.md'),
    ('part of a name', 'notes/ab.md', 'a.md'),
    ('a folder elsewhere', 'x/notes/a.md', 'notes/*.md'),
    ('one of none of the letters', 'notes/ab.md', 'a[0-9].md'),
    ('a slash is no letter', 'a/b.md', 'a[!x]b.md'),
    ('nothing', 'a.md', ''),
    ('a star that is meant', 'notes/a.md', '\\*.md'),
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


def test_a_folder_in_which_all_is_excluded_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ('drafts/a.md', 'notes/b.md', 'notes/old.md', 'empty/c.pdf'):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = files_in(['drafts', 'notes', 'empty'], ['drafts/', 'old.md'])
    assert (found.paths, found.excluded) == (('notes/b.md',), ('drafts',))


@pytest.mark.parametrize('glob', ['!a.md', '[z-a]'])
def test_what_is_no_pattern_is_an_error(glob: str) -> None:
    with pytest.raises(UsageError, match='pattern'):
        pattern(glob)


@pytest.mark.parametrize('here', ['.', 'notes', 'notes/old', 'else'])
def test_patterns_name_files_from_their_own_folder_wherever_we_stand(
        here: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / 'notes/old/a.md'
    page.parent.mkdir(parents=True)
    page.touch()
    (tmp_path / 'else').mkdir()
    (tmp_path / 'link').symlink_to(tmp_path / 'notes')
    monkeypatch.chdir(tmp_path / here)
    for name in (str(page), os.path.relpath(page), str(tmp_path / 'link/old/a.md'), str(page.parent / '../old/a.md')):
        assert fits(name, ['notes/old/'], str(tmp_path))
        assert files_in([name, str(page.parent), os.path.relpath(page)], (), str(tmp_path)).paths == (name,)


def test_a_folder_behind_a_link_is_walked_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`link/..` is not here."""
    (tmp_path / 'x/y').mkdir(parents=True)
    (tmp_path / 'x/a.md').touch()
    (tmp_path / 'b.md').touch()
    (tmp_path / 'link').symlink_to('x/y')
    monkeypatch.chdir(tmp_path)
    assert files_in(['link/..'], ()).paths == ('link/../a.md',)
    assert files_in(['./'], ()).paths == ('b.md', 'x/a.md')
