"""qinggao publish and translate, as people use them: two tracks in, pages and subtitles out, nothing lost on the way."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..bilingual.translate.endpoint.server import Asked, Reply, served
from ..bilingual.translate.wired import marian
from .run import SAMPLES, Shell

TALK = '1\n00:00:01,000 --> 00:00:02,000\n我找猫。\n\n2\n00:00:03,000 --> 00:00:04,500\n你听鸟。\n'
PAGE = '---\ntitle: 早晨\n---\n我找猫。\n\n你听鸟。\n'


@pytest.fixture(scope='module')
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(marian(tmp_path_factory.mktemp('model') / 'opus-mt-zh-en'))


@pytest.fixture
def ferry(shell: Shell) -> Shell:
    """The bilingual sample in an empty folder."""
    for name in ('ferry.srt', 'ferry.en.srt', 'ferry.en.txt'):
        shell.put(name, (SAMPLES / 'bilingual' / name).read_text('utf-8'))
    return shell


def text(shell: Shell, name: str) -> str:
    return (shell.folder / name).read_text('utf-8')


def test_a_translation_with_times_becomes_pages_and_subtitles(ferry: Shell) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt', '--to', 'md,srt,vtt,ass,json') == 0
    assert ferry.tree('site') == ['ferry.ass', 'ferry.json', 'ferry.md', 'ferry.srt', 'ferry.vtt']
    page = text(ferry, 'site/ferry.md')
    assert page.count('<details>') == page.count('</details>') > 10
    assert '1.20 s late' in ferry.err
    subtitles = text(ferry, 'site/ferry.srt')
    assert '林静' in subtitles and 'lighthouse' in subtitles


def test_the_label_of_a_fold_can_be_said(ferry: Shell) -> None:
    command = ('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt')
    assert ferry(*command) == 0 and '<summary>Original English</summary>' in text(ferry, 'site/ferry.md')
    assert ferry(*command, '--label', 'English Translation') == 0
    assert '<summary>English Translation</summary>' in text(ferry, 'site/ferry.md')
    assert ferry('publish', 'site/ferry.md', '-o', 'again') == 0
    assert text(ferry, 'again/ferry.md') == text(ferry, 'site/ferry.md')


def test_a_second_run_writes_nothing_anew(ferry: Shell) -> None:
    command = ('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt', '--to', 'md,srt,vtt,ass,json')
    assert ferry(*command) == 0
    assert ferry(*command) == 0
    assert '5 as before' in ferry.err and 'written' not in ferry.err


@pytest.mark.parametrize('layout', ['folded', 'columns'])
def test_what_is_published_is_read_and_published_to_the_byte(ferry: Shell, layout: str) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'one', '--second', 'ferry.en.txt', '--layout', layout) == 0
    assert ferry('publish', 'one/ferry.md', '-o', 'two', '--layout', layout) == 0
    assert text(ferry, 'one/ferry.md') == text(ferry, 'two/ferry.md')


@pytest.mark.parametrize('name', ['srt', 'vtt', 'ass'])
def test_subtitles_in_two_languages_are_read_and_published_to_the_byte(ferry: Shell, name: str) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'one', '--second', 'ferry.en.srt', '--to', name) == 0
    assert ferry('publish', f'one/ferry.{name}', '-o', 'two', '--to', name) == 0
    assert text(ferry, f'one/ferry.{name}') == text(ferry, f'two/ferry.{name}')


def test_an_edited_page_is_published_as_subtitles_with_the_times_of_its_talk(ferry: Shell) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt') == 0
    page = ferry.folder / 'site/ferry.md'
    page.write_text(page.read_text('utf-8').replace('全部退掉。', '一张不留，全部退掉。'), 'utf-8')
    assert ferry('publish', 'site/ferry.md', '-o', 'again', '--to', 'srt') == 0
    subtitles = text(ferry, 'again/ferry.srt')
    cue = next(cue for cue in subtitles.split('\n\n') if '一张不留，全部退掉' in cue)
    assert '00:00:24,' in cue and '00:00:26,' in cue and 'We refund every one.' in cue


def test_a_pair_of_pages_and_hugos_names_for_it(ferry: Shell) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt', '--layout', 'pair') == 0
    assert ferry.tree('site') == ['en/ferry.md', 'zh/ferry.md']
    assert ferry('publish', 'ferry.srt', '-o', 'hugo', '--second', 'ferry.en.srt', '--layout', 'pair', '--hugo') == 0
    assert ferry.tree('hugo') == ['ferry.en.md', 'ferry.zh.md']
    english = text(ferry, 'site/en/ferry.md')
    assert '\nlang: en\n' in english and 'translation_of' in english and '林静' not in english.split('\n---\n', 1)[1]


def test_a_pair_in_a_folder_names_the_files_that_are_there(ferry: Shell) -> None:
    ferry.put('talks/2026/ferry.srt', text(ferry, 'ferry.srt'))
    assert ferry('publish', 'talks', '-o', 'site', '--second', 'ferry.en.srt', '--layout', 'pair') == 0
    page = text(ferry, 'site/zh/2026/ferry.md')
    assert '\nalternate: en/2026/ferry.md\n' in page and ferry.tree('site') == ['en/2026/ferry.md', 'zh/2026/ferry.md']


def test_what_was_in_doubt_is_in_doubt_when_its_page_is_read_again(shell: Shell, model: str) -> None:
    shell.put('a.srt', '1\n00:00:01,000 --> 00:00:02,000\n一共有 25 只猫。\n\n2\n00:00:03,000 --> 00:00:04,000\n我找猫。\n')
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'en', '--model', model) == 0
    assert 'to look at' in shell.err and '--memory site/.qinggao/memory.sqlite' in shell.err
    assert shell('publish', 'site/a.md', '-o', 'again', '--to', 'md,srt') == 0
    assert '1 to look at' in shell.err


def test_what_was_aligned_raw_becomes_a_page_with_marks(shell: Shell) -> None:
    shell.put('a.txt', '今天我们讲三个问题\n第一个是电价\n第二个是内存\n第三个是机房的位置\n如果电价涨了\n价格也会跟着涨\n')
    shell.put('a.en.txt', 'Today we talk about three questions. The first is the price of power. The second is memory. '
                          'The third is where the machines stand. If power gets dearer, prices will rise too.\n')
    assert shell('align', 'a.txt', 'a.en.txt', '-o', 'both.json', '--force') == 0
    assert shell('publish', 'both.json', '-o', 'site') == 0
    assert '如果电价涨了，价格也会跟着涨。' in text(shell, 'site/both.md')


def test_a_proposal_has_no_markup(shell: Shell) -> None:
    shell.put('a.md', '今天我们来聊聊**止损**（stop loss: 跌到价位就卖）的规矩。\n')
    assert shell('publish', 'a.md', '-o', 'site', '--propose', '--set', 'guest=Wei') == 0
    assert '\ntitle: 止损的规矩\n' in text(shell, 'site/a.md')


def test_front_matter_that_nests_stays_on_its_own_page(shell: Shell, model: str) -> None:
    shell.put('a.md', '---\ntitle: 早晨\nsource: https://example.org\nx:\n  y: [1, 2]\n---\n我找猫。\n')
    assert shell('publish', 'a.md', '-o', 'site', '--second', 'en', '--model', model, '--layout', 'pair') == 0
    assert '\nx:\n  y: [1, 2]\n' in text(shell, 'site/zh/a.md')
    assert 'x:' not in text(shell, 'site/en/a.md') and 'example.org' in text(shell, 'site/en/a.md')


def test_a_line_of_either_language_can_be_explained(ferry: Shell) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt') == 0
    lines = text(ferry, 'site/ferry.md').split('\n')
    english = next(number for number, line in enumerate(lines, 1) if 'lighthouse' in line)
    assert ferry('why', f'site/ferry.md:{english}') == 0
    assert 'beside it' in ferry.out and '灯塔' in ferry.out and 'said 00:00:' in ferry.out
    chinese = next(number for number, line in enumerate(lines, 1) if '我在海湾开了' in line)
    assert ferry('why', f'site/ferry.md:{chinese}') == 0
    assert 'fillers/' in ferry.out


def test_a_page_that_was_edited_is_kept(ferry: Shell) -> None:
    command = ('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt')
    assert ferry(*command) == 0
    page = ferry.folder / 'site/ferry.md'
    page.write_text(page.read_text('utf-8') + '\n一句新的。\n', 'utf-8')
    assert ferry(*command) == 0
    assert '一句新的。' in page.read_text('utf-8') and 'edited since it was written, so kept' in ferry.err


def test_tracks_of_different_talks_are_refused_unless_forced(shell: Shell) -> None:
    shell.put('bread.srt', (SAMPLES / 'raw/talk.srt').read_text('utf-8'))
    shell.put('other.txt', (SAMPLES / 'bilingual/ferry.en.txt').read_text('utf-8'))
    assert shell('publish', 'bread.srt', '-o', 'site', '--second', 'other.txt') == 3
    assert 'other.txt' in shell.err and '--force' in shell.err and shell.tree('site') == []
    assert shell('publish', 'bread.srt', '-o', 'site', '--second', 'other.txt', '--force') == 0


@pytest.mark.parametrize(('second', 'said'), [
    ('ferry.srt', 'ferry.srt: it would be its own translation'),
    ('link.srt', 'ferry.srt: it would be its own translation'),
    ('copy.srt', 'copy.srt: no translation: it is in zh-Hans, as the talk is'),
    ('empty.srt', 'empty.srt: empty'),
    ('site/ferry.md', 'site/ferry.md: in two languages already'),
    ('site/ferry.srt', 'site/ferry.srt: in two languages already'),
    ('site/ferry.json', 'site/ferry.json: in two languages already'),
])
def test_what_is_no_translation_of_a_talk_is_not_set_beside_it(ferry: Shell, second: str, said: str) -> None:
    ferry.put('copy.srt', text(ferry, 'ferry.srt') + '\n')
    ferry.put('empty.srt', '')
    (ferry.folder / 'link.srt').symlink_to('ferry.srt')
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt', '--to', 'md,srt,json') == 0
    assert ferry('publish', 'ferry.srt', '-o', 'again', '--second', second) == 3
    assert said in ferry.err and ferry.tree('again') == []


def test_no_force_writes_over_a_translation(ferry: Shell) -> None:
    english = text(ferry, 'ferry.en.srt')
    ferry.put('english/ferry.srt', english)
    assert ferry('publish', 'ferry.srt', '-o', 'english', '--second', 'english', '--to', 'srt', '--force') == 3
    assert 'it would be written over' in ferry.err and text(ferry, 'english/ferry.srt') == english


def test_of_a_pair_neither_page_is_written_where_the_other_may_not_be(ferry: Shell) -> None:
    ferry.put('talks/en/ferry.srt', text(ferry, 'ferry.en.srt'))
    assert ferry('publish', 'talks', '-o', 'site') == 0
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt', '--layout', 'pair') == 3
    assert 'its output belongs to' in ferry.err and ferry.tree('site') == ['en/ferry.md']


def test_a_pair_in_one_language_would_be_one_page(ferry: Shell) -> None:
    ferry.put('copy.srt', text(ferry, 'ferry.srt'))
    command = ('publish', 'ferry.srt', '-o', 'site', '--second', 'copy.srt', '--force', '--layout')
    assert ferry(*command, 'pair') == 3
    assert 'both of its languages are zh-hans' in ferry.err and ferry.tree('site') == []
    assert ferry(*command, 'columns', '--to', 'md,md') == 0


def test_a_second_track_that_gives_way_to_another_is_told(ferry: Shell) -> None:
    assert ferry('publish', 'ferry.srt', '-o', 'site', '--second', 'ferry.en.srt') == 0
    assert ferry('publish', 'site/ferry.md', '-o', 'again', '--second', 'zh-Hant') == 0
    assert 'of 1 the second track, in en, gave way to one in zh-Hant' in ferry.err
    assert ferry('publish', 'site/ferry.md', '-o', 'again', '--second', 'zh-Hant', '--json') == 0
    assert json.loads(ferry.out)['files'][0]['instead_of'] == 'en'


def test_a_talk_and_its_translation_may_have_two_encodings(ferry: Shell) -> None:
    ferry.put('old.srt', text(ferry, 'ferry.srt').encode('gb18030'))
    ferry.put('new.srt', text(ferry, 'ferry.en.srt').replace("'", '’'))
    assert ferry('publish', 'old.srt', '-o', 'site', '--second', 'new.srt', '--encoding', 'gb18030') == 0
    assert 'I’m Lin Jing' in text(ferry, 'site/old.md') and '我是林静' in text(ferry, 'site/old.md')


def test_times_of_another_talk_are_refused(ferry: Shell) -> None:
    ferry.put('other.srt', TALK)
    command = ('publish', 'ferry.en.txt', '-o', 'site', '--to', 'md,srt', '--times')
    for times in ('other.srt', 'ferry.srt', 'ferry.en.txt'):
        assert ferry(*command, times) == 3
        assert f'no times of this talk are in {times}' in ferry.err and ferry.tree('site') == []
    assert ferry(*command, 'ferry.en.srt') == 0
    assert ferry.tree('site') == ['ferry.en.md', 'ferry.en.srt']


def test_a_talk_in_the_language_that_is_wanted_is_not_translated(ferry: Shell, model: str) -> None:
    ferry.put('talks/a.srt', TALK)
    ferry.put('talks/b.srt', text(ferry, 'ferry.en.srt'))
    assert ferry('publish', 'talks', '-o', 'site', '--second', 'en', '--model', model) == 3
    assert 'talks/b.srt: it is in en already' in ferry.err and ferry.tree('site') == ['a.md']


def test_the_summary_names_a_few_of_many_talks_and_the_worst_of_all(ferry: Shell) -> None:
    for number in range(6):
        ferry.put(f'zh/t{number}.srt', text(ferry, 'ferry.srt'))
        ferry.put(f'english/t{number}.srt', text(ferry, 'ferry.en.srt'))
    long = text(ferry, 'ferry.en.srt').replace('26 years', 'six and twenty years, in storm and in calm, day by day')
    ferry.put('english/t5.srt', long)
    assert ferry('publish', 'zh', '-o', 'site', '--second', 'english', '--to', 'srt') == 0
    assert ferry.err.count('1.20 s late') == 4 and 'and so 2 more' in ferry.err
    assert 'en characters a second, as zh/t5.srt' in ferry.err


def test_a_folder_of_translations_is_found_by_name(shell: Shell) -> None:
    shell.put('zh/a.srt', TALK)
    shell.put('zh/b.srt', TALK)
    shell.put('english/a.en.txt', 'I am looking for a cat.\n\nYou listen to the bird.\n')
    assert shell('publish', 'zh', '-o', 'site', '--second', 'english', '--force') == 3
    assert shell.tree('site') == ['a.md']
    assert 'b.srt: no translation of that name' in shell.err


def test_translations_beside_their_talks_are_no_talks(shell: Shell) -> None:
    shell.put('talks/a.srt', TALK)
    shell.put('talks/a.en.txt', 'I am looking for a cat.\n\nYou listen to the bird.\n')
    for out, second in (('one', 'talks'), ('two', 'talks/a.en.txt'), ('three', 'zh-Hant')):
        assert shell('publish', 'talks', '-o', out, '--second', second, '--force') == 0
        assert shell.tree(out) == ['a.md']
        assert 'left alone, as translations of talks beside them: talks/a.en.txt' in shell.err


def test_a_translation_that_is_named_itself_is_a_talk(shell: Shell) -> None:
    shell.put('a.srt', TALK)
    shell.put('a.en.txt', 'I am looking for a cat.\n')
    assert shell('publish', 'a.srt', 'a.en.txt', '-o', 'site', '--second', 'zh-Hant') == 3
    assert 'a.en.txt: an English talk' in shell.err and shell.tree('site') == ['a.md']


def test_two_talks_with_their_languages_in_their_names_are_each_others_translations(ferry: Shell) -> None:
    ferry.put('both/a.zh.srt', text(ferry, 'ferry.srt'))
    ferry.put('both/a.en.srt', text(ferry, 'ferry.en.srt'))
    assert ferry('publish', 'both', '-o', 'site', '--second', 'both') == 0
    assert '我是林静' in text(ferry, 'site/a.en.md') and "I'm Lin Jing" in text(ferry, 'site/a.zh.md')


def test_the_other_script_of_chinese_needs_no_translator(shell: Shell) -> None:
    shell.put('a.srt', '1\n00:00:01,000 --> 00:00:02,000\n头发白了以后才发现。\n')
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'zh-Hant', '--to', 'md,srt') == 0
    assert '頭髮白了以後才發現。' in text(shell, 'site/a.md') and '头发白了以后才发现。' in text(shell, 'site/a.md')
    assert text(shell, 'site/a.srt').count('-->') == 1


def test_a_talk_in_one_language_is_published_as_it_is(shell: Shell) -> None:
    shell.put('a.srt', TALK)
    assert shell('publish', 'a.srt', '-o', 'site', '--to', 'md,srt,vtt') == 0
    assert shell.tree('site') == ['a.md', 'a.srt', 'a.vtt']
    assert '<details>' not in text(shell, 'site/a.md')


def test_a_model_translates_sentence_by_sentence(shell: Shell, model: str) -> None:
    shell.put('a.srt', TALK)
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'en', '--model', model, '--to', 'md,srt') == 0
    assert '<summary>English Translation</summary>\n\nI seeks cat.' in text(shell, 'site/a.md')
    assert '我找猫\nI seeks cat.' in text(shell, 'site/a.srt').replace('\u2063', '')
    assert '2 asked of the translator' in shell.err
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'en', '--model', model, '--to', 'md,srt') == 0
    assert '2 known' in shell.err and '2 as before' in shell.err


def test_a_persons_mended_xliff_changes_the_page(shell: Shell, model: str) -> None:
    shell.put('a.srt', TALK)
    publish = ('publish', 'a.srt', '-o', 'site', '--second', 'en', '--model', model)
    assert shell(*publish) == 0
    assert shell('memory', 'export', 'all.xlf', '--memory', 'site/.qinggao/memory.sqlite') == 0
    file = shell.folder / 'all.xlf'
    file.write_text(file.read_text('utf-8').replace('I seeks cat.', 'I am looking for my cat.'), 'utf-8')
    assert shell('memory', 'import', 'all.xlf', '--memory', 'site/.qinggao/memory.sqlite') == 0
    assert shell(*publish) == 0
    assert 'I am looking for my cat.' in text(shell, 'site/a.md') and 'I seeks' not in text(shell, 'site/a.md')


def test_translate_writes_both_tracks_and_publish_goes_on_from_there(shell: Shell, model: str) -> None:
    shell.put('a.srt', TALK)
    assert shell('translate', 'a.srt', '-o', 'both', '--into', 'en', '--model', model) == 0
    found = json.loads(text(shell, 'both/a.json'))
    assert len(found['pairs']) == 2
    assert shell('publish', 'both/a.json', '-o', 'site', '--to', 'md,vtt') == 0
    assert 'I seeks cat.' in text(shell, 'site/a.md') and '00:03.000' in text(shell, 'site/a.vtt')


def test_an_edited_page_keeps_its_front_matter_and_gets_a_translation(shell: Shell, model: str) -> None:
    shell.put('a.md', PAGE)
    assert shell('publish', 'a.md', '-o', 'site', '--second', 'en', '--model', model) == 0
    page = text(shell, 'site/a.md')
    assert page.startswith('---\ntitle: 早晨\n---\n我找猫。\n\n<details>') and page.count('<details>') == 2


SAID = {'潮水退了。': 'The tide is out.', '明天再说。': 'Tomorrow, then.', '谢谢大家。': 'Thank you all.',
        '船还没来。': 'The boat has not come yet.', '我们走吧。': 'Let us go.'}


def test_an_endpoint_that_dies_keeps_what_was_done_and_the_same_command_goes_on(shell: Shell) -> None:
    for number, name in enumerate('abc'):
        shell.put(f'talks/{name}.txt', '\n\n'.join(list(SAID)[2 * number:2 * number + 2]) + '\n')
    alive = [1]

    def answer(asked: Asked) -> Reply:
        alive[0] -= 1
        lines = '\n'.join(f'[[{number}]] {SAID[line]}' for number, line in asked.lines.items())
        return Reply(lines) if alive[0] >= 0 else Reply(status=402)
    with served(answer) as server:
        command = ('publish', 'talks', '-o', 'site', '--second', 'en', '--translator', 'endpoint', '--base-url',
                   server.base_url, '--model', 'small')
        shell(*command)
        assert shell.tree('site') == ['a.md']
        alive[0] = 9
        asked = len(server.asked)
        assert shell(*command) == 0
        assert sorted(line for one in server.asked[asked:] for line in one.lines.values()) == sorted(list(SAID)[2:])
    assert 'The tide is out.' in text(shell, 'site/a.md') and 'Let us go.' in text(shell, 'site/c.md')


@pytest.mark.parametrize(('options', 'code', 'said'), [
    (('--second', 'fr'), 2, "unknown language 'fr'"),
    (('--second', 'nowhere/a.srt'), 2, 'no such file or folder'),
    (('--second', ''), 2, "unknown language ''"),
    (('--second', '/dev/null'), 2, 'neither a file nor a folder'),
    (('--times', 'nowhere.srt'), 2, 'nowhere.srt: no such file'),
    (('--second', 'en', '--model', 'nowhere/model'), 2, 'nowhere/model'),
    (('--second', 'en', '--translator', 'endpoint'), 2, '--base-url'),
    (('--second', 'en', '--translator', 'whisper'), 2, '--audio'),
    (('--second', 'zh-Hans', '--translator', 'whisper', '--audio', '.'), 2, 'English alone'),
    (('--model', 'x'), 2, 'into which language'),
    (('--audio', '.'), 2, 'into which language'),
    (('--second', '.', '--base-url', 'http://localhost/v1'), 2, 'translated already'),
    (('--second', 'zh-Hant', '--base-url', 'http://localhost/v1'), 2, '--translator endpoint'),
    (('--second', 'a.srt', '--translator', 'demo'), 2, 'translated already'),
    (('--second', 'en', '--base-url', 'http://localhost/v1', '--translator', 'demo'), 2, '--translator endpoint'),
    (('--to', 'md,doc'), 2, "unknown format 'doc'"),
    (('--hugo',), 2, '--layout pair'),
    (('--site', 'nowhere.yaml'), 2, 'nowhere.yaml'),
    (('--set', 'area=nowhere'), 3, 'area'),
    (('--set', 'tags=Not A Slug'), 3, 'slug'),
    (('--second', 'zh-Hans'), 3, 'zh-Hans already'),
], ids=str)
def test_what_cannot_be_says_why_and_what_to_do(shell: Shell, options: tuple[str, ...], code: int, said: str) -> None:
    shell.put('a.srt', TALK)
    assert shell('publish', 'a.srt', '-o', 'site', *options) == code
    assert said in shell.err and shell.tree('site') == []


def test_a_model_for_another_pair_is_refused(shell: Shell, tmp_path: Path) -> None:
    folder = marian(tmp_path / 'models' / 'opus-mt-en-de')
    shell.put('a.srt', TALK)
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'en', '--model', str(folder)) == 2
    assert 'opus-mt-en-de' in shell.err and shell.tree('site') == []


def test_front_matter_says_whom_the_talk_names_and_a_proposal_only_when_asked_for(shell: Shell) -> None:
    shell.put('a.txt', '大家好，今天我们来聊聊推理芯片的价格。\n\n英伟达的芯片很贵。黄仁勋说芯片会便宜，芯片公司都在涨价。\n')
    assert shell('publish', 'a.txt', '-o', 'site', '--set', 'area=tech-engineering') == 0
    page = text(shell, 'site/a.md')
    assert '\npeople:\n  - 黄仁勋\ncompanies_orgs:\n  - 英伟达\n' in page and "\ntitle: ''\n" in page
    assert shell('publish', 'a.txt', '-o', 'proposed', '--propose') == 0
    assert '\ntitle: 推理芯片的价格\n' in text(shell, 'proposed/a.md')
    assert '\nproposed:\n  - title\n' in text(shell, 'proposed/a.md')


def test_terms_are_glossed_on_the_page_and_nowhere_else(shell: Shell) -> None:
    shell.put('a.srt', '1\n00:00:01,000 --> 00:00:03,000\n我们先止损再说，止损很重要。\n')
    assert shell('publish', 'a.srt', '-o', 'site', '--to', 'md,srt') == 0
    assert text(shell, 'site/a.md').count('**止损**（stop loss: ') == 1
    assert '**' not in text(shell, 'site/a.srt')
    assert shell('why', 'site/a.md') == 0 and 'glossary/stop-loss' in shell.out
    assert shell('why', 'site/a.srt:3') == 0 and '我们先止损再说' in shell.out and 'said 00:00:01' in shell.out
    assert 'glossary' not in shell.out
    assert shell('publish', 'a.srt', '-o', 'plain', '--no-glossary') == 0
    assert '**' not in text(shell, 'plain/a.md')
