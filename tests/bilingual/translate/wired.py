"""Models of CTranslate2 whose weights are wired by hand: word for word they say what a table says, and nothing else.

The decoder's place attends to the same place of the source, and the token there is turned into that of the table. What
a model is given (steering tokens, parts, order) is thus seen in what it says, and near ties never decide.
"""
from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

TABLE = {'猫': '▁cat', '狗': '▁dog', '鸟': '▁bird', '鱼': '▁fish', '看': '▁sees', '找': '▁seeks', '听': '▁hears',
         '大': '▁big', '小': '▁small', '红': '▁red', '和': '▁and', '在': '▁at', '家': '▁home', '山': '▁hill', '河': '▁river',
         '人': '▁man', '我': '▁I', '你': '▁you', '他': '▁he', '说': '▁says', '走': '▁walks', '来': '▁comes', '去': '▁goes',
         '有': '▁has', '三': '▁three', '，': ',', '。': '.', '？': '?', '、': ',', '；': ';'}
EXTRA = ('XQ1', 'XQ2', 'XQ3')
SPECIAL = ('<s>', '<pad>', '</s>', '<unk>')
POSITIONS = 96
_WIDE = 96      # numbers that stand for a token, and as many for a place


def sentences(count: int, seed: int = 1) -> list[str]:
    """Invented sentences of the table's characters, of 3 to 30 of them."""
    draw = np.random.default_rng(seed)
    words = [word for word in TABLE if word not in '，。？、；']
    return [''.join(draw.choice(words, draw.integers(3, 30))) + '。' for _ in range(count)]


def said(sentence: str) -> str:
    """What a wired model says for a sentence of the table."""
    return ''.join(TABLE[char] for char in sentence).replace('▁', ' ').strip()


def marian(folder: Path, languages: Sequence[str] = (), eos: bool = False, config: Mapping[str, str] | None = None,
           positions: int = POSITIONS, table: Mapping[str, str] = TABLE) -> Path:
    """A folder as ct2-transformers-converter leaves it of OPUS-MT; with ``eos`` as ct2-opus-mt-converter does.
    ``languages``: of a model with several targets, as cmn_Hans."""
    folder.mkdir(parents=True)
    ours, theirs = _pieces(table)
    _train(folder / 'source.spm', [*ours, *theirs])
    _train(folder / 'target.spm', [*theirs, *ours])
    steering = [f'>>{name}<<' for name in languages]
    _save(folder, ['</s>', '<unk>', *ours, *theirs, *steering], table, positions, '</s>', eos)
    if config:
        (folder / 'tokenizer_config.json').write_text(json.dumps(config), 'utf-8')
    return folder


def nllb(folder: Path, tokenizer: str = 'sentencepiece.bpe.model',
         languages: Sequence[str] = ('eng_Latn', 'zho_Hans', 'zho_Hant')) -> Path:
    """A folder of NLLB-200, with the pieces of sentencepiece or in tokenizer.json."""
    folder.mkdir(parents=True)
    ours, theirs = _pieces(TABLE)
    pieces = [*ours, *theirs]
    if tokenizer == 'tokenizer.json':
        _write_tokenizer(folder / tokenizer, pieces, languages)
    else:
        _train(folder / tokenizer, pieces)
    _save(folder, [*SPECIAL, *pieces, *languages], TABLE, POSITIONS, '</s>')
    return folder


def m2m(folder: Path, languages: Sequence[str] = ('__en__', '__zh__')) -> Path:
    """A folder of M2M-100."""
    return nllb(folder, languages=languages)


def _pieces(table: Mapping[str, str]) -> tuple[list[str], list[str]]:
    return list(table), ['▁', *dict.fromkeys((*table.values(), *EXTRA, *(f'▁{name}' for name in EXTRA)))]


def _train(path: Path, pieces: Sequence[str]) -> None:
    """A model of sentencepiece that knows these pieces and hardly more."""
    import sentencepiece as spm
    out = io.BytesIO()
    corpus = sentences(50) + [said(one) for one in sentences(50, 2)]
    own = [piece for piece in dict.fromkeys(pieces) if piece != '▁']
    spm.SentencePieceTrainer.train(sentence_iterator=iter(corpus), model_writer=out, vocab_size=1000, model_type='char',
                                   hard_vocab_limit=False, user_defined_symbols=own, character_coverage=1.0,
                                   minloglevel=2)
    path.write_bytes(out.getvalue())


def _write_tokenizer(path: Path, pieces: Sequence[str], languages: Sequence[str]) -> None:
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    scores = [(name, 0.0) for name in SPECIAL] + [(piece, -1.0 / len(piece)) for piece in pieces]
    tokenizer = Tokenizer(models.Unigram(scores, SPECIAL.index('<unk>'), False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.add_special_tokens([AddedToken(name) for name in (*SPECIAL, *languages)])
    tokenizer.save(str(path))


def _save(folder: Path, vocabulary: Sequence[str], table: Mapping[str, str], positions: int, start: str,
          eos: bool = False) -> None:
    from ctranslate2.specs import TransformerSpec
    spec: Any = TransformerSpec.from_config((1, 1), num_heads=1)
    vocabulary = list(dict.fromkeys(vocabulary))
    _wire(spec, vocabulary, {**table, **{name: f'▁{name}' for name in EXTRA}}, positions)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.decoder_start_token = start
    spec.config.add_source_eos = eos
    spec.validate()
    spec.optimize('int8')
    spec.save(str(folder))


def _wire(spec: Any, vocabulary: Sequence[str], table: Mapping[str, str], positions: int) -> None:
    draw = np.random.default_rng(7)
    tokens, places = (_codes(draw, count) for count in (len(vocabulary), positions))
    nothing = np.zeros_like(tokens)
    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = False
    spec.encoder.embeddings[0].weight = np.concatenate([tokens, nothing], 1)
    spec.decoder.embeddings.weight = np.concatenate([nothing, nothing], 1)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = np.concatenate([np.zeros_like(places), places], 1)
        _norm(side.layer_norm)
        for layer in side.layer:
            _silent(layer.self_attention, (3, 1))
            _silent(layer.ffn, ())
    attention = spec.decoder.layer[0].attention
    _norm(attention.layer_norm)
    one, none = np.eye(_WIDE, dtype=np.float32), np.zeros((_WIDE, _WIDE), np.float32)
    by_place = np.block([[none, none], [none, one]])
    by_token = np.block([[one, none], [none, none]])
    for linear, weight in zip(attention.linear, (by_place * 3, np.concatenate([by_place * 3, by_token]), by_token * 30)):
        _linear(linear, weight)
    # What follows a token of the source: its translation's code, or its own.
    number = {token: place for place, token in enumerate(vocabulary)}
    says = {token: table.get(token, token) for token in vocabulary}
    projection = np.zeros((len(vocabulary), 2 * _WIDE), np.float32)
    for token, word in says.items():
        projection[number[word], :_WIDE] += tokens[number[token]]
    _linear(spec.decoder.projection, projection)


def _codes(draw: np.random.Generator, count: int) -> Any:
    codes = draw.standard_normal((count, _WIDE)).astype(np.float32)
    return codes / np.linalg.norm(codes, axis=1, keepdims=True)


def _silent(part: Any, sizes: Sequence[int]) -> None:
    """Attention, or the layers behind it, that add nothing."""
    _norm(part.layer_norm)
    wide = 2 * _WIDE
    if sizes:
        for linear, size in zip(part.linear, sizes):
            _linear(linear, np.zeros((size * wide, wide), np.float32))
    else:
        _linear(part.linear_0, np.zeros((4, wide), np.float32))
        _linear(part.linear_1, np.zeros((wide, 4), np.float32))


def _norm(layer: Any) -> None:
    layer.gamma, layer.beta = np.ones(2 * _WIDE, np.float32), np.zeros(2 * _WIDE, np.float32)


def _linear(layer: Any, weight: Any) -> None:
    layer.weight, layer.bias = weight.astype(np.float32), np.zeros(len(weight), np.float32)
