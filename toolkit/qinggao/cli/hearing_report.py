"""What a run of the recogniser says of itself besides: what is in doubt, what the guard did, on what it ran."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .hearing_progress import clock

if TYPE_CHECKING:
    from ..asr.recogniser import Recogniser
    from ..jobs.transcribe import Transcribed

FEW = 6     # places and files that the summary names


def notes_of(done: Sequence[Transcribed], recogniser: Recogniser) -> list[str]:
    """What was not as it should be, a line each; none where all is well."""
    return [*_doubts(done), *_silent(done), *(f'{count} × {note}' for note, count in recogniser.notes.items())]


def how(recogniser: Recogniser) -> list[str]:
    """With what it was heard, and what the guard did."""
    counts = recogniser.guard
    said = ', '.join(f'{count} {what}' for what, count in counts.items() if what != 'suspect')
    guard = [f'windows that sounded wrong: {counts["suspect"]} ({said})'] if counts['suspect'] else []
    return [f'heard with {recogniser.name} on {recogniser.device.name} in {recogniser.engine.compute_type}', *guard]


def told_of(done: Sequence[Transcribed]) -> dict[str, Mapping[str, object]]:
    """What --json tells of each recording besides."""
    return {one.outcome.path: {'doubts': [doubt._asdict() for doubt in one.doubts], 'silent': one.silent}
            for one in done}


def some(names: Sequence[str]) -> str:
    """The first few of some names, and how many more."""
    return ', '.join(names[:FEW]) + (f' and {len(names) - FEW} more (--json names all)' if len(names) > FEW else '')


def _doubts(done: Sequence[Transcribed]) -> list[str]:
    """Some of what may never have been said, by file and time; all of it is in --json and in the json format."""
    found = [(one.outcome.path, doubt) for one in done for doubt in one.doubts]
    if not found:
        return []
    lines = [f'in doubt: {len(found)} place{"s" if len(found) > 1 else ""}; listen to them']
    lines += [f'  {path} {clock(doubt.begin / 1000)}: {doubt.reason}: {doubt.text[:40] or "speech without words"}'
              for path, doubt in found[:FEW]]
    if len(found) > FEW:
        lines.append(f'  and {len(found) - FEW} more (--json names all)')
    return lines


def _silent(done: Sequence[Transcribed]) -> list[str]:
    silent = [one.outcome.path for one in done if one.silent]
    return [f'no words heard, so nothing written: {some(silent)}'] if silent else []
