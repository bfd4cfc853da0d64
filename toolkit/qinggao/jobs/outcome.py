"""What the jobs of a run share, and what came of each."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from ..advice import Advice
from ..errors import FileError, QinggaoError, UsageError, reason_of
from ..rulebook import Rulebook
from ..settings import Settings
from .plan import Job, shown

NONE: Mapping[str, int] = {}


class Outcome(NamedTuple):
    """What came of one input."""

    path: str
    edits: Mapping[str, int] = NONE       # how many edits each rule made
    advised: tuple[Advice, ...] = ()      # what rules only advise, and where
    written: tuple[str, ...] = ()     # outputs that are new or differ now
    same: tuple[str, ...] = ()        # outputs that stood so already
    kept: tuple[str, ...] = ()        # outputs a person has edited since, left as they are
    foreign: tuple[str, ...] = ()     # files in the way that we never wrote, left as they are
    untimed: tuple[str, ...] = ()     # formats that need times this input has not
    error: QinggaoError | None = None


class Task(NamedTuple):
    """What all jobs of a run share."""

    out: Path
    settings: Settings
    rules: Rulebook
    fields: Mapping[str, object]      # front matter given by hand
    force: bool = False
    writes: bool = True               # False: only say what would be done


def outcome_of(job: Job, work: Callable[[], Outcome]) -> Outcome:
    """What came of the work on one input; its own error is an outcome, a wrong use ends the run."""
    name = shown(job.path)
    try:
        return work()
    except UsageError:
        raise
    except QinggaoError as error:
        return Outcome(name, error=error if error.path else error.at(name))
    except OSError as error:
        return Outcome(name, error=FileError(reason_of(error), path=name, cure='check its name'))
