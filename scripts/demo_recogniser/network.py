"""Whisper in plain torch, with Hugging Face's names, and what helps a small one to learn it.

Left to itself its attention never finds the place in the sound (36–67 % of characters wrong). What made it learn:
stamps are a sinusoid times a learned matrix, so that 1,501 of them learn together; the encoder names the character in
every frame; one head of cross-attention a decoder layer is guided (the last layer's to the next piece, the others' to
the one just read: two of them, for words that are said twice are told apart by what was found before); the heads of
the encoder start as look-ups at fixed distances; and the hidden states behind the first decoder layer are asked which
right forms of homophones stand in the prompt. All of that is folded away or left out at export.
"""
from __future__ import annotations

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from .beginnings import begin
from .layers import DecoderLayer, EncoderLayer, Size, Tensor, sinusoids
from .pieces import STAMPS

QUIET = .4          # the encoder's positions are quieter than Whisper's: the sound is heard from the first step
FRAMES, PLACES = 1500, 448
class Encoder(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(80, size.width, 3, padding=1)
        self.conv2 = nn.Conv1d(size.width, size.width, 3, stride=2, padding=1)
        self.embed_positions = nn.Embedding(FRAMES, size.width)
        self.embed_positions.weight = nn.Parameter(sinusoids(FRAMES, size.width) * QUIET, requires_grad=False)
        self.layers = nn.ModuleList(EncoderLayer(size) for _ in range(size.encoder_layers))
        self.layer_norm = nn.LayerNorm(size.width)

    def forward(self, features: Tensor, shifts: Tensor) -> Tensor:
        """Features (batch, 80, frames), and for each at which of the 1,500 places it begins."""
        x = F.gelu(self.conv2(F.gelu(self.conv1(features)))).transpose(1, 2)
        x = x + self.embed_positions.weight[shifts[:, None] + torch.arange(x.shape[1], device=x.device)]
        for layer in self.layers:
            x = layer(x)
        return self.layer_norm(x)


class Decoder(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.embed_positions = nn.Embedding(PLACES, size.width)
        self.layers = nn.ModuleList(DecoderLayer(size) for _ in range(size.decoder_layers))
        self.layer_norm = nn.LayerNorm(size.width)


class Heard(NamedTuple):
    """Of the decoder: scores of pieces at the places asked for; guided scores a layer; scores of forms there too."""

    pieces: Tensor
    guided: list[Tensor]
    forms: Tensor


class Network(nn.Module):
    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.encoder, self.decoder = Encoder(size), Decoder(size)
        self.embedding = nn.Parameter(torch.randn(size.pieces, size.width) * .05)
        self.stamping = nn.Parameter(torch.eye(size.width) * .07)
        self.register_buffer('clock', sinusoids(STAMPS, size.width))
        self.characters = nn.Linear(size.width, size.characters)
        self.forms = nn.Linear(size.width, size.forms)
        begin(self)

    def table(self) -> Tensor:
        """The embedding of every piece, stamps at the end."""
        return torch.cat([self.embedding, self.clock @ self.stamping])

    def decode(self, ids: Tensor, memory: Tensor, asked: Tensor) -> Heard:
        """Ids (batch, places) against what the encoder made; `asked` is a mask of places."""
        table = self.table()
        x = F.embedding(ids, table) + self.decoder.embed_positions.weight[:ids.shape[1]]
        guided, after = [], []
        for layer in self.decoder.layers:
            x, scores = layer(x, memory)
            guided.append(scores)
            after.append(x)
        return Heard(F.linear(self.decoder.layer_norm(x)[asked], table), guided, self.forms(after[0][asked]))
