"""Both sides' sentencepiece models and the vocabulary that they share, as Marian's folders have them."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

from .compose import HELD

END, UNKNOWN, PAD = '</s>', '<unk>', '<pad>'
UNKNOWN_TEXT = '⁇'
SIZES = {'source': 1500, 'target': 1300}
MARKS = ('，', '。', '？', '！', '“', '”', '《', '》', '：', '%', ' ')
LONGEST = {'source': 4, 'target': 14}      # characters of a piece
KINDS = {'source': 'unigram', 'target': 'bpe'}


# In either side, so that a name or number nobody has met can be copied sign by sign.
SIGNS = ascii_letters + digits + ".,%'-"
_LATIN = re.compile(r'[A-Za-z][A-Za-z-]*[A-Za-z]')


def train_pieces(folder: Path, chinese: Iterable[str], english: Iterable[str], seed: int) -> None:
    """source.spm, target.spm, vocab.json. No bytes for what is not in them: an unknown character stays visible."""
    import sentencepiece
    sentencepiece.set_random_generator_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (('source', [*chinese, *MARKS] * 3), ('target', english)):
        with (folder / f'{name}.spm').open('wb') as file:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=iter(lines), model_writer=file, vocab_size=SIZES[name],
                model_type=KINDS[name], character_coverage=1., normalization_rule_name='identity', split_digits=True,
                add_dummy_prefix=name == 'target', max_sentencepiece_length=LONGEST[name], required_chars=SIGNS,
                user_defined_symbols=list(HELD), byte_fallback=False, bos_id=-1, num_threads=1, minloglevel=2,
                hard_vocab_limit=False)
    names = [piece for name in SIZES for piece in _pieces(folder / f'{name}.spm')]
    order = list(dict.fromkeys([END, UNKNOWN, *names, PAD]))
    vocabulary = {piece: number for number, piece in enumerate(order)}
    (folder / 'vocab.json').write_text(json.dumps(vocabulary, ensure_ascii=False, indent=0) + '\n', encoding='utf-8')


def _pieces(path: Path) -> Iterable[str]:
    processor = _loaded(path)
    return (processor.id_to_piece(number) for number in range(processor.get_piece_size()))


def _loaded(path: Path) -> Any:
    from sentencepiece import SentencePieceProcessor
    return SentencePieceProcessor(model_file=str(path))


class Pieces:
    """Text to numbers, through the three files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = (_loaded(folder / f'{name}.spm') for name in SIZES)
        self.numbers: dict[str, int] = json.loads((folder / 'vocab.json').read_text(encoding='utf-8'))
        self.end, self.unknown, self.pad = (self.numbers[piece] for piece in (END, UNKNOWN, PAD))

    def ids(self, pair: tuple[str, str]) -> tuple[list[int], list[int]]:
        """The numbers of both sides, the end behind them."""
        return self._numbered(self.source.encode_as_pieces(pair[0])), self._numbered(self.english(*pair))

    def english(self, chinese: str, text: str) -> list[str]:
        """The English pieces. A name that is in the Chinese too, and no piece of its own, goes letter by letter: both
        sides cut it otherwise, and to copy letters is what can be learned."""
        names = [name for name in dict.fromkeys(_LATIN.findall(chinese))
                 if name not in HELD and f'▁{name}' not in self.numbers]
        free = iter([symbol for symbol in HELD if symbol not in text])
        letters = {}
        for name in names:
            letters[symbol := next(free)] = list(name)
            text = text.replace(name, symbol)
        pieces = self.target.encode_as_pieces(text)
        # An unknown piece comes with spaces of its own when it is joined.
        pieces = [piece for piece, after in zip(pieces, [*pieces[1:], '']) if (piece, after) != ('▁', UNKNOWN_TEXT)]
        return [letter for piece in pieces for letter in letters.get(piece, [piece])]

    def _numbered(self, pieces: list[str]) -> list[int]:
        return [*(self.numbers.get(piece, self.unknown) for piece in pieces), self.end]
