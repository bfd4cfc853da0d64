"""The network: gated dilated convolutions and attention over units, three answers a unit."""
from __future__ import annotations

from typing import Any

import torch
from qinggao.editor.features import PLACES
from torch import nn
from torch.nn import functional

from .lessons import MARKS
from .styles import HABITS, KINDS

WIDTH = 256
LAYERS = ('c1', 'c2', 'c4', 'a', 'c8', 'c1', 'c2', 'a')     # a convolution with its dilation, or attention
HEADS, NEAR = 4, 64         # attention knows distances up to NEAR apart
ANSWERS = (len(MARKS), 2, 2)


class Convolution(nn.Module):
    """Three taps as one product over shifted copies, which eight-bit arithmetic is quick at; gated."""

    def __init__(self, width: int, apart: int) -> None:
        super().__init__()
        self.apart = apart
        self.norm = nn.LayerNorm(width)
        self.taps, self.out = nn.Linear(3 * width, 2 * width), nn.Linear(width, width)

    def forward(self, hidden: Any, mask: Any) -> Any:
        total, apart = hidden.shape[1], self.apart
        wide = functional.pad(self.norm(hidden) * mask, (0, 0, apart, apart))
        taps = torch.cat((wide[:, :total], wide[:, apart:apart + total], wide[:, 2 * apart:2 * apart + total]), -1)
        value, gate = self.taps(taps).chunk(2, -1)
        return hidden + self.out(value * torch.sigmoid(gate))


class Attention(nn.Module):
    """All units of the window, by content and by distance; then a product of its own for each unit."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm, self.ask, self.out = nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * NEAR + 1))
        self.norm2, self.up, self.down = nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.Linear(2 * width, width)

    def forward(self, hidden: Any, mask: Any) -> Any:
        batch, total, width = hidden.shape
        parts = self.ask(self.norm(hidden)).view(batch, total, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        query, name, value = parts.unbind(0)
        place = torch.arange(total, device=hidden.device)
        apart = (place[None] - place[:, None]).clamp(-NEAR, NEAR) + NEAR
        weight = query @ name.transpose(-1, -2) * (width // HEADS) ** -.5 + self.distance[:, apart]
        weight = weight + (mask[:, None, None, :, 0] - 1) * 1e4
        said = (weight.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, total, width)
        hidden = hidden + self.out(said)
        return hidden + self.down(functional.gelu(self.up(self.norm2(hidden))))


class Editor(nn.Module):
    """Ids and places (batch, units) and styles (batch, habits) in; logits (batch, units, marks + cut + ends) out.

    Id 0 is no unit: what stands there changes nothing elsewhere.
    """

    def __init__(self, vocabulary: int, width: int = WIDTH, layers: tuple[str, ...] = LAYERS) -> None:
        super().__init__()
        self.units = nn.Embedding(vocabulary, width, padding_idx=0)
        self.places = nn.Embedding(PLACES, width)
        self.styles = nn.Embedding(KINDS * HABITS, width)
        for table in (self.units, self.places, self.styles):
            nn.init.normal_(table.weight, std=.5)
        self.layers = nn.ModuleList(Attention(width) if one == 'a' else Convolution(width, int(one[1:]))
                                    for one in layers)
        self.norm, self.answer = nn.LayerNorm(width), nn.Linear(width, sum(ANSWERS))

    def forward(self, ids: Any, places: Any, styles: Any) -> Any:
        mask = (ids != 0).to(self.norm.weight.dtype)[..., None]
        habits = styles + KINDS * torch.arange(HABITS, device=styles.device)
        hidden = self.units(ids) + self.places(places) + self.styles(habits).sum(1)[:, None]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return self.answer(self.norm(hidden))
