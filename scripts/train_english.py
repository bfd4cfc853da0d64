"""Train the model of the stage english on the English halves of bilingual notes, and say what it reaches.

    python scripts/train_english.py PAIRS --lexicon en-lexicon.txt [-o model.json.gz]

PAIRS holds note/NAME.md, whose folds (<details>) hold the English. One note in ten, by its name, is kept for the
figures. The lexicon is that of Brill's tagger (MIT licence; in the package textblob). One core, under two minutes;
the same input gives the same model.
"""
from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

from english_training import figures, lessons, lexicon, linear, spelling, texts
from qinggao.stages.english.features import FUNCTION_WORDS, by_ending
from qinggao.stages.english.units import Unit, units

ROOT = Path(__file__).parents[1]
LEAST = 5           # hundredths: a feature that weighs less decides nothing
SCALE = 100
# Named so by notes, and words besides.
_ODD = """tensor superintelligence inc union harness panda quad nines organisation bros trans euro inquisition
    aeronautics trinity pandora eureka nova lancet tsar dowager chevron ford pharma magna atlas federated turk turks
    beck"""
ODD = frozenset(_ODD.split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('pairs', type=Path)
    parser.add_argument('--lexicon', type=Path, required=True)
    parser.add_argument('-o', '--output', type=Path, default=ROOT / 'toolkit/qinggao/stages/english/model.json.gz')
    args = parser.parse_args()
    folder = args.pairs / 'note'
    english = [list(units(text)) for text in texts.english_of(folder, False).values()]
    kinds = {word: kind for word, kind in lexicon.kinds(args.lexicon).items() if is_worth_it(word, kind)}
    words = sum(map(len, english))
    print(f'{len(english)} notes, {words} words')
    rows, labels = lessons.gaps(english, kinds)
    gaps = linear.train(rows, labels, 3, 3, .05)
    rows, labels = lessons.questions(english, kinds)
    asks = linear.train(rows, labels, 2, 2, .01)
    spelt = names_of(folder, english, args.lexicon)
    data = {'about': f'trained by scripts/train_english.py on {words} words; the lexicon and some names are from '
                     "Brill's tagger, (c) 1993 MIT and the University of Pennsylvania, MIT licence",
            'gaps': packed(gaps), 'asks': {f: round((w[1] - w[0]) * SCALE) for f, w in sorted(asks.items())
                                           if abs(w[1] - w[0]) >= .05},
            'lexicon': grouped(kinds), 'spelt': ' '.join(sorted(spelt.values())), 'names': entity_names()}
    text = json.dumps(data, ensure_ascii=False, separators=(',', ':'))
    args.output.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(args.output, args.output.stat().st_size, 'bytes;', len(spelt), 'names')
    figures.report(texts.english_of(folder, True))
    return 0


def is_worth_it(word: str, kind: str) -> bool:
    """Whether the lexicon says more of a word than its ending."""
    return word not in FUNCTION_WORDS and by_ending(word) != kind and 2 < len(word) < 12 and word.isalpha()


def packed(weights: Mapping[str, list[float]]) -> list[object]:
    """The weights against no mark, of the features that weigh anything, flat."""
    against = {f: (round((w[1] - w[0]) * SCALE), round((w[2] - w[0]) * SCALE)) for f, w in weights.items()}
    return [item for f, pair in sorted(against.items()) if max(map(abs, pair)) >= LEAST for item in (f, *pair)]


def grouped(kinds: Mapping[str, str]) -> dict[str, str]:
    """Each kind's words, in order, as one string."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, kind in sorted(kinds.items()):
        found[kind].append(word)
    return {kind: ' '.join(words) for kind, words in sorted(found.items())}


def names_of(folder: Path, english: list[list[Unit]], path: Path) -> dict[str, str]:
    """Small letters → spelling, of the words that nearly always have capitals and are no words besides.

    The lexicon calls much a name (Harbour, Plus): only what notes write so too is taken from it.
    """
    ordinary = lexicon.kinds(path).keys() | FUNCTION_WORDS.keys() | ODD
    kept = [path.stem for path in folder.glob('*.md') if not texts.is_held_out(path.stem)]
    inside, notes = spelling.in_sentences(english), spelling.in_notes(folder, kept)
    listed = lexicon.names(path)
    often = spelling.spelt(notes, spelling.SEEN_IN)
    found = {w: f for w, f in spelling.spelt(notes, 2, 1).items() if f in listed}
    found |= {w: f for w, f in often.items() if not f.istitle()}
    found |= {w: f for w, f in spelling.spelt(notes, 8, .98).items() if f.istitle()}
    found = {w: f for w, f in found.items() if len(w) > 1 and (w not in inside or w not in inside[w])}
    found |= spelling.spelt(inside, spelling.SEEN)
    return {w: f for w, f in found.items() if w not in ordinary and w.replace('our', 'or') not in ordinary
            and not (f in listed and is_compound(w, ordinary))}


def is_compound(word: str, ordinary: Collection[str]) -> bool:
    """Whether a word is two words in one: lighthouse."""
    return any(word[:i] in ordinary and word[i:] in ordinary for i in range(4, len(word) - 3))


def entity_names() -> list[str]:
    """The English names of rules/entities.yaml, and those in rules/tags.yaml, of several words."""
    entities = (ROOT / 'rules/entities.yaml').read_text('utf-8')
    found = set(re.findall(r'^  english: ([A-Z][\w-]+(?: [A-Z][\w-]+)+)$', entities, re.M))
    tags = (ROOT / 'rules/tags.yaml').read_text('utf-8')
    found |= set(re.findall(r'[,\[] ?([A-Z][a-z]+(?: [A-Z][a-z]+)+)[,\]]', tags))
    return sorted(found)


if __name__ == '__main__':
    raise SystemExit(main())
