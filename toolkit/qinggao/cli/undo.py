"""qinggao undo: put back what check --fix changed."""
from __future__ import annotations

import argparse
import os
import sys

from ..errors import FileError, printable
from ..gate.journal import put_back

EXAMPLE = """example:
  qinggao undo notes/talk.md

A file that has changed since it was mended is left as it is (exit 3)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('paths', nargs='+', metavar='FILE', help='a file that check --fix mended')


def run(args: argparse.Namespace) -> int:
    failed = 0
    for path in args.paths:
        try:
            if not os.path.isfile(path):
                raise FileError('no such file', path=path, cure='name a file that check --fix mended')
            step = put_back(path)
        except FileError as error:
            failed += 1
            sys.stderr.write(f'qinggao: {error}\n')
            continue
        count = len(step.changes)
        sys.stderr.write(f'qinggao: {printable(path)}: {count} {"change" if count == 1 else "changes"} put back\n')
    return 3 if failed else 0
