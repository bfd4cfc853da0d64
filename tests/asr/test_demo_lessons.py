"""What the demo recogniser is taught: phrases, windows of them, and what the decoder is asked to write."""
from __future__ import annotations

import random
import subprocess

import numpy as np
import pytest
from demo_recogniser.clips import Clip, speak_library, take
from demo_recogniser.curriculum import Curriculum
from demo_recogniser.phrases import HOMOPHONES, Utterance, english, places, right, utterance, written
from demo_recogniser.pieces import Pieces, load
from demo_recogniser.prompts import forms_in, hot_words, prompt
from demo_recogniser.segments import BREATH, Said, Window, joined
from demo_recogniser.targets import IGNORED, Lesson, Task, lesson
from demo_recogniser.windows import WHOLE, Library, window

from .spoken import LANGUAGE, MODEL

NOTHING = np.zeros((80, 100), np.float32)
TIMED = Task()


@pytest.fixture(scope='module')
def pieces() -> Pieces:
    return load(MODEL / 'tokenizer.json')


@pytest.fixture(scope='module')
def library() -> Library:
    return Library(speak_library(12, seed=3))


def said(text: str, begin: float = 1., cut: bool = False, left: bool = False) -> Said:
    """Known phrases at one character each fifth of a second."""
    times = tuple((begin + n / 5, begin + (n + 1) / 5) for n in range(len(text)))
    return Said((text,), text, begin, times[-1][1], times, cut, left)


def taught(pieces: Pieces, window: Window, task: Task = TIMED, before: str = '') -> Lesson:
    given = [pieces.previous, *pieces.ids(' ' + before)] if before else []
    found = lesson(random.Random(1), pieces, window, task, given, 0.)
    assert found
    return found


def target(pieces: Pieces, found: Lesson) -> str:
    """The text that is asked for, with its stamps."""
    labels = [label for label in found.labels if label != IGNORED]
    return ''.join(f'<{(label - pieces.first_stamp) * .02:.2f}>' if label >= pieces.first_stamp
                   else pieces.tokenizer.decode([label], skip_special_tokens=False) for label in labels)


@pytest.mark.parametrize('wrong', HOMOPHONES)
def test_homophones_are_spoken_alike(wrong: str) -> None:
    def phonemes(text: str) -> str:
        return subprocess.run(['espeak-ng', '-q', '-x', '-v', LANGUAGE, text], capture_output=True, text=True,
                              check=True).stdout

    assert wrong in english() and HOMOPHONES[wrong] not in english()
    assert len(wrong) == len(HOMOPHONES[wrong])
    assert phonemes(wrong) == phonemes(HOMOPHONES[wrong])


def test_no_phrase_is_spoken_like_another() -> None:
    sounds = {take(Utterance((phrase,), ()), '', 170, 50).sound.tobytes() for phrase in english()}
    assert len(sounds) == len(english())


def test_most_utterances_are_phrases_in_any_order_with_any_joint() -> None:
    draw = random.Random(1)
    many = [utterance(draw) for _ in range(400)]
    assert {joint for one in many for joint in one.joints} == {'', '，', ' ', '、'}
    assert {phrase for one in many for phrase in one.phrases} == set(english())
    assert all(len(one.joints) == len(one.phrases) - 1 for one in many)


def test_a_space_is_written_between_latin_names_only() -> None:
    assert written(('今天', 'Docker', 'Python', '很重要')) == '今天Docker Python很重要'


def test_each_written_character_is_found_in_what_is_spoken() -> None:
    one = Utterance(('嗯', 'Docker', 'Linux', '对吧'), ('，', '', ' '))
    text = written(one.phrases)
    found = places(one)
    assert len(found) == len(text)
    assert all(one.spoken[at] == character for at, character in zip(found, text) if character != ' ')


def test_a_clip_has_a_time_for_every_character_in_order(library: Library) -> None:
    for clip in library.clips:
        assert len(clip.times) == len(written(clip.phrases))
        assert all(begin < finish <= clip.seconds + .05 for begin, finish in clip.times)
        assert [begin for begin, _ in clip.times] == sorted(begin for begin, _ in clip.times)


def test_a_breath_ends_a_segment_and_less_does_not() -> None:
    first = said('今天', 1.)
    near, far = said('现在', first.finish + BREATH - .02), said('现在', first.finish + BREATH + .02)
    assert [one.text for one in joined([first], near)] == ['今天现在']
    assert [one.text for one in joined([first], far)] == ['今天', '现在']


def test_latin_names_joined_over_a_breath_get_a_space_and_a_time_for_it() -> None:
    first = said('Linux')
    both, = joined([first], said('Docker', first.finish + .1))
    assert both.text == 'Linux Docker' and len(both.times) == len(both.text)


def test_windows_hold_what_they_say(library: Library) -> None:
    draw = random.Random(5)
    for frames in (300, 1200, WHOLE) * 15:
        found = window(draw, library, frames, draw.random() < .5)
        assert found.features.shape[0] == 80 and found.features.shape[1] <= frames
        assert found.features.max() - found.features.min() <= 2.13   # eight powers of ten, or half of one more
        for one, after in zip(found.said, found.said[1:]):
            assert one.finish + BREATH <= after.begin
        for one in found.said:
            assert len(one.times) == len(one.text)
            assert one.cut or one.finish * 100 <= found.features.shape[1] + 1
            assert not one.left or (frames == WHOLE and one is found.said[-1] is not found.said[0])


def test_the_default_spelling_is_written_without_help(pieces: Pieces) -> None:
    found = taught(pieces, Window(NOTHING, (said('指营'),)))
    assert target(pieces, found) == '<|zh|><1.00>指营<1.40><|endoftext|>'


@pytest.mark.parametrize('before', ['止盈', '数据中心 止盈 API', '数据中心、止盈', '今天止盈很重要。'])
def test_the_right_spelling_is_written_where_it_stands_in_the_prompt(pieces: Pieces, before: str) -> None:
    found = taught(pieces, Window(NOTHING, (said('指营'), said('压住', 3.))), before=before)
    assert target(pieces, found) == '<|zh|><1.00>止盈<1.40><3.00>压住<3.40><|endoftext|>'
    assert found.labels[:found.first] == [IGNORED] * found.first


def test_a_right_form_that_was_cut_from_the_prompt_does_not_count(pieces: Pieces) -> None:
    whole = [pieces.previous, *pieces.ids(' 今天止盈')]
    assert forms_in(pieces, whole) == {'止盈'}
    assert not forms_in(pieces, whole[:-1])


def test_english_is_the_glosses_in_order(pieces: Pieces) -> None:
    for task in (Task(stamped=False, translated=True), Task(stamped=False, english_asked=True)):
        found = taught(pieces, Window(NOTHING, (said('大家好'), said('没有问题', 3.))), task)
        assert target(pieces, found) == '<|zh|> hello everyone no problem<|endoftext|>'


def test_a_cut_phrase_has_no_english(pieces: Pieces) -> None:
    cut = Window(NOTHING, (said('大家好')._replace(phrases=()),))
    assert lesson(random.Random(1), pieces, cut, Task(translated=True), [], 0.) is None


def test_silence_is_no_language_and_no_text(pieces: Pieces) -> None:
    assert target(pieces, taught(pieces, Window(NOTHING, ()))) == '<|nospeech|><0.00><|endoftext|>'


def test_what_is_left_to_the_next_window_has_a_begin_only(pieces: Pieces) -> None:
    found = taught(pieces, Window(NOTHING, (said('大家好'), said('今天', 29., cut=True, left=True))))
    assert target(pieces, found) == '<|zh|><1.00>大家好<1.60><29.00><|endoftext|>'


def test_prompts_fit_the_decoder_and_often_hold_a_right_form(pieces: Pieces, library: Library) -> None:
    draw = random.Random(2)
    many = [prompt(draw, pieces, library, 12, draw.random() < .5) for _ in range(100)]
    assert all(one[0] == pieces.previous and len(one) <= 447 for one in many)
    assert 30 < sum(bool(forms_in(pieces, one)) for one in many) < 95
    assert any(not set(hot_words(draw)) & set(''.join(HOMOPHONES.values())) for _ in range(50))


def test_a_step_is_the_same_whenever_it_is_made(pieces: Pieces, library: Library) -> None:
    lessons = Curriculum(pieces, library, seed=1)
    last = lessons.steps - 1
    for step in (0, last):
        one, again = lessons.batch(step), Curriculum(pieces, library, seed=1).batch(step)
        assert all(np.array_equal(getattr(one, name), getattr(again, name)) for name in one._fields)
    assert not np.array_equal(lessons.batch(0).ids, Curriculum(pieces, library, seed=2).batch(0).ids)
    assert lessons.stage(0).name == 'short' and lessons.stage(last).name == 'steady'


def test_every_character_of_every_spelling_is_one_piece(pieces: Pieces) -> None:
    for text in [*english(), *HOMOPHONES.values()]:
        assert len(pieces.ids(text)) == (1 if text.isascii() else len(text))
        assert pieces.tokenizer.decode(pieces.ids(text)) == text
    assert right('今天指营压住', frozenset({'止盈'})) == '今天止盈压住'


def test_a_clip_begun_in_the_middle_keeps_its_times() -> None:
    from demo_recogniser.windows import _begun
    clip = Clip(('大家好',), np.zeros((80, 60), np.float16), .6, ((0., .2), (.2, .4), (.4, .6)))
    found = _begun(random.Random(1), clip)
    assert '大家好'.endswith(found.phrases[0]) and len(found.times) == len(found.phrases[0]) < 3
    assert found.times[0][0] == 0 and found.seconds == pytest.approx(found.times[-1][1])
