"""What is known is not asked again, and what was asked is known, whatever ended the run."""
from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given as of
from hypothesis import strategies as st
from qinggao import FileError
from qinggao.bilingual.memory import Memory, Recalled, through
from qinggao.bilingual.memory.recall import Counts
from qinggao.bilingual.translate.translator import Direction, Translated, Translator

from .given import EN_ZH, ZH_EN, Machine, everything, human, opened, unit

LONG = '我们今天要讲的是这家公司怎么样从零开始做到今天这个规模的'


def said(recalled: Translator, sentences: Sequence[str]) -> list[Translated]:
    """In order; each number comes exactly once."""
    found = list(recalled.translate(sentences, ZH_EN))
    assert sorted(number for number, _ in found) == list(range(len(sentences)))
    return [answer for _, answer in sorted(found, key=lambda one: one[0])]


def test_first_the_memory_then_what_is_alike_then_the_machine(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(), human(LONG[:-1] + '啊', 'How it began'), unit('好', 'Fine', doubts=('length',), score=.25)])
        machine = Machine()
        recalled = through(memory, machine)
        assert said(recalled, ['今天下雨。', LONG, '好', '新的']) == [
            Translated('It is raining.', (), 'memory', 1.0),
            Translated('How it began', ('fuzzy',), 'memory 0.96', round(1 - 1 / len(LONG), 4)),
            Translated('Fine', ('length',), 'demo', .25),
            Translated('demo: 新的', (), 'demo', .5)]
        assert machine.asked == ['新的']
        assert recalled.counts == Counts(exact=2, fuzzy=1, asked=1)
        assert recalled.name == 'memory, then demo'


def test_the_next_run_asks_nothing_and_says_the_same(tmp_path: Path) -> None:
    sentences = ['一', '二', ' 三 ', '一', LONG]
    with opened(tmp_path) as memory:
        first = said(through(memory, Machine(doubts=('length', 'numbers'))), sentences)
        again = Machine()
        assert said(through(memory, again), sentences) == first
        assert again.asked == []


def test_what_a_machine_said_of_one_sentence_stands_for_no_other(tmp_path: Path) -> None:
    """Else a page would depend on which talk was translated first."""
    with opened(tmp_path) as memory:
        said(through(memory, Machine()), [LONG])
        assert said(through(memory, Machine()), [LONG[:-1] + '啊']) == [Translated(f'demo: {LONG[:-1]}啊', (), 'demo', .5)]


def test_another_model_is_asked_anew_and_another_direction_too(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        said(through(memory, Machine()), ['一'])
        assert said(through(memory, Machine('other')), ['一'])[0].text == 'other: 一'
        machine = Machine()
        assert list(through(memory, machine).translate(['一'], EN_ZH))
        assert machine.asked == ['一']


def test_a_person_who_corrects_is_heard_at_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        recalled = through(memory, Machine())
        assert said(recalled, ['今天下雨。'])[0].text == 'demo: 今天下雨。'
        memory.keep([human()])
        assert said(recalled, ['今天下雨。'])[0] == Translated('It is raining.', (), 'memory', 1.0)


def test_a_sentence_that_comes_twice_is_asked_once(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        machine = Machine()
        recalled = through(memory, machine)
        assert len({answer.text for answer in said(recalled, ['好 的', '好  的', ' 好\n的', '别的'])}) == 2
        assert sorted(machine.asked) == ['别的', '好 的']
        assert recalled.counts == Counts(asked=2, repeated=2)


def test_nothing_said_is_nothing_asked(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        machine = Machine()
        assert said(through(memory, machine), ['', ' \n']) == [Translated(''), Translated('')]
        assert said(through(memory, machine), []) == [] and machine.asked == []


def test_without_a_translator_what_is_unknown_stays_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(), unit('好', 'Fine')])
        recalled = through(memory, None)
        assert said(recalled, ['今天下雨。', '好', '好']) == [
            Translated('It is raining.', (), 'memory', 1.0), *[Translated('好', ('missing',))] * 2]
        assert recalled.counts == Counts(exact=1, missing=2) and recalled.name == 'memory'
        assert said(through(memory, None, name='demo'), ['好']) == [Translated('Fine', (), 'demo')]
        assert len(everything(memory)) == 2


def test_what_is_missing_is_not_kept(tmp_path: Path) -> None:
    class Silent(Machine):
        def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
            yield 1, Translated(sentences[1], ('missing',), 'demo')     # and it forgets the other one
            yield 2, Translated('half \ud83d', (), 'demo')

    with opened(tmp_path) as memory:
        silent = Silent()
        assert [answer.doubts for answer in said(through(memory, silent), ['一', '二', '三'])] == [('missing',)] * 2 + [()]
        assert everything(memory) == []


def test_all_is_asked_again_where_that_is_wanted_but_what_a_person_said(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        memory.keep([human(), unit('好', 'Fine')])
        assert [answer.text for answer in said(through(memory, Machine(), afresh=True), ['今天下雨。', '好'])] == [
            'It is raining.', 'demo: 好']
        assert [one.target for one in memory.known('好', ZH_EN)] == ['demo: 好']


def test_where_a_sentence_was_met_is_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        said(through(memory, Machine(), context='talk.md'), ['一', '二'])
        assert [(one.source, one.context) for one in memory.units(by_context=True)] == [('一', 'talk.md#00001'), ('二', 'talk.md#00002')]


def test_a_translator_that_dies_half_way_is_asked_for_the_rest(tmp_path: Path) -> None:
    sentences = [f'第{number}句' for number in range(10)]
    with opened(tmp_path) as memory:
        with pytest.raises(FileError, match='has gone'):
            list(through(memory, Machine(lasts=4)).translate(sentences, ZH_EN))
        machine = Machine()
        assert [answer.text for answer in said(through(memory, machine), sentences)] == [f'demo: {one}' for one in sentences]
        assert len(machine.asked) == 6


def test_who_stops_listening_keeps_what_came(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        answers = through(memory, Machine()).translate(['一', '二', '三'], ZH_EN)
        next(answers)
        answers.close()     # type: ignore[attr-defined]
        assert len(everything(memory)) == 1


RUN = '''
import sys, time
from pathlib import Path
from qinggao.bilingual.memory import Memory, through
from qinggao.bilingual.translate.translator import Direction, Translated

class Slow:
    name = 'slow'
    def translate(self, sentences, way):
        for number, sentence in enumerate(sentences):
            if number == 5:
                print('five', flush=True)
                time.sleep(60)
            yield number, Translated(f'said {sentence}')

with Memory(Path(sys.argv[1])) as memory:
    for answer in through(memory, Slow()).translate([f'第{n}句' for n in range(10)], Direction('zh-Hans', 'en')):
        pass
'''


@pytest.mark.skipif(os.name == 'nt', reason='no such signals here')
@pytest.mark.parametrize('stop', [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_keeps_what_was_done(tmp_path: Path, stop: signal.Signals) -> None:
    process = subprocess.Popen([sys.executable, '-c', RUN, str(tmp_path / 'memory.sqlite')], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == 'five\n'
    process.send_signal(stop)
    process.communicate(timeout=60)
    with Memory(tmp_path / 'memory.sqlite') as memory:
        machine = Machine('slow')
        texts = [answer.text for answer in said(through(memory, machine), [f'第{number}句' for number in range(10)])]
        assert texts[:5] == [f'said 第{number}句' for number in range(5)] and len(machine.asked) == 5


@of(st.lists(st.text('ab \n', max_size=4), max_size=8), st.integers(0, 8))
def test_a_run_in_two_parts_says_what_one_run_says(sentences: list[str], lasts: int) -> None:
    with Memory(Path(':memory:')) as whole, Memory(Path(':memory:')) as parts:
        expected = said(through(whole, Machine()), sentences)
        with contextlib.suppress(FileError):
            list(through(parts, Machine(lasts=lasts)).translate(sentences, ZH_EN))
        assert said(through(parts, Machine()), sentences) == expected
        assert everything(parts) == everything(whole)


def test_who_only_recalls_waits_for_no_parser() -> None:
    program = 'import sys, qinggao.bilingual.memory; print(sorted({"lxml", "rapidfuzz"} & sys.modules.keys()))'
    assert subprocess.run([sys.executable, '-c', program], capture_output=True, text=True).stdout == '[]\n'


def test_it_is_a_translator_itself(tmp_path: Path) -> None:
    with opened(tmp_path) as memory:
        recalled: Translator = Recalled(memory, through(memory, Machine()))
        assert said(recalled, ['一'])[0].text == 'demo: 一'
