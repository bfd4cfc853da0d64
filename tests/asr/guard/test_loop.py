"""What is said over and over, and what people do say over and over."""
from __future__ import annotations

import pytest

from .takes import names, spans, take

LOOPS = [
    ('one syllable', '嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯'),
    ('one syllable with marks', '对，对，对，对，对，对，对。'),
    ('a word', '渡口渡口渡口渡口渡口渡口'),
    ('a clause', '所以船要开了，所以船要开了，所以船要开了，所以船要开了，'),
    ('a long sentence', '渡船每天早上六点从北岸出发到南岸去接人，' * 3),
    ('a clause three times without a breath', '所以渡口的灯' * 3),
    ('two scripts by turns', '這個这个這個这个這個这个'),
    ('counting', '1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1'),
    ('counting without marks', '0' * 40),
    ('English', 'I told them so. ' * 5),
]
SPEECH = [
    ('laughter', '哈哈哈哈哈哈哈哈'),
    ('a singer', '啦啦啦啦啦啦啦啦'),
    ('agreement', '对对对'),
    ('refusal', '不不不，我说的不是这个'),
    ('a cheer', '加油加油加油'),
    ('a long cheer', '中国加油中国加油中国加油'),
    ('a clause twice', '所以渡口的灯所以渡口的灯'),
    ('emphasis', '非常非常非常好'),
    ('a price', '一共88888888块钱'),
    ('years', '2024，2024，2025，2025'),
    ('a list', '第一点，第二点，第三点，第四点，第五点，第六点'),
    ('the same end twice', '我们看渡口，他们也看渡口'),
]


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in LOOPS])
def test_copies_are_a_loop(text: str) -> None:
    assert 'loop' in names(take((text, 0, 20)))


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in SPEECH])
def test_speech_is_no_loop(text: str) -> None:
    assert 'loop' not in names(take((text, 0, 20)))


def test_a_sentence_on_three_segments_is_a_loop() -> None:
    one = take(('潮水来了', 0, 2), ('灯塔下面没有人了', 2, 4), ('灯塔下面没有人了', 4, 6), ('灯塔下面没有人了', 6, 8))
    assert spans('loop', one) == [(4, 8)]


def test_only_the_copies_are_in_doubt() -> None:
    assert spans('loop', take(('好的', 0, 1), ('渡口' * 10, 1, 11), ('走吧', 11, 12))) == [(2, 11)]


def test_a_sentence_said_twice_is_no_loop() -> None:
    assert names(take(('灯塔下面没有人了', 0, 3), ('灯塔下面没有人了', 3, 6))) == set()


def test_an_answer_on_three_segments_is_no_loop() -> None:
    assert names(take(('好的', 0, 1), ('好的。', 3, 4), ('好的', 6, 7))) == set()


def test_laughter_on_three_segments_is_no_loop() -> None:
    assert names(take(('哈哈哈哈', 0, 2), ('哈哈哈哈', 2, 4), ('哈哈哈哈', 4, 6))) == set()
