"""How to hear: checked, and told apart where it changes the words."""
from __future__ import annotations

import pytest
from qinggao import Hearing, UsageError

WRONG: list[tuple[dict[str, object], str]] = [
    ({'beams': 5}, "unknown setting 'beams'; did you mean 'beam'?"),
    ({'beam': 0}, 'beam 0 is out of range; from 1 to 50'),
    ({'beam': 51}, 'beam 51 is out of range'),
    ({'beam': '5'}, "beam must be a whole number, not '5'"),
    ({'beam': True}, 'beam must be a whole number, not True'),
    ({'batch_size': -1}, 'batch_size -1 is out of range'),
    ({'batch_size': 513}, 'batch_size 513 is out of range'),
    ({'task': 'translat'}, "unknown task 'translat'; did you mean 'translate'?"),
    ({'language': None}, 'language must be a string, not None'),
    ({'prompt': 5}, 'prompt must be a string, not 5'),
    ({'hotwords': '止盈'}, "hotwords must be a list of words, not '止盈'"),
    ({'hotwords': ['止盈', ' ']}, 'hotwords must be a list of words'),
    ({'word_times': 1}, 'word_times must be true or false, not 1'),
]


@pytest.mark.parametrize(('values', 'what'), WRONG, ids=[what[:40] for _, what in WRONG])
def test_what_is_senseless_is_refused(values: dict[str, object], what: str) -> None:
    with pytest.raises(UsageError) as caught:
        Hearing.of(**values)
    assert what in str(caught.value)


def test_every_field_but_the_batch_tells_results_apart() -> None:
    other: dict[str, object] = {'language': 'zh', 'task': 'translate', 'beam': 1, 'prompt': '', 'hotwords': ['止盈'],
                                'word_times': True, 'vad': False, 'pack': True, 'pad': False}
    assert {*other, 'batch_size'} == set(Hearing._fields)
    keys = [Hearing().key(), *(Hearing.of(**{name: value}).key() for name, value in other.items())]
    assert len(set(keys)) == len(keys)
    assert Hearing.of(batch_size=3).key() == Hearing().key()


def test_words_in_a_list_are_words_in_a_tuple() -> None:
    assert Hearing.of(hotwords=['止盈']) == Hearing.of(hotwords=('止盈',))
