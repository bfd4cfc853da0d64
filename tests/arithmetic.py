"""Whether this processor computes what the one did on which the samples were blessed: of two kinds of processor the
editor's answers differ in their last digits, and a mark at the very edge may stand on one and not on the other."""
from __future__ import annotations

import hashlib
from functools import lru_cache

from qinggao.editor.gates import STYLE
from qinggao.editor.model import SHIPPED, shipped
from qinggao.editor.reading import read
from qinggao.editor.stretches import stretch
from rapidfuzz.distance import Levenshtein

TEXT = '今天我们来讲怎么修灯塔\n先说为什么要修\n因为上面的灯坏了\n船晚上看不见岸\n所以镇上的人都很着急'
BLESSED = '2a13f7b83d5875b3'   # answers for the text above,
MODEL = 'a9ed686c162dfdb6'     # with this model: both as `python -m tests.arithmetic` says them
ALIKE = .97     # of a golden, on another kind of processor


@lru_cache(1)
def is_as_blessed() -> bool:
    """Whether the answers for one text are those of the blessing, to the last bit."""
    return answers() == BLESSED


def answers() -> str:
    said = read(stretch(TEXT, 0, len(TEXT)), shipped(), STYLE)
    return hashlib.sha256(said.marks.tobytes() + said.goes.tobytes() + said.ends.tobytes()).hexdigest()[:16]


def is_golden(text: str, golden: str) -> bool:
    """Whether a text is the golden one; on another kind of processor, nearly."""
    return text == golden or (not is_as_blessed() and Levenshtein.normalized_similarity(text, golden) >= ALIKE)


def model() -> str:
    return hashlib.sha256(SHIPPED.read_bytes()).hexdigest()[:16]


if __name__ == '__main__':
    print(answers(), model())   # noqa: T201
