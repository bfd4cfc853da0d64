"""Publish one talk: read, clean what is raw, set the other language beside it, fill the page, write each format."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .. import ledger
from ..bilingual import outputs, subtitles
from ..bilingual.bitext import Bitext
from ..bilingual.doubted import still_doubted
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
    """What came of one talk; ``talk`` is None where it failed. ``instead``: the language of the track that it had
    beside it, where another was asked for."""

    outcome: Outcome
    talk: Talk | None = None
    limits: subtitles.Limits | None = None
    instead: str = ''


def publish_file(job: Job, how: Publishing) -> Published:
    """Publish one input. An error of its own is its outcome; nothing is half written."""
    done: list[Published] = []

    def work() -> Outcome:
        done.append(_published(job, how))
        return done[-1].outcome
    outcome = outcome_of(job, work)
    return done[-1] if done else Published(outcome)


def _published(job: Job, how: Publishing) -> Published:
    opened, instead = _opened(job, how)
    talk, said, pages, untimed = outputs.written(opened, job.base, how.style)
    if not pages:
        raise FileError(f'no times are known, so no {" or ".join(untimed)} can be written', path=shown(job.path),
                        cure='add md to --to, or name a file with times: --times talk.srt')
    _spare_inputs(job, how, pages)
    outcome = _all_written(job, how.task, pages, talk)
    timed = set(how.style.settings.to) & set(subtitles.WRITERS) - set(untimed)
    limits = None
    if timed and isinstance(said, Bitext):
        limits = subtitles.limits(subtitles.cues(said, how.style.settings), said.languages)
    return Published(outcome._replace(untimed=untimed), talk, limits, instead)


def _spare_inputs(job: Job, how: Publishing, pages: outputs.Pages) -> None:
    """Raise where a page would be written over what it is made from: no ``force`` is meant so."""
    inputs = [path for path in (how.times, how.second.made_from(job.path) if how.second else None) if path]
    for base, by_name in pages.items():
        for name in by_name:
            path = how.task.out / base.with_name(f'{base.name}.{name}')
            if path.exists() and any(path.samefile(one) for one in inputs):
                raise FileError('it would be written over, and the page is made from it', path=shown(path),
                                cure='choose another -o')


def _opened(job: Job, how: Publishing) -> tuple[Talk, str]:
    """The talk with its second track: its own where that will do, else the one that was asked for, and in which
    language it had another."""
    settings = how.task.settings
    talk = read_talk(job.path, settings.encoding, settings.max_megabytes, how.style.profile)
    first = talk.first if isinstance(talk, Bitext) else _clean(talk, how)
    if not first.text.strip():
        raise FileError('empty: there are no words in it', path=shown(job.path), cure='leave it out')
    known = ledger.find(job.path)
    entry = ledger.load(known[1]) if known else None
    timed = _timed(first, job, how, entry)
    if isinstance(talk, Bitext) and (how.second is None or how.into in talk.languages):
        talk = talk._replace(first=timed)
        return still_doubted(talk, entry.second, entry.pairs) if entry and entry.second else talk, ''
    own = talk.languages[1] if isinstance(talk, Bitext) else ''
    return how.second.beside(timed, job.path) if how.second else timed, own


def _clean(transcript: Transcript, how: Publishing) -> Transcript:
    """What is raw goes through the stages; a page was edited by somebody, and stays."""
    if transcript.meta.get('format') == 'md':
        return transcript
    return run(transcript, how.task.settings._replace(glossary=False), how.task.rules)


def _timed(first: Transcript, job: Job, how: Publishing, entry: ledger.Entry | None) -> Transcript:
    """A talk without times takes those of the file that was named, else of the track that its page was made from."""
    if first.cues:
        return first
    if how.times:
        found = read_talk(how.times, how.task.settings.encoding, how.task.settings.max_megabytes)
        timed = retimed(first, found.first if isinstance(found, Bitext) else found)
        if not timed.cues:
            raise FileError(f'no times of this talk are in {shown(how.times)}', path=shown(job.path),
                            cure='name the transcript that it was made from, or leave out --times')
        return timed
    found_here = (retimed(first, track) for track in (entry.tracks if entry else ()))
    return next((timed for timed in found_here if timed.cues), first)


def _all_written(job: Job, task: Task, pages: outputs.Pages, talk: Talk) -> Outcome:
    """The pages of one talk; of a pair neither is written where the other may not be."""
    pairs = talk.pairs if isinstance(talk, Bitext) else ()

    def each(task: Task) -> list[Outcome]:
        return [written(job, task, by_name, outputs.tracks(talk), base, pairs) for base, by_name in pages.items()]
    if len(pages) > 1:
        each(task._replace(writes=False))
    return _together(each(task))


def _together(outcomes: list[Outcome]) -> Outcome:
    """The outcomes of the pages of one talk as one."""
    def all_of(pick: Callable[[Outcome], tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(name for one in outcomes for name in pick(one))
    return outcomes[0]._replace(written=all_of(lambda one: one.written), same=all_of(lambda one: one.same),
                                kept=all_of(lambda one: one.kept), foreign=all_of(lambda one: one.foreign))
