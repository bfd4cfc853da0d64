"""What lies on disk and what lints see: line ends, marks and bytes that are no text come back as they were."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.edits import Edit, Revision, undo
from qinggao.gate.source import Source

TEXTS = st.lists(st.sampled_from(['\r\n', '\n', '\r', '河', '水', 'a', '\ufeff', '🚢']), max_size=30).map(''.join)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.sampled_from(['', '\n', '湖', '\n\n'])),
                       max_size=5))
def test_changes_of_the_text_are_changes_of_the_bytes_and_can_be_put_back(
        raw: str, asked: list[tuple[int, int, str]]) -> None:
    source = Source(raw.encode())
    size = len(source.text)
    edits = [Edit(min(at, size), min(at + length, size), new, 'TX000') for at, length, new in asked]
    words = Revision(source.text).edit(edits)
    changes = source.raw_changes(words.changes)
    after = Source(source.with_changes(changes))
    assert _plain(after.text) == _plain(words.text)
    assert source.encoded(undo(after.raw, changes)) == source.data


def _plain(text: str) -> str:
    """A carriage return left alone may come to stand before a line end: on disk the two are one."""
    return re.sub('\r+\n', '\n', text)


def test_a_page_of_crlf_stays_one() -> None:
    source = Source('河水\r\n很凉\r\n'.encode())
    changes = source.raw_changes(Revision(source.text).edit([Edit(2, 2, '\n', 'BI001')]).changes)
    assert source.with_changes(changes) == '河水\r\n\r\n很凉\r\n'.encode()


def test_a_page_of_lf_gets_no_crlf() -> None:
    source = Source('河水\n很凉\n下雪\r\n'.encode())
    changes = source.raw_changes(Revision(source.text).edit([Edit(2, 2, '\n', 'BI001')]).changes)
    assert source.with_changes(changes) == '河水\n\n很凉\n下雪\r\n'.encode()


@pytest.mark.parametrize('codec', ['utf-16-le', 'utf-16-be'])
def test_utf_16_with_a_mark_stays_utf_16(codec: str) -> None:
    data = '\ufeff河水\r\n'.encode(codec)
    source = Source(data)
    assert source.text == '河水\n'
    assert source.with_changes(source.raw_changes([])) == data


def test_bytes_that_are_no_text_come_back() -> None:
    data = b'\xb0\xd7\xcc\xec\r\nok\xff\n'
    source = Source(data)
    assert source.text.endswith('\nok\udcff\n')
    assert source.with_changes(()) == data
