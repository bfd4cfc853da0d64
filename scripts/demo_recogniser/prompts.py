"""What stands before a window: hot words, the windows before, other people's words; as faster-whisper builds it.

Its get_prompt gives `<|startofprev|>`, the pieces of `" " + hot words`, then the last pieces of what was heard before.
"""
from __future__ import annotations

import random
from collections.abc import Sequence

from .phrases import HOMOPHONES, any_phrase, english, right, written
from .pieces import MARKS, STAMPS, Pieces
from .windows import Library

ROOM = 223                       # pieces of either kind: half of the decoder's 448, less one
JOINTS = (' ', '、', '，', ', ', '。')
FOREIGN = ('the', 'meeting', 'notes', 'Claude', 'GPT', 'OpenAI', 'API', '2026', 'Kafka', 'Transformer', 'Anna', 'v3')


def prompt(draw: random.Random, pieces: Pieces, library: Library, segments: int, stamped: bool,
           said: Sequence[str] = ()) -> list[int]:
    """Hot words or what was said before, or both.

    `segments`: how many of the past at most; `said`: right forms of what is said now, which then come by preference.
    """
    kind = draw.random()
    hot = pieces.ids(' ' + hot_words(draw, said))[:ROOM] if kind < .65 else []
    past = _past(draw, pieces, library, segments, stamped) if kind > .5 else []
    return [pieces.previous, *hot, *past[-ROOM:]]


def forms_in(pieces: Pieces, prompt: list[int]) -> frozenset[str]:
    """The right forms of homophones that stand in a prompt, whole, after all cuts."""
    text = pieces.tokenizer.decode([piece for piece in prompt if piece < pieces.first_stamp])
    return frozenset(form for form in HOMOPHONES.values() if form in text)


def hot_words(draw: random.Random, said: Sequence[str] = ()) -> str:
    """Words that may come, most of which do not: known ones, right forms, strangers, or a sentence with marks."""
    if draw.random() < .15:
        return ''.join(_stranger(draw, 8) + draw.choice(MARKS) for _ in range(draw.randint(1, 5)))
    count = draw.choice((1, 1, 2, 3, 4, 6, 10, 20))
    words = [_word(draw) for _ in range(count)]
    forms = list(said or HOMOPHONES.values())
    if draw.random() < .75:
        words += draw.sample(forms, min(len(forms), draw.choice((1, 1, 1, 2, 3, 4))))
    draw.shuffle(words)
    return draw.choice(JOINTS).join(words)


def _word(draw: random.Random) -> str:
    kind = draw.random()
    if kind < .4:
        return any_phrase(draw)
    return draw.choice(FOREIGN) if kind < .5 else _stranger(draw, 4)


def _stranger(draw: random.Random, longest: int) -> str:
    """Characters in an order that means nothing: known ones half of the time, else any of the common block."""
    known = ''.join(english())
    return ''.join(draw.choice(known) if draw.random() < .5 else chr(draw.randint(0x4e00, 0x9fa5))
                   for _ in range(draw.randint(1, longest)))


def _past(draw: random.Random, pieces: Pieces, library: Library, segments: int, stamped: bool) -> list[int]:
    """Segments said before, with their stamps where the task has stamps; homophones either way."""
    found: list[int] = []
    at = draw.uniform(0, 1)
    known = frozenset(form for form in HOMOPHONES.values() if draw.random() < .4)
    for _ in range(draw.randint(1, segments)):
        clip = library.any(draw)
        until = min((STAMPS - 1) * .02, at + clip.seconds)
        said = pieces.ids(right(written(clip.phrases), known))
        found += [pieces.stamp(at), *said, pieces.stamp(until)] if stamped else said
        at = min(30., until + draw.uniform(.2, 1.2))
    return found
