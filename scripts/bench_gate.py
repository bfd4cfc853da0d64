"""Measure the gate: start-up, MB/s of notes on one core, and a second run over 2,000 unchanged files, beside peers.

    python scripts/bench_gate.py            on pages made from samples/notes
    python scripts/bench_gate.py FOLDER     on a folder of finished notes
    options: --zhlint PATH                  its command, where it is installed

MB are UTF-8 megabytes, figures medians. Start-up is user + system CPU of whole processes.
"""
from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import autocorrect_py
from bench import cpu, timed
from markdown_it import MarkdownIt
from qinggao.gate.examine import examine
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate
from qinggao.lints import FAMILIES

ROUNDS, MANY = 5, 2000
AUTOCORRECT = 'import sys, autocorrect_py; autocorrect_py.lint_for(open(sys.argv[1]).read(), "a.md")'
SMALL = ('---\ntitle: 渡口\ndate: \'2026-01-02\'\n---\n### 渡口\n\n渡船早上六点开，晚上九点停。\n\n<details>\n'
         '<summary>Original English</summary>\n\nThe ferry leaves at six and stops at nine.\n\n</details>\n')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', nargs='?', type=Path, default=Path(__file__).parents[1] / 'samples/notes')
    parser.add_argument('--zhlint', default=shutil.which('zhlint') or '')
    args = parser.parse_args()
    pages = {str(path): path.read_text('utf-8') for path in sorted(args.folder.rglob('*.md'))}
    size = sum(len(text.encode()) for text in pages.values())
    print(f'{len(pages)} notes, {size / 1e6:.2f} MB; Python {sys.version.split()[0]}\n')
    print('| start-up, one small note | CPU ms |\n|---|---|')
    for name, milliseconds in start_up(args.zhlint):
        print(f'| {name} | {milliseconds:.0f} |')
    print('\n| one core | MB/s |\n|---|---|')
    for name, seconds in speed(pages):
        print(f'| {name} | {size / 1e6 / seconds:.1f} |')
    print(f'\n| {MANY:,} files | seconds |\n|---|---|')
    for name, seconds in many(pages):
        print(f'| {name} | {seconds:.2f} |')


def start_up(zhlint: str) -> Iterator[tuple[str, float]]:
    """CPU milliseconds of processes that check one small note."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder, 'a.md')
        note.write_text(SMALL, 'utf-8')
        commands = {
            'python -c pass': [sys.executable, '-c', 'pass'],
            'qinggao check': [str(Path(sys.executable).with_name('qinggao')), 'check', '-q'],
            'peer: python -c "autocorrect_py.lint_for(…)"': [sys.executable, '-c', AUTOCORRECT],
        }
        if zhlint:
            commands['peer: zhlint'] = [zhlint]
        for name, command in commands.items():
            command = command if name == 'python -c pass' else [*command, note.name]
            cpu(command, folder, (0, 1))    # once before: modules are compiled then
            yield name, 1000 * statistics.median(cpu(command, folder, (0, 1)) for _ in range(11))


def speed(pages: dict[str, str]) -> list[tuple[str, float]]:
    """Seconds for all pages: the gate, each family of lints alone, peers."""
    rows: dict[str, list[float]] = {}
    gate = Gate()
    families = {code: Gate(Checks(select=(code,))) for code in FAMILIES}
    parser = MarkdownIt('commonmark')
    for _ in range(ROUNDS):
        timed(rows, '**qinggao check**, all lints', partial(checked, pages, gate))
        for code, own in families.items():
            timed(rows, f'{code} alone: {FAMILIES[code].lower()}', partial(checked, pages, own))
        timed(rows, 'peer: autocorrect-py lint', partial(autocorrected, pages))
        timed(rows, 'floor: markdown-it-py parses the pages', partial(list, map(parser.parse, pages.values())))
    return [(name, statistics.median(seconds)) for name, seconds in rows.items()]


def checked(pages: dict[str, str], gate: Gate) -> int:
    """How much is found."""
    return sum(len(examine(Page(path, text, gate))) for path, text in pages.items())


def autocorrected(pages: dict[str, str]) -> int:
    found = 0
    for path, text in pages.items():
        try:
            found += len(autocorrect_py.lint_for(text, path).lines)
        except ValueError:      # a page too rich for its parser: the time until then counts
            found += 1
    return found


def many(pages: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Wall seconds of `qinggao check` over many files, each a little different."""
    with tempfile.TemporaryDirectory() as folder:
        texts = list(pages.values())
        for number in range(MANY):
            text = texts[number % len(texts)]
            Path(folder, f'{number}.md').write_text(f'{text}\n第{number}篇完。\n', 'utf-8')
        env = {**os.environ, 'XDG_CACHE_HOME': folder + '/.cache'}
        runs = {'one process, no cache': ['--jobs', '1', '--no-cache'], 'all cores, no cache': ['--no-cache'],
                'all cores, first run': [], 'second run, nothing changed': []}
        for name, options in runs.items():
            seconds = [_wall(folder, options, env) for _ in range(5 if name.startswith('second') else 1)]
            yield name, statistics.median(seconds)


def _wall(folder: str, options: list[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    command = [sys.executable, '-m', 'qinggao', 'check', folder, '--statistics', '-q', *options]
    done = subprocess.run(command, env=env, stdout=subprocess.DEVNULL)
    if done.returncode not in (0, 1):       # 1: something was found
        raise SystemExit(f'qinggao check ended with {done.returncode}')
    return time.perf_counter() - start


if __name__ == '__main__':
    main()
