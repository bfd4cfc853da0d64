"""No block of a page swallows what stands behind it."""
from __future__ import annotations

import pytest
from qinggao.bilingual.pages import read
from qinggao.transcript import Turn

from .talk import body, fold, page, paired, raw, whole
from .tracks import rendered

OPEN = {
    'a fence': ('~~~\n乙', '~~~\n乙\n~~~'),
    'a fence in a list': ('- ```\n  乙', '- ```\n  乙'),
    'a comment': ('<!-- 乙', '&lt;!-- 乙'),
    'a script': ('<script>\n乙', '&lt;script>\n乙'),
    'a fold': ('<details>\n\n乙', '&lt;details>\n\n乙'),
    'a fold of ours': (fold('乙'), '&lt;details>\n&lt;summary>Original English&lt;/summary>\n乙\n&lt;/details>'),
    'the end of one': ('乙</details>', '乙&lt;/details>'),
    'a mistyped one': ('</detais>乙', '&lt;/detais>乙'),
    'a tag in an odd place': ('甲`</details>乙', '甲\\`&lt;/details>乙'),
}
CLOSED = {
    'a fence': '~~~\n</details>\n\n乙\n~~~',
    'a comment': '<!-- 乙\n\n丙 -->',
    'code': '甲`</details>`乙',
    'a fold of another kind': '<details>\n<summary>答案</summary>\n\n乙\n\n</details>',
    'a tag of another kind': '<div class="x">\n\n乙\n\n</div>',
    'less': '甲 < 乙',
    'an escape': '\\<details>乙',
}


@pytest.mark.parametrize(('markdown', 'wanted'), OPEN.values(), ids=OPEN)
def test_what_is_open_is_closed_or_words_in_the_first(markdown: str, wanted: str) -> None:
    talk = paired(page('甲\n\n' + markdown), raw('a b'), ('甲', 'a'), (page(markdown).text, 'b'))
    assert body(talk) == f'甲\n\n{fold("a")}\n\n{wanted}\n\n{fold("b")}'


@pytest.mark.parametrize(('markdown', 'wanted'), OPEN.values(), ids=OPEN)
def test_and_in_the_second(markdown: str, wanted: str) -> None:
    talk = paired(raw('甲'), page(markdown), ('甲', page(markdown).text))
    assert body(talk) == f'甲\n\n{fold(wanted)}'
    assert rendered(body(talk)).count('</details>') == 1
    found = read(whole(talk))
    assert found and '乙' in found.second.text


@pytest.mark.parametrize('markdown', CLOSED.values(), ids=CLOSED)
def test_what_is_closed_stays_as_it_stood(markdown: str) -> None:
    talk = paired(page(markdown), raw('b'), (page(markdown).text, 'b'))
    assert body(talk) == f'{markdown}\n\n{fold("b")}'


def test_what_would_be_read_as_the_older_shape_is_words() -> None:
    older = '<p class="english-text">乙</p>'
    words = fold(older.replace('<', '&lt;'))
    assert body(paired(raw('甲'), page(older), ('甲', older))) == f'甲\n\n{words}'


def test_names_forge_nothing() -> None:
    talk = paired(raw('甲', Turn(0, '**</details>\n# x')), raw('b', Turn(0, 'a|b')), ('甲', 'b'))
    assert body(talk) == f'**/details # x**: 甲\n\n{fold("**a|b**: b")}'
    assert body(talk, 'columns').endswith('| **/details # x**: 甲 | **a\\|b**: b |')
