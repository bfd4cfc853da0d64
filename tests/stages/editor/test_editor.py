"""When the editor is asked, what it may do at most, and what becomes of what it says."""
from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator

import opencc
import pytest
import qinggao
from qinggao.editor import model
from qinggao.edits import Edit
from qinggao.errors import UsageError
from qinggao.ledger import dumped, loaded
from qinggao.rulebook.shipped import shipped
from qinggao.settings import CHOICES, EditorUse, Settings
from qinggao.stages import editor, reason
from qinggao.transcript import Transcript, Turn
from qinggao.view import View

from tests.cli.run import Shell

from .talks import DUMPLINGS, LIGHTHOUSE

TALKS = [LIGHTHOUSE, DUMPLINGS]


def view_of(text: str) -> View:
    return View(Transcript.plain(text), Settings(), shipped())


def asked(text: str, use: EditorUse = 'auto', **settings: object) -> list[Edit]:
    """What the editor did to a text when nothing but the editor ran."""
    cleaned = qinggao.clean(text, editor=use, only=['editor'], **settings)  # type: ignore[arg-type]
    return [edit for one in cleaned.passes for edit in one.done]


ALLOWED = [
    ('a mark behind a word', Edit(2, 2, '，', 'editor/comma'), True),
    ('a mark for a space', Edit(2, 3, '。', 'editor/stop'), True),
    ('a mark for a word', Edit(0, 1, '，', 'editor/comma'), False),
    ('a mark for a line break', Edit(5, 6, '。', 'editor/stop'), False),
    ('a word for a word', Edit(0, 1, '你', 'editor/filler'), False),
    ('a word for nothing', Edit(0, 0, '你', 'editor/filler'), False),
    ('an ASCII mark', Edit(2, 2, ',', 'editor/comma'), False),
    ('two marks', Edit(2, 2, '。，', 'editor/stop'), False),
    ('a word goes', Edit(0, 2, '', 'editor/filler'), True),
    ('a line goes with its break', Edit(0, 6, '', 'editor/filler'), True),
    ('a part of a line goes with the break', Edit(3, 6, '', 'editor/filler'), False),
    ('a mark goes', Edit(6, 9, '', 'editor/filler'), False),
    ('a mark under the name of another', Edit(2, 2, '，', 'editor/stop'), False),
    ('Latin letters go', Edit(11, 14, '', 'editor/filler'), False),
    ('a Latin word goes that comes again', Edit(20, 24, '', 'editor/restart'), True),
    ('a Latin word goes that a longer one begins with', Edit(24, 29, '', 'editor/restart'), False),
    ('a space between Han goes', Edit(2, 3, '', 'editor/joined'), True),
    ('a space between Latin words goes', Edit(36, 37, '', 'editor/joined'), False),
    ('a word goes under the name of a space', Edit(0, 1, '', 'editor/joined'), False),
    ('a number goes', Edit(14, 18, '', 'editor/filler'), False),
]


@pytest.mark.parametrize(('edit', 'may'), [row[1:] for row in ALLOWED], ids=[row[0] for row in ALLOWED])
def test_its_licence(edit: Edit, may: bool) -> None:
    assert editor.allows(edit, view_of('灯塔 亮了\n好，的\n用GPT2024\n的rust用Rust的 rusty tool')) is may


SILENT = [
    ('a text with marks', '灯塔亮了，船都看见了。\n我们上去看看，风很大。\n' * 12),
    ('a short text', '灯塔亮了\n船都看见了\n'),
    ('English without marks', 'we went up to the lighthouse\nand the wind was strong\n' * 12),
    ('nothing', ''),
    ('white space', ' \n\n \n'),
    ('code on a page', '```\n' + LIGHTHOUSE + '```\n'),
]


@pytest.mark.parametrize('text', [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_by_itself_it_says_nothing_of(text: str) -> None:
    read = qinggao.library.parsed(text, 'md') if text.startswith('```') else text
    assert not [edit for one in qinggao.clean(read).passes if one.stage == 'editor' for edit in one.done]


@pytest.mark.parametrize('text', TALKS)
def test_talks_without_marks_get_them(text: str) -> None:
    done = asked(text)
    assert len([edit for edit in done if edit.new]) > text.count('\n') / 2
    assert {edit.new for edit in done} >= {'，', '。', '？'}


@pytest.mark.parametrize('text', TALKS)
@pytest.mark.parametrize('level', CHOICES['level'])
def test_the_source_comes_back(text: str, level: str) -> None:
    cleaned = qinggao.clean(text, level=level)  # type: ignore[arg-type]
    assert qinggao.undo(cleaned.text, cleaned.changes) == text


@pytest.mark.parametrize('text', TALKS)
def test_no_letter_is_put_in(text: str) -> None:
    assert all(new in ('', *editor.SIGNS) for _, _, new, _, _ in asked(text))


@pytest.mark.parametrize('text', TALKS)
def test_a_talk_ends_with_the_end_of_a_sentence(text: str) -> None:
    assert qinggao.clean(text).text.rstrip()[-1] in '。！？'


def test_off_leaves_it_to_the_rules() -> None:
    assert not [one for one in qinggao.clean(LIGHTHOUSE, editor='off').passes if one.stage == 'editor']


def test_on_reads_short_texts_too() -> None:
    assert asked('灯塔亮了\n船都看见了\n', 'on')


def test_at_the_level_light_no_word_goes() -> None:
    assert all(edit.new for edit in asked(LIGHTHOUSE, level='light'))


def test_what_goes_at_the_level_standard_goes_at_strong_too() -> None:
    gone = {edit[:2] for edit in asked(LIGHTHOUSE) if not edit.new}
    more = {edit[:2] for edit in asked(LIGHTHOUSE, level='strong') if not edit.new}
    assert all(any(a <= start and end <= b for a, b in more) for start, end in gone)


def test_each_sign_has_a_reason() -> None:
    assert {edit.rule for edit in asked(LIGHTHOUSE, level='strong')} <= {f'editor/{name}' for name in editor.RULES}
    assert all(reason(f'editor/{name}') for name in editor.RULES)


def test_a_sentence_ends_where_somebody_else_speaks() -> None:
    lines = LIGHTHOUSE.split('\n')
    at = LIGHTHOUSE.index('因为上面')
    talk = Transcript.plain(LIGHTHOUSE)._replace(turns=(Turn(0, '林静'), Turn(at, '周航')))
    cleaned = qinggao.clean(talk, only=['editor'])
    before = cleaned.text[:cleaned.text.index('因为上面')].rstrip()
    assert lines[2] == '首先为什么要修呢'
    assert before[-1] in '。？！'


def test_paragraphs_may_end_at_places_of_the_source() -> None:
    cleaned = qinggao.clean(LIGHTHOUSE * 3)
    assert cleaned.closings
    assert all(0 < at <= len(cleaned.source) and 0 < probability <= 1 for at, probability in cleaned.closings)
    assert list(cleaned.closings) == sorted(cleaned.closings)


def test_the_ledger_keeps_where_paragraphs_may_end() -> None:
    cleaned = qinggao.clean(LIGHTHOUSE)
    assert loaded(dumped(cleaned)).closings == cleaned.closings


def test_cleaning_what_was_cleaned_changes_nothing_and_forgets_nothing() -> None:
    once = qinggao.clean(LIGHTHOUSE * 2)
    again = qinggao.clean(once)
    assert (again.text, again.closings) == (once.text, once.closings)


@pytest.mark.parametrize('text', TALKS)
def test_the_cleaned_text_asks_for_nothing(text: str) -> None:
    once = qinggao.clean(text).text
    assert qinggao.clean(once).text == once


def test_traditional_talks_keep_their_glyphs() -> None:
    cleaned = qinggao.clean(opencc.OpenCC('s2t').convert(LIGHTHOUSE), script='keep')
    assert '燈塔' in cleaned.text
    assert any(one.stage == 'editor' for one in cleaned.passes)


@pytest.fixture
def no_onnxruntime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for known in (model.hindrance, model.shipped, editor._warn):
        known.cache_clear()
    monkeypatch.setitem(sys.modules, 'onnxruntime', None)
    yield
    for known in (model.hindrance, model.shipped, editor._warn):
        known.cache_clear()


@pytest.mark.usefixtures('no_onnxruntime')
def test_where_it_cannot_run_rules_do_what_they_can_and_say_so_once() -> None:
    with pytest.warns(RuntimeWarning, match='rules alone clean this, without the trained editor: onnxruntime cannot'):
        cleaned = qinggao.clean(LIGHTHOUSE)
    assert cleaned.text == qinggao.clean(LIGHTHOUSE, editor='off').text
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        qinggao.clean(LIGHTHOUSE)


@pytest.mark.usefixtures('no_onnxruntime')
def test_where_it_was_asked_for_and_cannot_run_that_is_an_error() -> None:
    with pytest.raises(UsageError, match='the editor cannot run: onnxruntime cannot be imported'):
        qinggao.clean(LIGHTHOUSE, editor='on')


@pytest.mark.usefixtures('no_onnxruntime')
def test_the_command_says_once_that_rules_alone_cleaned(shell: Shell) -> None:
    shell.put('in/a.txt', LIGHTHOUSE)
    shell.put('in/b.txt', DUMPLINGS)
    assert shell('clean', 'in', '-o', 'out') == 0
    assert shell.err.count('qinggao: rules alone clean this') == 1
    assert shell.tree('out') == ['a.md', 'b.md']


@pytest.mark.usefixtures('no_onnxruntime')
def test_the_command_does_nothing_where_the_editor_was_asked_for(shell: Shell) -> None:
    shell.put('a.txt', LIGHTHOUSE)
    assert shell('clean', 'a.txt', '-o', 'out', '--editor', 'on') == 2
    assert 'say --editor off' in shell.err
    assert shell.tree('out') == []


SPACED = '后来我们去问了镇上的师傅\n他看了看我们的灯 说了两个字太旧\n就那么一盏 灯还被风吹坏了一半\n' + LIGHTHOUSE


def test_no_space_is_left_where_no_clause_ends() -> None:
    """What was cleaned is not joined further the next time."""
    cleaned = qinggao.clean(SPACED)
    assert '那么一盏灯' in cleaned.text
    assert '灯，说了' in cleaned.text


def test_what_says_a_space_goes_is_the_editor() -> None:
    assert [(edit.start, edit.rule) for edit in asked(SPACED) if not edit.new and SPACED[edit.start] == ' '] == [
        (SPACED.index(' 灯还'), 'editor/joined')]


def test_names_in_latin_letters_are_listed() -> None:
    talk = LIGHTHOUSE.replace('\n', '')
    talk = f'{talk[:100]}我用过 GPT Claude Gemini Llama Qwen 还有别的{talk[100:]}'
    start, end = talk.index('GPT'), talk.index('Qwen')
    assert [edit.new for edit in asked(talk) if start < edit.start < end]


ENGLISH = 'after losing all the glass to the storm He climbed down and ended his work'


def test_no_chinese_mark_stands_between_the_words_of_another_language() -> None:
    """In a talk that nobody broke into lines."""
    line = LIGHTHOUSE.replace('\n', '')
    talk = f'{line[:100]} {ENGLISH} {line[100:]}'
    said = asked(talk)
    start = talk.index(ENGLISH)
    assert any(edit.start > start + len(ENGLISH) for edit in said)
    assert [edit for edit in said if start < edit.start < start + len(ENGLISH) - 1] == []
