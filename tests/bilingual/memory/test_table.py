"""Tables as spreadsheets and people write them."""
from __future__ import annotations

import csv
from pathlib import Path

import pytest
from qinggao import FileError
from qinggao.bilingual.memory import bring_in, hand_out

from .given import EN_ZH, ZH_EN, everything, human, opened, unit


@pytest.mark.parametrize('text', [
    'zh-Hans,en\n好,"Good, ""really"""\n', '\ufeffzh_CN,EN-us\r\n好,"Good, ""really"""\r\n', 'zh;en\n好;"Good, ""really"""\n',
    'note\ten\tzh\nx\t"Good, ""really"""\t好\n', 'zh,en\n\n好,"Good, ""really"""', 'zh,en\r好,"Good, ""really"""\r',
    'target,source,target_language,source_language\n"Good, ""really""",好,en,zh\n'])
def test_the_first_line_says_what_is_where(tmp_path: Path, text: str) -> None:
    for data in (text.encode(), text.lstrip('\ufeff').encode('utf-16')):
        (tmp_path / 'in.csv').write_bytes(data)
        with opened(tmp_path, str(len(data))) as memory:
            done = bring_in(memory, tmp_path / 'in.csv')
            way, words = (EN_ZH, ('Good, "really"', '好')) if 'note' in text else (ZH_EN, ('好', 'Good, "really"'))
            assert everything(memory) == [human(*words, 'in.csv', way=way)] and done.left_out == {}


def test_a_table_without_languages_is_told_them(tmp_path: Path) -> None:
    (tmp_path / 'in.csv').write_text('source,target\n好,Good\n,\n坏,\n', 'utf-8')
    with opened(tmp_path) as memory:
        with pytest.raises(FileError, match='does not say its languages') as caught:
            bring_in(memory, tmp_path / 'in.csv')
        assert '--from' in caught.value.cure
        assert bring_in(memory, tmp_path / 'in.csv', ZH_EN).left_out == {'without a translation': 1}
        assert everything(memory) == [human('好', 'Good', 'in.csv')]


def test_what_a_table_says_of_its_languages_comes_first(tmp_path: Path) -> None:
    (tmp_path / 'in.csv').write_text('en,zh\nGood,好\n', 'utf-8')
    with opened(tmp_path) as memory:
        bring_in(memory, tmp_path / 'in.csv', ZH_EN)
        assert [one.way for one in everything(memory)] == [EN_ZH]


def test_rows_of_other_languages_are_left_out(tmp_path: Path) -> None:
    (tmp_path / 'in.csv').write_text('source_language,target_language,source,target\nfr,en,a,b\nzh,zh-CN,a,b\nzh,,a,b\nzh,en,a,b\n')
    with opened(tmp_path) as memory:
        done = bring_in(memory, tmp_path / 'in.csv')
        assert done.left_out == {'in fr': 1, 'in no language': 1, 'into the same language': 1} and done.kept.new == 1


@pytest.mark.parametrize('text, line', [
    ('zh,en\n好,Good\n坏,Bad,worse\n', 3), ('zh,en\n"好,Good\n', 2), ('zh,en\n好,"Good"x\n', 2), (f'zh,en\n好,{"a" * 200_000}\n', 2),
    (f'{"a" * 200_000},en\n好,x\n', 1), ('zh,fr\n好,Bien\n', 1), ('zh,zh-CN\n好,好\n', 1), ('source\n好\n', 1)])
def test_what_is_no_table_is_an_error_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / 'in.csv').write_text(text, 'utf-8')
    with opened(tmp_path) as memory, pytest.raises(FileError) as caught:
        bring_in(memory, tmp_path / 'in.csv')
    assert caught.value.line == line and caught.value.cure


def test_nothing_that_is_written_is_a_formula(tmp_path: Path) -> None:
    kept = [human(f'{number}{sign}', f'{sign}1+1') for number, sign in enumerate('=+-@＝＋－＠')]
    kept += [human(f"'{number}", f"{quotes}=1") for number, quotes in enumerate(("'", "''"))]
    kept.append(unit('十', "'tis so", '=cmd', context='-a.md'))
    with opened(tmp_path) as memory, opened(tmp_path, 'other') as other:
        memory.keep(kept)
        hand_out(memory, tmp_path / 'out.csv')
        with open(tmp_path / 'out.csv', encoding='utf-8-sig', newline='') as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple('=+-@＝＋－＠\t\r')]
        bring_in(other, tmp_path / 'out.csv')
        assert everything(other) == everything(memory)


def test_a_spreadsheet_sees_that_it_is_utf_8(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human()])
        hand_out(memory, tmp_path / 'out.csv')
    assert (tmp_path / 'out.csv').read_text('utf-8') == (
        '\ufeffsource_language,target_language,source,target,origin,confirmed,doubts,score,context,mark\n'
        'zh-Hans,en,今天下雨。,It is raining.,human,yes,,,,qfc84523bc2b8\n')


def test_a_person_may_agree_in_the_table(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit(doubts=('length',))])
        hand_out(memory, tmp_path / 'out.csv')
        text = (tmp_path / 'out.csv').read_text('utf-8')
        (tmp_path / 'out.csv').write_text(text.replace(',no,', ',yes,'), 'utf-8')
        bring_in(memory, tmp_path / 'out.csv')
        assert everything(memory) == [unit(confirmed=True)]
