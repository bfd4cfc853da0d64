"""The page in columns."""
from __future__ import annotations

import pytest
from qinggao.bilingual.pages import Style
from qinggao.bilingual.pages.cells import cells, lines_of
from qinggao.bilingual.pages.columns import write
from qinggao.site.profile import Profile
from qinggao.transcript import Turn

from .talk import STYLE, body, page, paired, raw
from .tracks import rendered, seen

HEAD = '| 简体中文 | English |\n| --- | --- |\n'


def test_a_row_for_each_passage() -> None:
    talk = paired(raw('河水很凉。\n\n船来了。'), raw('It was cold.\nBrr. A boat came.', Turn(13, 'Anna')), ('河水很凉。', 'It was cold.\nBrr.'),
                  ('船来了。', 'A boat came.'))
    assert body(talk, 'columns') == f'{HEAD}| 河水很凉。 | It was cold.<br><br>**Anna**: Brr. |\n| 船来了。 | A boat came. |'


def test_headings_and_code_stand_between_tables() -> None:
    talk = paired(page('## 河\n\n凉。\n\n~~~\na | b\n~~~\n\n船。'), page('## River\n\nCold.\n\n~~~\na | b\n~~~\n\nBoat.'), ('## 河', '## River'),
                  ('凉。', 'Cold.'), ('~~~\na | b\n~~~', '~~~\na | b\n~~~'), ('船。', 'Boat.'))
    assert body(talk, 'columns') == (f'## 河\n\n{HEAD}|  | River |\n| 凉。 | Cold. |\n\n~~~\na | b\n~~~\n\n'
                                     f'{HEAD}|  | `a \\| b` |\n| 船。 | Boat. |')


CELLS = {
    'a bar': ('一 | 二', '一 \\| 二'),
    'a bar that is escaped': ('一 \\| 二', '一 \\| 二'),
    'a bar behind a backslash': ('一 \\\\| 二', '一 \\\\&#124; 二'),
    'a bar in code': ('`a|b`', '`a\\|b`'),
    'one behind a backslash there': ('`a\\|b`', '<code>a&#92;&#124;b</code>'),
    'lines': ('一\n二', '一<br>二'),
    'a hard break': ('一\\\n二', '一<br>二'),
    'a break of its author': ('一<br/>二', '一<br />二'),
    'one in code': ('`<br>`', '<code>&#60;br&#62;</code>'),
    'code on two lines': ('`a\nb`', '`a b`'),
    'a list': ('- 一\n- 二', '- 一<br>- 二'),
}


@pytest.mark.parametrize(('markdown', 'cell'), CELLS.values(), ids=CELLS)
def test_what_stands_in_a_cell(markdown: str, cell: str) -> None:
    text = body(paired(page(markdown), raw('x'), (page(markdown).text, 'x')), 'columns')
    assert text == f'{HEAD}| {cell} | x |'
    html = rendered(text, tables=True)
    assert html.count('<td>') == 2
    assert seen(html.replace('<li>', '- ')).endswith(seen(rendered(markdown).replace('<li>', '- ')) + 'x')


def test_a_cell_is_read_as_the_lines_that_it_was() -> None:
    assert lines_of('一 \\| 二<br>\\| 三<br><br>\\\\&#124; &#124;') == ['一 | 二', '\\| 三', '', '\\\\| &#124;']
    assert cells('a | b |') == cells('|a|b') == ['a', 'b']


def test_the_head_names_a_translation() -> None:
    style = Style(STYLE.settings, Profile(STYLE.profile.fields, translation='英文译文'))
    talk = paired(raw('凉。'), raw('Cold.'), ('凉。', 'Cold.'), origin='a machine')
    assert body(talk, 'columns', style).startswith('| 简体中文 | 英文译文 |\n')
    assert body(talk.swapped(), 'columns', style).startswith('| English | 简体中文 |\n')


def test_a_row_names_the_place_of_the_first_tracks_words_or_else_the_seconds() -> None:
    talk = paired(page('# 河\n\n凉。'), raw('Well. Cold.'), ('# 河', 'Well.'), ('凉。', 'Cold.'))
    lines = [line for line in write(talk, STYLE)[0].lines if line.start >= 0]
    assert [(line.track, (talk.first, talk.second)[line.track].text[line.start:line.end]) for line in lines] == [
        (0, '# 河'), (1, 'Well.'), (0, '凉。')]
