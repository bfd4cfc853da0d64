"""What --diff shows: applied to the file as it lies on disk it gives what --fix would write."""
from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from qinggao.edits import Change, Edit, Revision
from qinggao.gate.diff import diff

TEXTS = st.lists(st.sampled_from(['\n', '\r\n', '\f', '\u2028', '河', '河\n', '水\n', '\n\n\n\n\n\n\n\n']), max_size=30).map(''.join)
EDITS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.sampled_from(['', '\n', '湖', '湖\n', '\n\n'])), max_size=6)


@given(TEXTS, EDITS)
def test_a_diff_applied_is_the_mended_file(before: str, asked: list[tuple[int, int, str]]) -> None:
    size = len(before)
    words = Revision(before).edit([Edit(min(at, size), min(at + length, size), new, 'TX000') for at, length, new in asked])
    patch = diff('a.md', before, words.changes)
    assert applied(before, patch) == words.text
    assert all(re.search('^[-+]', hunk, re.M) for hunk in patch.split('\n@@ ')[1:]), 'a hunk changes something'


def applied(before: str, patch: str) -> str:
    """What `patch` makes of a text."""
    old, new, at = _lines(before), list[str](), 0
    rows = iter(patch.replace('\n\\ No newline at end of file\n', '\0').replace('\0', '\0\n').split('\n')[2:-1])
    for row in rows:
        if found := re.match(r'@@ -(\d+),(\d+) \+(\d+),(\d+) @@', row):
            start, count, begin, size = map(int, found.groups())
            start -= count > 0
            new += old[at:start]
            at = start
            assert len(new) == begin - (size > 0), 'the place in the new file is right'
            continue
        line = row[1:-1] if row.endswith('\0') else row[1:] + '\n'
        if row[0] in ' -':
            assert old[at] == line
            at += 1
        if row[0] in ' +':
            new.append(line)
    new += old[at:]
    assert all(line.endswith('\n') for line in new[:-1]), 'only the last line of a file is without its end'
    return ''.join(new)


def _lines(text: str) -> list[str]:
    return re.findall(r'[^\n]*\n|[^\n]+', text)


def test_lines_that_come_often_stay_out_of_it() -> None:
    """difflib takes them for noise in a long file, and shows the whole of it as new."""
    before = '河水。\n\n' * 1000 + '河水。。\n' + '河水。\n\n' * 1000
    at = before.index('。。')
    shown = diff('a.md', before, [Change(at, '。。', '。', ('TX005',))])
    assert [line for line in shown.split('\n')[2:] if line[:1] in ('+', '-')] == ['-河水。。', '+河水。']
    assert '@@ -1998,7 +1998,7 @@' in shown


def test_a_name_forges_no_line() -> None:
    assert diff('a\n+b.md', '河', [Change(0, '河', '湖', ('TX005',))]).startswith('--- a/a\\n+b.md\n+++ b/a\\n+b.md\n@@ ')


def test_a_name_with_a_space_ends_with_a_tab_as_in_git() -> None:
    assert diff('a b.md', '河', [Change(0, '河', '湖', ('TX005',))]).startswith('--- a/a b.md\t\n+++ b/a b.md\t\n@@ ')
