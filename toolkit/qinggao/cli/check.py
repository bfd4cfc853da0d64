"""qinggao check: the gate. Findings of pages and transcripts told, what is certain mended."""
from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module

from ..errors import UsageError, printable
from ..gate.check import Checked, Task
from ..gate.finding import SEVERITIES
from ..gate.reports import FORMATS
from ..gate.run import Run, check_all
from ..gate.settings import known_codes
from ..gate.setup import Setup, found_setup
from ..gate.walk import Files, files_in
from . import may_close

EXAMPLE = """examples:
  qinggao check notes/
  qinggao check --fix notes/talk.md
  qinggao check --explain MD001

exit codes: 0 nothing found, 1 something found or mended, 2 wrong usage, 3 a file could not be checked"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('paths', nargs='*', metavar='PATH', help='files and folders (default: this folder)')
    add('--fix', action='store_true', help='mend in place what is certain')
    add('--fix-only', action='store_true', help='the same, and say nothing of what stays')
    add('--unsure', action='store_true', help='make mends that are otherwise only reported, too')
    add('--diff', action='store_true', help='show what --fix would change, write nothing')
    add('--select', metavar='CODE,…', help='these lints and no others: TX005, or a family: TX')
    add('--ignore', metavar='CODE,…', help='none of these')
    add('--severity', choices=SEVERITIES, help='the least that is shown and fails (default: warning)')
    add('--output-format', choices=FORMATS, default='text', help='how findings are told (default: text)')
    add('--statistics', action='store_true', help='count findings by code instead of telling them')
    add('--explain', metavar='CODE', help='say what a lint is about, and stop')
    add('--no-baseline', action='store_true', help='also what the baseline accepts')
    add('--no-exclude', action='store_true', help='also files that the settings exclude')
    add('--no-cache', action='store_true', help='do not remember, nor look up, what was found in which content')
    add('--jobs', type=int, default=0, metavar='N', help='processes (default: one a core)')
    add('-q', '--quiet', action='store_true', help='say nothing but findings and errors')


def run(args: argparse.Namespace) -> int:
    if args.explain is not None:
        from ..gate.explain import explained
        known_codes((args.explain,))
        sys.stdout.write(explained(args.explain))
        return 0
    if args.jobs < 0:
        raise UsageError(f'--jobs {args.jobs}', cure='write a number from 1, or 0 for one a core')
    setup = found_setup(os.getcwd(), args.select, args.ignore, args.severity)
    task = Task(setup.gate, args.fix or args.fix_only, args.diff, args.unsure)
    files = files_in(args.paths or ['.'], () if args.no_exclude else setup.gate.checks.exclude,
                     setup.gate.folder)
    baseline = '' if args.no_baseline else setup.baseline
    shows_mends = args.output_format in ('sarif', 'rdjson')
    done = check_all(files.paths, Run(task, args.jobs, not args.no_cache, baseline, shows_mends))
    done += [Checked(error.path, error=error) for error in files.errors]
    with may_close(sys.stdout):     # who reads the first line only has not made the pages right: the exit code stays
        _tell(args, done)
    with may_close(sys.stderr):
        sys.stderr.writelines(f'qinggao: {one.error}\n' for one in done if one.error)
        sys.stderr.writelines(f'qinggao: {line}\n' for line in _summary(args, done, files, setup) if not args.quiet)
    return _exit_code(args, done)


def _exit_code(args: argparse.Namespace, done: Sequence[Checked]) -> int:
    if any(one.error for one in done):
        return 3
    return int(any(one.mended or (one.found and not args.fix_only) for one in done))


def _tell(args: argparse.Namespace, done: Sequence[Checked]) -> None:
    """Findings, or what was asked for in their place, on standard output."""
    if args.statistics:
        sys.stdout.writelines(_statistics(done))
        return
    if args.diff:
        sys.stdout.writelines(one.diff for one in done)
        return
    if args.fix_only:
        done = [one._replace(found=()) for one in done]
    report = import_module(f'..gate.reports.{args.output_format}', __package__)
    sys.stdout.writelines(report.write(done))


def _statistics(done: Sequence[Checked]) -> Iterator[str]:
    from ..lints import lint
    count = Counter(found.code for one in done for found in one.found)
    files = Counter(code for one in done for code in {found.code for found in one.found})
    fixable = Counter(found.code for one in done for found in one.found if found.fixable)
    for code, number in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        mark = '[*]' if fixable[code] else '   '
        yield f'{number:6} {code} {mark} {lint(code).NAME} ({files[code]} {"file" if files[code] == 1 else "files"})\n'


def _summary(args: argparse.Namespace, done: Sequence[Checked], files: Files, setup: Setup) -> Iterator[str]:
    for name in files.excluded:
        yield f'{printable(name)}: excluded by {setup.origin}, so not checked; --no-exclude checks it'
    yield from _mends(args, done)
    found = [found for one in done for found in one.found]
    checked = [one for one in done if not one.error]
    accepted, hidden = sum(one.accepted for one in done), sum(one.hidden for one in done)
    said = f'{_counted(len(checked), "file")} checked: '
    said += f'{_counted(len(found), "finding")} in {_counted(sum(1 for one in done if one.found), "file")}' \
        if found else 'nothing found' if not args.fix_only else 'nothing more to mend'
    if fixable := sum(one.fixable for one in found):
        said += f', {fixable} of them mended by --fix' + (' --unsure' if args.unsure else '')
    if accepted:
        said += f'; {accepted} accepted by {os.path.relpath(setup.baseline)}'
    if hidden:
        said += f'; {hidden} of less weight not shown (--severity info)'
    if errors := len(done) - len(checked):
        said += f'; {_counted(errors, "file")} could not be checked'
    if not args.fix_only or errors or not any(one.mended for one in done):
        yield said


def _mends(args: argparse.Namespace, done: Sequence[Checked]) -> Iterator[str]:
    """For each file that was mended: how often by which lint, and how to put it back."""
    for one in done:
        if one.mended:
            count = Counter(one.mended)
            codes = ', '.join(f'{code} × {number}' if number > 1 else code for code, number in sorted(count.items()))
            path = printable(one.path)
            yield f'{path}: would be mended: {codes}' if args.diff else \
                f'{path}: mended: {codes}; qinggao undo {_quoted(one.path)} puts it back'


def _counted(number: int, thing: str) -> str:
    return f'{number} {thing}' if number == 1 else f'{number} {thing}s'


def _quoted(path: str) -> str:
    """A path as a shell reads it."""
    if path.replace('/', '').replace('.', '').replace('-', '').replace('_', '').isalnum():
        return path
    if path.isprintable():
        return "'" + path.replace("'", "'\\''") + "'"
    shown = (char if char.isprintable() and char not in "'\\" else _escaped(char) for char in path)
    return f"$'{''.join(shown)}'"


def _escaped(char: str) -> str:
    return ''.join(f'\\x{byte:02x}' for byte in os.fsencode(char))
