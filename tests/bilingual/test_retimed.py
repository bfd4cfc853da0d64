"""An edited page takes the times of the talk that it was made from."""
from __future__ import annotations

from qinggao.bilingual.retimed import retimed
from qinggao.edits import Revision
from qinggao.formats.markdown import read
from qinggao.transcript import Cue, Transcript

TALK = Transcript(Revision('今天我们去江边看渡轮\n船在早晨六点开\n雾很大所以晚了一刻钟'),
                  (Cue(0, 10, 0, 2000), Cue(11, 18, 2000, 4000), Cue(19, 29, 4500, 7000)))


def times(page: Transcript, words: str) -> tuple[int, int] | None:
    at = page.text.index(words)
    return page.time_of(at, at + len(words))


def test_words_that_still_stand_keep_their_times() -> None:
    page = retimed(read('### 渡轮\n\n今天我们去江边看渡轮。船在**早晨六点**开。\n\n雾很大，所以晚了一刻钟。\n'), TALK)
    assert times(page, '今天我们去江边看渡轮。') == (0, 2000)
    assert times(page, '雾很大，所以晚了一刻钟。') == (4500, 7000)


def test_what_is_new_stands_between_its_neighbours() -> None:
    page = retimed(read('今天我们去江边看渡轮。那里人不多。船在早晨六点开。\n'), TALK)
    found = times(page, '那里人不多')
    assert found is not None and 1900 <= found[0] <= found[1] <= 2100


def test_a_page_of_another_talk_gets_no_times() -> None:
    page = read('完全是另外一个话题，讲怎么做面包。\n')
    assert retimed(page, TALK) is page
