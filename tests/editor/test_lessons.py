"""What the editor is taught: of pairs of a transcript and its page, which units went, and what is in doubt."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from editor_training.batches import UNITS, Talk, batch_of, epochs, vocabulary_of, windows
from editor_training.lessons import MASKED, Lesson, lessons_of
from editor_training.restarts import in_doubt
from editor_training.styles import style_of
from editor_training.synthesis import Idle, false_start, idle_words

ROWS = ['我们今天来讲灯塔', '这个灯塔很旧了', '楼梯一共有一百多级', '很多地方已经烂了', '先把楼梯换掉', '再把上面的灯拆下来',
        '风大的时候不能拆', '镇上的人都来帮忙', '晚上船就看得见岸了', '孩子们也很高兴']


@pytest.fixture(scope='module')
def pair(tmp_path_factory: pytest.TempPathFactory) -> list[Lesson]:
    """A transcript with a filler in each tenth line, one of them a false start, and its page."""
    folder = tmp_path_factory.mktemp('pair')
    heard = [row if i % 10 else f'嗯{row}' for i, row in enumerate(ROWS * 12)]
    heard[15] = '再把上面再把上面的灯拆下来'
    (folder / 'a.txt').write_text('\n'.join(heard) + '\n', 'utf-8')
    (folder / 'a.md').write_text('\n\n'.join(f'{"，".join(ROWS[:5])}。{"，".join(ROWS[5:])}。' for _ in range(12)), 'utf-8')
    return lessons_of(folder / 'a.txt', folder / 'a.md')


def test_what_the_page_lacks_was_cut(pair: list[Lesson]) -> None:
    heard, page = pair
    gone = [heard.keys[i] for i in np.flatnonzero(heard.cut == 1)]
    assert gone.count('嗯') == 12
    assert ''.join(one for one in gone if one != '嗯') == '再把上面'
    assert not (page.cut == 1).any()


def test_of_what_is_said_twice_the_first_copy_went(pair: list[Lesson]) -> None:
    heard = pair[0]
    at = ''.join(heard.keys).index('再把上面再把上面')
    assert heard.cut[at:at + 8].tolist() == [1, 1, 1, 1, 0, 0, 0, 0]


def test_marks_and_paragraphs_are_those_of_the_page(pair: list[Lesson]) -> None:
    for lesson in pair:
        assert (lesson.marks == 3).sum() >= 22
        assert (lesson.ends == 1).sum() == 11


def test_a_talk_too_short_teaches_nothing(tmp_path: Path) -> None:
    (tmp_path / 'a.txt').write_text('灯塔很旧', 'utf-8')
    (tmp_path / 'a.md').write_text('灯塔很旧。', 'utf-8')
    assert lessons_of(tmp_path / 'a.txt', tmp_path / 'a.md') == []


DOUBTED = [
    ('one unit between', '灯塔很灯塔修好了', '灯塔很'),
    ('said twice', '我们我们去看灯塔', '我们'),
    ('a longer beginning', '有人说灯塔的有人说灯塔修好了', '有人说灯塔的'),
    ('nothing comes again', '今天的风很大雨也不小', ''),
    ('one unit comes again', '灯很旧灯很新吗', '灯很旧'),
    ('too far apart', '灯塔在海边离镇上的码头还有五里多路灯塔', ''),
]


@pytest.mark.parametrize(('said', 'doubted'), [row[1:] for row in DOUBTED], ids=[row[0] for row in DOUBTED])
def test_what_comes_again_soon_is_in_doubt(said: str, doubted: str) -> None:
    labels = in_doubt(list(said), [0] * len(said), np.random.default_rng(4))
    assert ''.join(key for key, label in zip(said, labels) if label == MASKED) == doubted


def test_what_was_cut_is_not_in_doubt() -> None:
    assert in_doubt(list('灯塔很灯塔修好了'), [1, 1, 0, 0, 0, 0, 0, 0], None)[:3] == [1, 1, MASKED]


def test_far_apart_it_is_in_doubt_in_one_of_four_places() -> None:
    rng = np.random.default_rng(4)
    doubted = [in_doubt(list('灯塔在海边很灯塔'), [0] * 8, rng)[0] == MASKED for _ in range(400)]
    assert 70 < sum(doubted) < 130


def test_a_false_start_is_of_what_comes_and_a_little_more() -> None:
    """Else it taught to cut what nobody says again."""
    coming, elsewhere, idle = list('上面的旧灯塔'), list('风很大'), Idle([(('那', '个'), 1.)], [])
    rng, forms = np.random.default_rng(4), set()
    for _ in range(500):
        begun = false_start(coming, elsewhere, idle, rng)
        forms.add(''.join(begun))
        assert begun
        assert len(begun) <= len(coming) + 5
    assert {'上面的旧灯塔', '上面的旧灯塔那个', '灯塔', '上面塔', '上面的旧灯塔风'} <= forms


def test_the_same_seed_gives_the_same_lessons(pair: list[Lesson]) -> None:
    talks = [Talk(one, style_of(pair[0])) for one in pair]
    vocabulary, idle = vocabulary_of(talks), idle_words([pair[0]])
    places = next(epochs(talks * 40, 4))

    def batch(seed: int) -> bytes:
        return b''.join(part.tobytes() for part in batch_of(places, vocabulary, idle, np.random.default_rng(seed), True))
    assert batch(1) == batch(1) != batch(2)


def test_a_page_that_rephrases_gives_no_window(pair: list[Lesson]) -> None:
    talk = Talk(pair[0], (0, 0, 0))
    assert len(windows([talk], 0)) == -(-len(pair[0].keys) // UNITS) - (len(pair[0].keys) % UNITS < 64)
    poor = pair[0]._replace(good=np.zeros(len(pair[0].keys), bool))
    assert windows([Talk(poor, (0, 0, 0))], 0) == []
