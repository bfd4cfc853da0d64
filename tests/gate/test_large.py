"""Twice the text takes twice the time, whatever stands in it: what thousands of findings on one line cost."""
from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from qinggao.gate.examine import examine
from qinggao.gate.finding import Finding
from qinggao.gate.lines import NEAR, Lines
from qinggao.gate.locate import fingerprint, located
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate

GATE = Gate(Checks(select=('TX005', 'QG')))
TEXTS: dict[str, Callable[[int], str]] = {
    'one line with many findings': lambda n: '河水。。' * n,
    'comments that hush the next line': lambda n: '<!-- qinggao: off-next-line TX005 -->\n' * n,
    'comments that nothing turns on again': lambda n: '<!-- qinggao: off -->\n河水。。\n\n' * n,
    'off and on': lambda n: '<!-- qinggao: off TX005 -->\n河水。。\n<!-- qinggao: on TX004 -->\n' * n,
    'comments on one line': lambda n: '<!-- qinggao: off TX005 -->' * n,
}


@pytest.mark.slow
@pytest.mark.parametrize('make', TEXTS.values(), ids=TEXTS)
def test_time_grows_with_the_text(make: Callable[[int], str]) -> None:
    small, large = (min(_seconds(make(size)) for _ in range(2)) for size in (3_000, 12_000))
    assert large < 9 * small + 0.1      # 4 times as much; the square of it would be 16 times


def _seconds(text: str) -> float:
    start = time.perf_counter()
    located('a.md', text, examine(Page('a.md', text, GATE)))
    return time.perf_counter() - start


def test_a_fingerprint_is_of_whole_lines_and_of_what_is_near_on_endless_ones() -> None:
    line = '潮水退了，' * 20
    assert Lines(f'{line}\n{line}河。\n').said(len(line) + 3, len(line) + 4) == f'{line}河。'
    endless = '潮' * 9000
    text = f'{endless}河。。{endless}'
    at = text.index('。。')
    one = fingerprint('TX005', Lines(text), Finding(at, at + 2, ''))
    assert one == fingerprint('TX005', Lines(f'潮水。\n{text}潮'), Finding(at + 4, at + 6, ''))
    assert one != fingerprint('TX005', Lines(text.replace('河', '湖')), Finding(at, at + 2, ''))
    assert len(Lines(text).said(0, len(text))) == 4 * NEAR


def test_deep_front_matter_is_refused_soon() -> None:
    start = time.perf_counter()
    text = '---\na: ' + '[' * 100_000 + '\n---\n河\n'
    assert [code for code, _ in examine(Page('a.md', text, Gate(Checks(select=('FM002',)))))] == ['FM002']
    assert time.perf_counter() - start < 2
