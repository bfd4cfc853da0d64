"""Folds of one page with different labels over their originals.

Readers take two labels for two kinds of fold. The label of the site profile stands on every fold; where the page is of
the older shape throughout, the one that most of its folds have. A label that the profile does not know is only
reported, and only over an original in Latin letters. The label of a translation is true where it stands.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .doubled_label import TWICE
from .folds import Fold, folds, is_older, label_of, labels

CODE = 'BI009'
NAME = 'mixed-labels'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = ('<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n<details>\n'
         '<summary>English Original</summary>\n\nMist lay on the bridge.\n\n</details>\n')
RIGHT = ('<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n<details>\n'
         '<summary>Original English</summary>\n\nMist lay on the bridge.\n\n</details>\n')


def findings(page: Page) -> Iterator[Finding]:
    raw = {page.text[fold.label:fold.label_end] for fold in folds(page).closed if fold.closer}
    if len(raw) < 2:
        return
    labelled = [(fold, label) for fold in folds(page).closed if fold.closer
                and not _is_translation(page, label := TWICE.sub(r'\1', label_of(page, fold)))]
    known = Counter(label for _, label in labelled if label in labels(page))
    if not known:
        return
    best = _best(page, [fold for fold, _ in labelled], known)
    for fold, label in labelled:
        # A doubled label is mended first (BI008); what it is then can be seen in the next round.
        if label == best or label != label_of(page, fold):
            continue
        if label in known:
            edit = Edit(fold.label, fold.label + len(page.text[fold.label:fold.label_end].rstrip()), best, CODE)
            yield Finding(edit.start, edit.end, f'label {label!r} beside {best!r}: use one', (edit,))
        elif _has_latin_original(page, fold):
            yield Finding(fold.label, fold.label_end, f'label {label!r} beside {best!r}: use one')


def _is_translation(page: Page, label: str) -> bool:
    """Whether a label says that a machine made the words, and nothing else."""
    return label == page.profile.translation and label not in (page.profile.summary, *page.profile.labels)


def _best(page: Page, all_folds: list[Fold], known: Counter[str]) -> str:
    """The label that all folds should have."""
    if all(is_older(page, fold) for fold in all_folds):
        return known.most_common(1)[0][0]
    return page.profile.summary


def _has_latin_original(page: Page, fold: Fold) -> bool:
    words = page.text[fold.inside:fold.stop]
    return not page.is_chinese(fold.inside, fold.stop) and any(letter.isalpha() for letter in words[:400])
