"""Old transcripts and their recordings: heard again, merged, and every disagreement listed."""
from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from ..asr.heard import Heard, transcript_of
from ..asr.merge import Disagreement, Merged, as_jsonl, as_markdown, merge
from ..errors import QinggaoError
from ..files import read_text, write_text
from ..library import read
from .clean import publish
from .outcome import Outcome, outcome_of
from .pairing import Pair
from .plan import shown
from .transcribe import Ask, Transcribed, deaf, doubts_of, failed, finished

LISTED = ('disagreements.jsonl', 'disagreements.md')


class Retranscribed(NamedTuple):
    """What came of one old transcript; nothing is listed where it could not be merged."""

    heard: Transcribed
    disagreements: tuple[Disagreement, ...] = ()


def retranscribed(pairs: Sequence[Pair], ask: Ask, names: Sequence[str], force: bool) -> Iterator[Retranscribed]:
    """Each old transcript as soon as its recording is heard. A recording that several are of is heard once."""
    of = dict[Path, list[Pair]]()
    for pair in pairs:
        of.setdefault(pair.audio, []).append(pair)
    with closing(ask.recogniser.hear(list(of), ask.hearing, ask.store, ask.told)) as heard:
        for path, words, error in heard:
            for pair in of[path]:
                yield _merged(pair, words, error, ask, names, force)


def _merged(pair: Pair, heard: Heard | None, error: QinggaoError | None, ask: Ask, names: Sequence[str],
            force: bool) -> Retranscribed:
    if heard is None:
        return Retranscribed(failed(pair.job, error))
    name = shown(pair.job.path)
    doubts = doubts_of(heard)
    if not heard.segments and heard.gaps:
        return Retranscribed(Transcribed(Outcome(name, error=deaf(heard, ask.recogniser.name, name)), doubts))
    found: list[Disagreement] = []

    def work() -> Outcome:
        one = _merge(pair, heard, ask, names, force)
        found.extend(one.disagreements)
        settings = ask.task.settings
        return publish(pair.job, ask.task, finished(one.transcript, ask, name),
                       lambda: read_text(pair.job.path, settings.encoding, settings.max_megabytes))

    return Retranscribed(Transcribed(outcome_of(pair.job, work), doubts), tuple(found))


def _merge(pair: Pair, heard: Heard, ask: Ask, names: Sequence[str], force: bool) -> Merged:
    settings = ask.task.settings
    raw = read(pair.job.path, settings.encoding, settings.max_megabytes)
    return merge(raw, transcript_of(heard, {}), rulebook=ask.task.rules, names=names, force=force)


def write_list(out: Path, done: Sequence[Retranscribed]) -> tuple[Path, Path]:
    """Write all disagreements, as lines of JSON and as a page to read; raises `FileError`.

    What an earlier run listed of other transcripts stays in the lines; the page is of this run.
    """
    lines, page = (out / name for name in LISTED)
    names = {one.heard.outcome.path for one in done}
    write_text(lines, iter([*_other_rows(lines, names), *_rows(done)]))
    write_text(page, _pages(done))
    return lines, page


def _other_rows(lines: Path, names: Collection[str]) -> Iterator[str]:
    """The rows of a list that are not of these transcripts; those that are no rows go."""
    if not lines.is_file():
        return
    for row in read_text(lines, max_megabytes=1 << 20).splitlines():
        with suppress(ValueError, KeyError, TypeError):
            if json.loads(row)['file'] not in names:
                yield row + '\n'


def _rows(done: Sequence[Retranscribed]) -> Iterator[str]:
    for one in done:
        name = json.dumps(one.heard.outcome.path, ensure_ascii=False)
        yield from (f'{{"file": {name}, {row[1:]}' for row in as_jsonl(one.disagreements))


def _pages(done: Sequence[Retranscribed]) -> Iterator[str]:
    before = ''
    for one in done:
        if not one.heard.outcome.error:
            yield before
            yield from as_markdown(one.disagreements, one.heard.outcome.path)
            before = '\n'
