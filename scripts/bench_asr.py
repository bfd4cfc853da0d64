"""Measure the recogniser beside faster-whisper's own two ways: same model, same sound, one run.

    python scripts/bench_asr.py [--model DIR] [--clips 200] [--minutes 30] [--rounds 2]

Speech is spoken here by espeak-ng from the demo model's phrases: clips of 3 to 15 s, and two long files with pauses.
Every way runs in a process of its own, by turns, so that memory is its own; figures are medians of the rounds.
CER leaves marks and spaces out. Sound a second: seconds of sound a second of wall clock.
"""
from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from demo_recogniser.espeak import RATE_OUT, speak
from demo_recogniser.phrases import english
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
VOICES = ('', '+f2', '+m3', '+Annie')
Texts = dict[str, str]


class Measure(NamedTuple):
    """Of one way over one set of files."""

    wall: float
    cpu: float
    megabytes: float
    wrong: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', type=Path, default=ROOT / 'samples/models/demo-recogniser')
    parser.add_argument('--clips', type=int, default=200)
    parser.add_argument('--minutes', type=float, default=30)
    parser.add_argument('--rounds', type=int, default=2)
    parser.add_argument('--one', nargs=2, metavar=('WAY', 'FOLDER'), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measured(args.model, args.one[0], Path(args.one[1]))))
        return
    with tempfile.TemporaryDirectory() as name:
        for title, folder in spoken(Path(name), args.clips, args.minutes):
            print_table(title, folder, args.model, args.rounds)


def print_table(title: str, folder: Path, model: Path, rounds: int) -> None:
    rows: dict[str, list[Measure]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            rows[way].append(in_its_own_process(model, way, folder))
    sound, count = seconds(folder), len(list(folder.glob('*.wav')))
    print(f'\n{title}: {count} files, {sound / 60:.0f} minutes\n')
    print('| | sound a second | beside the batched pipeline | CPU s a file | peak MB | CER |')
    print('|---|---|---|---|---|---|')
    floor = statistics.median(one.wall for one in rows[PEER])
    for way, found in rows.items():
        wall, cpu, memory, wrong = (statistics.median(one[n] for one in found) for n in range(4))
        print(f'| {way} | {sound / wall:.0f} | {floor / wall:.2f} × | {cpu / count:.3f} | {memory:.0f} | {wrong:.1%} |',
              flush=True)


def in_its_own_process(model: Path, way: str, folder: Path) -> Measure:
    command = [sys.executable, __file__, '--model', str(model), '--one', way, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Measure(*json.loads(done.stdout.splitlines()[-1]))


def measured(model: Path, way: str, folder: Path) -> Measure:
    """One way over a folder, its model loaded and warmed up before."""
    paths = sorted(folder.glob('*.wav'))
    hear = WAYS[way](model)
    hear(paths[:1])
    wall, cpu = time.perf_counter(), time.process_time()
    texts = hear(paths)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    said = {path.stem: path.with_suffix('.txt').read_text('utf-8') for path in paths}
    wrong = sum(distance(said[name], texts.get(name, '')) for name in said) / sum(map(len, said.values()))
    return Measure(wall, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, wrong)


def one_by_one(model: Path, **how: Any) -> Callable[[Sequence[Path]], Texts]:
    from faster_whisper import WhisperModel
    loaded = WhisperModel(str(model), 'cpu', compute_type='int8', cpu_threads=2)
    return lambda paths: {path.stem: ''.join(one.text for one in loaded.transcribe(
        str(path), language='zh', **how)[0]) for path in paths}


def pipeline(model: Path, **how: Any) -> Callable[[Sequence[Path]], Texts]:
    from faster_whisper import BatchedInferencePipeline, WhisperModel
    loaded = BatchedInferencePipeline(WhisperModel(str(model), 'cpu', compute_type='int8', cpu_threads=2))
    return lambda paths: {path.stem: ''.join(one.text for one in loaded.transcribe(
        str(path), language='zh', batch_size=8, **how)[0]) for path in paths}


def ours(model: Path, **how: Any) -> Callable[[Sequence[Path]], Texts]:
    from qinggao import Recogniser, Transcript
    loaded = Recogniser(model, device='cpu')

    def hear(paths: Sequence[Path]) -> Texts:
        return {path.stem: heard.text for path, heard in loaded.transcribe_all(paths, language='zh', prompt='', **how)
                if isinstance(heard, Transcript)}
    return hear


PEER = 'BatchedInferencePipeline, file by file'
WAYS: dict[str, Callable[[Path], Callable[[Sequence[Path]], Texts]]] = {
    'WhisperModel.transcribe, file by file': lambda model: one_by_one(model),
    'the same, not told what was said before': lambda model: one_by_one(model, condition_on_previous_text=False),
    PEER: lambda model: pipeline(model, without_timestamps=False),
    'the same, as it comes: without time stamps': lambda model: pipeline(model),
    'qinggao': lambda model: ours(model),
    'qinggao --pack': lambda model: ours(model, pack=True),
    'qinggao --pack --no-padding': lambda model: ours(model, pack=True, pad=False),
}


def spoken(folder: Path, clips: int, minutes: float) -> Iterator[tuple[str, Path]]:
    """The sets of files, each file beside a text of what is said in it."""
    draw = random.Random(6)
    short, long = folder / 'short', folder / 'long'
    for place in (short, long):
        place.mkdir()
    for number in range(clips):
        save(short / f'{number:03}.wav', *talk(draw, draw.uniform(3, 15), (.3, 1.0)))
    for number in range(2):
        save(long / f'{number}.wav', *talk(draw, minutes * 60, (.3, 4.0)))
    yield 'clips of 3 to 15 s', short
    yield 'long files with pauses', long


def talk(draw: random.Random, length: float, gaps: tuple[float, float]) -> tuple[NDArray[np.float32], str]:
    """Utterances of some phrases in any order until the length is nearly reached; a voice stays for a while."""
    sound = [np.zeros(round(draw.uniform(.1, .4) * RATE_OUT), np.float32)]
    said: list[str] = []
    room, voice = round(length * RATE_OUT), draw.choice(VOICES)
    while True:
        if draw.random() < .2:
            voice = draw.choice(VOICES)
        phrases = draw.choices(list(english()), k=draw.randint(1, 5))
        one = speak(''.join(phrases), voice, draw.randint(150, 195), draw.randint(35, 65)).sound
        if said and sum(map(len, sound)) + len(one) > room:
            return np.concatenate(sound), ''.join(said)
        sound += [one / np.abs(one).max() / 2, np.zeros(round(draw.uniform(*gaps) * RATE_OUT), np.float32)]
        said += phrases


def save(path: Path, sound: NDArray[np.float32], said: str) -> None:
    import wave
    with wave.open(str(path), 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_OUT)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype('<i2').tobytes())
    path.with_suffix('.txt').write_text(said, 'utf-8')


def seconds(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob('*.wav')) / 2 / RATE_OUT


def distance(said: str, heard: str) -> int:
    """Characters to insert, delete or replace; marks and spaces are none."""
    from rapidfuzz.distance import Levenshtein
    return Levenshtein.distance(*(''.join(filter(str.isalnum, text.lower())) for text in (said, heard)))


if __name__ == '__main__':
    main()
