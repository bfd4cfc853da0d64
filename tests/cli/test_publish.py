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
    assert shell('publish', 'talks', '-o', 'site', '--second', 'talks', '--force') == 3
    assert 'files may be its translation' in shell.err
    assert shell('publish', 'talks', '-o', 'site', '--second', 'talks/a.en.txt', '--force') == 0
    assert shell.tree('site') == ['a.md']


def test_the_other_script_of_chinese_needs_no_translator(shell: Shell) -> None:
    shell.put('a.srt', '1\n00:00:01,000 --> 00:00:02,000\n头发白了以后才发现。\n')
    assert shell('publish', 'a.srt', '-o', 'site', '--second', 'zh-Hant', '--to', 'md,srt') == 0
    assert '頭髮白了以後才發現。' in text(shell, 'site/a.md') and '头发白了以后才发现。' in text(shell, 'site/a.md')
    assert text(shell, 'site/a.srt').count('-->') == 1


def test_a_talk_in_one_language_is_published_as_it_is(shell: Shell) -> None:
    shell.put('a.srt', TALK)
    assert shell('publish', 'a.srt', '-o', 'site', '--to', 'md,srt,txt') == 0
    assert shell.tree('site') == ['a.md', 'a.srt', 'a.txt']
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
    (('--second', 'en', '--model', 'nowhere/model'), 2, 'nowhere/model'),
    (('--second', 'en', '--translator', 'endpoint'), 2, '--base-url'),
    (('--second', 'en', '--translator', 'whisper'), 2, '--audio'),
    (('--second', 'zh-Hans', '--translator', 'whisper', '--audio', '.'), 2, 'English alone'),
    (('--model', 'x'), 2, 'into which language'),
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
    assert shell('publish', 'a.srt', '-o', 'plain', '--no-glossary') == 0
    assert '**' not in text(shell, 'plain/a.md')
