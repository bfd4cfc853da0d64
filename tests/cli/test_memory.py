"""qinggao memory: import, export, stats."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from qinggao.bilingual.memory import Memory, through
from qinggao.bilingual.memory.place import place

from ..bilingual.memory.given import ZH_EN, Machine, human, opened, unit
from .run import Shell

TABLE = 'zh-Hans,en\n今天下雨。,It is raining.\n好,Good\n'


def test_a_table_comes_in_and_is_counted(shell: Shell) -> None:
    shell.put('house.csv', TABLE)
    assert shell('memory', 'import', 'house.csv', '--memory', 'fair/.qinggao/memory.sqlite') == 0
    assert shell.err == 'house.csv: 2 new, 0 changed, 0 as before; 2 of them by people\n' and shell.out == ''
    assert shell('memory', 'stats') == 0        # the only one below
    assert shell.out.splitlines()[0].endswith('fair/.qinggao/memory.sqlite: 0.0 MB')
    assert shell.out.splitlines()[1:] == ['  zh-Hans to en: 2 sentences; translations: 2 by people, 0 by machine; 0 doubtful']


def test_a_persons_corrections_come_back_and_are_used(shell: Shell) -> None:
    with opened(shell.folder) as memory:
        list(through(memory, Machine(doubts=('length',))).translate(['今天下雨。', '明天晴。'], ZH_EN))
        memory.keep([human('明天晴。', 'Sunny tomorrow.')])
    assert shell('memory', 'export', 'doubtful.xlf', '--doubtful') == 0
    assert shell.err == 'doubtful.xlf: 1 unit\n'
    path = shell.folder / 'doubtful.xlf'
    path.write_text(path.read_text('utf-8').replace('demo: 今天下雨。', 'It is raining.'), 'utf-8')
    assert shell('memory', 'export', 'doubtful.xlf', '--doubtful') == 2
    assert 'is there already, and somebody may have corrected it' in shell.err and 'raining' in path.read_text('utf-8')
    assert shell('memory', 'import', 'doubtful.xlf') == 0
    assert shell.err == 'doubtful.xlf: 1 new, 0 changed, 0 as before; 1 of them by people\n'
    with opened(shell.folder) as memory:
        assert [answer.text for _, answer in through(memory, None).translate(['今天下雨。', '明天晴。'], ZH_EN)] == [
            'It is raining.', 'Sunny tomorrow.']
    assert shell('memory', 'export', 'doubtful.xlf', '--doubtful', '--force') == 0
    assert shell.err == 'doubtful.xlf: 0 units\n'


def test_json_says_all_of_it(shell: Shell) -> None:
    shell.put('a.csv', TABLE + '没有,\n')
    shell.put('b.csv', 'zh,en\n好,Fine\n好,Well\n')
    assert shell('memory', 'import', 'a.csv', 'b.csv', '--memory', 'm.sqlite', '--json') == 0
    assert json.loads(shell.out) == [
        {'path': 'a.csv', 'new': 2, 'changed': 0, 'same': 0, 'repeated': 0, 'people': 2, 'left_out': {'without a translation': 1}},
        {'path': 'b.csv', 'new': 1, 'changed': 0, 'same': 0, 'repeated': 1, 'people': 2, 'left_out': {}}]
    assert shell('memory', 'stats', '--memory', 'm.sqlite', '--json') == 0
    said = json.loads(shell.out)
    assert said.pop('bytes') > 4096
    assert said == {'path': 'm.sqlite', 'directions': [
        {'from': 'zh-Hans', 'to': 'en', 'sentences': 2, 'people': 3, 'machine': 0, 'doubtful': 0}]}
    assert shell('memory', 'export', 'out.tmx', '--memory', 'm.sqlite', '--all', '--json') == 0
    assert json.loads(shell.out) == {'path': 'out.tmx', 'units': 3}


def test_of_files_of_which_one_is_of_another_kind_none_comes_in(shell: Shell) -> None:
    shell.put('a.csv', TABLE)
    assert shell('memory', 'import', 'a.csv', 'b.docx', '--memory', 'm.sqlite') == 2
    assert "no format for '.docx'" in shell.err and not (shell.folder / 'm.sqlite').exists()


def test_what_is_left_out_is_said(shell: Shell) -> None:
    shell.put('house.tmx', '<tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>好</seg></tuv>'
                           '<tuv xml:lang="fr"><seg>Bien</seg></tuv></tu></body></tmx>')
    assert shell('memory', 'import', 'house.tmx', '--memory', 'm.sqlite') == 0
    assert shell.err == 'house.tmx: 0 new, 0 changed, 0 as before; 0 of them by people; left out: 1 in fr, 1 without a translation\n'


def test_a_broken_file_does_not_keep_the_others_out(shell: Shell) -> None:
    shell.put('bad.tmx', '<tmx><header srclang="zh"/><body><tu>')
    shell.put('good.csv', TABLE)
    assert shell('memory', 'import', 'bad.tmx', 'none.tmx', 'good.csv', '--memory', 'm.sqlite') == 3
    assert 'qinggao: bad.tmx:1: no XML: ' in shell.err and 'qinggao: none.tmx: cannot be read' in shell.err
    assert 'good.csv: 2 new' in shell.err and 'Traceback' not in shell.err


def test_one_direction_of_several_goes_out(shell: Shell) -> None:
    with opened(shell.folder) as memory:
        memory.keep([human(), human('yes', '是', way=ZH_EN._replace(source='en', target='zh-Hans'))])
    assert shell('memory', 'export', 'out.xlf') == 2 and 'say --from and --to' in shell.err
    assert shell('memory', 'export', 'out.xlf', '--from', 'zh', '--to', 'en') == 0
    assert '今天下雨。' in (shell.folder / 'out.xlf').read_text('utf-8')
    assert shell('memory', 'export', 'out.tmx') == 0 and shell.err == 'out.tmx: 2 units\n'


def test_a_table_that_names_no_languages_is_told_them(shell: Shell) -> None:
    shell.put('in.csv', 'source,target\n好,Good\n')
    assert shell('memory', 'import', 'in.csv', '--memory', 'm.sqlite') == 3 and '--from and --to' in shell.err
    assert shell('memory', 'import', 'in.csv', '--memory', 'm.sqlite', '--from', 'zh', '--to', 'en') == 0


@pytest.mark.parametrize('argv, said', [
    (['import'], 'which file?'),
    (['export'], 'export takes one file'),
    (['export', 'a.tmx', 'b.tmx'], 'export takes one file'),
    (['export', 'a.docx'], "no format for '.docx'; known: .tmx"),
    (['import', 'a.docx'], "no format for '.docx'; known: .tmx"),
    (['stats', 'a.tmx'], 'stats takes neither files nor a direction'),
    (['stats', '--doubtful'], '--doubtful is for export'),
    (['import', 'a.tmx', '--all'], '--all is for export'),
    (['export', 'a.tmx', '--from', 'zh'], 'say both --from and --to'),
    (['export', 'a.tmx', '--from', 'fr', '--to', 'en'], "unknown language 'fr'"),
    (['export', 'a.tmx', '--from', 'zh', '--to', 'zh-CN'], 'the same language'),
    (['mend'], 'invalid choice'),
])
def test_wrong_usage_is_refused(argv: list[str], said: str, shell: Shell) -> None:
    with opened(shell.folder) as memory:
        memory.keep([unit()])
    assert shell('memory', *argv) == 2
    assert said in shell.err


@pytest.mark.parametrize('action', [['stats'], ['export', 'out.tmx'], ['import', 'in.csv']])
def test_where_there_is_no_memory_the_option_is_named(action: list[str], shell: Shell) -> None:
    shell.put('in.csv', TABLE)
    assert shell('memory', *action) == 2
    assert 'no memory here' in shell.err and 'say --memory FILE' in shell.err
    assert shell('memory', *action, '--memory', 'none.sqlite') == (0 if action[0] == 'import' else 3)
    assert (shell.folder / 'none.sqlite').exists() == (action[0] == 'import')


def test_a_memory_that_is_none_is_an_error(shell: Shell) -> None:
    place(shell.folder).parent.mkdir()
    place(shell.folder).write_bytes(b'no database, and longer than the head of one ' * 99)
    assert shell('memory', 'stats') == 3
    assert 'not a database' in shell.err and 'move it away' in shell.err and 'Traceback' not in shell.err


def test_an_empty_memory_is_counted(shell: Shell) -> None:
    Memory(Path('m.sqlite')).close()
    assert shell('memory', 'stats', '--memory', 'm.sqlite') == 0
    assert shell.out == 'm.sqlite: 0.0 MB\n'
