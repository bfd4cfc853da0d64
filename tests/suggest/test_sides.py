"""Which files of two folders are of one talk."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.suggest.sides import paired

CASES = {
    'one path, another ending': (['a/talk.txt'], ['a/talk.md'], [('a/talk.txt', 'a/talk.md')], 0),
    'one name in another folder': (['talk.txt'], ['2026/talk.md'], [('talk.txt', '2026/talk.md')], 0),
    'the same path before the same name': (['a/talk.txt', 'b/talk.txt'], ['a/talk.md', 'b/talk.md'],
                                           [('a/talk.txt', 'a/talk.md'), ('b/talk.txt', 'b/talk.md')], 0),
    'two of one name elsewhere are none': (['talk.txt', 'x.txt'], ['a/talk.md', 'b/talk.md', 'x.md'],
                                           [('x.txt', 'x.md')], 1),
    'two endings of one name are none': (['talk.txt', 'talk.srt', 'x.txt'], ['talk.md', 'x.md'],
                                         [('x.txt', 'x.md')], 1),
    'files of other kinds are not looked at': (['talk.txt', 'talk.mp3'], ['talk.md', 'talk.png'],
                                               [('talk.txt', 'talk.md')], 0),
    'hidden files are not looked at': (['talk.txt', '.x.txt'], ['talk.md', '.x.md'], [('talk.txt', 'talk.md')], 0),
}


@pytest.mark.parametrize(('first', 'second', 'pairs', 'errors'), CASES.values(), ids=CASES)
def test_paired(tmp_path: Path, first: list[str], second: list[str], pairs: list[tuple[str, str]], errors: int) -> None:
    for folder, names in (('first', first), ('second', second)):
        for name in names:
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text('好\n', encoding='utf-8')
    found = paired(tmp_path / 'first', tmp_path / 'second')
    assert [(one.first.relative_to(tmp_path / 'first').as_posix(), one.second.relative_to(tmp_path / 'second').as_posix())
            for one in found.pairs] == pairs
    assert len(found.errors) == errors
