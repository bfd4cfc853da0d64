#!/usr/bin/env python3
"""How far proposed headings agree with those of edited notes: where they stand, not what they say.

    python scripts/measure_headings.py PAIRS_DIR [--notes 50] [--titles 30]

PAIRS_DIR has raw/ID.txt and note/ID.md. Of the notes that no rule was developed on (a tenth, by the hash of their ID)
those with three headings or more are taken: the raw talk is cleaned, headings are proposed, and the note's are carried
over along an alignment of the characters. A place is right within 60 characters. A note's heading over its first
words is left out, as a talk's beginning is nowhere to cut. Beside that as many headings at equal distances, and what
paragraphs allow: how many of the note's headings stand near one's beginning.
"""
from __future__ import annotations

import argparse
import hashlib
import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / 'toolkit'))

from qinggao.formats import markdown
from qinggao.library import read
from qinggao.pipeline import run
from qinggao.rulebook.shipped import with_files
from qinggao.settings import Settings
from rapidfuzz.distance import Levenshtein

NEAR = 60       # characters: half a paragraph
HEADING = re.compile(r'#{1,6}\s+(.*)')


class Talk(NamedTuple):
    """Places count the letters and digits of the cleaned talk."""

    name: str
    size: int
    note: list[int]
    proposed: list[int]
    titles: list[str]
    paragraphs: list[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pairs', type=Path)
    parser.add_argument('--notes', type=int, default=50)
    parser.add_argument('--titles', type=int, default=0, help='print so many of the titles')
    args = parser.parse_args()
    talks = [_talk(args.pairs, name) for name in _held_out(args.pairs, args.notes)]
    print(f'{len(talks)} notes, {sum(len(one.note) for one in talks)} headings of theirs inside the talk')
    for name, places in (('proposed', [one.proposed for one in talks]),
                         ('equal distances', [_equal(one) for one in talks]),
                         ('every paragraph', [one.paragraphs for one in talks])):
        print(f'{name:16}', _figures(talks, places))
    titles = [f'{one.name}  {title}' for one in talks for title in one.titles]
    step = max(1, len(titles) // args.titles) if args.titles else 1
    print('\n'.join(titles[::step][:args.titles]))


def _held_out(pairs: Path, number: int) -> list[str]:
    """IDs in an order that only their hashes know."""
    names = sorted((path.stem for path in (pairs / 'note').glob('*.md')), key=lambda name: _hash(name + 'h'))
    return [name for name in names if _hash(name) % 10 == 0 and (pairs / 'raw' / f'{name}.txt').is_file()
            and len(re.findall(r'(?m)^#{1,6} ', (pairs / 'note' / f'{name}.md').read_text('utf-8'))) >= 3][:number]


def _hash(name: str) -> int:
    return int(hashlib.md5(name.encode()).hexdigest(), 16)


def _talk(pairs: Path, name: str) -> Talk:
    settings = Settings(headings='propose')
    transcript = run(read(pairs / 'raw' / f'{name}.txt'), settings, with_files(()))
    lines = list(markdown.write(transcript._replace(meta={**transcript.meta, 'front_matter': ''}), settings))
    sizes = list(accumulate((len(_letters(line.out)) if line.start >= 0 else 0 for line in lines), initial=0))
    said = ''.join(_letters(line.out) for line in lines if line.start >= 0)
    words, places = _note((pairs / 'note' / f'{name}.md').read_text('utf-8'))
    at = _carried(words, said)
    return Talk(name, len(said), [at(place) for place in places if place > NEAR],
                [sizes[i] for i, line in enumerate(lines) if line.heading],
                [line.out for line in lines if line.heading],
                [sizes[i] for i, line in enumerate(lines) if line.start >= 0 and sizes[i]])


def _note(page: str) -> tuple[str, list[int]]:
    """The letters of a note without its headings, and where those stood."""
    words, places, size = list[str](), list[int](), 0
    for line in re.sub(r'\A---\n.*?\n---\n', '', page, flags=re.S).split('\n'):
        if HEADING.match(line):
            places.append(size)
        else:
            words.append(_letters(line))
            size += len(words[-1])
    return ''.join(words), places


def _letters(text: str) -> str:
    return ''.join(char for char in unicodedata.normalize('NFKC', text).casefold()
                   if unicodedata.category(char)[0] in 'LN')


def _carried(words: str, said: str):  # type: ignore[no-untyped-def]
    """From places of a note to those of the talk, along the best alignment."""
    blocks = Levenshtein.opcodes(words, said)
    starts = [block.src_start for block in blocks]

    def at(place: int) -> int:
        block = blocks[max(0, bisect_left(starts, place) - 1)]
        return min(block.dest_start + place - block.src_start, block.dest_end)
    return at


def _equal(talk: Talk) -> list[int]:
    """As many headings as were proposed, each before the paragraph nearest to its place."""
    number = len(talk.proposed)
    return sorted({min(talk.paragraphs, key=lambda place: abs(place - talk.size * i / (number + 1)))
                   for i in range(1, number + 1)})


def _figures(talks: Sequence[Talk], found: Sequence[Sequence[int]]) -> str:
    pairs = list(zip(talks, found))
    right = sum(_is_near(place, one.note) for one, places in pairs for place in places)
    met = sum(_is_near(place, places) for one, places in pairs for place in one.note)
    precision, recall = right / max(1, sum(map(len, found))), met / max(1, sum(len(one.note) for one in talks))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    errors = [_windows(one, places) for one, places in pairs]
    pk, diff = (sum(error[i] for error in errors) / len(errors) for i in (0, 1))
    return (f'{sum(map(len, found)):5}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  '
            f'Pk {pk:.3f}  WindowDiff {diff:.3f}')


def _is_near(place: int, others: Sequence[int]) -> bool:
    return any(abs(place - other) <= NEAR for other in others)


def _windows(talk: Talk, found: Sequence[int]) -> tuple[float, float]:
    """Shares of windows, half a section of the note wide, that differ in whether (Pk) or how often a topic turns."""
    width = max(2, round(talk.size / (len(talk.note) + 1) / 2))
    ours, theirs = (list(_counts(places, talk.size)) for places in (found, talk.note))
    whether = often = 0
    for i in range(talk.size - width):
        one, two = ours[i + width] - ours[i], theirs[i + width] - theirs[i]
        whether += bool(one) != bool(two)
        often += one != two
    windows = max(1, talk.size - width)
    return whether / windows, often / windows


def _counts(places: Sequence[int], size: int) -> Iterator[int]:
    """How many places there are up to each letter."""
    marks = [0] * (size + 1)
    for place in places:
        marks[min(place, size)] += 1
    return accumulate(marks)


if __name__ == '__main__':
    main()
