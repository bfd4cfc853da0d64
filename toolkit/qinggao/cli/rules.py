"""qinggao rules: which rules are on, where each comes from, and whether their examples hold."""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..config import settings_for
from ..errors import UsageError
from ..rulebook import Rule, Rulebook
from ..rulebook.shipped import with_files, written
from ..settings import nearest
from ..stages import reason

HELP = 'List the rules that are on, run the examples they carry, explain one.'
EXAMPLE = """examples:
  qinggao rules list
  qinggao rules test --rules mine.yaml
  qinggao rules explain mishearings/zhiying"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('action', choices=('list', 'test', 'explain'))
    parser.add_argument('id', nargs='?', help='of the rule to explain: room/name, or the name alone')
    parser.add_argument('--rules', action='append', metavar='FILE', help='a rules file of your own (may be repeated)')


def run(args: argparse.Namespace) -> int:
    files = (*settings_for(Path.cwd()).rules, *(args.rules or ()))
    if args.action == 'test':
        return _test(files)
    rules = with_files(files)
    if args.action == 'list':
        sys.stdout.writelines(f'{rule.id}\t{rule.path}:{rule.line}\t{rule.text("why")}\n' for rule in rules)
        return 0
    if not args.id:
        raise UsageError('which rule?', cure='for example: qinggao rules explain mishearings/zhiying')
    if why := reason(args.id):
        sys.stdout.write(f'{args.id}  (a rule of the stage itself)\n  why: {why}\n')
        return 0
    return _explain(_named(args.id, rules), files)


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
    found = [rule for rule in rules if name in (rule.id, rule.name)]
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
