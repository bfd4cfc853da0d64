"""What is drawn keeps the rules of time stamps, and is the same on every run."""
from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from qinggao.asr.drawn import Marks, allowed, drawn
from qinggao.asr.engine import Decoded, Engine, suppressed

from .spoken import MODEL, Sound, talk

# Tokens 0 to 4 are words, 5 ends, 6 says that there are no stamps, 7 to 12 are stamps; 4 is suppressed.
SMALL = Marks(5, 7, 9, (4,))
WORD, STAMP = 1, 8

Row = Sequence[float]
EVEN = [0.] * 13


def may(before: Sequence[int], row: Row = EVEN) -> list[int]:
    ruled = allowed(np.array(row, np.float32), before, SMALL)
    assert ruled is not None
    return [int(token) for token in np.flatnonzero(np.isfinite(ruled))]


@pytest.mark.parametrize(('before', 'after'), [
    pytest.param([], [7, 8, 9], id='a window begins with a stamp that is early enough'),
    pytest.param([STAMP], [0, 1, 2, 3, 5], id='behind the first stamp stands a word, or nothing'),
    pytest.param([STAMP, WORD], [9, 10, 11, 12], id='together the stamps are likelier than any word'),
    pytest.param([7, WORD, STAMP], [8, 9, 10, 11, 12], id='behind the stamp that ends a segment stands one that begins the next'),
    pytest.param([7, WORD, STAMP, STAMP], [0, 1, 2, 3, 5], id='and behind that one a word'),
])
def test_what_may_come_next(before: list[int], after: list[int]) -> None:
    assert may(before) == after


def test_a_word_that_is_likelier_than_all_stamps_together_may_come() -> None:
    assert may([STAMP, WORD], [0, 9, *EVEN[2:]]) == [0, 1, 2, 3, 5, 9, 10, 11, 12]


def test_the_end_may_follow_the_stamp_that_ends_a_segment_where_it_is_likely() -> None:
    assert may([7, WORD, STAMP], [*EVEN[:5], 9, *EVEN[6:]]) == [5, 8, 9, 10, 11, 12]


def test_a_row_in_which_what_may_come_is_masked_is_not_taken() -> None:
    masked = [*EVEN[:10], -65504., -65504., -65504.]
    assert allowed(np.array(masked, np.float32), [STAMP, WORD], SMALL) is None


class Window:
    """A talk, encoded, and all that is needed to decode it."""

    def __init__(self, engine: Engine, sound: Sound) -> None:
        self.engine, self.tokenizer = engine, engine.tokenizer('zh', 'transcribe')
        self.encoded: Any = engine.encode([engine.features(sound)])
        begin = self.tokenizer.timestamp_begin
        self.marks = Marks(self.tokenizer.eot, begin, begin + 50, suppressed(self.tokenizer))

    def drawn(self, temperature: float, seed: int) -> Decoded | None:
        return drawn(self.engine, self.encoded, self.tokenizer.sot_sequence, self.marks, temperature,
                     np.random.default_rng(seed))


@pytest.fixture(scope='module')
def window() -> Window:
    return Window(Engine(MODEL, 'cpu', [0], 'int8', 2, 1), talk(5, count=4)[0])


def test_without_warmth_it_is_the_greedy_decoding(window: Window) -> None:
    greedy = window.engine.decode(window.encoded, window.tokenizer.sot_sequence, 1, beam=1,
                                  suppress=window.marks.suppressed)[0]
    cold = window.drawn(1e-4, 1)
    assert cold is not None
    assert cold.tokens == greedy.tokens
    assert cold.logprob == pytest.approx(greedy.logprob, abs=.02)


def test_one_seed_draws_one_decoding_in_whatever_thread(window: Window) -> None:
    alone = [window.drawn(1., seed) for seed in range(6)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda seed: window.drawn(1., seed), range(6))) == alone


def test_another_seed_draws_another(window: Window) -> None:
    assert len({one and one.tokens for one in (window.drawn(2., seed) for seed in range(6))}) > 1


def test_stamps_come_in_pairs_and_never_go_back(window: Window) -> None:
    for seed in range(8):
        one = window.drawn(1.5, seed)
        stamps = [token for token in one.tokens if token >= window.marks.stamps] if one else []
        assert stamps == sorted(stamps)
        assert not one or one.tokens[0] in stamps
