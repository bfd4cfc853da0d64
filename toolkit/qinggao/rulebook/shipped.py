"""The rules that are on: those that come with qinggao, compiled when it is built, and the user's files."""
from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from . import Rulebook
from .rule import Rule

if TYPE_CHECKING:
    from pathlib import Path  # its import is a twentieth of a hook's start

_HERE = os.path.dirname(os.path.abspath(__file__))
COMPILED = os.path.join(_HERE, 'compiled.json')     # in a wheel; a checkout has none
_IN_WHEEL = os.path.join(os.path.dirname(_HERE), 'rules')
FOLDER = _IN_WHEEL if os.path.isdir(_IN_WHEEL) else os.path.join(os.path.abspath(f'{_HERE}/../../..'), 'rules')


@lru_cache(1)
def shipped() -> Rulebook:
    """The shipped rulebook, loaded once a process; its rules carry no specs."""
    if os.path.exists(COMPILED):
        with open(COMPILED, encoding='utf-8') as compiled:
            return Rulebook(_loaded(compiled.read()))
    from pathlib import Path
    return Rulebook(_remembered(sorted(Path(FOLDER).rglob('*.yaml')), _read_shipped))


def written() -> list[Rule]:
    """The shipped rules as they are written, with their specs."""
    from pathlib import Path

    from .source import read_folder
    return read_folder(Path(FOLDER))


def with_files(paths: Sequence[str]) -> Rulebook:
    """The shipped rules and those of the user's files; raises `UsageError` for a file that is not fit to load."""
    if not paths:
        return shipped()
    from pathlib import Path
    files = [Path(path) for path in paths]
    return Rulebook([*shipped(), *_remembered(files, lambda: _read_users(files))])


def compile_to(path: Path) -> None:
    """Write the shipped rulebook as one JSON file: what a build does."""
    path.write_text(_dumped(_read_shipped()), encoding='utf-8')


def _read_shipped() -> list[Rule]:
    from pathlib import Path

    from . import sounded
    from .checks import check, said_once
    rules = written()
    said_once(rules)
    check(rules)
    return [*rules, *sounded.of_folder(Path(FOLDER)), *sounded.of_rights(rules)]


def _read_users(files: Sequence[Path]) -> list[Rule]:
    from . import sounded
    from .checks import check
    from .source import read_file
    from .specs import failures
    rules = [rule for file in files for rule in read_file(file)]
    book = Rulebook([*shipped(), *rules])
    replaced = {rule.id for rule in rules}
    check(rules, known=[rule for rule in shipped() if rule.id not in replaced])
    for failure in failures((rule for rule in rules if book.get(rule.id) is rule), book):
        raise failure.error()
    return [*rules, *(rule for file in files for rule in sounded.of_file(file)), *sounded.of_rights(rules)]


def _remembered(files: Sequence[Path], read: Callable[[], list[Rule]]) -> list[Rule]:
    """The rules of files; from the cache if these very files have been read, and passed, before."""
    from pathlib import Path

    from ..remembered import remembered
    return remembered('rules', files, Path(__file__).parent.glob('*.py'), read, _dumped, _loaded)


def _dumped(rules: Iterable[Rule]) -> str:
    return json.dumps([[rule.room, rule.name, rule.values, rule.path, rule.line] for rule in rules], ensure_ascii=False)


def _loaded(text: str) -> list[Rule]:
    return [Rule(room, name, {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()},
                 path, line) for room, name, values, path, line in json.loads(text)]
