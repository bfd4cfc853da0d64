"""What the gate finds in a folder of real pages, and how that changes with the code.

    python scripts/ecosystem.py FOLDER                          findings by code
    python scripts/ecosystem.py FOLDER --sample 40 --seed 1     and so many of them, at random, with their lines
    python scripts/ecosystem.py FOLDER --mends                  and everything that --fix would change, as a diff
    python scripts/ecosystem.py FOLDER --before main~3          beside the findings of an older revision
    options: --select CODE,… (these lints only)

Read what is new and what is gone before a change of a lint is committed: a page that was good stays so. The older
revision is checked out beside this one, in a temporary worktree that is removed again.
"""
from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EXAMPLES = 5    # of what is new, and of what is gone, a code
AROUND = 40     # characters of a line, before and behind


class Found(NamedTuple):
    """One finding of the command. Nothing of its message: reworded, it is the same finding."""

    code: str
    path: str
    line: int
    column: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=Path)
    parser.add_argument('--before', metavar='REV')
    parser.add_argument('--select', metavar='CODE,…', default='')
    parser.add_argument('--sample', type=int, default=0, metavar='N')
    parser.add_argument('--seed', type=int, default=0, metavar='S')
    parser.add_argument('--mends', action='store_true')
    args = parser.parse_args()
    folder = args.folder.resolve()
    if not folder.is_dir():
        parser.error(f'{folder} is no folder')
    now = findings(ROOT, folder, args.select)
    if args.before:
        with checked_out(args.before) as tree:
            known = known_to(tree, args.select)
            compare(findings(tree, folder, known) if known or not args.select else {}, now, folder)
    else:
        count(now)
    if args.sample:
        print(f'\n{min(args.sample, len(now))} of {len(now)} findings, at random (seed {args.seed}):')
        show(sorted(random.Random(args.seed).sample(sorted(now), min(args.sample, len(now)))), now, folder)
    if args.mends:
        print('\nWhat --fix would change:\n')
        print(told(ROOT, folder, args.select, '--diff'))
    return 0


def findings(tree: Path, folder: Path, select: str) -> dict[Found, str]:
    """What the gate in a tree finds in a folder, with its messages."""
    rows = json.loads(told(tree, folder, select, '--output-format', 'json'))
    return {Found(row['code'], row['path'], row['line'], row['column']): row['message'] for row in rows}


def known_to(tree: Path, select: str) -> str:
    """Those of the codes and families that a tree's gate has: an older one knows fewer."""
    registry = Path(tree, 'toolkit', 'qinggao', 'lints', '__init__.py')
    told_of = registry.read_text('utf-8') if registry.exists() else ''
    return ','.join(code for code in select.split(',') if f"'{code.strip()}" in told_of) if select else ''


def told(tree: Path, folder: Path, select: str, *options: str) -> str:
    """What `qinggao check` of a tree says. It stands in the folder, so that the folder's own settings hold."""
    command = [sys.executable, '-m', 'qinggao', 'check', '.', '--severity', 'info', *options]
    command += ['--select', select] if select else []
    env = {**os.environ, 'PYTHONPATH': str(tree / 'toolkit'), 'PYTHONDONTWRITEBYTECODE': '1'}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding='utf-8')
    if done.returncode not in (0, 1, 3):    # 1: something was found, 3: a file could not be read
        raise SystemExit(f'{tree}: {done.stderr.strip()}')
    return done.stdout


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """A worktree of a revision, for as long as it is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, 'tree')
        git('worktree', 'add', '--quiet', '--detach', str(tree), revision)
        try:
            yield tree
        finally:
            git('worktree', 'remove', '--force', str(tree))


def git(*arguments: str) -> None:
    """Run git in this repository; its own words where it fails."""
    done = subprocess.run(['git', '-C', str(ROOT), *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr.strip())


def count(now: dict[Found, str]) -> None:
    """Findings and files, by code."""
    number = Counter(found.code for found in now)
    files = Counter(code for code, _ in {(found.code, found.path) for found in now})
    print('| code | findings | files |\n|---|---|---|')
    for code in sorted(number):
        print(f'| {code} | {number[code]} | {files[code]} |')
    print(f'| all | {len(now)} | {len({found.path for found in now})} |')


def compare(before: dict[Found, str], now: dict[Found, str], folder: Path) -> None:
    """How many there were and are by code, and some of those that are new and that are gone."""
    gone, new = sorted(before.keys() - now.keys()), sorted(now.keys() - before.keys())
    columns = [Counter(found.code for found in some) for some in (before, now, gone, new)]
    print('| code | before | after | gone | new |\n|---|---|---|---|---|')
    for code in sorted({found.code for found in (*before, *now)}):
        print(f'| {code} | {" | ".join(str(column[code]) for column in columns)} |')
    print(f'| all | {" | ".join(str(column.total()) for column in columns)} |')
    for title, some, messages in (('Gone', gone, before), ('New', new, now)):
        for code in sorted({found.code for found in some}):
            of_it = [found for found in some if found.code == code]
            print(f'\n{title}, {code}: {min(EXAMPLES, len(of_it))} of {len(of_it)}')
            show(spread(of_it), messages, folder)


def spread(some: Sequence[Found]) -> list[Found]:
    """A few, taken from everywhere in a list."""
    step = max(1, len(some) // EXAMPLES)
    return list(some[::step][:EXAMPLES])


def show(some: Sequence[Found], messages: dict[Found, str], folder: Path) -> None:
    """Findings with what stands there."""
    lines: dict[str, list[str]] = {}
    for found in some:
        if found.path not in lines:
            lines[found.path] = (folder / found.path).read_text('utf-8', 'backslashreplace').split('\n')
        line = lines[found.path][found.line - 1] if found.line <= len(lines[found.path]) else ''
        start = found.column - 1
        print(f'  {found.path}:{found.line}:{found.column}: {found.code} {messages[found]}')
        print(f'      {line[max(0, start - AROUND):start]}⟦{line[start:start + AROUND]}')


if __name__ == '__main__':
    raise SystemExit(main())
