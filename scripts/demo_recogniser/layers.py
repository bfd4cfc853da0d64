"""Layers of a Whisper, with Hugging Face's names."""
from __future__ import annotations

import math
from typing import Any, NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

Tensor = Any


class Size(NamedTuple):
    """How large the network is; `pieces` without stamps, `characters` that the encoder names, `forms` of homophones."""

    pieces: int
    characters: int
    forms: int
    width: int = 128
    heads: int = 4
    inner: int = 512
    encoder_layers: int = 2
    decoder_layers: int = 3


class Attention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.k_proj = nn.Linear(width, width, bias=False)
        self.v_proj, self.q_proj, self.out_proj = (nn.Linear(width, width) for _ in range(3))

    def forward(self, x: Tensor, memory: Tensor, causal: bool = False, guided: bool = False) -> tuple[Tensor, Tensor]:
        """What is found, and of a guided one the scores of its first head: (batch, places, frames)."""
        q, k, v = (self._split(y) for y in (self.q_proj(x), self.k_proj(memory), self.v_proj(memory)))
        found = F.scaled_dot_product_attention(q, k, v, is_causal=causal).transpose(1, 2).reshape(x.shape)
        scores = q[:, 0].float() @ k[:, 0].float().transpose(-1, -2) / math.sqrt(q.shape[-1]) if guided else None
        return self.out_proj(found), scores

    def _split(self, x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], self.heads, -1).transpose(1, 2)


class Layer(nn.Module):
    """What a layer of the encoder and one of the decoder have in common."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.self_attn = Attention(size.width, size.heads)
        self.self_attn_layer_norm, self.final_layer_norm = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.fc1, self.fc2 = nn.Linear(size.width, size.inner), nn.Linear(size.inner, size.width)

    def attend(self, x: Tensor, causal: bool) -> Tensor:
        normed = self.self_attn_layer_norm(x)
        return x + self.self_attn(normed, normed, causal)[0]

    def think(self, x: Tensor) -> Tensor:
        return x + self.fc2(F.gelu(self.fc1(self.final_layer_norm(x))))


class EncoderLayer(Layer):
    def forward(self, x: Tensor) -> Tensor:
        return self.think(self.attend(x, causal=False))


class DecoderLayer(Layer):
    def __init__(self, size: Size) -> None:
        super().__init__(size)
        self.encoder_attn = Attention(size.width, size.heads)
        self.encoder_attn_layer_norm = nn.LayerNorm(size.width)

    def forward(self, x: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        x = self.attend(x, causal=True)
        found, scores = self.encoder_attn(self.encoder_attn_layer_norm(x), memory, guided=True)
        return self.think(x + found), scores


def sinusoids(count: int, width: int) -> Tensor:
    """Whisper's positions: (count, width)."""
    pace = torch.exp(-math.log(10000) / (width // 2 - 1) * torch.arange(width // 2))
    angle = torch.arange(count)[:, None] * pace[None]
    return torch.cat([angle.sin(), angle.cos()], 1)
