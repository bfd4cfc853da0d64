"""What goes out comes back in, in every format; what a person changed on the way is a person's."""
from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given as of
from hypothesis import strategies as st
from qinggao import FileError, UsageError
from qinggao.bilingual.memory import Memory, Unit, bring_in, hand_out, through
from qinggao.bilingual.memory.store import Kept
from qinggao.bilingual.memory.unit import mark

from .given import EN_ZH, ZH_EN, Machine, everything, human, opened, unit, units

ENDINGS = ('.tmx', '.xlf', '.csv')
UNITS = [
    unit('第一句 <b>&amp;</b>', "one 'and' \"only\"", doubts=('length', 'numbers'), score=.1, context='a.md#00001'),
    unit('第二句', '=HYPERLINK("http://example.org")', 'gpt', context='a.md#00002'),
    unit('第三句\n两行', '- two\n\n- lines', context='b.md#00001'),
    human('第三句\n两行', "'two lines", context='b.md#00001'),
    human('第四句\x0b\uffff', 'four \x1f.', 'house.tmx'),
]


@pytest.mark.parametrize('ending', ENDINGS)
def test_what_goes_out_comes_back_the_same(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f'out{ending}'
    with opened(tmp_path, 'one') as one, opened(tmp_path, 'two') as two:
        one.keep(UNITS)
        assert hand_out(one, path, every=True) == len(UNITS)
        before = path.read_bytes()
        done = bring_in(two, path)
        assert (done.kept, done.people, done.left_out) == (Kept(new=5), 2, {})
        assert everything(two) == everything(one)
        assert two.exact(['第三句 两行'], ZH_EN) == one.exact(['第三句 两行'], ZH_EN)
        assert bring_in(one, path).kept == bring_in(two, path).kept == Kept(same=5)
        hand_out(two, path, every=True)
        assert path.read_bytes() == before


@pytest.mark.parametrize('ending', ENDINGS)
@of(st.lists(units, max_size=6))
def test_nothing_changes_on_the_way_whatever_it_is(ending: str, kept: list[Unit]) -> None:
    with tempfile.TemporaryDirectory() as folder, Memory(Path(':memory:')) as one, Memory(Path(':memory:')) as two:
        path = Path(folder) / f'out{ending}'
        one.keep(kept)
        for way in one.ways():
            assert hand_out(one, path, way, every=True) == len(list(one.units(way, every=True)))
            bring_in(two, path)
            assert bring_in(one, path).kept == Kept(same=len(list(one.units(way, every=True))))
        assert everything(two) == everything(one)
        assert list(two.units()) == list(one.units())       # and the same ones are reused


@pytest.mark.parametrize('ending', ENDINGS)
def test_an_empty_memory_goes_out_and_in(tmp_path: Path, ending: str) -> None:
    with opened(tmp_path) as memory:
        assert hand_out(memory, tmp_path / f'out{ending}', ZH_EN) == 0
        assert bring_in(memory, tmp_path / f'out{ending}').kept == Kept()


def test_an_xliff_file_is_of_one_direction(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(), human('yes', '是', way=EN_ZH)])
        with pytest.raises(UsageError, match='en to zh-Hans, zh-Hans to en') as caught:
            hand_out(memory, tmp_path / 'out.xlf')
        assert '--from' in caught.value.cure and not (tmp_path / 'out.xlf').exists()
        assert hand_out(memory, tmp_path / 'out.xlf', ZH_EN) == 1
        assert hand_out(memory, tmp_path / 'out.tmx') == 2


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        for name in ('out.xlsx', 'out'):
            with pytest.raises(UsageError, match=r'known: \.tmx, \.xlf'):
                hand_out(memory, tmp_path / name)
            with pytest.raises(UsageError, match='no format for'):
                bring_in(memory, tmp_path / name)


@pytest.mark.parametrize('ending', ENDINGS)
def test_what_a_person_corrects_is_used_from_then_on(tmp_path: Path, ending: str) -> None:
    """Also where the tool says nothing of it, as many do."""
    path = tmp_path / f'out{ending}'
    with opened(tmp_path) as memory:
        list(through(memory, Machine(doubts=('length',))).translate(['今天下雨。', '明天晴。'], ZH_EN))
        hand_out(memory, path)
        text = path.read_text('utf-8')
        path.write_text(text.replace('demo: 今天下雨。', 'It is raining.'), 'utf-8')
        done = bring_in(memory, path)
        assert (done.kept, done.people) == (Kept(new=1, same=1), 1)
        assert memory.exact(['今天下雨。'], ZH_EN, 'demo')['今天下雨。'] == human()
        assert memory.exact(['明天晴。'], ZH_EN, 'demo')['明天晴。'].doubts == ('length',)


@pytest.mark.parametrize('ending', ENDINGS)
def test_a_tool_that_only_wraps_and_trims_has_changed_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f'out{ending}'
    with opened(tmp_path) as memory:
        memory.keep([unit(target='It rains today.')])
        hand_out(memory, path)
        path.write_text(path.read_text('utf-8').replace('It rains today.', ' It rains  today. '), 'utf-8')
        assert bring_in(memory, path).people == 0


def test_what_a_person_takes_back_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / 'out.csv'
    with opened(tmp_path) as memory:
        memory.keep([human(target='first')])
        hand_out(memory, path)
        for before, after in (('first', 'second'), ('second', 'first')):
            path.write_text(path.read_text('utf-8').replace(f'{before},', f'{after},'), 'utf-8')
            bring_in(memory, path)
            assert memory.exact(['今天下雨。'], ZH_EN)['今天下雨。'].target == after


@pytest.mark.parametrize('ending', ENDINGS)
def test_a_file_that_is_cut_off_changes_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f'out{ending}'
    with opened(tmp_path, 'one') as one, opened(tmp_path, 'two') as two:
        one.keep(UNITS)
        hand_out(one, path, every=True)
        data = path.read_bytes()
        for at in range(1, len(data), 97) if ending != '.csv' else (5, data.index(b'"') + 3, len(data) - 4):
            path.write_bytes(data[:at])
            if ending == '.csv' and at == len(data) - 4:
                continue    # a table does not say where it ends
            with pytest.raises(FileError) as caught:
                bring_in(two, path)
            assert caught.value.path == str(path) and caught.value.cure
        assert everything(two) == []


@pytest.mark.parametrize('ending', ENDINGS)
@pytest.mark.parametrize('data', [
    b'', b'\0' * 100, b'\xff\xfe', b'\xef\xbb\xbf', b'PK\x03\x04 a zip', b'{"json": 1}', '你好'.encode('gb18030'),
    b'<html><body>no</body></html>', b'<a/>', b'\xff\xfe\x00', b'<?xml version="1.0" encoding="klingon"?><tmx/>',
    b'<tmx><tu>' + b'<a>' * 5000, b'<tmx>&nothing;</tmx>', b'a,b\n1,2\n', b'source,target\n1,2\n'])
def test_what_is_no_such_file_is_an_error_that_names_it(tmp_path: Path, ending: str, data: bytes) -> None:
    path = tmp_path / f'in{ending}'
    path.write_bytes(data)
    with opened(tmp_path) as memory:
        with pytest.raises(FileError) as caught:
            bring_in(memory, path)
        assert caught.value.path == str(path) and caught.value.cure
        assert everything(memory) == []


@pytest.mark.parametrize('ending', ENDINGS)
def test_a_file_that_is_not_there_and_a_folder_are_errors(tmp_path: Path, ending: str) -> None:
    (tmp_path / f'folder{ending}').mkdir()
    with opened(tmp_path) as memory:
        for name in (f'none{ending}', f'folder{ending}'):
            with pytest.raises(FileError, match='cannot be read'):
                bring_in(memory, tmp_path / name)
        with pytest.raises(FileError):
            hand_out(memory, tmp_path / f'folder{ending}', ZH_EN)


def test_the_mark_tells_a_change_by_more_than_white_space() -> None:
    assert mark(unit()) != mark(unit(target='It rains today')) and mark(unit()) == mark(unit(target='It rains\ntoday.'))
