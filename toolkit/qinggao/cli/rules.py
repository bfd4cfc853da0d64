"""qinggao rules: which rules are on, where each comes from, whether their examples hold, and which there might be."""
from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..config import settings_for
from ..errors import UsageError
from ..rulebook import Rule, Rulebook
from ..rulebook.shipped import with_files, written
from ..settings import nearest
from ..stages import reason
from . import suggesting

EXAMPLE = """examples:
  qinggao rules list
  qinggao rules test --rules mine.yaml
  qinggao rules test rules/mishearings/ai.yaml      only the examples in this file
  qinggao rules explain mishearings/zhiying
  qinggao rules suggest --from raw/ --against published/ -o proposals.yaml    what editors keep mending
  qinggao rules suggest --from first/ --against second/                       where a second hearing disagrees

exit codes: 0 done, 1 an example does not hold, 2 wrong usage, 3 a file could not be read or written"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('action', choices=('list', 'test', 'explain', 'suggest'))
    parser.add_argument('names', nargs='*', metavar='ID|FILE',
                        help='the rule to explain: room/name, or the name alone; rules files to test')
    parser.add_argument('--rules', action='append', metavar='FILE', help='a rules file of your own (may be repeated)')
    suggesting.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    if args.action == 'suggest':
        return suggesting.run(args)
    suggesting.refuse(args)
    files = (*settings_for(Path.cwd()).rules, *(args.rules or ()))
    if args.action == 'test':
        return _test_files(args.names, files) if args.names else _test(files)
    rules = with_files(files)
    if args.action == 'list':
        sys.stdout.writelines(f'{rule.id}\t{rule.path}:{rule.line}\t{rule.text("why")}\n' for rule in rules)
        return 0
    if len(args.names) != 1:
        raise UsageError('which rule?', cure='for example: qinggao rules explain mishearings/zhiying')
    name = args.names[0]
    if why := reason(name):
        sys.stdout.write(f'{name}  (a rule of the stage itself)\n  why: {why}\n')
        return 0
    return _explain(_named(name, rules), files)


def _test_files(names: Sequence[str], files: Sequence[str]) -> int:
    """The examples in these rules files, with all other rules on: what a hook asks of files that changed."""
    from ..rulebook.checks import problems
    from ..rulebook.source import read_file, room_of
    from ..rulebook.specs import failures
    own, wrong = list[Rule](), list[str]()
    for name in names:
        try:
            own += read_file(Path(name), room_of(name))
        except UsageError as error:
            wrong.append(str(error))
    ids = {rule.id for rule in own}
    others = [rule for rule in (*written(), *(rule for file in files for rule in read_file(Path(file))))
              if rule.id not in ids]
    wrong += [str(error) for error in problems(own, known=others)]
    wrong += [str(failure.error()) for failure in failures(own, Rulebook([*others, *own]))]
    sys.stdout.writelines(line + '\n' for line in wrong)
    sys.stderr.write(f'{len(own)} rules, {sum(len(rule.specs) for rule in own)} specs, {len(wrong)} wrong\n')
    return 1 if wrong else 0


def _test(files: tuple[str, ...]) -> int:
    """Every spec of every rule, with all rules on. Exit 1 where one fails."""
    from ..rulebook.checks import problems
    from ..rulebook.source import read_file
    from ..rulebook.specs import failures
    own = [rule for file in files for rule in read_file(Path(file))]
    rules = list(Rulebook([*written(), *own]))
    wrong = [str(error) for error in problems(rules)]
    wrong += [str(failure.error()) for failure in failures(rules, Rulebook(rules))]
    sys.stdout.writelines(line + '\n' for line in wrong)
    sys.stderr.write(f'{len(rules)} rules, {sum(len(rule.specs) for rule in rules)} specs, {len(wrong)} wrong\n')
    return 1 if wrong else 0


def _named(name: str, rules: Rulebook) -> Rule:
    found = [rule for rule in rules if name == rule.id or (name == rule.name and rule.room != 'homophones')]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f'{name!r} is in several rooms', cure='say one of: ' + ', '.join(rule.id for rule in found))
    cure = nearest(name, tuple(rule.id for rule in rules))
    raise UsageError(f'no rule {name!r}', cure=cure if cure.startswith('did') else 'qinggao rules list names them')


def _explain(rule: Rule, files: tuple[str, ...]) -> int:
    from ..rulebook.source import read_file
    sources = [*written(), *(own for file in files for own in read_file(Path(file)))]
    whole = next((one for one in reversed(sources) if one.id == rule.id), rule)
    lines = [f'{rule.id}  ({rule.path}:{rule.line})']
    for key, value in rule.values.items():
        lines.append(f'  {key}: ' + ('、'.join(value) if isinstance(value, tuple) else str(value)))
    for said, meant, _ in whole.specs:
        lines.append(f'  {said} → {meant}' if said != meant else f'  {said} stays')
    sys.stdout.writelines(line + '\n' for line in lines)
    return 0
