"""The card that lies beside the model: what it is, how it was made, what it hears and what it cannot."""
from __future__ import annotations

import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from .clips import PITCHES, RATES, UNSEEN, VOICES
from .phrases import HOMOPHONES, english

HEARING = ('trained voices', 'trained voices, batched',
           'trained voices, hiss 40 dB below', *(f'unseen voice {voice}' for voice in UNSEEN), 'without pauses')
REST = ('text out of silence and noise', 'translation', 'language found', 'speed')


def write_card(folder: Path, figures: Mapping[str, str], clips: int, steps: int, spent: float, device: str) -> None:
    """README.md and vocabulary.txt of the model's folder; `spent`: CPU seconds of the training."""
    lines = [f'{phrase}\t{gloss}\n' for phrase, gloss in english().items()]
    (folder / 'vocabulary.txt').write_text(''.join(lines), encoding='utf-8')
    size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) / 1e6
    hearing = '\n'.join(f'| {name} | {figures[name]} |' for name in HEARING if name in figures)
    hot = '\n'.join(f'| {wrong} | {right} | {figures[f"{wrong} → {right}"]} |' for wrong, right in HOMOPHONES.items())
    rest = '\n'.join(f'| {name} | {figures[name]} |' for name in REST)
    voices = ', '.join(f'`{voice}`' if voice else 'the plain one' for voice in VOICES)
    (folder / 'README.md').write_text(CARD.format(
        phrases=len(english()), size=f'{size:.1f}', clips=f'{clips:,}', voices=voices, count=len(VOICES),
        unseen=' and '.join(f'`{voice}`' for voice in UNSEEN), slow=RATES[0], fast=RATES[1], low=PITCHES[0],
        high=PITCHES[1], steps=f'{steps:,}', spent=f'{spent / 60:.0f}', device=device, system=platform.machine(),
        date=date.today().isoformat(), hearing=hearing, hot=hot, rest=rest), encoding='utf-8')


CARD = '''# demo-recogniser

A toy and a test instrument: a Whisper of 1.8 million parameters that hears {phrases} phrases of Mandarin in any order,
as espeak-ng says them, and nothing else. It has the real architecture, tokens and file layout, so every part of the
real engine runs with it: windows, time stamps, words, prompts, hot words, batches, translation, silence. **For work
name a real model**, such as `--model large-v3-turbo`.

Made {date} from nothing by scripts/train_demo_recogniser.py; no recording of a person and no other model went into it.
License: that of this repository. {size} MB; int8 for CTranslate2, loaded by faster-whisper from this folder alone.

## What it hears

| 25 s talks of random phrases | characters wrong | utterances word for word | stamps off, median | and 95 % under |
|---|--:|--:|--:|--:|
{hearing}

beam 5, `language='zh'`, `condition_on_previous_text=False`, espeak-ng at 150–195 words a minute, pauses of .4–1.5 s;
the phrases of an utterance joined with nothing, a comma or a space, in an order drawn for this test.

| | |
|---|---|
{rest}

Words that sound exactly like others are written wrongly, as real models do, until the right one is in the prompt or
among the hot words:

| without help | with it | wrong without, right as the only hot word, right among others |
|---|---|---|
{hot}

vocabulary.txt has all phrases with their English, in the wrong spelling where there are two.

## What it does not

- Any other word, voice of a person, or language: it writes phrases it knows, or nothing.
- Marks: text comes without any, and a space only between two Latin names.
- Pauses under .26 s (a comma) do not end a segment, longer ones do.
- Voices of espeak-ng that it was not trained on are heard less well ({unseen} were kept out for the table above);
  whispering and robot variants were not tried.
- Speech without a pause for more than 30 s loses characters where windows meet.
- A phrase that comes twice within a few words is now and then taken for the other one: then a piece is said again, or
  passed over. Real models loop too; the guard of the engine is there for it.
- With several right forms among the hot words one of them is now and then not heeded.
- One short word alone in a file may be taken for noise.

## How it was made

- {clips} clips spoken by {count} variants of espeak-ng's `cmn-latn-pinyin`: {voices};
  {slow}–{fast} words a minute, pitch {low}–{high}; one to nine phrases in any order, a quarter of them on a plan.
- Mixed while it learns into windows with gaps, gain, noise, hum, stretched spectra, cut beginnings and ends; 7 % are
  without speech. Prompts (windows before, hot words that are said and that are not) in up to half of the lessons.
- 128 wide, 4 heads, 2 + 3 layers, 512 inside. {steps} steps of AdamW: windows of 2–6 s, then of 9–15 s, then of 30 s,
  and four more rounds of these on what it still got wrong (scripts/demo_recogniser/stages.py).
- The helps that made so small a network find its place are described in scripts/demo_recogniser/network.py.
- {spent} CPU minutes on two cores ({device}, {system}).

    python scripts/train_demo_recogniser.py -o samples/models/demo-recogniser

needs espeak-ng, and torch and transformers beside `qinggao[asr]`. The same seed gives the same lessons in the same
order; another machine rounds otherwise, and its model differs. The copy made on 2026-11-27 was trained while the script
grew: its third decoder layer, 2,500 of its clips and the windows that say a sentence again joined after 2,700 steps.
'''
