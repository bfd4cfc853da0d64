"""Check one file, and mend it where that is asked for."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..errors import FileError, QinggaoError, UsageError
from .examine import examine
from .finding import SEVERITIES, Finding, Located
from .lines import Lines
from .locate import fingerprint, located, severity_of
from .page import Page
from .settings import Gate
from .source import Source, read_source
from .walk import codes_without

if TYPE_CHECKING:
    from .mend import Choice, Mended

Accepted = Mapping[str, int]
NONE: Accepted = {}


class Task(NamedTuple):
    """What all files of a run share."""

    gate: Gate
    fix: bool = False           # mend in place
    diff: bool = False          # show what mending would do, write nothing
    unsure: bool = False        # make mends that are otherwise only reported


class Checked(NamedTuple):
    """What came of one file."""

    path: str
    found: tuple[Located, ...] = ()     # what is wrong now
    mended: tuple[Located, ...] = ()    # what was wrong and is mended, by its place before
    accepted: int = 0                   # findings that the baseline accepts
    hidden: int = 0                     # findings that weigh less than what is shown
    diff: str = ''
    error: QinggaoError | None = None


def check_file(path: str, task: Task, accepted: Accepted = NONE) -> Checked:
    """Check one file: all that is found, whatever it weighs and whoever has accepted it (`judged` sorts that out).

    An error of its own is its outcome; nothing is half written. ``accepted``: how often each fingerprint is accepted
    in this file: those findings are not mended.
    """
    try:
        source = read_source(path, task.gate.settings.max_megabytes)
        if task.fix or task.diff:
            return _mend(path, source, task, accepted)
        page = Page(path, source.text, task.gate)
        found = examine(page, codes_without(path, task.gate.checks.per_path))
        return Checked(path, located(path, source.text, found, task.unsure))
    except UsageError:
        raise
    except QinggaoError as error:
        return Checked(path, error=error if error.path else error.at(path))
    except OSError as error:
        return Checked(path, error=FileError((error.strerror or str(error)).lower(), path=path, cure='check its name'))


def judged(checked: Checked, task: Task, accepted: Accepted = NONE) -> Checked:
    """Which of the findings are shown, how many are accepted, how many weigh too little."""
    found = checked.found
    if not found:
        return checked
    least = SEVERITIES.index(task.gate.checks.severity)
    heavy = [one for one in found if SEVERITIES.index(one.severity) >= least]
    new = heavy
    if accepted:
        left, new = Counter(accepted), []
        for one in heavy:
            left[one.fingerprint] -= 1
            if left[one.fingerprint] < 0:
                new.append(one)
    return checked._replace(found=tuple(new), accepted=len(heavy) - len(new), hidden=len(found) - len(heavy))


def _mend(path: str, source: Source, task: Task, accepted: Accepted) -> Checked:
    after = _mended(path, source.text, task, accepted)
    if task.diff or not after.words.changes:
        return _told(path, source, after, task)
    from .journal import Step, digest, note
    from .replace import locked, replace, root_of
    with locked(root_of(path)):
        now = read_source(path, task.gate.settings.max_megabytes)
        if now.data != source.data:     # another hook or an editor was quicker: what it wrote is what is mended
            source, after = now, _mended(path, now.text, task, accepted)
        changes = source.raw_changes(after.words.changes)
        if changes:
            data = source.with_changes(changes)
            note(path, Step(digest(source.data), digest(data), changes))
            replace(path, data)
    return _told(path, source, after, task)


def _mended(path: str, text: str, task: Task, accepted: Accepted) -> Mended:
    from .mend import mended
    return mended(path, text, task.gate, codes_without(path, task.gate.checks.per_path), task.unsure,
                  _chooser(task, accepted))


def _chooser(task: Task, accepted: Accepted) -> Choice:
    """Of a text's findings those that may be mended: shown ones that nobody has accepted."""
    least = SEVERITIES.index(task.gate.checks.severity)

    def choose(text: str, found: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
        found = [one for one in found if SEVERITIES.index(severity_of(one[0])) >= least]
        if not accepted or not found:
            return found
        left, lines, chosen = Counter(accepted), Lines(text), []
        for code, finding in found:
            mark = fingerprint(code, lines, finding)
            left[mark] -= 1
            if left[mark] < 0:
                chosen.append((code, finding))
        return chosen
    return choose


def _told(path: str, source: Source, after: Mended, task: Task) -> Checked:
    left = located(path, after.words.text, after.left, task.unsure)
    done = located(path, source.text, after.found, task.unsure) if after.words.changes else ()
    diff = _diff(path, source.text, after.words.text) if task.diff and after.words.changes else ''
    return Checked(path, left, done, diff=diff)


def _diff(path: str, before: str, after: str) -> str:
    from difflib import unified_diff
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = unified_diff(old, new, f'a/{path}', f'b/{path}')
    return ''.join(line if line.endswith('\n') else f'{line}\n\\ No newline at end of file\n' for line in lines)
