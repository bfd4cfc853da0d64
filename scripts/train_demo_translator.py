"""Make the demo translator from nothing: compose sentences, cut them in pieces, train, convert, try, write its card.

    python scripts/train_demo_translator.py -o samples/models/demo-translator
    options: --work DIR (pieces, weights, what the converter is given), --seed N, --effort 1.5 (so many times the steps)
             --only card (of train, export, card)

Needs torch and transformers beside `qinggao[translate]`. About 15 CPU minutes; a GPU is used where there is one (not
tried). Set OMP_WAIT_POLICY=PASSIVE where others use the machine. Rooms are in scripts/demo_translator.
"""
from __future__ import annotations

import argparse
import json
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from demo_translator.card import write_card
from demo_translator.evaluate import evaluate
from demo_translator.grammar import words
from demo_translator.lessons import lessons
from demo_translator.pieces import Pieces, train_pieces

ROOT = Path(__file__).parents[1]
PARTS = ('train', 'export', 'card')
READ = 40_000                   # sentences from which the English pieces are made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('-o', '--output', type=Path, default=ROOT / 'samples/models/demo-translator')
    parser.add_argument('--work', type=Path, default=ROOT / 'build/demo-translator')
    parser.add_argument('--seed', type=int, default=5)
    parser.add_argument('--effort', type=float, default=1.)
    parser.add_argument('--only', default=','.join(PARTS))
    args = parser.parse_args()
    parts = args.only.split(',')
    if unknown := set(parts) - set(PARTS):
        parser.error(f'--only knows {", ".join(PARTS)}, not {", ".join(sorted(unknown))}')
    args.work.mkdir(parents=True, exist_ok=True)
    if {'train', 'export'} & set(parts):
        make(args, parts)
    if 'card' in parts:
        figures = evaluate(args.output)
        done = json.loads((args.work / 'done.json').read_text(encoding='utf-8'))
        write_card(args.output, figures, done)
        print(*(f'{name}: {value}' for name, value in figures.items()), sep='\n')
    return 0


def make(args: Any, parts: list[str]) -> None:
    """Train, or take up what was trained, and export it."""
    import torch
    from demo_translator.export import export
    from demo_translator.network import network
    from demo_translator.training import train
    weights = args.work / 'network.pt'
    if 'train' in parts:
        plain = (english for _, english in islice(lessons(1000 * args.seed + 999, .2, invents=False), READ))
        train_pieces(args.work, words(), plain, args.seed)
    pieces = Pieces(args.work)
    torch.manual_seed(args.seed)
    model = network(pieces)
    if 'train' in parts:
        device = 'cuda' if torch.cuda.is_available() else 'cpu'
        done = train(model, pieces, args.seed, args.effort, device)
        torch.save(model.state_dict(), weights)
        named = torch.cuda.get_device_name() if device == 'cuda' else 'CPU only'
        (args.work / 'done.json').write_text(json.dumps({**done, 'device': named}), encoding='utf-8')
    model.load_state_dict(torch.load(weights, map_location='cpu'))
    export(model, args.work, args.output)


if __name__ == '__main__':
    sys.exit(main())
