"""What was heard once is known: whole or not at all, to one process or to several, and only in the way it was heard."""
from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from qinggao import FileError
from qinggao.asr.heard import Segment, Word
from qinggao.asr.routing import Part
from qinggao.asr.store import Facts, Store

SPANS = ((0, 100), (200, 300), (400, 500))
FACTS = Facts(SPANS, 'zh', .875, 40_000)


@contextmanager
def opened(folder: Path, key: str = 'demo') -> Iterator[Store]:
    store = Store(folder / '.qinggao' / 'heard.sqlite', key)
    try:
        yield store
    finally:
        store.close()


def part(*spans: tuple[int, int], text: str = '好') -> Part:
    begin = spans[0][0]
    return Part(spans, (Segment(text, begin, begin + 5, .5, (Word(text, begin, begin + 5, .25),), 'loop'),), ((begin, begin + 1),))


def recording(folder: Path, name: str = 'a.wav', data: bytes = b'sound') -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_parts_come_back_as_they_were(tmp_path: Path) -> None:
    path = recording(tmp_path)
    parts = [part(*SPANS[:2], text='没有"问题"\n𠮷'), part(SPANS[2])]
    with opened(tmp_path) as store:
        assert store.begin(path, FACTS) == []
        store.keep((path, one) for one in parts)
    with opened(tmp_path) as store:
        assert store.begin(path, FACTS) == parts
        heard = store.whole(path)
    assert heard is not None
    assert (heard.language, heard.language_probability, heard.duration) == ('zh', .875, 40_000)
    assert [one.text for one in heard.segments] == ['没有"问题"\n𠮷', '好']
    assert heard.gaps == ((0, 1), (400, 401))


def test_a_recording_is_whole_when_every_span_was_heard(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        assert store.whole(path) is None
        store.begin(path, FACTS)
        store.keep([(path, part(SPANS[0])), (path, part(SPANS[2]))])
        assert store.whole(path) is None
        store.keep([(path, part(SPANS[1]))])
        assert store.whole(path)


def test_one_in_which_nobody_speaks_is_whole_at_once(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        store.begin(path, Facts((), '', 0., 900))
        heard = store.whole(path)
    assert heard is not None and heard.duration == 900 and not heard.segments


def test_a_recording_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        store.keep([(path, part(*SPANS))])
    other = path.rename(tmp_path / '另一个.wav')
    changed = recording(tmp_path, 'a.wav', b'sound of another length')
    with opened(tmp_path) as store:
        assert store.whole(other)
        assert store.whole(changed) is None


def test_one_of_the_same_length_that_was_changed_is_another(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        store.keep([(path, part(*SPANS))])
    path.write_bytes(b'dnuos')
    os.utime(path, ns=(1, 1))
    with opened(tmp_path) as store:
        assert store.whole(path) is None


def test_other_settings_share_nothing(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store, opened(tmp_path, 'demo, beam 1') as other:
        store.begin(path, FACTS)
        store.keep([(path, part(*SPANS))])
        assert other.whole(path) is None
        assert other.begin(path, FACTS) == []
        other.forget(path)
        assert store.whole(path)
        store.forget(path)
        assert store.whole(path) is None and store.begin(path, FACTS) == []


def test_spans_that_two_windows_have_in_common_are_not_said_twice(tmp_path: Path) -> None:
    """Two files of the same bytes, or two processes: each cuts its own windows."""
    path, twin = recording(tmp_path), recording(tmp_path, 'twin.wav')
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        store.begin(twin, FACTS)
        store.keep([(path, part(SPANS[0], text='甲')), (path, part(*SPANS[1:], text='乙丙'))])
        store.keep([(twin, part(*SPANS[:2], text='甲乙')), (twin, part(SPANS[2], text='丙'))])
        heard = store.whole(path)
    assert heard is not None
    assert ''.join(one.text for one in heard.segments) == '甲乙丙'


def test_what_overlaps_is_heard_again_where_something_is_missing(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        store.keep([(path, part(*SPANS[:2])), (path, part(*SPANS[1:]))])
        assert store.whole(path) is None
        store.keep([(path, part(SPANS[2]))])
        assert store.whole(path)


def test_a_file_that_has_gone_is_an_error_and_can_be_forgotten(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(FileError, match='cannot be read: no such file'):
            store.whole(tmp_path / 'gone.wav')
        store.forget(tmp_path / 'gone.wav')


def test_a_name_that_is_no_unicode_is_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b'/\xff.wav'))
    try:
        path.write_bytes(b'sound')
    except OSError:
        pytest.skip('this file system has no such names')
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        store.keep([(path, part(*SPANS))])
        assert store.whole(path)


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / '.qinggao').mkdir()
    (tmp_path / '.qinggao' / 'heard.sqlite').write_bytes(b'these are no tables, but more than a page of bytes ' * 99)
    with pytest.raises(FileError, match='not a database') as caught, opened(tmp_path):
        pass
    assert 'heard.sqlite' in caught.value.path and 'delete it' in caught.value.cure


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    base = sqlite3.connect(tmp_path / '.qinggao' / 'heard.sqlite')
    base.execute('pragma user_version=9')
    base.close()
    with pytest.raises(FileError, match='of version 9'), opened(tmp_path):
        pass


def test_a_folder_in_its_place_and_a_file_in_the_place_of_its_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / 'one' / '.qinggao' / 'heard.sqlite').mkdir(parents=True)
    (tmp_path / 'two').write_text('')
    for folder in tmp_path / 'one', tmp_path / 'two':
        with pytest.raises(FileError, match='cannot be used') as caught, opened(folder):
            pass
        assert 'check' in caught.value.cure


def test_a_store_that_breaks_while_it_is_used_is_an_error_of_ours(tmp_path: Path) -> None:
    path = recording(tmp_path)
    with opened(tmp_path) as store:
        store.begin(path, FACTS)
        other = sqlite3.connect(tmp_path / '.qinggao' / 'heard.sqlite')
        other.execute('drop table parts')
        other.close()
        with pytest.raises(FileError, match='no such table'):
            store.keep([(path, part(*SPANS))])


WRITER = '''
import sys
from pathlib import Path
from qinggao.asr.routing import Part
from qinggao.asr.store import Facts, Store
from qinggao.asr.heard import Segment
folder, number, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
store = Store(folder / '.qinggao' / 'heard.sqlite', 'demo')
path = folder / f'{number}.wav'
print('open', flush=True)
store.begin(path, Facts(tuple((n * 10, n * 10 + 5) for n in range(count)), 'zh', 1.0, count * 10))
for n in range(0, count, 2):
    spans = (n * 10, n * 10 + 5), (n * 10 + 10, n * 10 + 15)
    store.keep((path, Part((span,), (Segment('好' * 500, span[0], span[1], .5),))) for span in spans)
    print(n, flush=True)
store.close()
'''


def writer(folder: Path, number: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, '-c', WRITER, str(folder), str(number), str(count)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def test_processes_may_write_beside_each_other(tmp_path: Path) -> None:
    paths = [recording(tmp_path, f'{number}.wav', str(number).encode()) for number in range(4)]
    processes = [writer(tmp_path, number, 100) for number in range(4)]
    for process in processes:
        assert process.communicate(timeout=120)[1] == ''
        assert process.returncode == 0
    with opened(tmp_path) as store:
        assert all(len(store.parts(path)) == 100 and store.whole(path) for path in paths)


@pytest.mark.skipif(not hasattr(signal, 'SIGKILL'), reason='no kill -9 here')
def test_a_process_that_is_killed_leaves_whole_batches(tmp_path: Path) -> None:
    path = recording(tmp_path, '0.wav')
    process = writer(tmp_path, 0, 100_000)
    assert process.stdout
    while (line := process.stdout.readline()).strip() != '20':
        assert line
    time.sleep(.05)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    with opened(tmp_path) as store:
        parts = store.parts(path)
        assert len(parts) >= 20 and len(parts) % 2 == 0     # two are a batch
        assert all(one.segments[0].text == '好' * 500 for one in parts)
        assert store.whole(path) is None
        store.keep([(path, part((5, 6)))])
