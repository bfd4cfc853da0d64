"""What a step was off by: pieces, attention, characters a frame, forms in the prompt."""
from __future__ import annotations

import math
from typing import Any, NamedTuple

import torch
from torch.nn import functional as F

from .batches import Batch
from .network import Network
from .targets import IGNORED


class Losses(NamedTuple):
    """What a step was off by; the parts are what is printed."""

    total: Any
    parts: dict[str, float]


def losses_of(network: Network, batch: Batch, device: str, naming: float) -> Losses:
    """Pieces, guided attention, characters a frame, and the forms in the prompt."""
    on: Any = Batch(*(torch.from_numpy(array).to(device) for array in batch))
    labels = on.labels
    asked = labels != IGNORED
    with torch.autocast(device, torch.bfloat16):
        memory = network.encoder(on.features, on.shifts)
        heard = network.decode(on.ids, memory[on.window_of], asked)
        named = network.characters(memory)
    wanted, weights = labels[asked], on.weights[asked]
    scores = heard.pieces.float()
    pieces = (F.cross_entropy(scores, wanted, reduction='none') * weights).sum() / weights.sum()
    *earlier, last = heard.guided
    guided = [_guided(last, on.guides, 0), *[_guided(scores, on.guides, 1) for scores in earlier]]
    characters = F.cross_entropy(named.flatten(0, 1).float(), on.characters.flatten(), weight=_rare(network, device))
    told = on.forms[:, None].expand(*labels.shape, -1)[asked]
    forms = F.binary_cross_entropy_with_logits(heard.forms.float(), told)
    total = pieces + .25 * sum(guided) + naming * characters + .3 * forms
    right = (scores.argmax(1) == wanted).float()
    heard_alike = weights >= 3
    return Losses(total, {
        'pieces': pieces.item(), 'right': right[wanted < network.size.pieces].mean().item(),
        'next': guided[0].item(), 'this': guided[-1].item(), 'frames': characters.item(), 'forms': forms.item(),
        'homophones': right[heard_alike].mean().item() if heard_alike.any() else math.nan})


def _guided(scores: Any, guides: Any, ahead: int) -> Any:
    """How little of a head's attention lies where the sound of a piece is; `ahead`: seen from the place behind it."""
    lesson, place = guides[:, 0].long(), guides[:, 1].long() + ahead
    inside = place < scores.shape[1]
    if not inside.any():
        return torch.zeros((), device=scores.device)
    spread = scores[lesson[inside], place[inside]].log_softmax(-1)
    frames = torch.arange(spread.shape[-1], device=scores.device)
    there = (frames >= guides[inside, 2:3].floor()) & (frames <= guides[inside, 3:4].ceil())
    return -spread.masked_fill(~there, -30.).logsumexp(-1).mean()


def _rare(network: Network, device: str) -> Any:
    """Weights of the characters a frame: no character is by far the most common, and says least."""
    weights = torch.ones(network.size.characters, device=device)
    weights[0] = .3
    return weights
