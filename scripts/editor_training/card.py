"""The card that lies beside the model: what it is, how it was made, what it reaches and where it fails."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qinggao.editor.gates import STYLE
from qinggao.editor.model import Model
from qinggao.settings import EditorUse

from .batches import Talk
from .calibration import Tenth, of_cuts, of_marks
from .measure import THOROUGH, Score, measured
from .readings import told

FIGURES = ('typed', 'sentence end', 'filler precision', 'filler recall', 'filler f1', 'harm per 1,000', 'pk')


def write_card(folder: Path, held_out: Sequence[Talk], raw: Path, done: Mapping[str, Any]) -> None:
    """README.md of the model's folder. ``held_out`` are talks that the model never saw, ``raw`` the folder of their
    transcripts; ``done``: `pairs`, `units`, `weights`, `width`, `layers`, `learned` units, `steps`, `seconds`,
    `device`."""
    if not held_out:
        raise SystemExit('no pair is held out, so nothing can be measured: more pairs are needed')
    talks = [talk for talk in held_out if talk.lesson.raw and talk.lesson.breaks is not None]
    readings = list(told(talks, Model(folder / 'editor.onnx'), STYLE))
    columns = [scored(talks, raw, use).figures() for use in ('off', 'auto')]
    rows = '\n'.join(f'| {name} | {" | ".join(f"{column[name]:.3f}" for column in columns)} |' for name in FIGURES)
    tenths = '\n'.join(_row(*both) for both in zip(of_marks(readings), of_cuts(readings, THOROUGH)))
    (folder / 'README.md').write_text(CARD.format(
        date=date.today().isoformat(), size=f'{(folder / "editor.onnx").stat().st_size / 1e6:.1f}', width=done['width'],
        layers=done['layers'], weights=f'{done["weights"] / 1e6:.1f}', pairs=f'{done["pairs"]:,}',
        units=f'{done["units"] / 1e6:.0f}', learned=f'{done["learned"] / 1e6:.0f}', steps=f'{done["steps"]:,}',
        minutes=f'{done["seconds"] / 60:.0f}', device=done['device'], talks=len(talks), rows=rows, tenths=tenths),
        encoding='utf-8')


def scored(talks: Sequence[Talk], raw: Path, use: EditorUse) -> Score:
    """All talks cleaned, against their pages."""
    return sum((measured(talk, raw / f'{talk.lesson.name}.txt', use) for talk in talks), Score())


def _row(marks: Tenth, cuts: Tenth) -> str:
    return f'| {marks.low:.1f} | {marks.edits:,} | {marks.right:.2f} | {cuts.edits:,} | {cuts.right:.2f} |'


CARD = '''# The editor's model

A tagger of {weights} million weights ({size} MB in eight bits). For each unit of Simplified Chinese speech (a
character, a Latin word, a number) it says which mark stands behind it, whether it is idle, and whether a paragraph ends
there.

Made {date} by scripts/train_editor.py from {pairs} pairs of raw transcripts and the pages made from them, {units}
million units: talks in Chinese, most of them about technology, markets and history, edited by a language model, not by
hand. {learned} million units were learned from in {steps} steps, {minutes} minutes on {device}; in a second course what
editors left of false starts was in doubt. Licence: Apache-2.0. No sentence of the talks is in it; its vocabulary is of
single characters and words.

Network: units, breaks, repeats, words (rjieba) and the habits of the editor as embeddings of width {width}, then
{layers} (c: gated convolution with its dilation; a: attention over 256 units), one product for the answers.

## What it reaches

{talks} transcripts without marks that it never saw, cleaned as `qinggao clean` does, beside the pages made from them;
only stretches that the page has nearly word for word. The pages are noisy: their editor leaves fillers in and
rephrases, so precision and harm look worse than they are.

| | rules alone | with the editor |
|---|--:|--:|
{rows}

How often it is right, by how sure it says it is (marks: the page has the same one; cuts: a thorough editor cut half of
the run or more):

| confidence from | marks | right | cuts | right |
|--:|--:|--:|--:|--:|
{tenths}

## Where it fails

- A false start of more than a few words, begun again in other words, mostly stays.
- Items of a list that nobody counts out are closed too early.
- It was taught by talks of one language and few subjects; plays, poems, dialect and singing it has never met.
- It changes no word: 他 and 它, 的 and 得 are not its business.
'''
