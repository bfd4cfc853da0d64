"""A stretch of any length, window by window."""
from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.editor.gates import STYLE
from qinggao.editor.model import shipped
from qinggao.editor.reading import MARGIN, WINDOW, read, windows
from qinggao.editor.stretches import stretch

LINES = ('今天我们来讲怎么修灯塔', '先说为什么要修', '因为上面的灯坏了', '船看不见岸', '所以大家都很着急', '我们先上去看看',
         '楼梯有一百多级', '走上去要十分钟', '上面风很大', '要系好绳子')
LONG = '\n'.join(LINES * 12)


@given(st.integers(1, 2000))
def test_windows_cover_each_unit_once_and_see_what_stands_beside_it(total: int) -> None:
    found = windows(total)
    assert [first for _, _, first, _ in found] == [0, *(last for *_, last in found[:-1])]
    assert found[-1][3] == total
    for start, end, first, last in found:
        assert end - start <= WINDOW
        assert start == 0 or first - start >= MARGIN
        assert end == total or end - last >= MARGIN


def test_the_same_text_gets_the_same_answers_to_the_last_bit() -> None:
    one = stretch(LONG, 0, len(LONG))
    first, second = read(one, shipped(), STYLE), read(one, shipped(), STYLE)
    assert (first.marks == second.marks).all()
    assert (first.goes == second.goes).all()
    assert (first.ends == second.ends).all()


def test_what_comes_later_does_not_change_what_was_said_of_the_windows_before() -> None:
    whole, part = stretch(LONG, 0, len(LONG)), stretch(LONG, 0, LONG.index('\n', 700))
    shared = WINDOW - MARGIN
    assert np.array_equal(read(whole, shipped(), STYLE).marks[:shared], read(part, shipped(), STYLE).marks[:shared])


@pytest.mark.slow
def test_the_number_of_threads_changes_no_answer() -> None:
    program = ('import hashlib, onnxruntime\n'
               'make = onnxruntime.SessionOptions\n'
               'def options():\n'
               '    made = make()\n'
               '    made.intra_op_num_threads = {threads}\n'
               '    return made\n'
               'onnxruntime.SessionOptions = options\n'
               'from qinggao.editor.gates import STYLE\n'
               'from qinggao.editor.model import shipped\n'
               'from qinggao.editor.reading import read\n'
               'from qinggao.editor.stretches import stretch\n'
               f'text = {LONG!r}\n'
               'said = read(stretch(text, 0, len(text)), shipped(), STYLE)\n'
               'print(hashlib.sha256(said.marks.tobytes() + said.goes.tobytes() + said.ends.tobytes()).hexdigest())\n')
    said = {subprocess.run([sys.executable, '-c', program.replace('{threads}', threads)], capture_output=True, text=True,
                           check=True).stdout for threads in ('1', '2', '3')}
    assert len(said) == 1
