"""How often editors made just the change that a pattern of `confusables` asks for, and how often they left the place.

    python scripts/measure_confusables.py PAIRS [--show PATTERN] [--count 40]

PAIRS holds raw/ID.txt, a transcript, and note/ID.md, what an editor made of it. A place counts where raw and note run
side by side: the same three letters before it and behind it. One talk in ten, by the hash of its ID, is held out.
The notes must not be taken for truth: editors leave many a 的 that is wrong. So `--show` prints the places that they
left, held out or not, for a person to judge.
"""
from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages.confusables import NAME, PATTERNS, edits
from qinggao.stages.script import simplified
from qinggao.transcript import Transcript
from qinggao.view import View

BEFORE = Settings.of(only=('characters', 'boilerplate', 'script', 'mishearings'))  # none that cuts words, sets marks
SIDE_BY_SIDE = 3    # letters on either side


class Place(NamedTuple):
    """Where a pattern asks for a change: what the editor did, `changed`, `left`, `other` or `unknown`."""

    held_out: bool
    verdict: str
    context: str


def main() -> int:
    """Print the table, or the places of one pattern."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pairs', type=Path)
    parser.add_argument('--show', metavar='PATTERN', choices=[pattern.name for pattern in PATTERNS])
    parser.add_argument('--count', type=int, default=40)
    args = parser.parse_args()
    raws = sorted((args.pairs / 'raw').glob('*.txt'))
    if not raws:
        print(f'no transcripts in {args.pairs / "raw"}', file=sys.stderr)
        return 2
    places: dict[str, list[Place]] = {f'{NAME}/{pattern.name}': [] for pattern in PATTERNS}
    for raw in raws:
        for rule, place in _places(raw, args.pairs / 'note' / f'{raw.stem}.md'):
            places[rule].append(place)
    if args.show:
        left = [place for place in places[f'{NAME}/{args.show}'] if place.verdict != 'changed']
        print('\n'.join(f'{"held out" if p.held_out else "":9}{p.verdict:8}{p.context}' for p in left[:args.count]))
        return 0
    print(f'{"pattern":28}{"sure":5}{"hits":>6}{"dev":>12}{"held out":>12}   (changed of changed and left)')
    for pattern in PATTERNS:
        found = places[f'{NAME}/{pattern.name}']
        shares = [_share([place.verdict for place in found if place.held_out is out]) for out in (False, True)]
        print(f'{pattern.name:28}{"yes" if pattern.sure else "no":5}{len(found):6}{shares[0]:>12}{shares[1]:>12}')
    return 0


def _places(raw: Path, note: Path) -> Iterator[tuple[str, Place]]:
    """The rule and the place of every hit in one talk."""
    before = run(Transcript.plain(raw.read_text(encoding='utf-8', errors='replace')), BEFORE, shipped())
    text = before.text
    edited = note.read_text(encoding='utf-8')
    if edited.startswith('---'):
        edited = edited.partition('\n---\n')[2]     # front matter
    became = _became(text, simplified(edited))
    held_out = int(hashlib.md5(raw.stem.encode()).hexdigest(), 16) % 10 == 0
    for edit in edits(View(Transcript.plain(text), BEFORE, shipped())):
        now = became.get(edit.start)
        verdict = {None: 'unknown', edit.new: 'changed', text[edit.start:edit.end]: 'left'}.get(now, 'other')
        context = f'{text[max(0, edit.start - 16):edit.start]}[{text[edit.start]}]{text[edit.end:edit.end + 16]}'
        yield edit.rule, Place(held_out, verdict, context.replace('\n', '/'))


def _became(text: str, edited: str) -> dict[int, str]:
    """Offset in the text → the one letter that stands there in the edited one, where both run side by side."""
    from rapidfuzz.distance import Levenshtein
    places = [at for at, char in enumerate(text) if char.isalnum()]
    old, new = ''.join(map(text.__getitem__, places)), ''.join(filter(str.isalnum, edited))
    became: dict[int, str] = {}
    steps = list(Levenshtein.opcodes(old, new))
    for before, step, behind in zip([None, *steps], steps, [*steps[1:], None]):
        if step.tag == 'equal':
            inside = range(step.src_start + SIDE_BY_SIDE, step.src_end - SIDE_BY_SIDE)
            became.update((places[i], old[i]) for i in inside)
        elif step.tag == 'replace' and step.src_end - step.src_start == 1 == step.dest_end - step.dest_start \
                and all(beside and beside.tag == 'equal' and beside.src_end - beside.src_start >= SIDE_BY_SIDE
                        for beside in (before, behind)):
            became[places[step.src_start]] = new[step.dest_start]
    return became


def _share(verdicts: list[str]) -> str:
    """`0.83 of 120`: changes among the places whose outcome is known."""
    count = Counter(verdicts)
    known = len(verdicts) - count['unknown']
    return f'{count["changed"] / known:.2f} of {known}' if known else '–'


if __name__ == '__main__':
    raise SystemExit(main())
