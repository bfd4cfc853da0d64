"""Rules that propose themselves: what editors keep mending, or where a second hearing disagrees."""
from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from ..errors import FileError
from ..jobs.plan import shown
from ..rulebook import Rulebook
from ..rulebook.shipped import shipped
from .gathered import Reading, Talk, talks
from .proposal import Proposal
from .proposed import proposed
from .sides import paired
from .written import page

__all__ = ['Proposal', 'Suggestions', 'suggest']


class Suggestions(NamedTuple):
    """Proposals, the surest first, and what came of the files."""

    rules: tuple[Proposal, ...]
    pairs: int                                  # that were compared
    unlike: tuple[tuple[str, float], ...]       # pairs left out, and how much of the shorter text agrees
    alone: tuple[str, ...]                      # files without a partner
    errors: tuple[FileError, ...]               # of files that could not be read
    refused: dict[str, int]                     # swaps that are no rule, by reason
    known: int                                  # swaps that rules mend already

    @property
    def yaml(self) -> str:
        """The proposals as a rules file."""
        return ''.join(page(self.rules))


def suggest(first: str | PathLike[str], against: str | PathLike[str], *, rules: Rulebook | None = None, jobs: int = 0,
            encoding: str = '', max_megabytes: int = 64,
            progress: Callable[[int, int], None] | None = None) -> Suggestions:
    """What the files of one folder keep saying for what those of the same name in the other have.

    ``rules`` are those that are on (default: the shipped ones): what they mend is proposed no more. ``jobs``:
    processes, 0 for one a core. ``progress`` is told how many pairs of how many are done.

    Raises `FileError` for a folder that is missing, `UsageError` where no name is in both.
    """
    found = paired(Path(first), Path(against))
    done: list[Talk] = []
    for talk in talks(found.pairs, Reading(encoding, max_megabytes), jobs):
        done.append(talk)
        if progress:
            progress(len(done), len(found.pairs))
    alike = [talk for talk in done if talk.is_alike]
    got = proposed((talk.swaps for talk in alike), [talk.two for talk in alike if talk.two], rules or shipped())
    unlike = tuple((shown(talk.sides.first), round(talk.two.likeness, 2)) for talk in done
                   if talk.two and not talk.is_alike)
    errors = (*found.errors, *(talk.error for talk in done if talk.error))
    return Suggestions(got.rules, len(alike), unlike, found.alone, errors, dict(got.refused), got.known)
