"""Marks and capitals for English that was written without either, and none for any other text."""
from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qinggao.edits import Edit
from qinggao.errors import UsageError
from qinggao.layout.paragraphs import paragraphs
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import english
from qinggao.stages.english.features import Words
from qinggao.stages.english.model import read
from qinggao.stages.english.questions import has_form
from qinggao.transcript import Transcript, Turn
from qinggao.view import View

from .table import cleaned

TALK = """\
hello everyone and welcome back to the harbour
today we are going to talk about the tide because
many people in london asked me about it last week
and i think it's a good question so let's start
the moon pulls the water towards it and the water
rises on both sides of the world that's why we have
two tides a day but the sun also has a say in this
when the sun and the moon stand in one line the
tide is higher than on other days what does it mean
for a small boat it means that you have to look at
the table before you leave i'm sure that openai or
google can tell you the time but the table is free
in new york the table hangs in every office thank
you for listening and see you next monday
"""
ONE_LINE = TALK.replace('\n', ' ')

MARKED = TALK.replace('harbour\n', 'harbour.\n').replace('week\n', 'week.\n').replace('start\n', 'start.\n')
FRENCH = ('la mer monte deux fois par jour et tout le monde au port le sait bien\n'
          'mais les gens de la ville viennent voir le bateau qui part avec la nuit\n') * 5
LIST = 'apples\npears\nbread\na small fish\nsalt\nthe red paint\nrope\n' * 8
TITLES = '\n'.join('The Old Man of the Harbour and the Sea Behind It' for _ in range(8))
CODE = 'def tide(moon, sun):\n    return the_sum(of, moon, and_the, sun)\nfor it in the_list: print(it)\n' * 6
BULLETS = '- look at the table before you leave the harbour with a small boat\n' * 8

STAYS = [
    ('text that has marks', MARKED),
    ('edited English', 'The tide is out. We walk to the island, and we come back before noon. Is it far? It is not. ' * 6),
    ('one remark', 'the tide is out and we walk to the island'),
    ('capitals only', TALK.upper()),
    ('titles', TITLES),
    ('French', FRENCH),
    ('a list', LIST),
    ('list items', BULLETS),
    ('code', CODE),
    ('English words in Chinese', '我们在london等the tide来 然后walk to the island 再回来\n' * 12),
    ('an English line among Chinese ones', '潮水退了我们走过去\nthe tide is out and we walk\n' * 12),
    ('marks in the other half of the text', MARKED + '中文在这里\n' + TALK),
    ('nothing', ''),
]

SPELT = [
    ('I', 'and I think'),
    ('a contraction of I', "I'm sure"),
    ('a city', 'in London asked'),
    ('a name of two words', 'New York'),
    ('a firm with a capital inside', 'that OpenAI or Google can'),
    ('a day', 'next Monday'),
    ('the first word', 'Hello everyone'),
]
ASKS = [
    ('a verb before its subject', 'did you look at the table', True),
    ('a question word and a verb', 'what does it mean', True),
    ('an indirect question', 'they told us what it means', False),
    ('a statement', 'the boat goes out today', False),
]
KNOWN_FAILURES = [
    ('a name that nobody listed', 'and we met hester quill', 'Hester Quill'),
    ('a place that nobody listed', 'and the road to gull point', 'Gull Point'),
]
LEFT = [
    ('us without an article', 'many of them told us that the boat had to wait for us'),
    ('may as a verb', 'you may go and they may come with the boat'),
    ('march as a verb', 'and they march to the harbour with the band'),
    ('firms that are words too', 'she ate an apple and hit the target with a shell from the gap'),
    ('British spelling', 'the colour of the harbour is his favourite and the theatre is near'),
]
COMPANY = [
    ('the US', 'the boats of the us are bigger', 'the US'),
    ('in May', 'we came home in may and left again', 'in May'),
    ('March 5', 'the harbour opens on march 5 for the boats', 'March 5'),
    ("a name's own", "we read google's table of the tide", "Google's"),
    ('a curly apostrophe', 'we ate at mcdonald’s by the harbour', 'McDonald’s by'),
    ('a ligature, which is two letters as a capital', 'all of it. ﬁrst we went down to the boat', ' ﬁrst we went'),
]


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in STAYS])
def test_stays(text: str) -> None:
    assert cleaned(text, 'english') == text


@pytest.mark.parametrize('meant', [pytest.param(meant, id=name) for name, meant in SPELT])
def test_spelling(meant: str) -> None:
    assert meant in _letters(cleaned(ONE_LINE, 'english'))


@pytest.mark.parametrize('said', [pytest.param(said, id=name) for name, said in LEFT])
def test_words_that_are_a_name_only_sometimes_are_left(said: str) -> None:
    assert said[1:] in _letters(cleaned(ONE_LINE + said + ' ' + ONE_LINE, 'english'))


@pytest.mark.parametrize(('said', 'meant'), [pytest.param(said, meant, id=name) for name, said, meant in COMPANY])
def test_words_that_are_a_name_in_some_company(said: str, meant: str) -> None:
    assert meant in _letters(cleaned(ONE_LINE + said + ' ' + ONE_LINE, 'english'))


@pytest.mark.parametrize(('said', 'asks'), [pytest.param(said, asks, id=name) for name, said, asks in ASKS])
def test_form_of_a_question(said: str, asks: bool) -> None:
    words = Words(said.split(), {})
    assert has_form(words, 0, len(said.split()) - 1, 0) == asks


@pytest.mark.xfail(strict=True, reason='names are known from lists: one that is on none keeps its small letters')
@pytest.mark.parametrize(('said', 'meant'), [pytest.param(said, meant, id=name) for name, said, meant in KNOWN_FAILURES])
def test_known_failures(said: str, meant: str) -> None:
    assert meant in _letters(cleaned(ONE_LINE + said + ' ' + ONE_LINE, 'english'))


def _letters(text: str) -> str:
    return text.translate(str.maketrans('', '', '.,?'))


def test_only_marks_and_the_case_of_letters_change() -> None:
    made = cleaned(TALK, 'english')
    assert made != TALK
    assert _letters(made).lower() == TALK


def test_a_talk_gets_sentences_and_they_begin_with_capitals() -> None:
    made = cleaned(ONE_LINE, 'english').strip()
    sentences = [one.strip() for one in made.replace('?', '.').split('.') if one.strip()]
    assert 4 <= len(sentences) <= 20
    assert all(one[0].isupper() for one in sentences)
    assert made.endswith('.')


def test_a_stretch_of_english_behind_chinese_is_marked_alone() -> None:
    chinese = '潮水退了，我们走过去。\n'
    made = cleaned(chinese + TALK, 'english')
    assert made == chinese + cleaned(TALK, 'english')


def test_a_turn_of_a_speaker_begins_a_sentence() -> None:
    at = TALK.index('when the sun')
    spoken = Transcript.plain(TALK)._replace(turns=(Turn(0, ''), Turn(at, '')))
    made = run(spoken, Settings.of(only=['english']), shipped()).text
    assert 'this.\nWhen the sun' in made


def test_edits_are_explained_and_each_rule_has_a_reason() -> None:
    view = View(Transcript.plain(TALK), Settings(), shipped())
    rules = {edit.rule for edit in english.edits(view)}
    assert {'english/stop', 'english/capital', 'english/i'} <= rules <= {f'english/{name}' for name in english.RULES}


@pytest.mark.parametrize(('edit', 'fits'), [
    pytest.param(Edit(5, 5, '.', 'english/stop'), True, id='a mark behind a word'),
    pytest.param(Edit(0, 5, 'Hello', 'english/capital'), True, id='the same letters'),
    pytest.param(Edit(0, 5, 'Hallo', 'english/capital'), False, id='other letters'),
    pytest.param(Edit(5, 6, '', 'english/stop'), False, id='a space that goes'),
    pytest.param(Edit(5, 5, '!', 'english/stop'), False, id='a mark it does not set'),
    pytest.param(Edit(6, 6, '.', 'english/stop'), False, id='a mark behind a space'),
])
def test_licence(edit: Edit, fits: bool) -> None:
    assert english.allows(edit, View(Transcript.plain('hello everyone'), Settings(), shipped())) == fits


def test_paragraphs_are_cut_between_the_sentences() -> None:
    made = run(Transcript.plain(ONE_LINE * 6), Settings.of(only=['english']), shipped())
    found = [made.text[one.start:one.end] for one in paragraphs(made)]
    assert len(found) > 2
    assert sum(one.endswith(('.', '?')) for one in found) == len(found)


def test_the_readme_of_this_project_stays_as_it_is() -> None:
    for name in ('README.md', 'CONTRIBUTING.md', 'docs/stages.md'):
        page = Path(__file__).parents[2].joinpath(name).read_text('utf-8')
        assert run(Transcript.plain(page), Settings.of(only=['english']), shipped()).text == page


def test_the_model_is_small_and_says_where_it_comes_from() -> None:
    data = files(english).joinpath('model.json.gz').read_bytes()
    assert len(data) < 1_000_000
    assert 'scripts/train_english.py' in json.loads(gzip.decompress(data))['about']


@pytest.mark.parametrize('packed', [
    pytest.param(b'', id='nothing'),
    pytest.param(b'not packed', id='other bytes'),
    pytest.param(gzip.compress(b'{"gaps": 3}'), id='another model'),
    pytest.param(gzip.compress(b'{}')[:-9], id='cut short'),
])
def test_a_broken_model_is_an_error_with_a_cure(packed: bytes) -> None:
    with pytest.raises(UsageError, match=r'model of the stage english .*--skip english'):
        read(packed)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*ONE_LINE.split(), '\n', '\n\n', '[music]', 'U.S.', '$2.50', 'well,', 'so.', '《', 'Éva', '--',
                                 "we're", 'iPhone', '10:30']), min_size=30, max_size=200).map(' '.join))
def test_cleaning_the_cleaned_text_asks_for_nothing(text: str) -> None:
    cleaned(text, 'english')
