"""Measure the chain: MB/s of each stage and the whole, beside peers on the same text in the same run.

    python scripts/bench.py            on text made from samples/raw
    python scripts/bench.py FOLDER     on a folder of raw transcripts
    python scripts/bench.py --asr      the recogniser beside faster-whisper: bench_asr.py has more options
    python scripts/bench.py --bilingual [FOLDER]   alignment on a folder of bilingual notes, translation beside a naive
                                       loop: bench_bilingual.py and bench_translation.py have more options
    options: --only-chinese            leave out files with less than half Han

MB are UTF-8 megabytes of what came in; figures are medians of 5 rounds in one process on one core.
Start-up is user + system CPU of whole processes.
"""
from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import autocorrect_py
import opencc
from qinggao import QinggaoError, Settings, Transcript, read
from qinggao.layout import paragraphs, sentences
from qinggao.library import laid_out
from qinggao.pipeline import chosen, run
from qinggao.rulebook.shipped import shipped
from qinggao.stages.editor.stretches import spans
from qinggao.view import View

Result = TypeVar('Result')

ROUNDS = 5
ENGLISH = 'sentences of the English files, their own MB'
HAN = re.compile(r'[\u3400-\u9fff]')


def beside(script: str, *arguments: str) -> None:
    """Run another benchmark of this folder."""
    subprocess.run([sys.executable, str(Path(__file__).with_name(script)), *arguments], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', nargs='?', type=Path)
    parser.add_argument('--only-chinese', action='store_true')
    parser.add_argument('--asr', action='store_true')
    parser.add_argument('--bilingual', action='store_true')
    args = parser.parse_args()
    if args.asr:
        beside('bench_asr.py')
        return
    if args.bilingual:
        beside('bench_bilingual.py', *([str(args.folder)] if args.folder else []))
        beside('bench_translation.py')
        return
    transcripts = gathered(args.folder) if args.folder else made()
    if args.only_chinese:
        transcripts = [t for t in transcripts if len(HAN.findall(t.source)) > len(t.source) / 2]
    size = sum(len(t.source.encode()) for t in transcripts)
    print(f'{len(transcripts)} transcripts, {size / 1e6:.2f} MB; Python {sys.version.split()[0]}\n')
    print('| | MB/s |\n|---|---|')
    latin = sum(len(t.source.encode()) for t in transcripts if not HAN.search(t.source))
    for name, seconds in measured(transcripts):
        print(f'| {name} | {(latin if name == ENGLISH else size) / 1e6 / seconds:.1f} |')
    print()
    print_editor(transcripts)
    print_linearity(transcripts)
    print_start_up()


def gathered(folder: Path) -> list[Transcript]:
    """The raw transcripts of a folder; those that cannot be read are named."""
    found = []
    for path in sorted(folder.rglob('*')):
        if path.suffix in ('.txt', '.srt', '.vtt'):
            try:
                found.append(read(path))
            except QinggaoError as error:
                print(f'left out: {error}', file=sys.stderr)
    return found


def made() -> list[Transcript]:
    """The samples, each said forty times over: about the size of an hour's talk each."""
    samples = gathered(Path(__file__).parents[1] / 'samples/raw')
    return [Transcript.plain('\n'.join([t.source] * 40)) for t in samples]


def measured(transcripts: list[Transcript]) -> list[tuple[str, float]]:
    """Seconds for each row of the table."""
    settings = Settings()
    rows: dict[str, list[float]] = {}
    latin = [t.source for t in transcripts if not HAN.search(t.source)]
    sources = [t.source for t in transcripts]
    whole = '\n'.join(sources)
    t2s = opencc.OpenCC('t2s')
    for _ in range(ROUNDS):
        now = transcripts
        for name in chosen(settings):
            now = timed(rows, name, partial(cleaned, now, settings._replace(only=(name,))))
        done = timed(rows, '**the chain**', partial(cleaned, transcripts, settings))
        timed(rows, '**the chain**, --editor off', partial(cleaned, transcripts, settings._replace(editor='off')))
        timed(rows, 'layout in paragraphs', partial(list, map(list, map(paragraphs, done))))
        timed(rows, 'md page, layout included', partial(list, (laid_out(t, 'md', settings) for t in done)))
        if latin:
            timed(rows, ENGLISH, partial(list, map(list, map(sentences, latin))))
        timed(rows, 'peer: opencc t2s, whole text', partial(t2s.convert, whole))
        timed(rows, 'peer: opencc t2s, line by line', partial(list, map(t2s.convert, whole.split('\n'))))
        timed(rows, 'peer: autocorrect-py format', partial(list, map(autocorrect_py.format, sources)))
    return [(name, statistics.median(seconds)) for name, seconds in rows.items()]


def cleaned(transcripts: list[Transcript], settings: Settings) -> list[Transcript]:
    """All of them, cleaned."""
    return [run(transcript, settings, shipped()) for transcript in transcripts]


def timed(rows: dict[str, list[float]], name: str, work: Callable[[], Result]) -> Result:
    """Do some work, note its seconds, hand on what came of it."""
    start = time.perf_counter()
    result = work()
    rows.setdefault(name, []).append(time.perf_counter() - start)
    return result


def print_editor(transcripts: list[Transcript]) -> None:
    """Characters a second of what the trained editor reads, beside the rules that punctuate the same text."""
    settings, rules = Settings(), shipped()
    before = cleaned(transcripts, settings._replace(editor='off', only=('characters', 'boilerplate', 'script')))
    views = [View(transcript, settings, rules) for transcript in before]
    read = [(view, spans(view)) for view in views]
    bare = [Transcript.plain(view.text[start:end]) for view, found in read for start, end in found]
    if not bare:
        print('The editor has nothing to read: no text lacks marks.\n')
        return
    rows: dict[str, list[float]] = {}
    size = sum(len(transcript.text) for transcript in bare)
    for _ in range(3):
        for name in ('editor', 'punctuation'):
            timed(rows, name, partial(cleaned, bare, settings._replace(only=(name,))))
    editor, punctuation = (statistics.median(rows[name]) for name in ('editor', 'punctuation'))
    print(f'The editor reads {size:,} characters of {len(bare)} stretches: {size / editor:,.0f} characters/s with '
          f'{os.cpu_count()} cores, {editor / punctuation:.0f} × the time of the rules for marks; peak memory '
          f'{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB\n')


def print_linearity(transcripts: list[Transcript]) -> None:
    """How much longer ten times the text takes, as lines and as one line."""
    rules, settings = shipped(), Settings()
    text = '\n'.join(t.source for t in transcripts if HAN.search(t.source))[:100_000]
    for name, once in (('lines', text), ('one line', text.replace('\n', ''))):
        seconds = []
        for copies in (1, 10):
            transcript = Transcript.plain('\n'.join([once] * copies) if name == 'lines' else once * copies)
            rounds = []
            for _ in range(3):
                start = time.perf_counter()
                run(transcript, settings, rules)
                rounds.append(time.perf_counter() - start)
            seconds.append(statistics.median(rounds))
        print(f'ten times the text, as {name}: {seconds[1] / seconds[0]:.1f} × the time')


def print_start_up() -> None:
    """CPU of `qinggao clean` on one small file, beside an idle Python."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, 'a.txt')
        small.write_text('嗯大家好\n今天我们讲这個问题\n', 'utf-8')
        commands = {
            'python -c pass': [sys.executable, '-c', 'pass'],
            'qinggao clean, one small file': [sys.executable, '-m', 'qinggao', 'clean', str(small), '-o', folder + '/o',
                                              '-q', '--force'],
        }
        for name, command in commands.items():
            cpu(command)  # once before: modules are compiled then
            print(f'start-up, {name}: {1000 * statistics.median(cpu(command) for _ in range(9)):.0f} ms CPU')


def cpu(command: list[str], folder: str | None = None, codes: tuple[int, ...] = (0,)) -> float:
    """CPU seconds of a process that runs in a folder and must end with one of these exit codes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          env={k: v for k, v in os.environ.items() if k != 'PYTHONDONTWRITEBYTECODE'})
    if done.returncode not in codes:
        raise SystemExit(f'{command[0]} ended with {done.returncode}: {done.stderr.strip()}')
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == '__main__':
    main()
