"""A reply is believed whole or not at all."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.translate.endpoint.reply import Unfit, read

ASKED = ['算力很贵。', '对。']
GOOD = ['Compute is dear.', 'Right.']

BELIEVED = {
    'as asked': '[[1]] Compute is dear.\n[[2]] Right.',
    'in another order': '[[2]] Right.\n[[1]] Compute is dear.',
    'a greeting and a farewell': 'Sure, here you are:\n\n[[1]] Compute is dear.\n[[2]] Right.\n\nShall I go on?',
    'code fences': '```text\n[[1]] Compute is dear.\n[[2]] Right.\n```',
    'talk around code fences': 'Here:\n```\n[[1]] Compute is dear.\n[[2]] Right.\n```\nDone.',
    'blank lines between': '[[1]] Compute is dear.\n\n[[2]] Right.\n',
    'line ends of Windows': '[[1]] Compute is dear.\r\n[[2]] Right.\r\n',
    'a colon behind the number': '[[1]]: Compute is dear.\n[[2]]： Right.',
    'no space behind the number': '[[1]]Compute is dear.\n[[2]]Right.',
    'white space anywhere': '  [[1]]  Compute  is dear. \t\n  [[2]] Right.\u2028',
    'thoughts': '<think>\n[[1]] Computing\n[[2]] Yes?\n</think>\n[[1]] Compute is dear.\n[[2]] Right.',
    'thoughts that nobody opened': 'So [[1]] is…\n[[1]] Computing\n</think>\n\n[[1]] Compute is dear.\n[[2]] Right.',
    'control characters': '[[1]] Compute\x00 is\x1b dear.\n[[2]] Right\x7f.',
    'half a character': '[[1]] Compute is dear.\ud83d\n[[2]] Right.',
}

NOT_BELIEVED = {
    'nothing': '',
    'chatter alone': 'I am sorry, I cannot help with that.',
    'no numbers': 'Compute is dear.\nRight.',
    'other numbers': '1. Compute is dear.\n2. Right.',
    'a line lost': '[[1]] Compute is dear. Right.',
    'two lines as one': '[[1]] Compute is dear. [[2]] Right.',
    'a line twice': '[[1]] Compute is dear.\n[[1]] Computing is dear.\n[[2]] Right.',
    'a line invented': '[[1]] Compute is dear.\n[[2]] Right.\n[[3]] And so on.',
    'a line of another number': '[[0]] Compute is dear.\n[[1]] Right.',
    'a number beyond all': '[[1]] Compute is dear.\n[[2]] Right.\n[[99999999999999999999]] Hm.\n',
    'a number beyond all of other digits': '[[1]] Compute is dear.\n[[２２２２]] Right.',
    'an empty line': '[[1]] Compute is dear.\n[[2]]',
    'marks alone': '[[1]] Compute is dear.\n[[2]] …',
    'a line broken in two': '[[1]] Compute\nis dear.\n[[2]] Right.',
    'the last line broken in two': '[[1]] Compute is dear.\n[[2]] Right\nindeed.',
    'a note between': '[[1]] Compute is dear.\n\n(Note: expensive)\n\n[[2]] Right.',
    'another line inside, and again': '[[1]] Compute is dear. [[2]] Right.\n[[2]] Right.',
    'thoughts without an end': '<think>\n[[1]] Compute is dear.\n[[2]] Right.',
    'nothing but half a character': '[[1]] Compute is dear.\n[[2]] \ud83d',
}


@pytest.mark.parametrize('answer', BELIEVED.values(), ids=BELIEVED)
def test_a_reply_with_every_line_once_is_believed(answer: str) -> None:
    assert read(answer, ASKED) == GOOD


@pytest.mark.parametrize('answer', NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_a_reply_that_lost_merged_doubled_or_invented_lines_is_not(answer: str) -> None:
    with pytest.raises(Unfit):
        read(answer, ASKED)


@pytest.mark.parametrize(('sentence', 'text'), [
    ('3. 第三点', '3. The third point'), ('见 [[2]] 那条', 'see [[2]] there'), ('```a', '```a'),
    ('模型会写 </think> 这个标签', 'The model writes the tag </think>'), ('[[1]] 再来', '[[1]] again')])
def test_what_a_sentence_holds_itself_may_stand_in_its_translation(sentence: str, text: str) -> None:
    assert read(f'[[1]] {text}\n[[2]] Right.', [sentence, '对。']) == [text, 'Right.']


@given(st.lists(st.text(st.characters(exclude_categories=['C', 'Z']), min_size=1), min_size=1, max_size=8),
       st.sampled_from(['', 'Sure!\n', '```\n', '<think>[[1]] x</think>']))
def test_whatever_the_words_are_they_come_back_in_their_places(texts: list[str], before: str) -> None:
    asked = [f'说 {text}' for text in texts]
    texts = [f'say {text}' for text in texts]
    answer = before + '\n'.join(f'[[{number}]] {text}' for number, text in enumerate(texts, 1))
    assert read(answer, asked) == texts


@given(st.text(st.sampled_from('[]12 \n`a<think>/\ud83d\u2028三'), max_size=60), st.integers(1, 3))
def test_whatever_comes_it_is_all_lines_or_none(answer: str, count: int) -> None:
    try:
        found = read(answer, ['三'] * count)
    except Unfit:
        return
    assert len(found) == count
    assert all(text and text == ' '.join(text.split()) and text.encode() for text in found)
