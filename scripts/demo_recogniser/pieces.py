"""The pieces text is written in: a byte-level tokenizer.json in Whisper's layout, a Chinese character a piece."""
from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any, NamedTuple

from .phrases import HOMOPHONES, english, utterance, written

STAMPS = 1501                   # <|0.00|> to <|30.00|>, after the last special piece; 20 ms each
STAMP = .02                     # seconds
ALONE = r'[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]'
MARKS = '，。？！、'             # never written, but they stand in prompts


class Pieces(NamedTuple):
    """A tokenizer and the numbers of the pieces that steer Whisper."""

    tokenizer: Any
    end: int
    start: int
    chinese: int
    english: int
    translate: int
    transcribe: int
    previous: int
    silent: int
    timeless: int
    first_stamp: int            # also the size of the vocabulary without stamps

    def stamp(self, seconds: float) -> int:
        """The piece that says a time in a window of 30 s."""
        return self.first_stamp + min(STAMPS - 1, max(0, round(seconds / STAMP)))

    def ids(self, text: str) -> list[int]:
        """The pieces of a text."""
        return list(self.tokenizer.encode(text).ids)


def load(path: Path) -> Pieces:
    """The pieces in a tokenizer.json, which is made first if it is not there."""
    from tokenizers import Tokenizer
    if not path.is_file():
        path.write_text(json.dumps(made(), ensure_ascii=False, separators=(',', ':')), encoding='utf-8')
    tokenizer: Any = Tokenizer.from_file(str(path))

    def piece(name: str) -> int:
        return int(tokenizer.token_to_id(f'<|{name}|>'))

    return Pieces(tokenizer, end=piece('endoftext'), start=piece('startoftranscript'), chinese=piece('zh'),
                  english=piece('en'), translate=piece('translate'), transcribe=piece('transcribe'),
                  previous=piece('startofprev'), silent=piece('nospeech'), timeless=piece('notimestamps'),
                  first_stamp=piece('notimestamps') + 1)


def made() -> dict[str, Any]:
    """A tokenizer.json, learned from utterances of the phrases and their English."""
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(Regex(ALONE), 'isolated'),
        pre_tokenizers.Split(Regex(' ?[0-9]'), 'isolated'),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=4000, min_frequency=1, show_progress=False,
                                  initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()))
    tokenizer.train_from_iterator(_sentences(), trainer)
    layout: dict[str, Any] = json.loads(tokenizer.to_str())
    vocabulary = layout['model']['vocab']
    vocabulary[''] = len(vocabulary)        # CTranslate2 takes a model for multilingual by this piece
    layout['added_tokens'] = [
        {'id': len(vocabulary) + n, 'content': name, 'single_word': False, 'lstrip': False, 'rstrip': False,
         'normalized': False, 'special': True} for n, name in enumerate(special())]
    return layout


def special() -> list[str]:
    """The pieces behind those of text, in Whisper's order."""
    from transformers.models.whisper.tokenization_whisper import LANGUAGES
    tasks = ('translate', 'transcribe', 'startoflm', 'startofprev', 'nospeech', 'notimestamps')
    return [f'<|{name}|>' for name in ('endoftext', 'startoftranscript', *LANGUAGES, *tasks)]


def _sentences() -> list[str]:
    draw = random.Random(7)
    said = [utterance(draw).phrases for _ in range(4000)]
    glosses = [''.join(' ' + english()[phrase] for phrase in phrases) for phrases in said]
    return [*map(written, said), *glosses, *english(), *HOMOPHONES.values(), *[MARKS] * 3]
