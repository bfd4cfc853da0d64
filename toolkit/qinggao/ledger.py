"""The ledger: for each cleaned input its source, every edit of every stage, and what each output line holds.

It lives in `.qinggao/ledger/` under the output root, never beside the user's pages. It knows no clock:
the same input gives the same ledger.
"""
from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .bilingual.bitext import Pair
from .edits import Edit, Revision
from .errors import FileError
from .files import write_text
from .formats.page import Line
from .layout.headings import Heading
from .transcript import Closing, Cue, Pass, Transcript, Turn

FOLDER = '.qinggao'
VERSION = 1


class Output(NamedTuple):
    """An output as it was written: its digest, and the span of the cleaned text on each of its lines."""

    sha256: str
    spans: tuple[tuple[int, ...], ...]   # (-1, -1): the line holds nothing that was said; (a, b, 1): the second track's
    headings: tuple[tuple[int, Heading], ...] = ()   # proposed, each with its line, from 1


class Entry(NamedTuple):
    """What the ledger knows of one input."""

    input: str
    transcript: Transcript
    outputs: Mapping[str, Output]        # by file name
    second: Transcript | None = None     # of a talk in two languages,
    pairs: tuple[Pair, ...] = ()         # and what of the two says the same

    @property
    def tracks(self) -> tuple[Transcript, ...]:
        return (self.transcript, self.second) if self.second else (self.transcript,)


def place(root: Path, base: Path) -> Path:
    """Where the ledger of the outputs ``root/base.*`` lies."""
    return root / FOLDER / 'ledger' / base.with_name(base.name + '.json')


def output_of(lines: Iterable[Line], text: str) -> Output:
    """How the ledger remembers an output."""
    lines = list(lines)
    return Output(digest(text), tuple((line.start, line.end, line.track)[:3 if line.track else 2] for line in lines),
                  tuple((number, line.heading) for number, line in enumerate(lines, 1) if line.heading))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()


def key(path: Path) -> str:
    """The name of an output as the ledger writes it, whatever the locale makes of it."""
    return os.fsencode(path.name).decode('utf-8', 'backslashreplace')


def save(path: Path, entry: Entry) -> None:
    """Write an entry; raises `FileError`."""
    second = {'second': dumped(entry.second), 'pairs': entry.pairs} if entry.second else {}
    write_text(path, _as_json({
        'version': VERSION, 'input': entry.input, **dumped(entry.transcript), **second,
        'outputs': {name: one if one.headings else one[:2] for name, one in sorted(entry.outputs.items())},
    }))


def dumped(t: Transcript) -> dict[str, object]:
    """A transcript as JSON takes it, but for its meta; `loaded` reads it."""
    return {'source': t.source, 'cues': t.cues, 'turns': t.turns, 'protected': t.protected, 'passes': t.passes,
            **({'closings': t.closings} if t.closings else {})}


def _as_json(data: Mapping[str, object]) -> Iterator[str]:
    """A JSON object in parts, one a value."""
    before = '{'
    for key, value in data.items():
        yield f'{before}{json.dumps(key)}: '
        yield json.dumps(value, ensure_ascii=False)
        before = ', '
    yield '}\n'


def load(path: Path) -> Entry | None:
    """An entry, its changes made again from the stages' edits; None where there is none."""
    try:
        data = json.loads(path.read_text('utf-8'))
        if data['version'] != VERSION:
            raise FileError(f'a ledger of version {data["version"]}', path=str(path), cure='clean again with --force')
        outputs = {name: _output(*known) for name, known in data['outputs'].items()}
        second = loaded(data['second']) if 'second' in data else None
        return Entry(data['input'], loaded(data), outputs, second, tuple(map(Pair.of, data.get('pairs', ()))))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise FileError(f'the ledger is broken ({type(error).__name__})', path=str(path),
                        cure='clean again with --force') from None


def _output(sha256: str, spans: Iterable[Iterable[int]], headings: Iterable[tuple[int, Iterable[Any]]] = ()) -> Output:
    return Output(sha256, tuple(map(tuple, spans)), tuple((line, Heading(*one)) for line, one in headings))


def loaded(data: Mapping[str, Any]) -> Transcript:
    """The transcript that `dumped` wrote, its changes made again from the stages' edits. Raises what a broken one
    raises: `LookupError`, `TypeError`, `ValueError`."""
    passes = tuple(Pass(stage, tuple(Edit(*edit) for edit in done), tuple(Edit(*edit) for edit in advised))
                   for stage, done, advised in data['passes'])
    words = Revision(data['source'])
    for one in passes:
        words = words.edit(one.done)
    return Transcript(words, tuple(Cue(*cue) for cue in data['cues']), tuple(Turn(*turn) for turn in data['turns']),
                      tuple((a, b) for a, b in data['protected']), passes=passes,
                      closings=tuple(Closing(*one) for one in data.get('closings', ())))


def find(output: Path) -> tuple[Path, Path] | None:
    """The output root above a file, and its ledger; None where no folder above holds one."""
    output = output.absolute()
    for root in output.parents:
        base = output.relative_to(root).with_suffix('')
        if place(root, base).exists():
            return root, place(root, base)
    return None
