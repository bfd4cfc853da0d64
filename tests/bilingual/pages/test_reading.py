"""A page in two languages is read back into its tracks."""
from __future__ import annotations

import pytest
from qinggao.bilingual.bitext import faults
from qinggao.bilingual.pages import read
from qinggao.bilingual.pages.folded import write
from qinggao.errors import FileError
from qinggao.library import page_text
from qinggao.site.profile import Profile, profile_of
from qinggao.transcript import Turn

from .talk import STYLE, fold, pairs_of, tracks_of, whole
from .tracks import rendered, seen

HEAD = '---\ntitle: 河\n---\n'


def test_the_first_is_the_page_without_its_folds() -> None:
    found = read(f'{HEAD}\n# 河\n\n**林静**: 凉。\n\n{fold("**Lin**: Cold.")}\n\n深。\n')
    assert found and not list(faults(found))
    assert (found.first.text, found.second.text) == ('\n# 河\n\n凉。\n\n深。', 'Cold.')
    assert (found.first.turns, found.second.turns) == ((Turn(6, '林静'),), (Turn(0, 'Lin'),))
    assert found.first.meta['front_matter'] == 'title: 河\n' and found.languages == ('zh-Hans', 'en')


def test_pairs_are_as_the_page_stands() -> None:
    found = read(f'# 河\n\n嗯。\n\n## 早上\n\n凉。\n\n- 深。\n\n{fold("Cold, deep.")}\n\n{fold("Brr.")}\n\n完。\n')
    assert found
    assert [(found.first.text[slice(*one.first)], found.second.text[slice(*one.second)], one.doubts) for one in found.pairs] == [
        ('# 河', '', ()), ('嗯。', '', ('alone',)), ('## 早上', '', ()), ('凉。\n\n- 深。', 'Cold, deep.', ()), ('', 'Brr.', ('alone',)),
        ('完。', '', ('alone',))]
    assert {(one.origin, one.score) for one in found.pairs} == {('page', 1.0)}


def test_a_fold_under_a_heading_or_code_is_its_own() -> None:
    assert pairs_of(f'凉。\n\n# 河\n\n{fold("# River")}\n') == [('凉。', ''), ('# 河', '# River')]


@pytest.mark.parametrize(('html', 'words'), [
    ('<p class="english-text">Cold &amp; deep.</p>', 'Cold & deep.'),
    ('<p class="english-text">Cold.<br>Deep.<br/>Wet.</p>', 'Cold.\nDeep.\nWet.'),
    ('<p class="english-text">Cold.<br><br>Deep.</p>', 'Cold.\n\nDeep.'),
    ('<p class="english-text">Cold.</p>\n<p class="english-text">Deep.</p>', 'Cold.\n\nDeep.'),
    ('<p class="english-text">A <em>cold</em> river.</p>', 'A <em>cold</em> river.'),
    ('<p class="english-text">A <em>cold river.</p>', 'A cold river.'),
    ('<p class="english-text">List&lt;T&gt; # 1</p>', 'List<T> # 1'),
], ids=str)
def test_the_older_shape(html: str, words: str) -> None:
    for gap in ('\n', '\n\n'):
        text = f'凉。{gap}<details>\n<summary>View/Hide Original English</summary>\n{html}\n</details>\n'
        assert pairs_of(text) == [('凉。', words)]


def test_what_markdown_would_make_something_of_stays_words_in_the_older_shape() -> None:
    words = ['# 1', '> 2', '- 3', '**4**', '===', '5 | 6', '--- | ---', '1. 7', '&copy; is a sign that nobody says aloud in a talk of ours']
    html = '<br>'.join(word.replace('&', '&amp;').replace('>', '&gt;') for word in words)
    found = read(f'凉。\n<details>\n<summary>View/Hide Original English</summary>\n<p class="english-text">{html}</p>\n</details>\n')
    assert found
    text = page_text(write(found, STYLE)[0].lines)
    html = rendered(text, tables=True).split('</summary>')[1]
    assert not {'<h1', '<ul', '<ol', '<bl', '<st', '<ta'} & {html[at:at + 3] for at in range(len(html))}
    assert seen(html) == ''.join(words).replace(' ', '')


OTHER = '<details>\n<summary>答案</summary>\n\n四十二。\n\n</details>'


def test_other_folds_are_the_pages_own() -> None:
    assert read(f'问。\n\n{OTHER}\n') is None
    text = f'问。\n\n{OTHER}\n\n凉。\n\n{fold("Cold.")}\n'
    assert tracks_of(text) == (f'问。\n\n{OTHER}\n\n凉。', 'Cold.')
    found = read(text)
    assert found and page_text(write(found, STYLE)[0].lines) == text


def test_folds_of_originals_may_stand_in_another_fold() -> None:
    text = f'<details>\n<summary>更多</summary>\n\n凉。\n\n{fold("Cold.")}\n\n</details>\n'
    assert tracks_of(text) == ('<details>\n<summary>更多</summary>\n\n凉。\n\n</details>', 'Cold.')
    found = read(text)
    assert found and page_text(write(found, STYLE)[0].lines) == text


NONE = {
    'no fold': '凉。\n',
    'a fold in code': f'````\n{fold("Cold.")}\n````\n',
    'a fold in a comment': f'<!--\n{fold("Cold.")}\n-->\n\n凉。\n',
    'a table of something else': '| 名 | 价 |\n| --- | --- |\n| 茶 | 1 |\n',
    'a table of one language': '| English | English |\n| --- | --- |\n| a | b |\n',
    'the head of a table without one': '| 简体中文 | English |\n',
}


@pytest.mark.parametrize('text', NONE.values(), ids=NONE)
def test_other_pages_are_none_of_ours(text: str) -> None:
    if '<!--' in text:
        assert tracks_of(f'{text}\n深。\n\n{fold("Deep.")}\n')[1] == 'Deep.'
    else:
        assert read(text) is None


BROKEN = {
    'never closed': (f'凉。\n\n<details>\n<summary>Original English</summary>\n\nCold.\n\n深。\n\n{fold("Deep.")}\n', 3, 'never closed'),
    'closes nothing': (f'凉。\n\n{fold("Cold.")}\n\n</details>\n', 10, 'closes nothing'),
    'nested': ('凉。\n\n<details>\n<summary>Original English</summary>\n\n' + fold('Cold.') + '\n\n</details>\n', 6, 'inside a fold'),
    'mistyped': (f'凉。\n\n{fold("Cold.")[:-10]}</detais>\n', 8, 'mistyped'),
    'an open label': ('凉。\n\n<details>\n<summary>Original English</p>\n\nCold.\n\n</details>\n', 3, 'label'),
    'in a quotation': ('> 凉。\n>\n> ' + fold('Cold.').replace('\n', '\n> ') + '\n', 3, 'quotation'),
    'front matter': (f'---\ntitle: 河\n\n凉。\n\n{fold("Cold.")}\n', 1, 'not closed'),
    'a row of three': ('凉\n\n| 简体中文 | English |\n| --- | --- |\n| 凉。 | a | b |\n', 5, 'a row of 3 cells'),
}


@pytest.mark.parametrize(('text', 'line', 'what'), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize('head', ['', HEAD])
def test_what_is_broken_is_named_with_its_line(text: str, line: int, what: str, head: str) -> None:
    if head and text.startswith('---'):
        head = ''
    with pytest.raises(FileError) as raised:
        read(head + text, 'talk.md')
    assert what in raised.value.what and raised.value.cure
    assert (raised.value.path, raised.value.line) == ('talk.md', line + head.count('\n'))


def test_words_know_their_lines() -> None:
    text = f'{HEAD}\n# 河\n\n凉。\n\n{fold("Cold.")}\n\n深。\n\n<details>\n<summary>Original English</summary>\n<p class="english-text">Deep.<br>\nWet.</p>\n</details>\n'
    found = read(text)
    assert found
    lines = text.split('\n')
    for track, words in ((found.first, ('# 河', '凉。', '深。')), (found.second, ('Cold.', 'Deep.', 'Wet.'))):
        for word in words:
            assert word in lines[line_of(track.origins, track.text, track.text.index(word)) - 1]


def line_of(origins: tuple[tuple[int, int], ...], text: str, at: int) -> int:
    start, line = next(origin for origin in reversed(origins) if origin[0] <= at)
    return line + text.count('\n', start, at)


def test_a_translation_stays_one() -> None:
    text = f'凉。\n\n{fold("Cold.", "English Translation")}\n'
    found = read(text)
    assert found and found.pairs[0].origin == 'translation'
    assert page_text(write(found, STYLE)[0].lines) == text
    again = read(whole(found, 'columns'))
    assert again and page_text(write(again, STYLE)[0].lines) == text


@pytest.mark.parametrize(('label', 'languages'), [('繁體中文', ('zh-Hans', 'zh-Hant')), ('简体中文', ('zh-Hant', 'zh-Hans')),
                                                   ('Original Original English', ('zh-Hans', 'en')), ('英文原文', ('zh-Hans', 'en'))])
def test_labels_tell_the_languages(label: str, languages: tuple[str, str]) -> None:
    profile = Profile(profile_of().fields, '英文原文', ('Original English',))
    found = read(f'GPT and LLM\n\n{fold("Cold.", label)}\n', '', profile)
    assert found and found.languages == languages


def test_a_fold_in_a_list_loses_its_margin() -> None:
    assert tracks_of(f'- 凉。\n\n  {fold("Cold.").replace(chr(10), chr(10) + "  ")}\n- 深。\n') == ('- 凉。\n\n- 深。', 'Cold.')


def test_captions_that_begin_with_arrows_are_no_quotation() -> None:
    found = read('凉。\n\n<details>\n<summary>Original English</summary>\n>> Cold.\n</details>\n')
    assert found and found.second.text == '>> Cold.'
    assert '\n\\>> Cold.\n' in page_text(write(found, STYLE)[0].lines)


def test_columns_are_read_with_what_stands_between_them() -> None:
    text = '# 河\n\n| 简体中文 | English |\n| --- | --- |\n| 凉。 | Cold. |\n| 深。 |  |\n\n完。\n\n| 简体中文 | English |\n| --- | --- |\n|  | End. |\n'
    assert pairs_of(text) == [('# 河', ''), ('凉。', 'Cold.'), ('深。', ''), ('完。', ''), ('', 'End.')]
    found = read(text)
    assert found and found.languages == ('zh-Hans', 'en') and not list(faults(found))


def test_columns_written_by_hand() -> None:
    text = '简体中文|English\n:--|--:\n凉。|Cold.\n'
    assert pairs_of('|' + text) == [('凉。', 'Cold.')]
    assert pairs_of('| 简体中文|English\n| :--|--:\n| a<br>b | c \\| d\n') == [('a\nb', 'c | d')]


def test_a_name_on_a_line_of_its_own_is_kept() -> None:
    found = read(f'**林静**: \n\n凉\\*。\n\n{fold("**Lin**: " + chr(10) + "- Cold.")}\n')
    assert found and page_text(write(found, STYLE)[0].lines) == f'**林静**: 凉\\*。\n\n{fold("**Lin**:" + chr(10) + "- Cold.")}\n'
