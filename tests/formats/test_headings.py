"""Headings on a page: asked for, kept where there are some, read back as they were."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao import Settings, Transcript, clean, read, write
from qinggao.formats import markdown
from qinggao.formats.headings import MARKS
from qinggao.formats.page import Line
from qinggao.library import laid_out, page_text, parsed
from qinggao.passes import without

from ..layout.headings.talks import BRIDGE, FERRY, TEA, THREE

PROPOSE = Settings(headings='propose')


def lines(text: str, form: str = 'txt', settings: Settings = PROPOSE) -> list[Line]:
    return laid_out(parsed(text, form), 'md', settings)


def heads(found: list[Line]) -> list[str]:
    return [line.out for line in found if line.out.startswith('#')]


def test_they_are_asked_for() -> None:
    assert len(heads(lines(THREE))) == 2
    assert heads(lines(THREE, settings=Settings())) == []
    assert all(not line.heading for line in laid_out(parsed(THREE, 'txt'), 'txt', PROPOSE))


def test_blank_lines_part_them_and_the_rest_stands_as_it_would() -> None:
    found = lines(THREE)
    at = [number for number, line in enumerate(found) if line.heading]
    for number in at:
        assert found[number - 1].out == found[number + 1].out == '' and found[number + 2].out
        assert found[number].out.startswith(MARKS)
    rest = [line for number, line in enumerate(found) if number not in at and number - 1 not in at]
    assert rest == lines(THREE, settings=Settings())


def test_what_a_heading_holds_is_said_at_its_place() -> None:
    text = parsed(THREE, 'txt').text
    for line in lines(THREE):
        if line.heading:
            assert line.out == MARKS + text[line.heading.start:line.heading.end]
            assert (line.start, line.end) == (-1, -1)


def test_the_page_read_again_gets_no_more() -> None:
    page = page_text(lines(THREE))
    assert page_text(lines(page, 'md')) == page
    assert page_text(laid_out(clean(parsed(page, 'md'), level='strong'), 'md', PROPOSE)) == page


HAS_SOME = {
    'a heading somebody wrote': '## 一家茶园\n\n' + THREE,
    'one at its end': THREE + '\n\n# 后记\n\n写完了。',
    'one underlined': '一家茶园\n===\n\n' + THREE,
    'one in HTML': '<h2>一家茶园</h2>\n\n' + THREE,
    'code: this is no talk': THREE + '\n\n```\nx = 1\n\ny = 2\n```',
}


@pytest.mark.parametrize('page', HAS_SOME.values(), ids=HAS_SOME)
def test_none_is_proposed_on_a_page_with(page: str) -> None:
    assert page_text(lines(page, 'md')) == page_text(lines(page, 'md', Settings()))


def test_a_page_without_any_gets_them_before_paragraphs_alone() -> None:
    listed = '- 一把铁锤\n- 一根木桩'
    page = '---\ntitle: 茶\n---\n\n' + '\n\n'.join([*TEA, *BRIDGE, listed, '> ' + BRIDGE[0], *FERRY])
    found = lines(page, 'md')
    assert found[2].out == '---'
    for number, line in enumerate(found):
        if line.heading:
            assert found[number + 2].out[0] not in '->'
    assert heads(found)
    assert [line.out for line in found if line.start >= 0] == [
        line.out for line in lines(page, 'md', Settings()) if line.start >= 0]


def test_a_gloss_is_no_part_of_a_title() -> None:
    told = [one.replace('渡轮', '市盈率') for one in (FERRY[1], FERRY[0], *FERRY[2:])]
    text = '\n\n'.join([*TEA, *BRIDGE, *told])
    glossed = clean(text, glossary=True)
    assert without(glossed, 'glossary').transcript.text != glossed.text
    found = heads(laid_out(glossed, 'md', PROPOSE))
    assert found == heads(laid_out(clean(text), 'md', PROPOSE)) != []
    assert MARKS + '市盈率的发动机' in found and '**市盈率**（' in glossed.text


def test_traditional_talks_have_them_in_their_script() -> None:
    t = clean(THREE, script='hant', spaces=False)
    found = heads(laid_out(t, 'md', PROPOSE))
    assert found and all(head[len(MARKS):] in t.text for head in found)
    assert any('橋' in head for head in found)


def test_a_turn_is_headed_before_its_name() -> None:
    raw = '\n'.join(f'[{name}]: {"".join(topic)}' for name, topic in (('甲', TEA), ('乙', BRIDGE), ('丙', FERRY)))
    found = lines(raw)
    assert [found[number + 2].out[:6] for number, line in enumerate(found) if line.heading] == ['**乙**:', '**丙**:']


def test_the_library_writes_them(tmp_path: Path) -> None:
    write(Transcript.plain(THREE), tmp_path / 'a.md', headings='propose')
    assert len([line for line in (tmp_path / 'a.md').read_text('utf-8').split('\n') if line.startswith(MARKS)]) == 2
    again = read(tmp_path / 'a.md')
    write(again, tmp_path / 'b.md', headings='propose')
    assert (tmp_path / 'b.md').read_text('utf-8') == (tmp_path / 'a.md').read_text('utf-8')


def test_the_body_as_it_is_read_back_has_none() -> None:
    assert MARKS not in markdown.body_of(Transcript.plain(THREE))
