"""What stands between the units of a stretch."""
from __future__ import annotations

import pytest
from qinggao.editor.stretches import stretch

BREAKS = [
    ('line ends', '灯塔\n亮了', [0, 1, 0, 0]),
    ('a blank line is one', '灯塔\n\n亮了', [0, 1, 0, 0]),
    ('a space between Han among lines', '灯塔 亮\n了', [0, 2, 1, 0]),
    ('a space beside Latin is none', '灯 GPT 亮\n了', [0, 0, 1, 0]),
    ('spaces are line ends where nothing else parts the text', '灯塔 亮了', [0, 1, 0, 0]),
    ('a long line that nobody broke', '灯' * 60, [3] * 60),
]


@pytest.mark.parametrize(('text', 'kinds'), [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_breaks_are(text: str, kinds: list[int]) -> None:
    assert stretch(text, 0, len(text)).breaks == kinds
