"""What a GPU does for us, in one command; prints a table for docs/benchmarks.md.

    python scripts/check_gpu.py                          the GPU, a model of large-v3-turbo's size
    python scripts/check_gpu.py --device cpu --shape tiny --clips 20     a try without one

The self-test hears a clip with the demo model. The weights of the big model are random and the length of what it says
is forced, so that only speed is measured: seconds of sound a second by batch size and compute type, how busy the GPU
is, and how much fewer windows are when short clips share them.
"""
from __future__ import annotations

import argparse
import datetime
import random
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ctranslate2
import numpy as np
import random_whisper
from qinggao import Recogniser
from qinggao.asr.engine import RATE, WINDOW
from qinggao.asr.models import demo_model, self_test_clip
from qinggao.asr.self_test import said_in
from qinggao.asr.windows import Packer

SAID = 120      # tokens for each window: Chinese of 30 s
BATCHES = (1, 4, 8, 16, 32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--device', default='cuda', choices=('cuda', 'cpu'))
    parser.add_argument('--shape', default='large-v3-turbo', choices=random_whisper.SHAPES)
    parser.add_argument('--clips', type=int, default=200)
    args = parser.parse_args()
    print(f'{datetime.date.today()}: {card(args.device)}, CTranslate2 {ctranslate2.__version__}')
    print(f'self-test: {heard(args.device)}', flush=True)
    types = sorted({'float16', 'int8_float16', 'bfloat16', 'int8'}
                   & ctranslate2.get_supported_compute_types(args.device))
    shape = random_whisper.SHAPES[args.shape]
    print(f'\n{args.shape}, random weights, {SAID} tokens a window, beam 5\n')
    print('| compute type | windows at a time | × real time | busy |\n|---|---|---|---|')
    best = 0.0
    with tempfile.TemporaryDirectory() as name:
        vocabulary = random_whisper.write(Path(name), shape)
        for compute_type in types:
            model = ctranslate2.models.Whisper(name, args.device, compute_type=compute_type)
            for batch in BATCHES:
                try:
                    speed, busy = measured(model, shape, vocabulary, batch)
                except RuntimeError as error:
                    print(f'| {compute_type} | {batch} | – | {str(error).splitlines()[0]} |', flush=True)
                    continue
                best = max(best, speed)
                print(f'| {compute_type} | {batch} | {speed:.0f} | {busy} |', flush=True)
    print_packed(args.clips, best)


def card(device: str) -> str:
    if device == 'cpu':
        return 'no GPU'
    ask = ['nvidia-smi', '--query-gpu=name,driver_version,memory.total', '--format=csv,noheader']
    return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip().replace('\n', '; ')


def heard(device: str) -> str:
    """What the demo model hears in the known clip, and whether that is what was said."""
    clip = self_test_clip()
    recogniser = Recogniser(demo_model() or '', device=device)
    said = said_in(recogniser.engine, clip)
    right = said == clip.with_suffix('.txt').read_text('utf-8').strip()
    return f'{said!r}, {"right" if right else "WRONG"} ({recogniser.device.compute_type})'


def measured(model: ctranslate2.models.Whisper, shape: random_whisper.Shape, vocabulary: list[str],
             batch: int) -> tuple[float, str]:
    """Seconds of sound a second, and how busy the GPU was."""
    ids = {token: number for number, token in enumerate(vocabulary)}
    prompt = [ids[token] for token in ('<|startoftranscript|>', '<|l0|>', '<|transcribe|>', '<|notimestamps|>')]
    sound = np.random.default_rng(2).standard_normal((batch, shape.mels, WINDOW * 100), np.float32)

    def hear() -> None:
        model.generate(ctranslate2.StorageView.from_array(sound), [prompt] * batch, beam_size=5,
                       max_length=len(prompt) + SAID, suppress_tokens=[ids['<|endoftext|>']])
    hear()
    with watched(model.device) as busy:
        began, rounds = time.perf_counter(), 0
        while rounds < 2 or time.perf_counter() - began < 3:
            hear()
            rounds += 1
        passed = time.perf_counter() - began
    return rounds * batch * WINDOW / passed, f'{np.mean(busy):.0f} %' if busy else 'not measured'


@contextmanager
def watched(device: str) -> Iterator[list[float]]:
    """How busy the GPU is, in percent, asked every quarter of a second."""
    found: list[float] = []
    over = threading.Event()

    def watch() -> None:
        ask = ['nvidia-smi', '--query-gpu=utilization.gpu', '--format=csv,noheader,nounits']
        while not over.wait(.25):
            found.append(float(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.split()[0]))
    thread = threading.Thread(target=watch)
    if device == 'cuda':
        thread.start()
    try:
        yield found
    finally:
        over.set()
        if device == 'cuda':
            thread.join()


def print_packed(clips: int, speed: float) -> None:
    """Windows for clips of 3 to 15 s, one a window and packed, and what that makes of the best speed."""
    draw = random.Random(6)
    lengths = [round(draw.uniform(3, 15) * RATE) for _ in range(clips)]
    packer = Packer(shared=True)
    packed = sum(1 for number, length in enumerate(lengths) for _ in packer.add(number, (0, length)))
    packed += sum(1 for _ in packer.rest())
    sound = sum(lengths) / RATE
    alone, shared = (speed * sound / (windows * WINDOW) for windows in (clips, packed))
    print(f'\n{clips} clips of 3 to 15 s, {sound / 60:.0f} minutes: {clips} windows one a clip, {packed} packed; '
          f'at the best speed above {alone:.0f} and {shared:.0f} × real time')


if __name__ == '__main__':
    main()
