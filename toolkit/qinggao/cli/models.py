"""qinggao models: which models that hear or translate are here, fetch one, examine one."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError

if TYPE_CHECKING:
    from ..asr.model_cache import Entry

EXAMPLE = """examples:
  qinggao models list
  qinggao models fetch large-v3-turbo
  qinggao models check ~/models/my-whisper

exit codes: 0 done, 1 check found something wrong, 2 wrong usage, 3 it could not be fetched"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('action', choices=('list', 'fetch', 'check'))
    parser.add_argument('name', nargs='?', default='', metavar='NAME|DIR',
                        help='fetch: a name that list shows, or a repository owner/name; check: a name or a folder')
    parser.add_argument('--json', action='store_true', help='on standard output as JSON')


def run(args: argparse.Namespace) -> int:
    if args.action == 'list':
        if args.name:
            raise UsageError('list takes no name', cure=f'for one: qinggao models check {args.name}')
        return _list(args.json)
    if not args.name:
        raise UsageError('which model?', cure=f'for example: qinggao models {args.action} large-v3-turbo')
    return _fetch(args.name, args.json) if args.action == 'fetch' else _check(args.name, args.json)


def _list(as_json: bool) -> int:
    from ..asr.model_cache import entries
    found = entries()
    if as_json:
        _write_json([entry._asdict() for entry in found])
        return 0
    rows = [(entry.name, _amount(entry.size), _state(entry), entry.suits) for entry in found]
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    sys.stdout.writelines(f'{name:{wide[0]}}  {size:>{wide[1]}}  {state:{wide[2]}}  {suits}\n'
                          for name, size, state, suits in rows)
    return 0


def _state(entry: Entry) -> str:
    return 'not whole' if entry.lacks else 'here' if entry.path else 'to fetch'


def _fetch(name: str, as_json: bool) -> int:
    from ..asr.model_cache import fetch
    folder = fetch(name)
    if as_json:
        _write_json({'name': name, 'path': str(folder)})
    else:
        sys.stdout.write(f'{folder}\n')
        from ..bilingual.translate.model_check import is_translator
        sys.stderr.write(f'next: qinggao translate clean/ -o two/ --into en --model {name}\n' if is_translator(folder)
                         else f'next: qinggao transcribe recordings/ -o heard/ --model {name}\n')
    return 0


def _check(name: str, as_json: bool) -> int:
    from ..asr.model_check import check
    from ..bilingual.translate import model_check
    folder = _folder(name)
    translates = model_check.is_translator(folder)
    health = model_check.check(folder) if translates else check(folder, _said)
    if as_json:
        _write_json({'path': str(folder), **health.facts, 'problems': health.problems})
    else:
        sys.stdout.write(f'{folder}\n')
        sys.stdout.writelines(f'  {key.replace("_", " ")}: {_shown(value)}\n' for key, value in health.facts.items())
        sys.stdout.writelines(f'  wrong: {problem}\n' for problem in health.problems)
        does = 'translates' if translates else 'hears'
        sys.stderr.write('' if health.problems else f'a whole model, and it {does}\n')
    return 1 if health.problems else 0


def _folder(name: str) -> Path:
    """Of a model that hears or one that translates; raises `UsageError`."""
    from ..asr.models import cached, find, repository_of
    from ..bilingual.translate import model_check, models
    if Path(name).is_dir():
        return Path(name)
    if name in models.NAMES:
        return models.find(name)
    demo = models.demo_model()
    if demo and name == demo.name:
        return demo
    folder = cached(repository_of(name)) if '/' in name else None
    return folder if folder and model_check.is_translator(folder) else find(name)


def _said(folder: Path) -> str:
    """What a model hears in the clip that comes along, on the CPU: whether a GPU hears is asked when one is used."""
    from ..asr.engine import Engine
    from ..asr.models import self_test_clip
    from ..asr.self_test import said_in
    return said_in(Engine(folder, 'cpu', (0,), 'int8'), self_test_clip())


def _shown(value: object) -> str:
    return ('no', 'yes')[value] if isinstance(value, bool) else str(value)


def _amount(size: int) -> str:
    """So many bytes, as people say it.

    >>> _amount(2_400_000), _amount(486_000_000), _amount(1_621_000_000)
    ('2.4 MB', '486 MB', '1.6 GB')
    """
    if size >= 1e9:
        return f'{size / 1e9:.1f} GB'
    return f'{size / 1e6:.1f} MB' if size < 1e7 else f'{size / 1e6:.0f} MB'


def _write_json(data: object) -> None:
    import json
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write('\n')
