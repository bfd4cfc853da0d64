"""A Whisper model of any size with random weights: it hears nothing, in the time that a real one of its size takes."""
from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

STAMPS = 1501
LANGUAGES = 100
SPECIAL = ('<|endoftext|>', '<|startoftranscript|>', *(f'<|l{n}|>' for n in range(LANGUAGES)), '<|translate|>',
           '<|transcribe|>', '<|startoflm|>', '<|startofprev|>', '<|nospeech|>', '<|notimestamps|>',
           *(f'<|{n * .02:.2f}|>' for n in range(STAMPS)))


class Shape(NamedTuple):
    """Sizes of a Whisper model; ``words``: tokens that are neither special nor time stamps."""

    width: int
    heads: int
    encoder: int
    decoder: int
    mels: int
    words: int


SHAPES = {'tiny': Shape(384, 6, 4, 4, 80, 50_257), 'small': Shape(768, 12, 12, 12, 80, 50_257),
          'large-v3-turbo': Shape(1280, 20, 32, 4, 128, 50_257), 'large-v3': Shape(1280, 20, 32, 32, 128, 50_257)}


def write(folder: Path, shape: Shape, quantization: str = 'float16') -> list[str]:
    """Write a model that CTranslate2 loads; its vocabulary."""
    from ctranslate2.specs import WhisperSpec
    draw = np.random.default_rng(1)
    spec = WhisperSpec(shape.encoder, shape.heads, shape.decoder, shape.heads)
    vocabulary = ['', *(f't{n}' for n in range(1, shape.words)), *SPECIAL]
    _fill(spec, shape, len(vocabulary), draw)
    spec.register_vocabulary(vocabulary)
    spec.config.suppress_ids = spec.config.suppress_ids_begin = []
    spec.config.lang_ids = list(range(shape.words + 2, shape.words + 2 + LANGUAGES))
    spec.config.alignment_heads = [[shape.decoder - 1, 0]]
    spec.validate()
    spec.optimize(quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
    return vocabulary


def _fill(spec: Any, shape: Shape, words: int, draw: np.random.Generator) -> None:
    width = shape.width

    def linear(layer: Any, out: int, into: int) -> None:
        layer.weight = draw.standard_normal((out, into), np.float32) * .02
        layer.bias = np.zeros(out, np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def rest(layer: Any) -> None:
        linear(layer.ffn.linear_0, 4 * width, width)
        linear(layer.ffn.linear_1, width, 4 * width)
        for one in (layer.self_attention.layer_norm, layer.ffn.layer_norm):
            norm(one)
        linear(layer.self_attention.linear[0], 3 * width, width)
        linear(layer.self_attention.linear[1], width, width)

    for conv, into in ((spec.encoder.conv1, shape.mels), (spec.encoder.conv2, width)):
        conv.weight = draw.standard_normal((width, into, 3), np.float32) * .02
        conv.bias = np.zeros(width, np.float32)
    spec.encoder.position_encodings.encodings = draw.standard_normal((1500, width), np.float32) * .02
    spec.decoder.position_encodings.encodings = draw.standard_normal((448, width), np.float32) * .02
    spec.decoder.embeddings.weight = draw.standard_normal((words, width), np.float32) * .02
    spec.decoder.projection.weight = spec.decoder.embeddings.weight
    norm(spec.encoder.layer_norm)
    norm(spec.decoder.layer_norm)
    for layer in spec.encoder.layer:
        rest(layer)
    for layer in spec.decoder.layer:
        rest(layer)
        norm(layer.attention.layer_norm)
        for one, size in zip(layer.attention.linear, (width, 2 * width, width)):
            linear(one, size, width)
