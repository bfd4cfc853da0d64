"""The calls of the library: what they take, and what a type checker knows of it."""
from __future__ import annotations

import inspect
from pathlib import Path

import pytest
import qinggao
from qinggao import Settings


def test_the_keywords_of_clean_are_the_settings_and_their_defaults() -> None:
    keywords = {name: one for name, one in inspect.signature(qinggao.clean).parameters.items()
                if one.kind is inspect.Parameter.KEYWORD_ONLY}
    assert {name: one.default for name, one in keywords.items()} == Settings._field_defaults
    names = {'tuple[str, ...]': 'Names'}
    assert {name: one.annotation for name, one in keywords.items()} == {
        name: names.get(kind.__forward_arg__, kind.__forward_arg__) for name, kind in Settings.__annotations__.items()}


def test_every_keyword_is_taken() -> None:
    t = qinggao.clean('嗯這個', level='light', script='hans', unsure=True, regional=True, numbers=True, spaces=False,
                      only=['script'], skip=('fillers',), rules=[], to=('md',), encoding='', subtitle_marks='keep',
                      max_megabytes=1)
    assert t.text == '嗯这个'


def test_wrong_keywords_are_errors_here_and_to_a_type_checker(tmp_path: Path) -> None:
    """mypy --strict reports a `type: ignore` that hides nothing: each of these lines is an error to it."""
    with pytest.raises(qinggao.UsageError, match="unknown setting 'leval'; did you mean 'level'"):
        qinggao.clean('嗯好', leval='light')  # type: ignore[arg-type]
    with pytest.raises(qinggao.UsageError, match='level must be a string, not 3'):
        qinggao.clean('嗯好', level=3)  # type: ignore[arg-type]
    with pytest.raises(qinggao.UsageError, match="did you mean 'light'"):
        qinggao.clean('嗯好', level='ligth')  # type: ignore[arg-type]
    with pytest.raises(qinggao.UsageError, match='only must be a list of strings'):
        qinggao.clean('嗯好', only='fillers')  # type: ignore[arg-type]
    with pytest.raises(qinggao.UsageError, match="did you mean 'spaces'"):
        qinggao.write(qinggao.clean('好'), tmp_path / 'a.md', space=False)  # type: ignore[arg-type]


def test_the_gate_can_be_called(tmp_path: Path) -> None:
    path = tmp_path / 'a.md'
    path.write_text('潮水退了,沙滩上全是贝壳。\n', 'utf-8')
    (found,) = qinggao.check(path)
    assert (found.code, found.place, found.mends) == ('TX002', (1, 5, 1, 6), (((1, 5, 1, 6), '，'),))
    done = qinggao.mend(path.read_text('utf-8'))
    assert done.words.text == '潮水退了，沙滩上全是贝壳。\n'
    assert qinggao.undo(done.words.text, done.words.changes) == path.read_text('utf-8')
    assert qinggao.check(path, ignore=['TX']) == ()
    with pytest.raises(qinggao.UsageError, match="unknown code 'TX99'"):
        qinggao.check(path, select=['TX99'])
    with pytest.raises(qinggao.FileError, match='cannot be read'):
        qinggao.check(tmp_path / 'none.md')
