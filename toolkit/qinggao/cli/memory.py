"""qinggao memory: what was translated before, in and out."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import FileError, UsageError, printable

if TYPE_CHECKING:
    from ..bilingual.memory.exchange import BroughtIn
    from ..bilingual.memory.store import Memory
    from ..bilingual.translate.translator import Direction

EXAMPLE = """examples:
  qinggao memory export doubtful.xlf --doubtful      for a person to correct
  qinggao memory import doubtful.xlf                 from then on the person's words are used
  qinggao memory import house.tmx --memory fair/.qinggao/memory.sqlite
  qinggao memory stats

exit codes: 0 done, 2 wrong usage, 3 a file could not be read or written"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('action', choices=('import', 'export', 'stats'))
    parser.add_argument('paths', nargs='*', metavar='FILE', help='.tmx, .xlf, .xliff or .csv; export takes one')
    parser.add_argument('--memory', default='', metavar='FILE',
                        help='the memory (default: the nearest .qinggao/memory.sqlite); import makes it')
    parser.add_argument('--from', default='', dest='source', metavar='LANGUAGE',
                        help='export: only what is translated from it; import: what a csv is in that does not say')
    parser.add_argument('--to', default='', dest='target', metavar='LANGUAGE', help='as --from, into it')
    parser.add_argument('--doubtful', action='store_true', help='export: only what a person should look at')
    parser.add_argument('--all', action='store_true', dest='every',
                        help='export: for each sentence all that is known of it, not only what is reused')
    parser.add_argument('--force', action='store_true', help='export: write over a file that is there')
    parser.add_argument('--json', action='store_true', help='on standard output as JSON')


def run(args: argparse.Namespace) -> int:
    way = _way(args.source, args.target)
    paths = [Path(path) for path in args.paths]
    for option, given in (('--doubtful', args.doubtful), ('--all', args.every), ('--force', args.force)):
        if given and args.action != 'export':
            raise UsageError(f'{option} is for export', cure=f'leave it out of {args.action}')
    if args.action == 'import':
        return _import(args.memory, paths, way, args.json)
    if args.action == 'export':
        return _export(args.memory, paths, way, args)
    if paths or way:
        raise UsageError('stats takes neither files nor a direction', cure='for one memory: --memory FILE')
    return _stats(args.memory, args.json)


def _import(place: str, paths: Sequence[Path], way: Direction | None, as_json: bool) -> int:
    from ..bilingual.memory.exchange import bring_in, format_of
    if not paths:
        raise UsageError('which file?', cure='for example: qinggao memory import house.tmx')
    for path in paths:
        format_of(path)     # nothing is done where one is of another kind
    done: list[BroughtIn] = []
    failed = 0
    with _memory(place, create=True) as memory:
        for path in paths:
            try:
                done.append(bring_in(memory, path, way))
            except FileError as error:
                failed += 1
                sys.stderr.write(f'qinggao: {error}\n')
                continue
            if not as_json:
                sys.stderr.write(f'{_told(done[-1])}\n')
    if as_json:
        _write_json([{'path': one.path, **one.kept._asdict(), 'people': one.people, 'left_out': one.left_out}
                     for one in done])
    return 3 if failed else 0


def _told(one: BroughtIn) -> str:
    kept = one.kept
    said = f'{printable(one.path)}: {kept.new} new, {kept.changed} changed, {kept.same} as before' \
           f'; {one.people} of them by people'
    if kept.repeated:
        said += f'; {kept.repeated} translated again further down, which counts'
    return said + (f'; left out: {_counted(one.left_out)}' if one.left_out else '')


def _counted(reasons: Mapping[str, int]) -> str:
    return ', '.join(f'{number} {printable(reason)}' for reason, number in reasons.items())


def _export(place: str, paths: Sequence[Path], way: Direction | None, args: argparse.Namespace) -> int:
    from ..bilingual.memory.exchange import hand_out
    if len(paths) != 1:
        raise UsageError('export takes one file', cure='for example: qinggao memory export memory.tmx')
    path = paths[0]
    if path.exists() and not args.force:
        raise UsageError(f'{path} is there already, and somebody may have corrected it',
                         cure='import it first, or write over it with --force')
    with _memory(place) as memory:
        number = hand_out(memory, path, way, args.doubtful, args.every)
    if args.json:
        _write_json({'path': str(path), 'units': number})
    else:
        sys.stderr.write(f'{printable(str(path))}: {number} {"unit" if number == 1 else "units"}\n')
    return 0


def _stats(place: str, as_json: bool) -> int:
    with _memory(place) as memory:
        counts, size = memory.count(), memory.size()
    if as_json:
        _write_json({'path': str(memory.path), 'bytes': size,
                     'directions': [{'from': one.way.source, 'to': one.way.target,
                                     **{key: value for key, value in one._asdict().items() if key != 'way'}}
                                    for one in counts]})
        return 0
    sys.stdout.write(f'{printable(str(memory.path))}: {size / 1e6:.1f} MB\n')
    sys.stdout.writelines(f'  {one.way.source} to {one.way.target}: {one.sentences} sentences; translations:'
                          f' {one.people} by people, {one.machine} by machine; {one.doubtful} doubtful\n'
                          for one in counts)
    return 0


def _memory(place: str, create: bool = False) -> Memory:
    from ..bilingual.memory.place import nearest
    from ..bilingual.memory.store import Memory
    return Memory(Path(place), create) if place else Memory(nearest(Path('.')))


def _way(source: str, target: str) -> Direction | None:
    from ..bilingual.languages import language
    from ..bilingual.translate.translator import Direction
    if not source and not target:
        return None
    if not (source and target):
        raise UsageError('a direction has two languages', cure='say both --from and --to')
    way = Direction(language(source), language(target))
    if way.source == way.target:
        raise UsageError(f'from {source} into {target}: the same language', cure='say two')
    return way


def _write_json(data: object) -> None:
    import json
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write('\n')
