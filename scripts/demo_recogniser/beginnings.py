"""The weights a network begins with: much of what it would else have to find out."""
from __future__ import annotations

import math
from typing import Any

import torch
from torch import nn

from .layers import Size

REACHES = ((-2, 2, -5, 5), (-4, 4, -9, 9), (-3, 3, -14, 14))    # frames of 20 ms, a layer and head


def begin(network: Any) -> None:
    """First weights: quiet where a layer adds to the stream, and look-ups in the encoder's heads.

    Layers between the first and the last of the decoder add nothing at first: they mend what the others have learned.
    """
    for name, weight in network.named_parameters():
        if weight.dim() == 2 and 'embed' not in name and name != 'stamping':
            nn.init.xavier_uniform_(weight)
        elif weight.dim() == 3:
            nn.init.kaiming_normal_(weight, nonlinearity='relu')
        elif name.endswith('bias'):
            nn.init.zeros_(weight)
    nn.init.normal_(network.decoder.embed_positions.weight, std=.02)
    with torch.no_grad():
        for layer in [*network.encoder.layers, *network.decoder.layers]:
            layer.fc2.weight *= .4
            layer.self_attn.out_proj.weight *= .5
        for layer in network.decoder.layers[1:-1]:
            for last in (layer.fc2, layer.self_attn.out_proj, layer.encoder_attn.out_proj):
                last.weight *= 0
        for n, layer in enumerate(network.encoder.layers):
            for head, reach in zip(range(network.size.heads), REACHES[n % len(REACHES)]):
                look_up(layer.self_attn, head, reach, network.size)


def look_up(attention: Any, head: int, reach: int, size: Size, peak: float = 7.) -> None:
    """Make a head look so many frames ahead: with sinusoid positions that is a rotation of the query.

    Global attention otherwise spends hundreds of steps to find out that neighbours matter.
    """
    half, width = size.width // 2, size.width // size.heads
    few = width // 2                                        # of the fastest sinusoids, one head's worth
    pace = torch.exp(-math.log(10000) / (half - 1) * torch.arange(few))
    cos, sin, at = torch.cos(pace * reach), torch.sin(pace * reach), torch.arange(few)
    query, key = torch.zeros(width, size.width), torch.zeros(width, size.width)
    key[at, at] = key[few + at, half + at] = 1              # sin wt, cos wt
    query[at, at], query[at, half + at] = cos, sin          # sin w(t + reach)
    query[few + at, at], query[few + at, half + at] = -sin, cos
    loud = 1.2 * math.sqrt(peak * math.sqrt(width) / few) / .9
    rows = slice(head * width, (head + 1) * width)
    for projection, wanted in ((attention.q_proj, query), (attention.k_proj, key)):
        projection.weight[rows] = projection.weight[rows] * .3 + wanted * loud
