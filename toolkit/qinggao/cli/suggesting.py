"""qinggao rules suggest: what editors keep mending, or a second hearing hears, as rules that a person may accept."""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import settings_for
from ..errors import UsageError, printable
from ..files import write_text
from ..jobs.plan import shown
from ..rulebook.shipped import with_files

if TYPE_CHECKING:
    from ..suggest import Suggestions

OPTIONS = ('first', 'against', 'out', 'jobs', 'encoding', 'force', 'json', 'no_progress', 'quiet')
FEW = 3     # files that the summary names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group('rules suggest').add_argument
    add('--from', dest='first', metavar='DIR', help='raw transcripts, or those of a first hearing')
    add('--against', metavar='DIR', help='what editors made of them, or a second hearing: files of the same names')
    add('-o', '--out', metavar='FILE', help='where the proposals go (default: standard output)')
    add('--jobs', type=int, metavar='N', help='processes (default: one a core)')
    add('--encoding', metavar='NAME', help='of files that are not UTF-8, e.g. gb18030')
    add('--force', action='store_true', help='write over a file that is there')
    add('--json', action='store_true', help='proposals and summary as JSON on standard output')
    add('--no-progress', action='store_true', help='no progress line on a terminal')
    add('-q', '--quiet', action='store_true', help='say nothing but errors')


def refuse(args: argparse.Namespace) -> None:
    """Raise `UsageError` for an option of `suggest` that another action was given."""
    given = next((name for name in OPTIONS if getattr(args, name) not in (None, False)), '')
    if given:
        option = {'first': 'from', 'no_progress': 'no-progress'}.get(given, given)
        raise UsageError(f'--{option} is for suggest', cure=f'leave it out of {args.action}')


def run(args: argparse.Namespace) -> int:
    _check(args)
    settings = settings_for(Path.cwd())
    from ..suggest import suggest
    shows = sys.stderr.isatty() and not (args.quiet or args.no_progress)
    found = suggest(args.first, args.against, rules=with_files((*settings.rules, *(args.rules or ()))),
                    jobs=args.jobs or 0, encoding=args.encoding or settings.encoding,
                    max_megabytes=settings.max_megabytes, progress=_progress if shows else None)
    if shows:
        sys.stderr.write('\r\x1b[K')
    sys.stderr.writelines(f'qinggao: {error}\n' for error in found.errors)
    if args.out:
        write_text(Path(args.out), found.yaml)
    if args.json:
        json.dump(_data(found, args.out), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write('\n')
    elif not args.out:
        sys.stdout.write(found.yaml)
    if not (args.json or args.quiet):
        sys.stderr.writelines(line + '\n' for line in _lines(found, args.out))
    return 3 if found.errors else 0


def _check(args: argparse.Namespace) -> None:
    if args.names:
        raise UsageError(f'suggest takes no {printable(args.names[0])!r}', cure='say --from DIR --against DIR')
    if not args.first or not args.against:
        raise UsageError('suggest compares two folders', cure='say both: --from RAW_DIR --against PUBLISHED_DIR')
    if (args.jobs or 0) < 0:
        raise UsageError(f'--jobs {args.jobs}', cure='write a number from 1, or 0 for one a core')
    if not args.out:
        return
    out = Path(args.out)
    if out.is_dir():
        raise UsageError('a folder', path=shown(out), cure='say -o FOLDER/proposals.yaml')
    if out.exists() and not args.force:
        raise UsageError('is there already, and somebody may have chosen among its rules', path=shown(out),
                         cure='choose another -o, or write over it with --force')


def _progress(done: int, pairs: int) -> None:
    sys.stderr.write(f'\r\x1b[K{done}/{pairs} pairs')
    sys.stderr.flush()


def _lines(found: Suggestions, out: str | None) -> Iterator[str]:
    rules, sure = len(found.rules), sum(rule.sure for rule in found.rules)
    yield f'{rules} {"rule" if rules == 1 else "rules"} proposed, {sure} of them sure, from {found.pairs} pairs' \
        + (f': {shown(out)}' if out else '')
    if found.unlike:
        named = ', '.join(f'{path} ({like:.0%})' for path, like in found.unlike[:FEW])
        yield f'left out, too little of the two agrees: {named}{_more(len(found.unlike))}'
    if found.alone:
        yield f'without a partner: {", ".join(found.alone[:FEW])}{_more(len(found.alone))}'
    if found.known:
        yield f'{found.known} more are rules already'
    for reason, count in sorted(found.refused.items(), key=lambda item: (-item[1], item[0])):
        yield f'  {count:6} no rule: {reason}'
    if out and found.rules:
        yield f'next: delete what is not right in general, then qinggao rules test {shown(out)}'


def _more(number: int) -> str:
    return f' and {number - FEW} more (--json names all)' if number > FEW else ''


def _data(found: Suggestions, out: str | None) -> dict[str, object]:
    return {
        'written': shown(out) if out else None, 'pairs': found.pairs,
        'rules': [{**rule._asdict(), 'score': round(rule.score, 3), 'counts': rule.counts._asdict(),
                   'specs': [{'from': said, 'to': meant} for said, meant in rule.specs]} for rule in found.rules],
        'unlike': [{'path': path, 'likeness': like} for path, like in found.unlike],
        'alone': found.alone, 'errors': [str(error) for error in found.errors],
        'refused': dict(sorted(found.refused.items())), 'known': found.known,
    }
