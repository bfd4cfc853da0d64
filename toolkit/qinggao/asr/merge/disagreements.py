"""Every place where the old text and the recording say different words, and what was made of it."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...formats.cues import clock
from ...formats.markdown_words import escaped
from .judge import Verdict

SHOWN = 80      # letters of a reading on the page; the lines of JSON have all
_CONTEXT = 10
_GROUPS: dict[Verdict, str] = {
    'raw-unsure': 'Unsure: the old reading stays until somebody listens',
    'heard': 'What was heard now stands there',
    'raw': 'The old reading stays',
    'idle': 'Only fillers and repeats',
}


class Disagreement(NamedTuple):
    """Two readings of what was said from ``begin`` to ``finish`` (milliseconds), in the order of the recording.

    ``before`` and ``after`` stand beside the old reading. No probability: nothing was heard, or it is not known.
    """

    number: int
    begin: int
    finish: int
    raw: str
    heard: str
    before: str
    after: str
    probability: float | None
    doubt: str
    verdict: Verdict
    reason: str
    rule: str       # what the edit is signed with that was made or is advised; empty for none


def context(said: str, start: int, end: int) -> tuple[str, str]:
    """A few characters before and after a span, on one line."""
    return flat(said[max(0, start - _CONTEXT):start]), flat(said[end:end + _CONTEXT])


def flat(words: str) -> str:
    """Words on one line."""
    return ' '.join(words.split())


def as_jsonl(found: Iterable[Disagreement]) -> Iterator[str]:
    """A line of JSON each, its keys in the order of the fields."""
    for one in found:
        yield json.dumps(one._asdict(), ensure_ascii=False) + '\n'


def as_markdown(found: Iterable[Disagreement], title: str) -> Iterator[str]:
    """Lines of a page to read beside the recording: counts, then the disagreements by verdict.

    Fillers are counted and not listed: they would be half of it, and the lines of JSON have them.
    """
    found = list(found)
    yield f'# {_shown(title)}\n\n'
    if not found:
        yield 'The old text and the recording agree.\n'
        return
    for verdict, heading in _GROUPS.items():
        count = sum(one.verdict == verdict for one in found)
        yield f'- {heading}: {count}\n'
    for verdict, heading in _GROUPS.items():
        group = [one for one in found if one.verdict == verdict]
        if group and verdict != 'idle':
            yield f'\n## {heading}\n\n'
            yield from map(_line, group)


def _line(one: Disagreement) -> str:
    """One disagreement: when, the old and the new reading in its place, and why."""
    readings = f'~~{_reading(one.raw)}~~ **{_reading(one.heard)}**'
    place = f'…{_shown(one.before)} {readings} {_shown(one.after)}…'
    return f'- `{clock(one.begin)[:-4]}` {place} ({_shown(one.reason)}; {one.number})\n'


def _reading(words: str) -> str:
    """A reading inside marks of emphasis, where a blank or nothing at all would break them."""
    words = flat(words)
    return _shown(words if len(words) <= SHOWN else words[:SHOWN] + '…') or '∅'


def _shown(words: str) -> str:
    """Words that no Markdown, HTML or template reads as markup, on one line."""
    return escaped(flat(words).replace('~', '∼'), starts_line=False)
