"""What a run says of itself: for people on standard error, for programs as JSON on standard output."""
from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..jobs.outcome import Outcome, Task
from ..jobs.plan import Plan
from ..transcript import Transcript

TOP, FEW, PLACES = 12, 3, 6   # rules, files and places of advice that the summary names
WIDE = 24                     # characters of an advised change that it shows


def write(outcomes: Sequence[Outcome], planned: Plan, task: Task, as_json: bool, quiet: bool,
          notes: Sequence[str] = (), more: Mapping[str, Mapping[str, object]] | None = None) -> None:
    """Errors always; what was written, how many changes each rule made, and what to try next unless quiet.

    ``notes`` are lines of a command's own; ``more`` is what it adds to the JSON of an input, by its path.
    """
    for outcome in outcomes:
        if outcome.error:
            sys.stderr.write(f'qinggao: {outcome.error}\n')
    if as_json:
        json.dump(_data(outcomes, planned, more or {}), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write('\n')
    elif not quiet:
        sys.stderr.writelines(line + '\n' for line in _lines(outcomes, planned, task, notes))


def _lines(outcomes: Sequence[Outcome], planned: Plan, task: Task, notes: Sequence[str]) -> Iterator[str]:
    for outcome in outcomes:
        for name in outcome.kept:
            yield f'{name}: edited since it was written, so kept; --force overwrites it'
        for name in outcome.foreign:
            yield f'{name}: not written by qinggao, so kept; --force overwrites it'
    untimed = [outcome.path for outcome in outcomes if outcome.untimed]
    if untimed:
        formats = ', '.join(dict.fromkeys(name for outcome in outcomes for name in outcome.untimed))
        yield f'without times, so without {formats}: {_some(untimed)}'
    if planned.others:
        named = ', '.join(f'{count} {kind}' for kind, count in sorted(planned.others.items()))
        yield f'left alone: {_counted(planned.others.total(), "file")} of other kinds ({named})'
    if planned.links:
        yield f'left alone, as links that lead away: {_some(planned.links)}'
    yield _totals(outcomes, task)
    yield from notes
    yield from _rules(outcomes)
    yield from _advice(outcomes)
    changed = sorted(outcomes, key=lambda outcome: -sum(outcome.edits.values()))
    first = next((name for outcome in changed for name in (*outcome.written, *outcome.same)), '')
    if first and task.writes:
        yield f'next: {_command()} why {_quoted(first)}'


def _some(names: Sequence[str]) -> str:
    more = f' and {len(names) - FEW} more (--json names all)' if len(names) > FEW else ''
    return ', '.join(names[:FEW]) + more


def _counted(number: int, thing: str) -> str:
    """So many things.

    >>> _counted(1, 'input'), _counted(2, 'input')
    ('1 input', '2 inputs')
    """
    return f'{number} {thing}' if number == 1 else f'{number} {thing}s'


def _totals(outcomes: Sequence[Outcome], task: Task) -> str:
    done = [outcome for outcome in outcomes if not outcome.error]
    count = Counter(written=sum(len(o.written) for o in done), same=sum(len(o.same) for o in done),
                    kept=sum(len(o.kept) + len(o.foreign) for o in done), failed=len(outcomes) - len(done))
    said = [f'{number} {word}' for word, number in (
        ('written' if task.writes else 'would be written', count['written']), ('as before', count['same']),
        ('kept', count['kept'])) if number]
    failed = f'; {_counted(count["failed"], "input")} could not be done' if count['failed'] else ''
    return f'{_counted(len(done), "input")}, outputs in {task.out}: {", ".join(said) or "none"}{failed}'


def _rules(outcomes: Sequence[Outcome]) -> Iterator[str]:
    edits = Counter[str]()
    for outcome in outcomes:
        edits.update(outcome.edits)
    if edits:
        yield f'{_counted(sum(edits.values()), "change")} by {_counted(len(edits), "rule")}:'
        for rule, number in sorted(edits.items(), key=lambda item: (-item[1], item[0]))[:TOP]:
            yield f'  {number:6} {rule}'
        if len(edits) > TOP:
            rest = sum(edits.values()) - sum(number for _, number in edits.most_common(TOP))
            yield f'  {rest:6} by {_counted(len(edits) - TOP, "other rule")} (--json names all)'


def _advice(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Some of what is advised by its place in the input, the first of each rule before its second; the rest counted."""
    found = [(outcome.path, one) for outcome in outcomes for one in outcome.advised]
    if not found:
        return
    yield f'{len(found)} more advised, not made (--unsure makes them):'
    so_far, turns = Counter[str](), list[int]()
    for _, one in found:
        so_far[one.rule] += 1
        turns.append(so_far[one.rule])
    named = sorted(sorted(range(len(found)), key=turns.__getitem__)[:PLACES])
    for path, one in (found[i] for i in named):
        where = f' {one.at}' if one.at else f':{one.line}:{one.column}' if one.column else f':{one.line}'
        yield f'  {path}{where}: {one.rule}: {_short(one.old)} -> {_short(one.new)}'
    if rest := so_far - Counter(found[i][1].rule for i in named):
        counted = ', '.join(f'{rule} {number}' for rule, number in sorted(rest.items()))
        yield f'  and {rest.total()} others (--json names all): {counted}'


def _short(words: str) -> str:
    return repr(words if len(words) <= WIDE else words[:WIDE] + '…')


def _data(outcomes: Sequence[Outcome], planned: Plan,
          more: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    return {
        'files': [{
            'path': outcome.path, 'written': outcome.written, 'same': outcome.same, 'kept': outcome.kept,
            'foreign': outcome.foreign,
            'untimed': outcome.untimed, 'changes': dict(sorted(outcome.edits.items())),
            'advised': [{key: value for key, value in one._asdict().items() if key != 'at' or value}
                        for one in outcome.advised],
            'error': str(outcome.error) if outcome.error else None,
            **more.get(outcome.path, {}),
        } for outcome in outcomes],
        'left_alone': dict(sorted(planned.others.items())),
        'links': list(planned.links),
    }


def diff(name: str, transcript: Transcript) -> Iterator[str]:
    """A unified diff from the words as they came in to the cleaned ones, a segment a line."""
    from difflib import unified_diff
    before, after = transcript.source.split('\n'), transcript.text.split('\n')
    lines = unified_diff(before, after, f'{name} (words)', f'{name} (cleaned)', n=1)
    yield from (line.rstrip('\n') + '\n' for line in lines)


def _command() -> str:
    """How this program was called, so that what we say to try next can be pasted."""
    from pathlib import Path
    from shutil import which
    called = Path(sys.argv[0])
    return 'qinggao' if called.name != 'qinggao' or which('qinggao') == str(called) else str(called)


def _quoted(name: str) -> str:
    from shlex import quote
    return quote(name if not name.startswith('-') else f'./{name}')
