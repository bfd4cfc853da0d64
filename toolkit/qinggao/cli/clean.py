"""qinggao clean: a folder of raw transcripts becomes fair copies."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..config import find, settings_for
from ..errors import FileError, QinggaoError, UsageError
from ..formats import WRITERS
from ..jobs.clean import clean_file, cleaned
from ..jobs.outcome import Outcome, Task
from ..jobs.plan import Job, plan
from ..pipeline import chosen
from ..rulebook.shipped import with_files
from ..settings import CHOICES, Settings, nearest
from . import report
from .fields import field
from .stdin import clean_stdin

EXAMPLE = """examples:
  qinggao clean talks/ -o fair/ --to md,srt,vtt
  qinggao clean talk.srt -o fair/ --level strong --set title=访谈
  cat talk.txt | qinggao clean - --to txt

exit codes: 0 done, 2 wrong usage, 3 a file could not be done, 130 interrupted"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('paths', nargs='+', metavar='PATH', help='a file, a folder, or - for standard input')
    add('-o', '--out', metavar='DIR', help='where to write; the tree of a folder is mirrored there')
    add('--to', metavar='FORMAT,…', help=f'formats to write: {", ".join(WRITERS)} (default: md)')
    add('--level', choices=CHOICES['level'], help='how much filler goes (default: standard)')
    add('--script', choices=CHOICES['script'], help='Simplified, Traditional, or as it is (default: hans)')
    add('--headings', choices=CHOICES['headings'], help='propose headings on pages of Markdown (default: off)')
    add('--editor', choices=CHOICES['editor'],
        help='the trained editor: marks, false starts, paragraphs; auto: where a text lacks marks (default: auto)')
    add('--unsure', action='store_true', default=None, help='apply edits that are otherwise only reported')
    add('--only', metavar='STAGE,…', help='run these stages and no others')
    add('--skip', metavar='STAGE,…', help='leave these stages out')
    add('--rules', action='append', metavar='FILE', help='a rules file of your own (may be repeated)')
    add('--set', action='append', metavar='KEY=VALUE',
        help='a field of the front matter: title=访谈, tags=ai,chips (repeatable)')
    add('--encoding', metavar='NAME', help='of inputs that are not UTF-8, e.g. gb18030')
    add('--stdin-name', metavar='NAME', default='stdin.txt', help='a name for standard input; its ending is its format')
    add('--dry-run', action='store_true', help='say what would be written, write nothing')
    add('--diff', action='store_true', help='show what would change as a diff, write nothing')
    add('--force', action='store_true', help='overwrite outputs that were edited since, and files in the way')
    add('--json', action='store_true', help='report as JSON on standard output')
    add('--no-progress', action='store_true', help='no progress line on a terminal')
    add('-q', '--quiet', action='store_true', help='say nothing but errors')


def run(args: argparse.Namespace) -> int:
    settings = _settings(args)
    fields = dict(field(given) for given in args.set or ())
    rules = with_files(settings.rules)
    task = Task(Path(args.out or '.'), settings, rules, fields, args.force, writes=not (args.dry_run or args.diff))
    if '-' in args.paths:
        if len(args.paths) > 1:
            raise UsageError('- stands alone', cure='clean files and standard input in two runs')
        if args.out or args.json or args.force:
            raise UsageError('standard input goes to standard output', cure='leave out -o, --json and --force')
        return clean_stdin(args.stdin_name, task)
    if not args.out and task.writes:
        raise UsageError('no output folder', cure='say -o DIR')
    if args.out and Path(args.out).exists() and not Path(args.out).is_dir():
        raise UsageError('not a folder', path=args.out, cure='say -o DIR')
    planned = plan(args.paths, task.out)
    if args.diff:
        return _show_diffs(planned.jobs, planned.errors, task)
    outcomes = [Outcome(error.path, error=error) for error in planned.errors]
    outcomes += _progress(planned.jobs, task, sys.stderr.isatty() and not (args.quiet or args.no_progress))
    report.write(outcomes, planned, task, as_json=args.json, quiet=args.quiet)
    return 3 if any(outcome.error for outcome in outcomes) else 0


def _settings(args: argparse.Namespace) -> Settings:
    """The configuration found from here, overruled by the options that were given."""
    lists = {key: tuple(getattr(args, key).split(',')) for key in ('to', 'only', 'skip') if getattr(args, key)}
    named = ('level', 'script', 'editor', 'headings', 'unsure', 'encoding')
    plain = {key: getattr(args, key) for key in named if getattr(args, key)}
    settings = settings_for(Path.cwd())
    try:
        _check_names(settings)
    except UsageError as error:
        raise error.at(str(find(Path.cwd())[0])) from None
    settings = settings.with_values({**lists, **plain, 'rules': (*settings.rules, *(args.rules or ()))})
    _check_names(settings)
    return settings


def _check_names(settings: Settings) -> None:
    """Raise `UsageError` for a format or a stage that there is not."""
    for name in settings.to:
        if name not in WRITERS:
            raise UsageError(f'unknown format {name!r}', cure=nearest(name, WRITERS))
    chosen(settings)


def _progress(jobs: tuple[Job, ...], task: Task, shown: bool) -> Iterator[Outcome]:
    """Clean file by file, with a line that says how far, on a terminal."""
    for number, job in enumerate(jobs, 1):
        if shown:
            sys.stderr.write(f'\r\x1b[K{number}/{len(jobs)} {job.base.name[:40]}')
            sys.stderr.flush()
        yield clean_file(job, task)
    if shown:
        sys.stderr.write('\r\x1b[K')


def _show_diffs(jobs: tuple[Job, ...], errors: tuple[FileError, ...], task: Task) -> int:
    failed: list[QinggaoError] = list(errors)
    for job in jobs:
        try:
            sys.stdout.writelines(report.diff(str(job.path), cleaned(job.path, task)))
        except FileError as error:
            failed.append(error if error.path else error.at(str(job.path)))
    sys.stderr.writelines(f'qinggao: {error}\n' for error in failed)
    return 3 if failed else 0
