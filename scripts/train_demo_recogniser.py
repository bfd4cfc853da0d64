"""Make the demo recogniser from nothing: speak, train, export, try, write its card, record the samples.

    python scripts/train_demo_recogniser.py -o samples/models/demo-recogniser
    options: --work DIR (clips, and the training as far as it is: a run that was stopped goes on from there)
             --seed N, --clips N, --effort 1.5 (so many times the steps)
             --only card,recordings (of train, export, card, recordings)

Needs espeak-ng (`apt-get install espeak-ng`), and torch and transformers beside `qinggao[asr]`. About 80 CPU minutes;
a GPU is used where there is one (not tried). Set OMP_WAIT_POLICY=passive where others use the machine.
Rooms are in scripts/demo_recogniser.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from demo_recogniser.card import write_card
from demo_recogniser.clips import kept_library
from demo_recogniser.curriculum import Curriculum
from demo_recogniser.evaluate import evaluate
from demo_recogniser.phrases import HOMOPHONES
from demo_recogniser.pieces import load
from demo_recogniser.recordings import record
from demo_recogniser.windows import Library

ROOT = Path(__file__).parents[1]
PARTS = ('train', 'export', 'card', 'recordings')
CLIPS = 8500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('-o', '--output', type=Path, default=ROOT / 'samples/models/demo-recogniser')
    parser.add_argument('--audio', type=Path, default=ROOT / 'samples/audio')
    parser.add_argument('--work', type=Path, default=ROOT / 'build/demo-recogniser')
    parser.add_argument('--seed', type=int, default=5)
    parser.add_argument('--effort', type=float, default=1.)
    parser.add_argument('--clips', type=int, default=CLIPS)
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
        write_card(args.output, figures, args.clips, **done)
    if 'recordings' in parts:
        record(args.audio)
    return 0


def make(args: Any, parts: list[str]) -> None:
    """Train, or take up what was trained, and export it."""
    import torch
    from demo_recogniser.export import export
    from demo_recogniser.layers import Size
    from demo_recogniser.network import Network
    from demo_recogniser.training import Kept, train
    tokenizer = args.work / 'tokenizer.json'
    pieces = load(tokenizer)
    library = Library(kept_library(args.work / 'clips.pickle', args.clips, args.seed))
    lessons = Curriculum(pieces, library, args.seed, args.effort)
    torch.manual_seed(args.seed)
    network = Network(Size(pieces.first_stamp, len(lessons.characters) + 1, len(HOMOPHONES)))
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    kept = Kept(args.work / 'network.pt')
    if 'train' in parts:
        train(network, lessons, kept, device)
    done, spent = kept.into(network)
    named = torch.cuda.get_device_name() if device == 'cuda' else 'CPU only'
    (args.work / 'done.json').write_text(json.dumps({'steps': done, 'spent': spent, 'device': named}))
    export(network, pieces, tokenizer, args.work / 'hugging-face', args.output)


if __name__ == '__main__':
    sys.exit(main())
