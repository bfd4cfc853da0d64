"""Measure translation beside a loop that asks for one sentence at a time: same model, same sentences, one run.

    python scripts/bench_translation.py [--model DIR] [--sentences 1000] [--rounds 5]

Chinese into English on the CPU, the ways by turns; figures are medians of the rounds, the spread is their quartiles.
Every way has its model loaded and warmed up before. The loop is what the documentation of CTranslate2 shows, with its
own defaults for threads and our beam and compute type. The sentences are drawn from the grammar of the demo model; with
``--file`` they are the lines of a text.
"""
from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from qinggao.bilingual.translate.chain import translator
from qinggao.bilingual.translate.machine import Machine
from qinggao.bilingual.translate.models import DEMO, find
from qinggao.bilingual.translate.settings import Translating
from qinggao.bilingual.translate.translator import Direction

WAY = Direction('zh-Hans', 'en')
Texts = list[str]
LOOP = 'one sentence at a time'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', default=DEMO)
    parser.add_argument('--sentences', type=int, default=1000)
    parser.add_argument('--file', type=Path)
    parser.add_argument('--rounds', type=int, default=5)
    args = parser.parse_args()
    folder = find(args.model)
    sentences = lines(args.file, args.sentences) if args.file else drawn(args.sentences)
    ways = {LOOP: loop(folder, Translating().beam), 'the same, with one thread': loop(folder, Translating().beam, 1),
            'qinggao, the model alone': alone(folder), 'qinggao, checked and asked again': checked(folder)}
    words = {name: way(sentences[:8]) for name, way in ways.items()}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(args.rounds):
        for name, way in ways.items():
            begin = time.perf_counter()
            words[name] = way(sentences)
            seconds[name].append(time.perf_counter() - begin)
    print_table(folder, sentences, seconds, words)


def print_table(folder: Path, sentences: Sequence[str], seconds: dict[str, list[float]],
                words: dict[str, Texts]) -> None:
    print(f'{folder.name}: {len(sentences)} sentences, {sum(map(len, sentences))} characters\n')
    print('| | sentences a second | quartiles | beside the loop | other words than the loop |')
    print('|---|---|---|---|---|')
    base = statistics.median(seconds[LOOP])
    for name, took in seconds.items():
        low, middle, high = statistics.quantiles(took, n=4) if len(took) > 1 else took * 3
        other = sum(one != two for one, two in zip(words[LOOP], words[name]))
        print(f'| {name} | {len(sentences) / middle:.0f} | {len(sentences) / high:.0f}–{len(sentences) / low:.0f} '
              f'| {base / middle:.2f} × | {other} |')


def loop(folder: Path, beam: int, threads: int = 0) -> Callable[[Sequence[str]], Texts]:
    """As the guides of CTranslate2 show it, for a model with source.spm and target.spm."""
    from ctranslate2 import Translator
    from sentencepiece import SentencePieceProcessor
    model = Translator(str(folder), 'cpu', compute_type='int8', intra_threads=threads)
    source, target = (SentencePieceProcessor(str(folder / f'{side}.spm')) for side in ('source', 'target'))

    def translate(sentences: Sequence[str]) -> Texts:
        out = []
        for sentence in sentences:
            tokens = [*source.encode(sentence, out_type=str), '</s>']
            found = model.translate_batch([tokens], beam_size=beam)
            out.append(target.decode(found[0].hypotheses[0]).strip())
        return out
    return translate


def alone(folder: Path) -> Callable[[Sequence[str]], Texts]:
    machine = Machine(folder, Translating.of(device='cpu'))
    return lambda sentences: [one.text for _, one in sorted(machine.translate(sentences, WAY), key=lambda one: one[0])]


def checked(folder: Path) -> Callable[[Sequence[str]], Texts]:
    machine = translator(folder, Translating.of(device='cpu'))
    return lambda sentences: [one.text for _, one in sorted(machine.translate(sentences, WAY), key=lambda one: one[0])]


def drawn(count: int) -> list[str]:
    """So many sentences, no two of them equal, as they come in a talk: short and long ones mixed."""
    from demo_translator.compose import Composer
    composer, found = Composer(Random(11), invents=False), dict[str, None]()
    while len(found) < count:
        found[composer.sentence()[0]] = None
    return list(found)


def lines(path: Path, count: int) -> list[str]:
    return [line.strip() for line in path.read_text('utf-8').splitlines() if line.strip()][:count]


if __name__ == '__main__':
    main()
