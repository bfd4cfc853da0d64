"""Draw a decoding at a temperature: the same one on every run.

CTranslate2 draws too, but nobody can tell it from where: each of its worker threads has a generator of its own, seeded
when that thread first draws, and `set_random_seed` says nothing to it afterwards. With two workers, or after a resume,
a window would read differently from run to run. So it only decodes greedily here and tells its logits; the dice are
ours, seeded by what is heard. As long as they fall as the greedy decoding went, one pass serves; where they fall
otherwise, the next pass starts from there. What comes out is drawn from the tempered distribution, not near it.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .engine import FRAME, Decoded, Engine

PASSES = 40         # a window of 40 tokens takes 1 when cold, 4 to 10 when warm; what takes more is noise
LONGEST = 224       # tokens: as many as CTranslate2 decodes
_MASKED = -1e4      # what may not come next has the lowest number of its type: in half precision -65,504

Row = NDArray[np.float32]


class Marks(NamedTuple):
    """The tokens that the rules of time stamps are about."""

    end: int
    stamps: int                     # the first time stamp; before it the mark that there are none
    latest: int                     # the last time stamp with which a window may begin
    suppressed: tuple[int, ...]


def drawn(engine: Engine, encoded: Any, prompt: Sequence[int], marks: Marks, temperature: float,
          dice: np.random.Generator) -> Decoded | None:
    """Tokens of one encoded window behind a prompt; None where it takes more than `PASSES` passes."""
    tokens: list[int] = []
    logprob = 0.0
    for _ in range(PASSES):
        guess, rows, no_speech = engine.greedy(encoded, [*prompt, *tokens], suppress=marks.suppressed,
                                               latest_start=(marks.latest - marks.stamps) * FRAME)
        for guessed, row in zip([*guess, marks.end][len(tokens):], rows[len(tokens):]):
            ruled = allowed(row, tokens, marks)
            if ruled is None:
                break
            token = _thrown(ruled / temperature, dice)
            logprob += float(_log_chances(ruled)[token])
            if token == marks.end or len(tokens) == LONGEST:
                return Decoded(tuple(tokens), logprob / (len(tokens) + 1), no_speech)
            tokens.append(token)
            if token != guessed:
                break
        else:
            return Decoded(tuple(tokens), logprob / (len(tokens) + 1), no_speech)
    return None


def allowed(row: Row, before: Sequence[int], marks: Marks) -> Row | None:
    """The logits of what may come next, by Whisper's rules; None where CTranslate2 has masked some of that already.

    Behind a forced beginning it takes the next time stamp for the first of all: the row behind that one is not ours.
    """
    may = np.ones(len(row), bool)
    may[list(marks.suppressed)] = may[marks.stamps - 1] = False
    stamps = [token for token in before if token >= marks.stamps]
    ended = not before or before[-1] >= marks.stamps
    paired = ended and (len(before) < 2 or before[-2] >= marks.stamps)
    if not before:
        may[:marks.stamps] = may[marks.latest + 1:] = False
    elif paired:
        may[marks.stamps:] = False
    elif ended:
        may[:marks.end] = False
    if stamps:      # time does not go back; nor does a segment with words end where it begins
        may[marks.stamps:stamps[-1] + (not ended or paired)] = False
    masked = may & (row < _MASKED)
    ruled = np.where(may & ~masked, row, np.float32(-np.inf))
    if before and not paired and np.logaddexp.reduce(ruled[marks.stamps:]) > ruled[:marks.stamps].max():
        ruled[:marks.stamps] = -np.inf      # together the stamps are likelier than any word
        masked[:marks.stamps] = False       # which CTranslate2 may have seen itself
    return None if masked.any() else ruled


def _thrown(logits: Row, dice: np.random.Generator) -> int:
    chances = np.exp(_log_chances(logits.astype(np.float64))).cumsum()
    return int(np.searchsorted(chances, dice.random() * chances[-1], side='right'))


def _log_chances(logits: Row) -> Row:
    least: Row = logits - np.logaddexp.reduce(logits)
    return least
