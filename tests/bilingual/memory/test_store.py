"""What was kept is known: to several processes, whatever kills one, and a person's word before any machine's."""
from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given as of
from hypothesis import strategies as st
from qinggao import FileError
from qinggao.bilingual.memory import Memory, Unit
from qinggao.bilingual.memory.store import Count, Kept
from qinggao.bilingual.memory.unit import key, tidy

from .given import EN_ZH, ZH_EN, everything, human, opened, unit, units


def test_units_come_back_as_they_were(tmp_path: Path) -> None:
    kept = [unit('没有"问题"\n𠮷', "No 'problem'", doubts=('length', 'numbers'), score=.1, context='a.md#00001'),
            human('好', 'Good', 'house.tmx')]
    with opened(tmp_path) as memory:
        assert memory.keep(kept) == Kept(new=2)
    with opened(tmp_path) as memory:
        assert sorted(everything(memory)) == sorted(kept)
        assert memory.exact(['好', ' 没有"问题" 𠮷'], ZH_EN, 'demo') == {'好': kept[1], '没有"问题" 𠮷': kept[0]}


def test_a_persons_word_comes_first_and_the_newest_of_them(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        for one in (human(target='one', origin='a.tmx'), unit(target='machine'), human(target='two', origin='b.tmx')):
            memory.keep([one])
            assert memory.exact([one.source], ZH_EN, 'demo')[one.source].target == {'machine': 'one'}.get(one.target, one.target)
        memory.keep([human(target='three', origin='a.tmx')])
        assert memory.exact(['今天下雨。'], ZH_EN)['今天下雨。'].target == 'three'
        assert [one.target for one in memory.known('今天下雨。', ZH_EN)] == ['machine', 'two', 'three']


def test_what_is_kept_again_as_it_was_is_not_newer(tmp_path: Path) -> None:
    """Who reads an old file in again does not take back what was corrected since."""
    with opened(tmp_path) as memory:
        memory.keep([human(target='old', origin='house.tmx')])
        memory.keep([human(target='corrected')])
        assert memory.keep([human(target='old', origin='house.tmx')]) == Kept(same=1)
        assert memory.exact(['今天下雨。'], ZH_EN)['今天下雨。'].target == 'corrected'


def test_a_machines_word_is_for_that_machine_in_that_direction(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit()])
        assert memory.exact(['今天下雨。'], ZH_EN, 'demo')
        assert not memory.exact(['今天下雨。'], ZH_EN, 'demo 2')
        assert not memory.exact(['今天下雨。'], ZH_EN)
        assert not memory.exact(['今天下雨。'], EN_ZH, 'demo')


def test_a_name_that_cannot_be_printed_is_a_name(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([unit(origin='模型\x07 v1 ')])
        assert memory.exact(['今天下雨。'], ZH_EN, '模型\x07 v1 ')


def test_a_machine_does_not_write_over_what_a_person_agreed_to(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(origin='demo')])
        assert memory.keep([unit(target='other words', doubts=('length',))]) == Kept(same=1)
        assert everything(memory) == [human(origin='demo')]
        assert memory.keep([human(target='better', origin='demo')]) == Kept(changed=1)


def test_of_two_with_one_origin_in_one_batch_the_later_counts(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        both = [human(target='one', origin='a.tmx'), human(target='two', origin='a.tmx')]
        assert memory.keep(both) == Kept(new=1, repeated=1)
        assert memory.keep(both) == Kept(same=1, repeated=1)
        assert [one.target for one in everything(memory)] == ['two']


def test_units_are_kept_all_or_none(tmp_path: Path) -> None:
    def breaking() -> Iterator[Unit]:
        yield unit()
        raise FileError('broken off')

    with opened(tmp_path) as memory:
        for bad, error in ((breaking(), FileError), (iter([unit(), unit(target=' ')]), ValueError)):
            with pytest.raises(error):
                memory.keep(bad)
        assert everything(memory) == []
        assert memory.keep([human()]) == Kept(new=1)      # nothing is left of what broke off


def test_sentences_are_asked_for_by_the_thousand(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep(human(f'第{number}句', f'{number}') for number in range(3000))
        assert len(memory.exact([f'第{number}句' for number in range(5000)], ZH_EN)) == 3000


def test_a_sentence_that_no_file_holds_is_not_known(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human()])
        assert memory.exact(['\ud800', '\0', ''], ZH_EN) == {}
        assert memory.alike('今天下\ud800雨。', ZH_EN) is None


def test_what_is_asked_for_may_be_narrowed(tmp_path: Path) -> None:
    doubtful = unit('价格是3元。', 'The price is.', doubts=('numbers',), context='b.md#00002')
    corrected = unit(doubts=('length',), context='a.md#00001')
    other = human('yes', '是', way=EN_ZH, context='b.md#00001')
    with opened(tmp_path) as memory:
        memory.keep([doubtful, corrected, human(), other])
        assert memory.ways() == [EN_ZH, ZH_EN]
        assert list(memory.units()) == [other, human(), doubtful]
        assert everything(memory) == [other, corrected, human(), doubtful]
        assert list(memory.units(ZH_EN, doubtful=True)) == [doubtful]
        assert list(memory.units(doubtful=True, every=True)) == [corrected, doubtful]
        assert memory.count() == [Count(EN_ZH, 1, 1, 0, 0), Count(ZH_EN, 2, 1, 2, 1)]
        assert memory.size() > 4096


@of(st.lists(units, max_size=8, unique_by=lambda one: (one.way, key(one.source), one.origin)), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_when_units_came(kept: list[Unit], chance: random.Random) -> None:
    """But for those of one sentence, of which the newest is reused."""
    kept = list({(one.way, key(one.source)): one for one in map(tidy, kept)}.values())
    shuffled = chance.sample(kept, len(kept))
    with Memory(Path(':memory:')) as memory, Memory(Path(':memory:')) as other:
        memory.keep(kept)
        other.keep(shuffled)
        assert everything(memory) == everything(other)
        assert sorted(everything(memory), key=repr) == sorted(kept, key=repr)


def test_threads_may_share_one(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        def work(name: str) -> None:
            for number in range(50):
                memory.keep([unit(f'第{number}句', f'{number}', name)])
                assert memory.exact([f'第{number}句'], ZH_EN, name)

        threads = [threading.Thread(target=work, args=(f'demo {number}',)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert memory.count() == [Count(ZH_EN, 50, 0, 200, 0)]


def test_a_file_that_is_no_memory_is_refused_and_not_to_be_deleted(tmp_path: Path) -> None:
    (tmp_path / 'a.sqlite').write_bytes(b'these are no tables, but more than a page of bytes ' * 99)
    with pytest.raises(FileError, match='not a database') as caught:
        Memory(tmp_path / 'a.sqlite')
    assert 'a.sqlite' in caught.value.path and 'move it away' in caught.value.cure


def test_a_torn_memory_is_an_error_of_ours(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep(human(f'第{number}句' * 20, f'{number}') for number in range(2000))
    path = tmp_path / '.qinggao' / 'memory.sqlite'
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b'\xff' * 200_000 + data[208_192:])
    with pytest.raises(FileError, match='malformed') as caught, opened(tmp_path) as memory:
        everything(memory)
    assert 'move it away' in caught.value.cure


def test_the_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    for name, statement in (('a', 'create table units (x)'), ('b', 'pragma user_version=1')):
        base = sqlite3.connect(tmp_path / name)
        base.execute(statement)
        base.close()
        before = (tmp_path / name).read_bytes()
        with pytest.raises(FileError, match='something else'):
            Memory(tmp_path / name)
        assert (tmp_path / name).read_bytes() == before


def test_a_memory_of_a_later_version_is_refused(tmp_path: Path) -> None:
    opened(tmp_path).close()
    base = sqlite3.connect(tmp_path / '.qinggao' / 'memory.sqlite')
    base.execute('pragma user_version=9')
    base.close()
    with pytest.raises(FileError, match='of version 9'):
        opened(tmp_path)


def test_a_folder_in_its_place_and_a_file_in_the_place_of_its_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / 'one' / '.qinggao' / 'memory.sqlite').mkdir(parents=True)
    (tmp_path / 'two').write_text('')
    for folder in tmp_path / 'one', tmp_path / 'two':
        with pytest.raises(FileError, match='cannot be used') as caught:
            opened(folder)
        assert 'check' in caught.value.cure


def test_none_is_made_where_one_is_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match='no such memory'):
        Memory(tmp_path / 'none.sqlite', create=False)
    assert not list(tmp_path.iterdir())


def run(program: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, '-c', HEAD + program, *map(str, args)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


HEAD = '''
import sys
from pathlib import Path
from qinggao import FileError
from qinggao.bilingual.memory import Memory, Unit
from qinggao.bilingual.translate.translator import Direction
way = Direction('zh-Hans', 'en')
path = Path(sys.argv[1])
'''
WRITER = '''
number, count = int(sys.argv[2]), int(sys.argv[3])
memory = Memory(path)
for n in range(count):
    memory.keep([Unit(way, f'第{n}句', '好' * 200, f'demo {number}'), Unit(way, f'所有人的第{n}句', 'same', 'demo')])
    print(n, flush=True)
'''


def test_processes_may_begin_and_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / 'new' / 'memory.sqlite'
    processes = [run(WRITER, path, number, 60) for number in range(6)]
    for process in processes:
        assert process.communicate(timeout=240)[1] == ''
    with Memory(path) as memory:
        assert memory.count() == [Count(ZH_EN, 120, 0, 7 * 60, 0)]
        assert all(len(memory.known(f'第{number}句', ZH_EN)) == 6 for number in range(60))


@pytest.mark.skipif(not hasattr(signal, 'SIGKILL'), reason='no kill -9 here')
def test_a_process_that_is_killed_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    process = run(WRITER, tmp_path / 'memory.sqlite', 0, 1_000_000)
    assert process.stdout
    while (line := process.stdout.readline()).strip() != '40':
        assert line
    process.send_signal(signal.SIGKILL)
    said = [*range(41), *map(int, process.communicate(timeout=60)[0].split())]
    with Memory(tmp_path / 'memory.sqlite') as memory:
        found = everything(memory)
        assert {f'第{number}句' for number in said} <= {one.source for one in found}
        assert len(found) % 2 == 0      # two are kept at once
        assert memory.keep([human()]) == Kept(new=1)


FULL = '''
import resource
memory = Memory(path)
memory.keep([Unit(way, '第一句', 'one', 'demo')])
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
try:
    memory.keep(Unit(way, f'第{n}句' * 50, '好' * 200, 'demo') for n in range(3000))
except FileError as error:
    print(error)
print(len(list(memory.units())))
'''


@pytest.mark.skipif(sys.platform == 'win32', reason='no such limit here')
def test_a_full_disk_is_an_error_and_what_was_kept_stands(tmp_path: Path) -> None:
    out, err = run(FULL, tmp_path / 'memory.sqlite').communicate(timeout=60)
    assert err == ''
    assert 'cannot be used: ' in out and 'check its folder, its rights and the disk' in out
    assert out.splitlines()[-1] == '1'
    with Memory(tmp_path / 'memory.sqlite') as memory:
        assert [one.source for one in memory.units()] == ['第一句']


READER = '''
try:
    memory = Memory(path)
    memory.keep([Unit(way, '好', 'good')])
except FileError as error:
    print(error)
'''


@pytest.mark.skipif(not hasattr(os, 'geteuid') or os.geteuid() == 0, reason='root may write everywhere')
def test_one_that_may_only_be_read_is_an_error(tmp_path: Path) -> None:
    opened(tmp_path).close()
    path = tmp_path / '.qinggao' / 'memory.sqlite'
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        out, err = run(READER, path).communicate(timeout=60)
    finally:
        path.parent.chmod(0o700)
    assert err == '' and 'check its folder, its rights and the disk' in out
