"""A folder of recordings: heard, then written as heard, or cleaned and published in one go."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from ..advice import Advice
from ..asr.heard import Heard, transcript_of
from ..asr.recogniser import Recogniser
from ..asr.settings import Hearing
from ..asr.store import Store
from ..errors import FileError, QinggaoError
from ..formats.cues import clock
from ..transcript import Transcript
from .clean import publish, refined
from .outcome import Outcome, Task, outcome_of
from .plan import Job, shown


class Ask(NamedTuple):
    """What all recordings of a run share; ``told`` is called with seconds of audio as they are done, and
    whether they were heard in this run."""

    recogniser: Recogniser
    hearing: Hearing
    task: Task
    store: Store
    cleans: bool = False
    told: Callable[[float, bool], None] = lambda seconds, now: None


class Doubtful(NamedTuple):
    """Words that may never have been said, or, where there are none, speech in which none were heard; milliseconds."""

    begin: int
    finish: int
    reason: str
    text: str


class Transcribed(NamedTuple):
    """What came of one recording; ``silent``: nobody speaks in it, or no more than a cough, so nothing is written."""

    outcome: Outcome
    doubts: tuple[Doubtful, ...] = ()
    silent: bool = False


def transcribed(jobs: Sequence[Job], ask: Ask) -> Iterator[Transcribed]:
    """Each recording as soon as it is heard and written; an error is an outcome of its own."""
    waiting: dict[str, list[Job]] = {}
    for job in jobs:
        waiting.setdefault(str(job.path), []).append(job)
    heard = ask.recogniser.hear([job.path for job in jobs], ask.hearing, ask.store, ask.told)
    with closing(heard):
        for path, words, error in heard:
            job = waiting[str(path)].pop(0)
            yield _written(job, words, ask) if words else failed(job, error)


def failed(job: Job, error: QinggaoError | None) -> Transcribed:
    """A recording that could not be heard."""
    name = shown(job.path)
    error = error or FileError('not heard', path=name)
    return Transcribed(Outcome(name, error=error if error.path else error.at(name)))


def _written(job: Job, heard: Heard, ask: Ask) -> Transcribed:
    name = shown(job.path)
    doubts = doubts_of(heard)
    if not heard.segments and not heard.gaps:
        return Transcribed(Outcome(name), silent=True)
    if not heard.segments:
        return Transcribed(Outcome(name, error=deaf(heard, ask.recogniser.name, name)), doubts)
    transcript = transcript_of(heard, {'model': ask.recogniser.name})
    return Transcribed(outcome_of(job, lambda: _published(job, transcript, ask)), doubts)


def deaf(heard: Heard, model: str, name: str) -> FileError:
    """Why a recording in which somebody speaks has no words."""
    seconds = sum(finish - begin for begin, finish in heard.gaps) / 1000
    return FileError(f'{seconds:.0f} s of speech in it, and {model} heard no words', path=name,
                     cure='try another --model, or --language')


def _published(job: Job, transcript: Transcript, ask: Ask) -> Outcome:
    outcome = publish(job, ask.task, finished(transcript, ask, shown(job.path)), lambda: transcript.source)
    return outcome._replace(advised=tuple(_timed(one, transcript) for one in outcome.advised))


def _timed(one: Advice, transcript: Transcript) -> Advice:
    """Advice by the time at which its words are said; its line is one of what was heard."""
    lines = transcript.source.split('\n')[:one.line - 1]
    start = sum(len(line) + 1 for line in lines) + max(0, one.column - 1)
    times = transcript.time_of_source(start, start + len(one.old))
    return one._replace(at=clock(times[0])[:-4]) if times else one


def finished(transcript: Transcript, ask: Ask, name: str) -> Transcript:
    """A transcript cleaned, if that is asked for; else raw, with the fields given by hand. Raises `FileError`."""
    if ask.cleans:
        return refined(transcript, ask.task, name)
    fields = {'set': dict(ask.task.fields)} if ask.task.fields else {}
    return transcript._replace(meta={**transcript.meta, **fields, 'raw': True})


def doubts_of(heard: Heard) -> tuple[Doubtful, ...]:
    """All that is doubtful about a recording, in the order of time."""
    said = [Doubtful(one.begin, one.finish, one.doubt, one.text) for one in heard.segments if one.doubt]
    gone = [Doubtful(one.begin, one.finish, f'dropped, {one.doubt}', one.text) for one in heard.dropped]
    return tuple(sorted([*said, *gone, *(Doubtful(begin, finish, 'unheard', '') for begin, finish in heard.gaps)]))
