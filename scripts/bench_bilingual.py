"""Measure alignment: the two sides of bilingual notes, their pairing dropped, beside peers on the same sentences.

    python scripts/bench_bilingual.py FOLDER      of notes in Markdown, originals folded, in either shape
    options: --seeds 3  --drop 0.05  --notes 20

Of the notes whose two sides are in two languages, the first 20 by name with 20 folds or more are taken; where there are
fewer, the 20 with the most folds. Both sides of each are split into sentences, 5% of the sentences of each side are
dropped at random (fixed seeds), and so are paragraphs, speakers and markup: an aligner is given two rows of sentences.

The gold is the page's own pairing: which fold each sentence is of. It knows no links between the sentences of a fold.
So a group of sentences that an aligner pairs is judged as Vecalign's scorer judges it in its strict reading, as far as
that goes; groups with an empty side do not count:

- precision: the share of groups whose sentences, on both sides, are all of one fold. One wrong sentence spoils a group.
- recall: the share of folds that are found: of which there is a right group. Folds of which all sentences of a side
  were dropped do not count.
- F1: of the two, for each note. The table of notes shows means over the seeds, that of aligners means and medians of
  those over the notes.
- sentences: the share of all sentences (of folds with both sides) that are in a right group. Where a translation is an
  abridgement it cannot be high: half the original has no partner.

A page can be wrong: where translation and original have slipped against each other, an aligner that is right is counted
wrong. Seconds are CPU seconds of aligning alone, for all notes.
"""
from __future__ import annotations

import argparse
import math
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from qinggao import Transcript
from qinggao.bilingual.align import align
from qinggao.bilingual.languages import is_chinese, language_of
from qinggao.layout import sentences

NOTES, FOLDS, SEEDS, DROP = 20, 20, 3, .05
_FOLD = re.compile(r'<details>\s*<summary>.*?</(?:summary|p)>(.*?)</details>', re.S)
_FRONT_MATTER = re.compile(r'\A---\n.*?\n---\n', re.S)
_LABEL = re.compile(r'\*\*[^*\n]{1,60}(?:\*\*[:：]|[:：]\*\*)\s*')

Said = tuple[str, int]                              # a sentence, and the fold it is of
Group = tuple[range, range]                         # sentences of each side, by number
Aligner = Callable[[Sequence[str], Sequence[str]], list[Group]]


class Note(NamedTuple):
    """The paragraphs of both sides of each fold."""

    name: str
    folds: list[tuple[list[str], list[str]]]


class Figures(NamedTuple):
    precision: float
    recall: float
    sentences: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', nargs='?', type=Path)
    parser.add_argument('--seeds', type=int, default=SEEDS)
    parser.add_argument('--drop', type=float, default=DROP)
    parser.add_argument('--notes', type=int, default=NOTES)
    args = parser.parse_args()
    folder = args.folder or Path(__file__).parents[1] / 'samples/notes'
    notes = chosen(folder, args.notes)
    if not notes:
        print(f'no notes in two languages in {folder}: name a folder of them')
        return
    print(f'{len(notes)} notes, {sum(len(note.folds) for note in notes)} folds, {args.seeds} seeds, '
          f'{args.drop:.0%} of the sentences dropped\n')
    results = {name: measured(aligner, notes, range(args.seeds), args.drop) for name, aligner in aligners().items()}
    print('| note | folds | precision | recall | F1 | sentences |\n|---|---|---|---|---|---|')
    for note, figures in zip(notes, results[OURS][0]):
        print(f'| {note.name} | {len(note.folds)} | {row(figures)} |')
    print('\n| aligner, all notes | | precision | recall | F1 | sentences | seconds |\n|---|---|---|---|---|---|---|')
    for name, (found, seconds) in results.items():
        for how, summary in ('mean', statistics.mean), ('median', statistics.median):
            shown = [summary(one) for one in zip(*[(f.precision, f.recall, f.f1, f.sentences) for f in found])]
            print(f'| {name} | {how} | {" | ".join(f"{one:.3f}" for one in shown)} | {seconds:.1f} |')


def row(figures: Figures) -> str:
    return ' | '.join(f'{one:.3f}' for one in (figures.precision, figures.recall, figures.f1, figures.sentences))


def chosen(folder: Path, number: int) -> list[Note]:
    """The notes to measure, by name."""
    notes = [Note(path.name, list(folds(path.read_text('utf-8')))) for path in sorted(folder.rglob('*.md'))]
    notes = [note for note in notes if note.folds and is_bilingual(note)]
    rich = [note for note in notes if len(note.folds) >= FOLDS]
    if len(rich) < number:
        rich = sorted(sorted(notes, key=lambda note: -len(note.folds))[:number])
    return rich[:number]


def is_bilingual(note: Note) -> bool:
    """Not a Chinese talk with its own transcript folded."""
    one, two = (' '.join(words for fold in note.folds for words in fold[side]) for side in (0, 1))
    return is_chinese(language_of(one)) != is_chinese(language_of(two))


def folds(page: str) -> Iterator[tuple[list[str], list[str]]]:
    """Of each fold the paragraphs before it, since the fold above, and those in it."""
    page = _FRONT_MATTER.sub('', page)
    at = 0
    for fold in _FOLD.finditer(page):
        before, inside = paragraphs(page[at:fold.start()]), paragraphs(fold[1])
        at = fold.end()
        if before and inside:
            yield before, inside


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs without markup, labels of speakers and headings. A <br> is a line's end, not a paragraph's."""
    plain = re.sub(r'<[^>]+>', '\n\n', re.sub(r'<br ?/?>', ' ', markdown))
    parts = (part.strip() for part in re.split(r'\n\s*\n', plain))
    texts = (' '.join(_LABEL.sub('', part, count=1).replace('**', '').split())
             for part in parts if part and not part.startswith('#'))
    return [text for text in texts if text]


def split_sides(note: Note, seed: int, drop: float) -> tuple[list[Said], list[Said]]:
    """The sentences of both sides that are left."""
    draw = random.Random(f'{note.name} {seed}')
    one, two = ([(part[a:b].strip(), number) for number, fold in enumerate(note.folds) for part in fold[side]
                 for a, b in sentences(part) if draw.random() >= drop] for side in (0, 1))
    return one, two


def measured(aligner: Aligner, notes: Sequence[Note], seeds: range, drop: float) -> tuple[list[Figures], float]:
    """For each note the mean over the seeds; CPU seconds for one time through all notes."""
    out, seconds = list[Figures](), 0.
    for note in notes:
        found = list[Figures]()
        for seed in seeds:
            first, second = split_sides(note, seed, drop)
            start = time.process_time()
            groups = aligner([words for words, _ in first], [words for words, _ in second])
            seconds += time.process_time() - start
            found.append(judged(groups, [fold for _, fold in first], [fold for _, fold in second]))
        out.append(Figures(*map(statistics.mean, zip(*found))))
    return out, seconds / len(seeds)


def judged(groups: Sequence[Group], first: Sequence[int], second: Sequence[int]) -> Figures:
    """``first`` and ``second``: the fold of each sentence."""
    there = set(first) & set(second)
    whole = [(ours, theirs) for ours, theirs in groups if ours and theirs]
    right = [(ours, theirs) for ours, theirs in whole
             if len({first[i] for i in ours} | {second[j] for j in theirs}) == 1]
    found = {first[ours[0]] for ours, _ in right}
    placed = sum(len(ours) + len(theirs) for ours, theirs in right)
    every = sum(fold in there for side in (first, second) for fold in side)
    return Figures(len(right) / max(1, len(whole)), len(found) / max(1, len(there)), placed / max(1, every))


OURS = '**qinggao align**'


def aligners() -> dict[str, Aligner]:
    """Ours, lengths alone, and what is published and installed here."""
    found: dict[str, Aligner] = {OURS: ours, 'Gale–Church, lengths alone': gale_church}
    try:
        from nltk.translate.gale_church import align_blocks  # type: ignore[import-not-found, unused-ignore]
        found['peer: nltk, gale_church'] = lambda one, two: linked(
            align_blocks(list(map(len, one)), list(map(len, two))), len(one), len(two))
    except ImportError:
        pass
    try:
        import galechurch  # type: ignore[import-not-found, unused-ignore]
        found['peer: galechurch'] = lambda one, two: [
            (range(bead.source_start, bead.source_end), range(bead.target_start, bead.target_end))
            for bead in galechurch.align(one, two).beads]
    except ImportError:
        pass
    return found


def ours(first: Sequence[str], second: Sequence[str]) -> list[Group]:
    """Each sentence stands as a paragraph of its own, so that nothing but the words is told."""
    bitext = align(Transcript.plain('\n\n'.join(first)), Transcript.plain('\n\n'.join(second)), force=True)
    edges = starts(first), starts(second)
    return [(held(edges[0], pair.first), held(edges[1], pair.second)) for pair in bitext.pairs]


def starts(side: Sequence[str]) -> list[int]:
    at, found = 0, list[int]()
    for words in side:
        found.append(at)
        at += len(words) + 2
    return found


def held(edges: Sequence[int], span: tuple[int, int]) -> range:
    """The sentences that a span touches; a sentence may be more than one of our units."""
    inside = [number for number, start in enumerate(edges)
              if start < span[1] and (number + 1 == len(edges) or edges[number + 1] > span[0])]
    return range(inside[0], inside[-1] + 1) if inside and span[0] < span[1] else range(0)


def gale_church(first: Sequence[str], second: Sequence[str]) -> list[Group]:
    """As published in 1993: lengths in characters, six kinds of beads; the ratio is that of the texts."""
    one, two = [len(words) for words in first], [len(words) for words in second]
    ratio = sum(two) / max(1, sum(one))
    kinds = {(1, 1): .89, (1, 0): .0099, (0, 1): .0099, (2, 1): .089, (1, 2): .089, (2, 2): .011}
    best: list[list[tuple[float, tuple[int, int]]]] = []
    for i in range(len(one) + 1):
        best.append([])
        for j in range(len(two) + 1):
            options = [(best[i - n][j - m][0] - math.log(share)
                        + mismatch(sum(one[i - n:i]) * ratio, sum(two[j - m:j])), (n, m))
                       for (n, m), share in kinds.items() if n <= i and m <= j]
            best[i].append(min(options) if options else (0., (0, 0)))
    return backwards(best)


def mismatch(one: float, two: float) -> float:
    """Minus the logarithm of the chance that lengths differ so much; the variance is the published 6.8 a character."""
    apart = abs(one - two) / math.sqrt(6.8 * max(1., (one + two) / 2))
    return -math.log(max(math.erfc(apart / math.sqrt(2)), 1e-300))


def backwards(best: list[list[tuple[float, tuple[int, int]]]]) -> list[Group]:
    i, j, groups = len(best) - 1, len(best[0]) - 1, list[Group]()
    while i or j:
        n, m = best[i][j][1]
        groups.append((range(i - n, i), range(j - m, j)))
        i, j = i - n, j - m
    return groups[::-1]


def linked(links: Sequence[tuple[int, int]], rows: int, columns: int) -> list[Group]:
    """Groups of the links between sentences that an aligner told: those that hang together."""
    groups = list[Group]()
    for i, j in sorted(link for link in links if link[0] < rows and link[1] < columns):
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            groups[-1] = (range(groups[-1][0].start, i + 1), range(groups[-1][1].start, j + 1))
        else:
            groups.append((range(i, i + 1), range(j, j + 1)))
    return groups


if __name__ == '__main__':
    main()
