"""The memory of a folder is found from where one stands."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao import UsageError
from qinggao.bilingual.memory.place import nearest, place

from .given import opened


def made(root: Path) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    opened(root).close()
    return place(root)


def test_the_nearest_one_upwards_is_taken_before_one_below(tmp_path: Path) -> None:
    (tmp_path / 'fair' / 'talks').mkdir(parents=True)
    below, above = made(tmp_path / 'fair' / 'talks' / 'old'), made(tmp_path)
    assert nearest(tmp_path / 'fair' / 'talks') == above
    here = made(tmp_path / 'fair' / 'talks')
    assert nearest(tmp_path / 'fair' / 'talks') == here != below


def test_else_the_only_one_in_a_folder_right_below(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no memory here') as caught:
        nearest(tmp_path)
    assert '--memory FILE' in caught.value.cure
    made(tmp_path / 'fair' / 'deeper')
    with pytest.raises(UsageError, match='no memory here'):
        nearest(tmp_path)
    first = made(tmp_path / 'fair')
    assert nearest(tmp_path) == first
    made(tmp_path / 'other')
    with pytest.raises(UsageError, match='2 memories below: ') as caught:
        nearest(tmp_path)
    assert str(first) in caught.value.what
