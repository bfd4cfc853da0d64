"""qinggao align: two files of one talk become one bilingual transcript, with a score for every pair."""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ..bilingual import bitext_json
from ..bilingual.align import Clock, align, clock_of, likeness
from ..bilingual.bitext import Bitext, Pair
from ..bilingual.reading import read_talk
from ..config import settings_for
from ..errors import FileError, UsageError
from ..files import read_text, write_text
from ..jobs.plan import shown
from ..library import page_text
from ..pipeline import run as cleaned
from ..rulebook.shipped import with_files
from ..settings import Settings
from ..transcript import Transcript

EXAMPLE = """examples:
  qinggao align talk.zh.srt talk.en.srt -o talk.json
  qinggao align talk.txt translation.md -o talk.json --clean

Subtitles are paired by their times, whatever the offset between the two; all else by lengths, numbers and names.
What it writes has both languages: `qinggao publish talk.json` makes pages and subtitles of it.

exit codes: 0 done, 2 wrong usage or files of different talks, 3 a file could not be read or written"""

WORST = 5           # pairs that the report names
DOUBTFUL = .5       # of whole pairs, those that score less
WIDE = 24           # characters of each side that it shows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('first', metavar='FIRST', help='a talk')
    add('second', metavar='SECOND', help='the same in the other language')
    add('-o', '--out', metavar='OUT', required=True, help='where to write, a .json file')
    add('--clean', action='store_true', help='clean both as `qinggao clean` would; else the words stay as they are')
    add('--encoding', metavar='NAME', help='of inputs that are not UTF-8, e.g. gb18030')
    add('--force', action='store_true', help='align what does not look like one talk; overwrite a file in the way')
    add('--json', action='store_true', help='report as JSON on standard output')
    add('-q', '--quiet', action='store_true', help='say nothing but errors')


def run(args: argparse.Namespace) -> int:
    out, names = Path(args.out), (shown(args.first), shown(args.second))
    _check_out(out, (Path(args.first), Path(args.second)), args.force)
    if Path(args.first).exists() and Path(args.second).exists() and Path(args.first).samefile(args.second):
        raise UsageError('one file twice', path=names[0], cure='name its translation')
    settings = settings_for(Path.cwd())
    settings = settings.with_values({'encoding': args.encoding}) if args.encoding else settings
    first, second = (_read(Path(name), settings, args.clean) for name in (args.first, args.second))
    try:
        bitext = align(first, second, force=args.force)
    except UsageError as error:
        raise error.at(' and '.join(names)) from None
    lines = list(bitext_json.write(bitext))
    write_text(out, page_text(lines))
    clock = clock_of(bitext) if first.cues and second.cues else Clock()
    if args.json:
        json.dump(_data(bitext, names, shown(out), clock), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write('\n')
    elif not args.quiet:
        sys.stderr.writelines(line + '\n' for line in _report(bitext, names, shown(out), clock))
    return 0


def _check_out(out: Path, inputs: tuple[Path, Path], force: bool) -> None:
    """Raise where the output may not be written: no other file than one of ours gives way to it."""
    if out.suffix.lower() != '.json':
        raise UsageError('not a .json file', path=shown(out), cure='say -o talk.json')
    if out.is_dir():
        raise UsageError('a folder', path=shown(out), cure='say -o FOLDER/talk.json')
    if not out.exists():
        return
    if any(path.exists() and out.samefile(path) for path in inputs):
        raise UsageError('would overwrite what it is made from', path=shown(out), cure='choose another -o')
    if force:
        return
    if not bitext_json.looks_like(read_text(out, max_megabytes=1 << 20)):
        raise FileError('in the way, and not written by qinggao align', path=shown(out),
                        cure='choose another -o, or --force')


def _read(path: Path, settings: Settings, clean: bool) -> Transcript:
    """A file with words of one language. Raises `FileError`."""
    talk = read_talk(path, settings.encoding, settings.max_megabytes)
    if isinstance(talk, Bitext):
        raise FileError('in two languages already', path=shown(path), cure='publish it as it is: qinggao publish')
    talk = cleaned(talk, settings, with_files(settings.rules)) if clean else talk
    if not talk.text.strip():
        raise FileError('empty: there are no words in it', path=shown(path), cure='leave it out')
    return talk


def _report(bitext: Bitext, names: tuple[str, str], out: str, clock: Clock) -> Iterator[str]:
    bare = Path(names[0]).name, Path(names[1]).name
    names = bare if bare[0] != bare[1] else names
    whole, alone = sum(pair.is_whole for pair in bitext.pairs), _alone(bitext)
    yield f'{out}: {len(bitext.pairs)} pairs: {whole} of both, {alone[0]} alone in {names[0]}, {alone[1]} in {names[1]}'
    like = likeness(bitext)
    yield f'score {bitext.score:.2f}; {like[0]:.2f} of {names[0]} is like the other, {like[1]:.2f} of {names[1]}'
    yield from _clocks(names[1], clock, bool(bitext.first.cues and bitext.second.cues))
    worst = _worst(bitext)
    if worst:
        yield 'look at these first:'
        for number, pair in worst:
            yield f'  {out}:{number + 2}: {pair.score:.2f} {" | ".join(map(_short, _texts(bitext, pair)))}'


def _clocks(name: str, clock: Clock, timed: bool) -> Iterator[str]:
    if clock.rate != 1:
        yield f'the clock of {name} is stretched: times {clock.rate:.5f} it runs as the other'
    if timed and clock.offset:
        yield f'the clock of {name} is {abs(clock.offset) / 1000:.3f} s {"behind" if clock.offset > 0 else "ahead"}'


def _alone(bitext: Bitext) -> tuple[int, int]:
    """How many pairs have words in the first track only, and in the second only."""
    first = sum(pair.first[0] < pair.first[1] and not pair.is_whole for pair in bitext.pairs)
    return first, sum(not pair.is_whole for pair in bitext.pairs) - first


def _worst(bitext: Bitext) -> list[tuple[int, Pair]]:
    """The least sure of the pairs that both sides have, with their numbers, in order."""
    doubtful = [(number, pair) for number, pair in enumerate(bitext.pairs) if pair.is_whole and pair.score < DOUBTFUL]
    return sorted(sorted(doubtful, key=lambda one: one[1].score)[:WORST])


def _texts(bitext: Bitext, pair: Pair) -> tuple[str, str]:
    return bitext.first.text[slice(*pair.first)], bitext.second.text[slice(*pair.second)]


def _short(words: str) -> str:
    words = ' '.join(words.split())
    return repr(words if len(words) <= WIDE else words[:WIDE] + '…')


def _data(bitext: Bitext, names: tuple[str, str], out: str, clock: Clock) -> dict[str, object]:
    alone = _alone(bitext)
    return {
        'written': out, 'first': names[0], 'second': names[1], 'languages': bitext.languages,
        'pairs': len(bitext.pairs), 'alone': alone, 'score': round(bitext.score, 3),
        'likeness': [round(one, 3) for one in likeness(bitext)], 'offset': bitext.offset / 1000, 'rate': clock.rate,
        'worst': [{'line': number + 2, 'score': pair.score, 'texts': _texts(bitext, pair)}
                  for number, pair in _worst(bitext)],
    }
