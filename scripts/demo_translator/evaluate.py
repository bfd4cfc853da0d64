"""What the finished folder says, through CTranslate2 and sentencepiece as anybody would use it."""
from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from .bleu import bleu
from .compose import HELD, Composer
from .lessons import Pair, held_out

BEAM = 4
UNMET = '鹦瓷槐苔鲸锣橙篱蕉麒'         # in no lesson, and none of those that stand for them there
FRAMES = ('{}很贵。', '去年{}坏了。', '他说，{}在码头上。')


class Reader:
    """Sentences in, sentences out: pieces, the model, words."""

    def __init__(self, folder: Path) -> None:
        from ctranslate2 import Translator
        from sentencepiece import SentencePieceProcessor
        self.model = Translator(str(folder), device='cpu', intra_threads=2)
        self.source, self.target = (SentencePieceProcessor(model_file=str(folder / f'{name}.spm'))
                                    for name in ('source', 'target'))

    def read(self, sentences: Sequence[str], beam: int = BEAM) -> list[str]:
        pieces = [[*self.source.encode_as_pieces(sentence), '</s>'] for sentence in sentences]
        found = self.model.translate_batch(pieces, beam_size=beam, max_batch_size=64, max_decoding_length=120)
        return [_tidy(self.target.decode_pieces(one.hypotheses[0])) for one in found]


class Score(NamedTuple):
    tried: int
    exact: int
    bleu: float
    numbers: int                # sentences all of whose numbers are right
    numbered: int               # sentences with numbers

    @property
    def line(self) -> str:
        return (f'{self.tried:,} | {100 * self.exact / self.tried:.1f} % | {self.bleu:.1f} | '
                f'{self.numbers:,} of {self.numbered:,}')


def evaluate(folder: Path, seed: int = 4711, count: int = 2000) -> dict[str, str]:
    """Rows of the card's tables: what was tried, and the figures."""
    reader = Reader(folder)
    pairs = held_out(seed, count)
    began = time.perf_counter()
    found = dict(zip((chinese for chinese, _ in pairs), reader.read([chinese for chinese, _ in pairs])))
    spent = time.perf_counter() - began
    greedy = reader.read([chinese for chinese, _ in pairs], beam=1)
    kinds = {'all': pairs, 'with terms held by XQ1 … XQ9': [pair for pair in pairs if 'XQ' in pair[0]],
             'with numbers in digits': [pair for pair in pairs if re.search(r'(?<!XQ)\d', pair[0])],
             'of more than twenty characters': [pair for pair in pairs if len(pair[0]) > 20],
             'without a final mark': [pair for pair in pairs if pair[0][-1] not in '。？！”']}
    rows = {name: score([found[chinese] for chinese, _ in chosen], chosen).line for name, chosen in kinds.items()}
    rows['all, greedily'] = score(greedy, pairs).line
    return {**rows, **_asides(reader), 'speed': f'{count / spent:,.0f} sentences a second on two cores'}


def score(found: Sequence[str], pairs: Sequence[Pair]) -> Score:
    wanted = [english for _, english in pairs]
    numbers = [(_numbers(ours), _numbers(theirs)) for ours, theirs in zip(found, wanted)]
    return Score(len(pairs), sum(ours == theirs for ours, theirs in zip(found, wanted)), bleu(found, wanted),
                 sum(ours == theirs for ours, theirs in numbers if theirs), sum(bool(theirs) for _, theirs in numbers))


def _asides(reader: Reader) -> dict[str, str]:
    """Placeholders, Latin names that were never learned, characters out of the vocabulary."""
    held = [(chinese, english) for chinese, english in held_out(4712, 1500) if 'XQ' in chinese]
    same = [_held(ours) == _held(theirs) for ours, (_, theirs) in zip(reader.read([one for one, _ in held]), held)]
    names = [name for name, _ in (Composer(Random(seed)).coined() for seed in range(9000, 9100))]
    said = reader.read([f'{name} 很忙。' for name in names])
    strange = reader.read([frame.format(char) for frame in FRAMES for char in UNMET])
    return {'placeholders copied, each as often as it is there': f'{sum(same)} of {len(same)} sentences',
            'coined Latin names copied': f'{sum(ours == f"{name} is very busy." for ours, name in zip(said, names))} '
                                         f'of {len(names)}',
            'unknown characters left visible as ⁇': f'{sum("⁇" in one for one in strange)} of {len(strange)}'}


def _tidy(text: str) -> str:
    """An unknown piece is joined with a space on both sides, before a mark too."""
    return re.sub(r'⁇ (?=[.,?!"\'])', '⁇', re.sub(' *⁇ *', ' ⁇ ', text)).strip()


def _held(text: str) -> list[str]:
    return sorted(re.findall('|'.join(HELD), text))


def _numbers(text: str) -> list[str]:
    return re.findall(r'(?<!XQ)\d[\d,.]*(?<=\d)', text)
