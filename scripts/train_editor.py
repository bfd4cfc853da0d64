"""Train the editor on pairs of transcripts and the pages made from them, measure it, write it with its card.

    python scripts/train_editor.py PAIRS -o toolkit/qinggao/editor/model
    PAIRS holds raw/NAME.txt and note/NAME.md
    options: --work DIR (lessons, weights: what was done there is not done again), --seed N,
             --millions 28,20 (units to learn from in the two courses),
             --only lessons (of lessons, train, export, card)

Needs torch (2.9 or later) and onnx beside qinggao; a GPU is used where there is one (not tried). Set
OMP_WAIT_POLICY=PASSIVE where others use the machine. Rooms are in scripts/editor_training.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import sys
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from editor_training.batches import SIZE, UNITS, Talk, vocabulary_of, windows
from editor_training.card import write_card
from editor_training.lessons import Lesson, lessons_of
from editor_training.styles import style_of
from editor_training.synthesis import idle_words
from qinggao.editor.features import FORM

ROOT = Path(__file__).parents[1]
PARTS = ('lessons', 'train', 'export', 'card')
HELD_OUT = 20           # one pair in so many is not learned from
THOROUGH = 3            # idle words are read off editors who cut so much


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pairs', type=Path)
    parser.add_argument('-o', '--output', type=Path, default=ROOT / 'toolkit/qinggao/editor/model')
    parser.add_argument('--work', type=Path, default=ROOT / 'build/editor')
    parser.add_argument('--seed', type=int, default=4)
    parser.add_argument('--millions', default='28,20')
    parser.add_argument('--only', default=','.join(PARTS))
    args = parser.parse_args()
    parts = args.only.split(',')
    if unknown := set(parts) - set(PARTS):
        parser.error(f'--only knows {", ".join(PARTS)}, not {", ".join(sorted(unknown))}')
    try:
        args.millions = [float(one) for one in args.millions.split(',')]
        if len(args.millions) != 2 or min(args.millions) < 0 or sum(args.millions) == 0:
            raise ValueError
    except ValueError:
        parser.error('--millions wants two numbers: 28,20')
    args.work.mkdir(parents=True, exist_ok=True)
    pairs = pairs_in(args.pairs)
    known = digest(pairs)
    lessons = lessons_in(pairs, args.work / f'lessons-{known}.pickle')
    talks = talks_of(lessons)
    if {'train', 'export'} & set(parts):
        make(args, parts, [talk for talk in talks if not is_held_out(talk.lesson.name)],
             args.work / f'editor-{known}.pt')
    if 'card' in parts:
        write_card(args.output, [talk for talk in talks if is_held_out(talk.lesson.name)], args.pairs / 'raw',
                   json.loads((args.work / 'done.json').read_text(encoding='utf-8')))
    return 0


def is_held_out(name: str) -> bool:
    """Whether a pair is kept for measuring: by its name, so that it is so whatever else is there."""
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def pairs_in(folder: Path) -> list[tuple[Path, Path]]:
    """Transcripts and the pages made from them, in order of their names."""
    pairs = [(raw, page) for raw in sorted((folder / 'raw').glob('*.txt'))
             if (page := folder / 'note' / f'{raw.stem}.md').is_file()]
    if not pairs:
        raise SystemExit(f'no pairs in {folder}: raw/NAME.txt beside note/NAME.md')
    return pairs


def digest(pairs: list[tuple[Path, Path]]) -> str:
    """By what is taken up again what was done before: these pairs, read in this form."""
    told = [FORM, *(f'{path.name} {path.stat().st_size}' for pair in pairs for path in pair)]
    return hashlib.sha256('\n'.join(told).encode()).hexdigest()[:12]


def lessons_in(pairs: list[tuple[Path, Path]], cache: Path) -> list[Lesson]:
    """The lessons of all pairs, aligned once."""
    if cache.is_file():
        return list(pickle.loads(cache.read_bytes()))
    with Pool() as pool:
        lessons = [lesson for found in pool.starmap(lessons_of, pairs, chunksize=4) for lesson in found]
    part = cache.with_suffix('.part')
    part.write_bytes(pickle.dumps(lessons, protocol=5))
    part.replace(cache)
    return lessons


def talks_of(lessons: list[Lesson]) -> list[Talk]:
    """Each lesson with the style of its editor, which the transcript's lesson shows."""
    styles = {lesson.name: style_of(lesson) for lesson in lessons if lesson.raw}
    return [Talk(lesson, styles[lesson.name]) for lesson in lessons]


def make(args: Any, parts: list[str], talks: list[Talk], saved: Path) -> None:
    """Train, or take up what was trained, and export it."""
    if len(windows(talks, 0)) < SIZE:
        raise SystemExit(f'too few pairs near enough to each other to learn from: {len(talks)} texts')
    import torch
    from editor_training.export import export
    from editor_training.network import LAYERS, WIDTH, Editor
    from editor_training.training import train
    vocabulary = vocabulary_of(talks)
    idle = idle_words([talk.lesson for talk in talks if talk.lesson.raw and talk.style[0] >= THOROUGH])
    torch.manual_seed(args.seed)
    model = Editor(len(vocabulary))
    if 'train' in parts:
        train(model, talks, vocabulary, idle, args.seed, args.millions, saved,
              'cuda' if torch.cuda.is_available() else 'cpu')
    state = torch.load(saved, map_location='cpu')
    model.load_state_dict(state['model'])
    if 'export' in parts:
        device = torch.cuda.get_device_name() if torch.cuda.is_available() else f'{os.cpu_count()} CPU cores'
        (args.work / 'done.json').write_text(json.dumps({
            'pairs': len({talk.lesson.name for talk in talks}), 'units': sum(len(talk.lesson.keys) for talk in talks),
            'weights': sum(one.numel() for one in model.parameters()), 'width': WIDTH,
            'layers': ' '.join(LAYERS), 'learned': state['step'] * UNITS * SIZE,
            'steps': state['step'], 'seconds': state['seconds'], 'device': device}), encoding='utf-8')
        export(model, vocabulary, args.output, FORM)


if __name__ == '__main__':
    sys.exit(main())
