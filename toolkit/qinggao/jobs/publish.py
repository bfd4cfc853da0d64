"""Publish one talk: read, clean what is raw, set the other language beside it, fill the page, write each format."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .. import ledger
from ..bilingual import outputs, subtitles
from ..bilingual.bitext import Bitext
from ..bilingual.outputs import Style, Talk
from ..bilingual.reading import read_talk
from ..bilingual.retimed import retimed
from ..bilingual.sources import Source
from ..errors import FileError
from ..pipeline import run
from ..transcript import Transcript
from .outcome import Outcome, Task, outcome_of
from .outputs import written
from .plan import Job, shown


class Publishing(NamedTuple):
    """What all jobs of a run share. ``second`` makes the second track, ``into`` is its language where that was asked
    for; without a source a talk is published as it comes, in one language or two. ``times``: a transcript with the
    times of the talk, where it has none itself.
    """

    task: Task
    style: Style
    second: Source | None = None
    into: str = ''
    times: Path | None = None


class Published(NamedTuple):
    """What came of one talk; ``talk`` is None where it failed."""

    outcome: Outcome
    talk: Talk | None = None
    limits: subtitles.Limits | None = None


def publish_file(job: Job, how: Publishing) -> Published:
    """Publish one input. An error of its own is its outcome; nothing is half written."""
    done: list[Published] = []

    def work() -> Outcome:
        done.append(_published(job, how))
        return done[-1].outcome
    outcome = outcome_of(job, work)
    return done[-1] if done else Published(outcome)


def _published(job: Job, how: Publishing) -> Published:
    talk, said, pages, untimed = outputs.written(_opened(job, how), job.base, how.style)
    if not pages:
        raise FileError(f'no times are known, so no {" or ".join(untimed)} can be written', path=shown(job.path),
                        cure='add md to --to, or name a file with times: --times talk.srt')
    pairs = talk.pairs if isinstance(talk, Bitext) else ()
    outcomes = [written(job, how.task, by_name, outputs.tracks(talk), base, pairs) for base, by_name in pages.items()]
    timed = set(how.style.settings.to) & set(subtitles.WRITERS) - set(untimed)
    limits = None
    if timed and isinstance(said, Bitext):
        limits = subtitles.limits(subtitles.cues(said, how.style.settings), said.languages)
    return Published(_together(outcomes)._replace(untimed=untimed), talk, limits)


def _opened(job: Job, how: Publishing) -> Talk:
    """The talk with its second track: its own where that will do, else the one that was asked for."""
    settings = how.task.settings
    talk = read_talk(job.path, settings.encoding, settings.max_megabytes, how.style.profile)
    first = talk.first if isinstance(talk, Bitext) else _clean(talk, how)
    if not first.text.strip():
        raise FileError('empty: there are no words in it', path=shown(job.path), cure='leave it out')
    timed = _timed(first, job, how)
    if isinstance(talk, Bitext) and (how.second is None or how.into in talk.languages):
        return talk._replace(first=timed)
    return how.second.beside(timed, job.path) if how.second else timed


def _clean(transcript: Transcript, how: Publishing) -> Transcript:
    """What is raw goes through the stages; a page was edited by somebody, and stays."""
    if transcript.meta.get('format') == 'md':
        return transcript
    return run(transcript, how.task.settings._replace(glossary=False), how.task.rules)


def _timed(first: Transcript, job: Job, how: Publishing) -> Transcript:
    """A talk without times takes those of the file that was named, else of the transcript that its page was made from.
    """
    if first.cues:
        return first
    if how.times:
        found = read_talk(how.times, how.task.settings.encoding, how.task.settings.max_megabytes)
        return retimed(first, found.first if isinstance(found, Bitext) else found)
    known = ledger.find(job.path)
    entry = ledger.load(known[1]) if known else None
    return retimed(first, entry.transcript) if entry else first


def _together(outcomes: list[Outcome]) -> Outcome:
    """The outcomes of the pages of one talk as one."""
    def all_of(pick: Callable[[Outcome], tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(name for one in outcomes for name in pick(one))
    return outcomes[0]._replace(written=all_of(lambda one: one.written), same=all_of(lambda one: one.same),
                                kept=all_of(lambda one: one.kept), foreign=all_of(lambda one: one.foreign))
