"""Clean one file: read, run the stages, write each format, keep the ledger."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..advice import advice
from ..errors import FileError
from ..files import read_text
from ..formats import FORMATS
from ..formats.page import Line
from ..library import laid_out, read
from ..pipeline import run
from ..settings import Settings
from ..transcript import Transcript
from .outcome import Outcome, Task, outcome_of
from .outputs import written
from .plan import Job, shown


def clean_file(job: Job, task: Task) -> Outcome:
    """Clean one input. An error of its own is its outcome; nothing is half written."""
    return outcome_of(job, lambda: publish(job, task, cleaned(job.path, task), lambda: _page(job, task)))


def publish(job: Job, task: Task, transcript: Transcript, page: Callable[[], str]) -> Outcome:
    """Write the outputs of a transcript; ``page`` is the text of its file, asked for where something is advised."""
    pages, untimed = _pages(transcript, task.settings)
    if not pages:
        raise FileError(f'no times are known, so no {" or ".join(untimed)} can be written', path=shown(job.path),
                        cure='add md or txt to --to')
    advised = advice(transcript, page()) if any(one.advised for one in transcript.passes) else ()
    return written(job, task, pages, [transcript])._replace(untimed=tuple(untimed), advised=advised)


def cleaned(path: Path, task: Task) -> Transcript:
    """A file read and cleaned; raises `FileError`."""
    return refined(read(path, task.settings.encoding, task.settings.max_megabytes), task, shown(path))


def refined(transcript: Transcript, task: Task, path: str) -> Transcript:
    """What was read, with the fields given by hand, cleaned; raises `FileError` where there are no words."""
    if not transcript.source.strip():
        raise FileError('empty: there are no words in it', path=path, cure='leave it out, or transcribe it again')
    if task.fields:
        transcript = transcript._replace(meta={**transcript.meta, 'set': dict(task.fields)})
    return run(transcript, task.settings, task.rules)


def _pages(transcript: Transcript, settings: Settings) -> tuple[dict[str, list[Line]], list[str]]:
    """The pages by format, and the formats that cannot be: their times are not known."""
    timed = bool(transcript.cues) or not transcript.text.strip()
    able = [name for name in settings.to if timed or not getattr(FORMATS[name], 'TIMED', False)]
    return {name: laid_out(transcript, name, settings) for name in able}, [n for n in settings.to if n not in able]


def _page(job: Job, task: Task) -> str:
    return read_text(job.path, task.settings.encoding, task.settings.max_megabytes)
