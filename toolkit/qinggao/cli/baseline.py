"""qinggao baseline: accept today's findings; only new ones fail."""
from __future__ import annotations

import argparse
import os
import sys

from ..errors import UsageError
from ..gate import baseline
from ..gate.check import Task
from ..gate.run import Run, check_all
from ..gate.setup import found_setup
from ..gate.walk import files_in

EXAMPLE = """examples:
  qinggao baseline write           accept all that is found below this folder today
  qinggao baseline update          forget what has been mended since; nothing new is accepted

The file (qinggao-baseline.json, beside your settings) belongs in the repository."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('action', choices=('write', 'update'))
    parser.add_argument('paths', nargs='*', metavar='PATH', help='files and folders (default: this folder)')


def run(args: argparse.Namespace) -> int:
    setup = found_setup(os.getcwd())
    files = files_in(args.paths or ['.'], setup.gate.checks.exclude, setup.gate.folder)
    done = check_all(files.paths, Run(Task(setup.gate)))
    errors = [*files.errors, *(one.error for one in done if one.error)]
    for error in errors:
        sys.stderr.write(f'qinggao: {error}\n')
    path = setup.baseline_to_write
    old = _read(path, args.action)
    fresh = baseline.of((found for one in done for found in one.found), path)
    looked_at = {baseline.key(one.path, path) for one in done if not one.error}
    # Of files that were not or could not be looked at nothing new is known; those that are gone are forgotten.
    folder = os.path.dirname(os.path.abspath(path))
    kept = {name: codes for name, codes in old.items()
            if name not in looked_at and os.path.exists(os.path.join(folder, name))}
    new = {**kept, **(fresh if args.action == 'write' else baseline.common(old, fresh))}
    _write(path, baseline.dumped(new))
    number = baseline.count(new)
    sys.stderr.write(f'qinggao: {os.path.relpath(path)}: {number} {"finding" if number == 1 else "findings"} accepted '
                     f'({baseline.count(old)} before)\n')
    return 3 if errors else 0


def _read(path: str, action: str) -> baseline.Entries:
    """What was accepted before. A broken file (a merge leaves its marks in it) stops everything but writing it anew."""
    try:
        return baseline.read(path)
    except UsageError:
        if action == 'write':
            return {}
        raise


def _write(path: str, text: str) -> None:
    from pathlib import Path

    from ..files import write_text
    write_text(Path(path), text)
