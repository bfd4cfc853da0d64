"""Check one file, and mend it where that is asked for."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..errors import FileError, QinggaoError, UsageError, reason_of
from .examine import examine
from .finding import SEVERITIES, Finding, Located
from .lines import Lines
from .locate import fingerprint, located, severity_of
from .page import Page
from .settings import Gate
from .source import Source, read_source

if TYPE_CHECKING:
    from .mend import Choice, Mended

Accepted = Mapping[str, int]
NONE: Accepted = {}
TRIES = 20      # to mend a file that an editor saves at the same moment


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
    mended: tuple[str, ...] = ()        # the codes of what was wrong and is mended, one a finding
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
        found = examine(page, task.gate.without(path))
        return Checked(path, located(path, source.text, found, task.unsure))
    except UsageError:
        raise
    except QinggaoError as error:
        return Checked(path, error=error if error.path else error.at(path))
    except OSError as error:
        return Checked(path, error=FileError(reason_of(error), path=path, cure='check its name'))
    except Exception as error:      # a lint that breaks on one page must not hide what is wrong with the others
        return Checked(path, error=_defect(path, error))


def _defect(path: str, error: Exception) -> FileError:
    """What broke, and where in our code."""
    from traceback import extract_tb
    last = extract_tb(error.__traceback__)[-1]
    where = f'{os.path.basename(last.filename)}:{last.lineno}'
    return FileError(f'not checked: {type(error).__name__} in {where}: {error}', path=path,
                     cure='this is a defect of qinggao: please report it')


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
    from .journal import Step, digest, save, steps, until_now
    from .replace import locked, replace, root_of
    with locked(root_of(path)):
        known = steps(path)
        for _ in range(TRIES):
            now = read_source(path, task.gate.settings.max_megabytes)
            if now.data != source.data:     # another hook or an editor was quicker: what it wrote is what is mended
                source, after = now, _mended(path, now.text, task, accepted)
            changes = source.raw_changes(after.words.changes)
            if not changes:
                return _told(path, source, after, task)
            step = Step(digest(source.data), digest(data := source.with_changes(changes)), changes)
            save(path, [*until_now(known, step.before), step])
            if replace(path, data, source.data):
                return _told(path, source, after, task)
            save(path, known)
    raise FileError('something else writes it all the time, so nothing was mended', path=path, cure='close it there')


def _mended(path: str, text: str, task: Task, accepted: Accepted) -> Mended:
    from .mend import mended
    return mended(path, text, task.gate, task.gate.without(path), task.unsure, _chooser(task, accepted))


def _chooser(task: Task, accepted: Accepted) -> Choice:
    """Of a text's findings those that may be mended: shown ones that nobody has accepted.

    A mend beside an accepted finding changes its line and so its fingerprint: from the second round on it is known by
    its own words too.
    """
    least = SEVERITIES.index(task.gate.checks.severity)
    kept = Counter[tuple[str, str]]()

    def choose(text: str, found: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
        found = [one for one in found if SEVERITIES.index(severity_of(one[0])) >= least]
        if not accepted or not found:
            return found
        left, again, lines, chosen = Counter(accepted), kept.copy(), Lines(text), []
        for code, finding in found:
            mark, own = fingerprint(code, lines, finding), (code, text[finding.start:finding.end])
            left[mark] -= 1
            again[own] -= 1
            if left[mark] < 0 and again[own] < 0:
                chosen.append((code, finding))
            elif again[own] < 0:
                kept[own] += 1
        return chosen
    return choose


def _told(path: str, source: Source, after: Mended, task: Task) -> Checked:
    left = located(path, after.words.text, after.left, task.unsure)
    done = tuple(code for code, _ in after.found) if after.words.changes else ()
    if not task.diff:
        return Checked(path, left, done)
    from .diff import diff
    return Checked(path, left, done, diff=diff(path, source.raw, source.raw_changes(after.words.changes)))
