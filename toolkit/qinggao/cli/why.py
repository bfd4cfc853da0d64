"""qinggao why: for a line of an output, who changed what, from what, and when it was said."""
from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from .. import ledger
from ..bilingual.translate.translator import DOUBTS
from ..config import settings_for
from ..edits import Change
from ..errors import FileError, UsageError
from ..files import read_text
from ..formats.cues import clock
from ..gate import why as mended
from ..layout.headings import Heading
from ..passes import Without, without
from ..rulebook import Rulebook
from ..rulebook.shipped import with_files
from ..stages import reason
from ..transcript import Offsets, Transcript

EXAMPLE = """examples:
  qinggao why fair/talk.md:12
  qinggao why fair/talk.srt
  qinggao why notes/talk.md        a page that check --fix has mended"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('place', metavar='FILE[:LINE]',
                        help='an output of clean, publish or transcribe, or a page that check --fix mended; a line')


def run(args: argparse.Namespace) -> int:
    path, line = _place(args.place)
    if path.is_dir():
        raise UsageError('a folder', path=str(path), cure='name one file in it')
    found = ledger.find(path)
    if not path.is_file():
        raise UsageError('no such file', path=str(path), cure='name an output of qinggao clean or a mended page')
    if found is None and mended.knows(str(path)):
        sys.stdout.writelines(part + '\n' for part in mended.answer(str(path), line))
        return 0
    if found is None:
        raise FileError('no ledger knows this file', path=str(path),
                        cure='name an output where it was written, or a page that check --fix mended')
    entry = ledger.load(found[1])
    output = entry.outputs.get(ledger.key(path)) if entry else None
    if entry is None or output is None:
        raise FileError('its ledger does not know this output', path=str(path), cure='clean again')
    if not output.spans:
        raise FileError('made from an earlier state of its input', path=str(path), cure='clean again with its format')
    text = read_text(path, max_megabytes=1 << 20)
    if ledger.digest(text) != output.sha256:
        sys.stderr.write(f'qinggao: {path}: edited since it was written; lines may have moved\n')
    if line > len(output.spans):
        raise UsageError(f'{path.name} had {len(output.spans)} lines when it was written', path=str(path), line=line)
    sys.stdout.writelines(part + '\n' for part in _answer(path, line, entry, output, text.split('\n')))
    return 0


def _place(place: str) -> tuple[Path, int]:
    """A path and a line, 0 for all; a file whose name ends in :3 is still a file."""
    found = re.fullmatch(r'(.+):(\d+)', place, re.S)
    if found and not Path(place).exists():
        if int(found[2]) == 0:
            raise UsageError('lines count from 1', path=found[1])
        return Path(found[1]), int(found[2])
    return Path(place), 0


def _answer(path: Path, line: int, entry: ledger.Entry, output: ledger.Output, shown: list[str]) -> Iterator[str]:
    told, rules = False, with_files(settings_for(Path.cwd()).rules)
    # Glosses are for pages: the ledger has them, a line of subtitles has not.
    bare = [Without(one, Offsets(())) if path.suffix.lower() == '.md' else without(one, 'glossary')
            for one in entry.tracks]
    proposed = dict(output.headings)
    for number, (start, end, *track) in enumerate(output.spans, 1):
        if line and number != line:
            continue
        transcript, offsets = bare[track[0] if track else 0]
        here = (offsets.to_source.first(start), offsets.to_source.last(end)) if start >= 0 else (start, end)
        changes = list(_changes(transcript, rules, *here)) if start >= 0 else []
        if line or changes or number in proposed:
            told = True
            yield f'{path.name}:{number}: {shown[number - 1] if number <= len(shown) else ""}'
            if number in proposed:
                yield from _proposed(entry.transcript, proposed[number])
                continue
            yield from _when(transcript, *here)
            yield from changes
            if not changes:
                yield '  nothing was changed here' if start >= 0 else '  nothing that was said stands here'
            if line and start >= 0:
                yield from _beside(entry, bool(track), start, end)
    if not told:
        yield f'{path.name}: nothing was changed'


def _proposed(transcript: Transcript, heading: Heading) -> Iterator[str]:
    """Why a heading stands here, and where its words were said."""
    at = transcript.offsets.to_source.first(heading.start)
    times = transcript.time_of(heading.start, heading.end)
    said = f', said at {clock(times[0], ".")}' if times else ''
    opens = f'; the paragraph opens with {heading.opener!r}' if heading.opener else ''
    yield (f'  a heading that was proposed: words in common across this place {heading.here:.2f}, '
           f'around it {heading.around:.2f}{opens}')
    yield (f'  its words are {" ".join(transcript.text[heading.start:heading.end].split())!r}  '
           f'(segment {transcript.source.count(chr(10), 0, at) + 1}{said})')


def _beside(entry: ledger.Entry, second: bool, start: int, end: int) -> Iterator[str]:
    """What stands beside the words in the other language, and who said that it belongs there."""
    for pair in entry.pairs:
        own, other = (pair.second, pair.first) if second else (pair.first, pair.second)
        if own[0] < end and own[1] > start and entry.second:
            words = (entry.transcript if second else entry.second).text[slice(*other)]
            look = f'; look at it: {", ".join(f"{doubt} ({DOUBTS.get(doubt, doubt)})" for doubt in pair.doubts)}'
            said = repr(' '.join(words.split())) if words.strip() else 'nothing'
            yield f'  beside it {said}, by {pair.origin or "the page"}, {pair.score:.2f}{look if pair.doubts else ""}'


def _when(transcript: Transcript, start: int, end: int) -> Iterator[str]:
    times = transcript.time_of(start, end) if start >= 0 else None
    if times:
        yield f'  said {clock(times[0], ".")} to {clock(times[1], ".")}'
        yield from _doubts(transcript, start, end)


def _doubts(transcript: Transcript, start: int, end: int) -> Iterator[str]:
    """What the recogniser's guard thinks of the words; nothing where all is well."""
    to_source = transcript.offsets.to_source
    first, last = to_source.first(start), to_source.last(end)
    found = dict.fromkeys(cue.doubt for cue in transcript.cues if cue.doubt and cue.start < last and cue.end > first)
    if found:
        yield f'  in doubt: {", ".join(found)}; listen to it'


def _changes(transcript: Transcript, rules: Rulebook, start: int, end: int) -> Iterator[str]:
    """The changes in a span of the text, those at its edges included."""
    shift = 0
    for change in transcript.changes:
        at = change.start + shift
        shift += len(change.new) - len(change.old)
        if at + len(change.new) >= start and at <= end and _is_here(at, change, start, end):
            segment = transcript.source.count('\n', 0, change.start) + 1
            times = transcript.time_of_source(change.start, change.end)
            said = f', said at {clock(times[0], ".")}' if times else ''
            yield f'  {change.old!r} → {change.new!r}  {_reasons(change, rules)}  (segment {segment}{said})'


def _is_here(at: int, change: Change, start: int, end: int) -> bool:
    return at < end or at == start or not change.new


def _reasons(change: Change, rules: Rulebook) -> str:
    return '; '.join(f'{rule}: {found.text("why") if (found := rules.get(rule)) else reason(rule)}'
                     for rule in change.rules)
