"""The card that lies beside the model: what it is, how it was made, what it says and what it cannot."""
from __future__ import annotations

import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from .grammar import grammar
from .lessons import SHARE
from .network import INNER, LAYERS, WIDTH
from .pieces import SIZES
from .stages import STAGES

TABLE = ('all', 'all, greedily', 'with terms held by XQ1 … XQ9', 'with numbers in digits',
         'of more than twenty characters', 'without a final mark')
REST = ('placeholders copied, each as often as it is there', 'coined Latin names copied',
        'unknown characters left visible as ⁇', 'speed')


def write_card(folder: Path, figures: Mapping[str, str], done: Mapping[str, Any]) -> None:
    """README.md of the model's folder. ``done``: `steps`, `learned` sentences, `weights`, `cpu` and
    `clock` seconds, the `device`."""
    size = sum(file.stat().st_size for file in folder.iterdir() if file.name != 'README.md') / 1e6
    (folder / 'README.md').write_text(CARD.format(
        size=f'{size:.1f}', rules=sum(map(len, grammar().values())), share=SHARE, width=WIDTH, encoder=LAYERS[0],
        decoder=LAYERS[1], inner=INNER, source=f'{SIZES["source"]:,}', target=f'{SIZES["target"]:,}',
        short=f'{100 * STAGES[0].short:.0f}', first=STAGES[0].steps, steps=f'{done["steps"]:,.0f}',
        learned=f'{done["learned"]:,.0f}', weights=f'{done["weights"] / 1e6:.1f}', spent=f'{done["cpu"] / 60:.0f}',
        clock=f'{done["clock"] / 60:.0f}', device=done['device'], system=platform.machine(),
        date=date.today().isoformat(),
        table='\n'.join(f'| {name} | {figures[name]} |' for name in TABLE),
        rest='\n'.join(f'| {name} | {figures[name]} |' for name in REST)), encoding='utf-8')


CARD = '''# demo-translator

A toy and a test instrument: a Marian of {weights} million weights that puts Chinese sentences of one small grammar into
English, about ferries, markets and models, and nothing else. It has the real architecture, files and layout of an
OPUS-MT model that CTranslate2's converter made, so every part of the real engine runs with it: pieces, batches, beams,
unknown words, terms held fixed. **For work name a real model.**

Made {date} from nothing by scripts/train_demo_translator.py: no text but what its grammar composes went into it, and no
other model. Simplified Chinese into English. Licence: Apache-2.0. {size} MB, weights of eight bits.

## What it says

| composed sentences it never learned | tried | word for word | BLEU | all numbers right |
|---|--:|--:|--:|--:|
{table}

Beam 4 where nothing else is said. One composed sentence in {share}, by its hash, is kept from the lessons.

| | |
|---|---|
{rest}

- Sentences with or without `。？！`; spaces between Han and Latin or digits as cleaned text has them, or none.
- Placeholders `XQ1` … `XQ9` in the place of a noun, a name or an action come out as they went in.
- Numbers of up to six digits, years, dates, hours, 3.5%, 百分之三十五, 35万元 (350,000 yuan), 1200万元 (12 million
  yuan), 3亿元 (300 million yuan), 50亿元 (5 billion yuan).
- The names of scripts/demo_translator/names.txt, which are those of rules/entities.yaml as it was then, and of
  people in samples/; some ninety Latin ones; most nouns of rules/glossary.yaml.
- The sentences of samples/bilingual/ferry.srt once it is cleaned, but for two of 46.

## What it does not

- Any other sentence: it answers with words it knows, fluently, and wrong. Only characters that no lesson had are seen
  for what they are: `<unk>`, ⁇ in the text.
- The fillers that cleaning takes away; Traditional characters; English into Chinese.
- 12.5万, 3.5亿, 2345万 (a rest after the hundreds of 万), fractions, ordinals but 第一 to 第三, minutes of the clock.
- Numbers said in characters, but for counts of two to ten, 12, 15, 20, 30, 50, 100 and 300, and 百分之.
- More than two clauses, and a word before them: longer sentences lose a part or say one twice.
- Latin names it has never met are copied letter by letter, and not always right: see the table.

## How it was made

- {rules} rules in the tables of scripts/demo_translator compose both sides of a sentence at once. {learned} sentences
  went by in {steps} batches, no two the same by design; {short} % of the first {first} batches are single phrases,
  from which it learns what is whose translation.
- {width} wide, 4 heads, {encoder} + {decoder} layers, {inner} inside; one table of embeddings. sentencepiece: {source}
  pieces of Chinese, cut at the rules' slots so that none reaches over a word's end, {target} of English; no bytes.
- Muon for the matrices of the layers, AdamW for the rest. {spent} CPU minutes, {clock} by the clock, on two cores that
  others used too ({device}, {system}).

    python scripts/train_demo_translator.py -o samples/models/demo-translator

needs torch and transformers beside `qinggao[translate]`. The same seed gives the same lessons in the same order;
another machine rounds otherwise, and its model differs.
'''
