"""A sentence as a model takes it: in pieces that it knows, in parts where it is too long."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .families import Steering, as_text
from .model import Model
from .parts import parts

_LEAST = 4      # tokens of a part, however little room a model leaves
_BLANK = '▁'    # a space, in a piece
# Marks that a model may not know, and what says the same: NLLB-200 has no 《》.
_LIKE = str.maketrans({'《': '“', '》': '”', '〈': '“', '〉': '”', '「': '“', '」': '”', '『': '“', '』': '”', '“': '"',
                       '”': '"', '‘': "'", '’': "'", '—': '-', '–': '-', '…': '...', '～': '~', '，': ',', '。': '.',
                       '？': '?', '！': '!', '：': ':', '；': ';', '（': '(', '）': ')', '、': ',', '·': ' ',
                       '【': '[', '】': ']'})


class Cut(NamedTuple):
    """The tokens of each part, those that steer the model around them; what is doubtful before it is asked."""

    parts: tuple[list[str], ...]
    doubts: tuple[str, ...]


def cut(text: str, model: Model, steering: Steering) -> Cut:
    """Cut a text for a model, nothing of it left out."""
    around = len(steering.before) + len(steering.behind) + model.vocabulary.adds_start + model.vocabulary.adds_end
    # A translation has often more tokens than its source, and the same places to stand in.
    room = max(_LEAST, min(model.translating.longest, (model.positions - around) // 2))
    pieces, source = model.pieces[0], model.vocabulary.source
    text, whole = _known(text, model)
    several = [whole] if len(whole) <= room else map(pieces.cut, parts(text, lambda part: len(pieces.cut(part)), room))
    out = [as_text(one, model.vocabulary.unknown) for one in several]
    doubts = [*(['cut'] if len(out) > 1 else []), *(['unknown'] if any(_unknown(one, model) for one in out) else [])]
    return Cut(tuple([*steering.before, *(piece for piece in one if piece in source or piece != _BLANK),
                      *steering.behind] for one in out), tuple(doubts))


def _known(text: str, model: Model) -> tuple[str, list[str]]:
    """The text with marks that the model knows in the place of those that it does not, and its pieces."""
    found = model.pieces[0].cut(text)
    for _ in range(2):      # 《 is “, and “ is "
        strange = ''.join(_unknown(found, model))
        other = {ord(char): _LIKE[ord(char)] for char in strange if ord(char) in _LIKE}
        if not other:
            break
        text = text.translate(other)
        found = model.pieces[0].cut(text)
    return text, found


def _unknown(pieces: Sequence[str], model: Model) -> list[str]:
    known, unknown = model.vocabulary.source, model.vocabulary.unknown
    return [piece for piece in pieces if (piece not in known or piece == unknown) and piece != _BLANK]
