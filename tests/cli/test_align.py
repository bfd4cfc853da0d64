"""qinggao align: from files to one bilingual file, and what it says of it."""
from __future__ import annotations

import json

import pytest
import qinggao
from qinggao.bilingual import bitext_json

from ..bilingual.align.talk import CHINESE, ENGLISH, timed, words
from ..bilingual.align.test_align import OTHER
from .run import Shell

STARTS = [2., 6.1, 10.4, 15., 17.8, 24.3, 29., 36.2, 41.5, 46., 50.7, 55.2, 61.]


@pytest.fixture
def texts(shell: Shell) -> Shell:
    shell.put('talk.txt', ''.join(CHINESE))
    shell.put('talk.en.txt', ' '.join(ENGLISH))
    return shell


def aligned(shell: Shell) -> list[tuple[str, str]]:
    return words(bitext_json.read((shell.folder / 'out.json').read_text('utf-8')))


def test_two_texts_become_one_file_with_a_score_for_every_pair(texts: Shell) -> None:
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json') == 0
    assert aligned(texts) == list(zip(CHINESE, ENGLISH))
    assert 'out.json: 13 pairs: 13 of both, 0 alone in talk.txt, 0 in talk.en.txt' in texts.err
    assert 'score 0.98' in texts.err and texts.out == ''


def test_the_offset_of_two_clocks_is_told(shell: Shell) -> None:
    qinggao.write(timed(CHINESE, [start + 3.2 for start in STARTS]), shell.folder / 'a.srt', subtitle_marks='keep')
    qinggao.write(timed(ENGLISH, STARTS), shell.folder / 'b.srt')
    assert shell('align', 'a.srt', 'b.srt', '-o', 'out.json') == 0
    assert 'the clock of b.srt is 3.200 s behind' in shell.err
    assert [one for one, _ in aligned(shell)] == CHINESE


def test_what_it_says_to_programs(texts: Shell) -> None:
    texts.put('talk.en.txt', ' '.join(ENGLISH[:5] + ENGLISH[6:]))
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json', '--json') == 0
    said = json.loads(texts.out)
    assert said['written'] == 'out.json' and said['pairs'] == 13 and said['alone'] == [1, 0] and said['offset'] == 0
    assert texts.err == ''


def test_the_least_sure_pairs_are_named_with_their_lines(texts: Shell) -> None:
    texts.put('talk.txt', ''.join([*CHINESE[:6], '面包房早上五点开门。', *CHINESE[7:]]))
    texts.put('talk.en.txt', ' '.join([*ENGLISH[:6], 'Nobody in Lyon paid 614 dollars.', *ENGLISH[7:]]))
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json') == 0
    written = (texts.folder / 'out.json').read_text('utf-8').split('\n')
    for line in texts.err.split('look at these first:\n')[1:]:
        place, words_there = line.strip().split(': ')[0], line.split("'")[1]
        assert words_there.rstrip('…') in written[int(place.split(':')[1]) - 1]


def test_files_of_different_talks_are_refused_by_name_and_forced(texts: Shell) -> None:
    texts.put('other.txt', ' '.join(OTHER))
    assert texts('align', 'talk.txt', 'other.txt', '-o', 'out.json') == 2
    assert texts.err.startswith('qinggao: talk.txt and other.txt: not of one talk') and '--force' in texts.err
    assert not (texts.folder / 'out.json').exists()
    assert texts('align', 'talk.txt', 'other.txt', '-o', 'out.json', '--force') == 0


def test_raw_words_are_cleaned_only_when_asked(texts: Shell) -> None:
    texts.put('talk.txt', '嗯' + ''.join(CHINESE))
    texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json')
    assert aligned(texts)[0][0].startswith('嗯')
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json', '--clean') == 0
    talk = bitext_json.read((texts.folder / 'out.json').read_text('utf-8'))
    assert words(talk)[0][0] == CHINESE[0] and talk.first.source.startswith('嗯')


def test_the_same_files_give_the_same_bytes(texts: Shell) -> None:
    texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json')
    before = (texts.folder / 'out.json').read_bytes()
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json', '-q') == 0
    assert (texts.folder / 'out.json').read_bytes() == before and texts.err == ''


# What was given, and what is said: nothing is written.
REFUSED = (
    (['talk.txt', 'talk.en.txt', '-o', 'talk.txt'], 2, 'talk.txt: not a .json file'),
    (['talk.txt', 'talk.en.txt', '-o', 'notes.json'], 3, 'notes.json: in the way, and not written by qinggao align'),
    (['notes.json', 'talk.en.txt', '-o', 'notes.json'], 2, 'would overwrite what it is made from'),
    (['talk.txt', 'talk.en.txt', '-o', 'folder.json'], 2, 'folder.json: a folder'),
    (['talk.txt', './talk.txt', '-o', 'out.json'], 2, 'talk.txt: one file twice'),
    (['talk.txt', 'gone.txt', '-o', 'out.json'], 3, 'gone.txt: cannot be read'),
    (['talk.txt', 'talk.xyz', '-o', 'out.json'], 3, 'talk.xyz: unknown format'),
    (['talk.txt', 'empty.txt', '-o', 'out.json'], 3, 'empty.txt: empty'),
    (['talk.txt', 'gb.txt', '-o', 'out.json'], 3, 'gb.txt:1: not UTF-8'),
    (['talk.txt', 'both.json', '-o', 'out.json'], 3, 'both.json: in two languages already'),
    (['talk.txt', 'cut.json', '-o', 'out.json'], 3, 'cut.json'),
)


@pytest.mark.parametrize(('argv', 'code', 'said'), REFUSED)
def test_what_cannot_be_is_said_with_its_file(texts: Shell, argv: list[str], code: int, said: str) -> None:
    texts('align', 'talk.txt', 'talk.en.txt', '-o', 'both.json', '-q')
    whole = (texts.folder / 'both.json').read_bytes()
    texts.put('cut.json', whole[:len(whole) // 2])
    texts.put('notes.json', '{"segments": [{"text": "好", "start": 0, "end": 1}]}')
    texts.put('folder.json/x.txt')
    texts.put('empty.txt', '\n\n')
    texts.put('gb.txt', '你好。'.encode('gb18030'))
    assert texts('align', *argv) == code
    assert said in texts.err and 'Traceback' not in texts.err
    assert not (texts.folder / 'out.json').exists()


def test_another_encoding_is_named(texts: Shell) -> None:
    texts.put('talk.txt', ''.join(CHINESE).encode('gb18030'))
    texts.put('talk.en.txt', ' '.join(ENGLISH).encode('gb18030'))
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json', '--encoding', 'gb18030') == 0


def test_a_file_in_the_way_gives_way_to_force(texts: Shell) -> None:
    texts.put('out.json', '{}')
    assert texts('align', 'talk.txt', 'talk.en.txt', '-o', 'out.json', '--force') == 0
    assert aligned(texts)
