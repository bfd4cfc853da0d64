"""What stands over the words of the other language: the label of a fold, the head of a column."""
from __future__ import annotations

from ...site.profile import Profile
from ..bitext import Bitext
from ..languages import ENGLISH, SIMPLIFIED, TRADITIONAL

NAMES = {SIMPLIFIED: '简体中文', TRADITIONAL: '繁體中文', ENGLISH: 'English'}
PAGE = 'page'                   # of a pair that was read under an original's label
# Who said that a pair is one: nobody of these made the words. Any other origin is the name of a translator.
FOUND = frozenset(['', PAGE, 'length', 'time', 'anchors', 'human'])
TRANSLATION = 'translation'     # of a pair that was read under a translation's label: which machine, nobody knows


def is_translated(bitext: Bitext) -> bool:
    """Whether the second track is known to be a machine's."""
    return any(pair.origin not in FOUND for pair in bitext.pairs)


def fold_label(language: str, profile: Profile, translated: bool) -> str:
    """What stands over a folded paragraph of a language."""
    if language != ENGLISH:
        return NAMES[language]
    return profile.translation if translated else profile.summary


def labels_over_originals(profile: Profile) -> tuple[str, ...]:
    """All labels that stand over the words of the other language."""
    return profile.summary, *profile.labels, profile.translation, NAMES[SIMPLIFIED], NAMES[TRADITIONAL]


def column_names(bitext: Bitext, profile: Profile) -> tuple[str, str]:
    """What stands over the columns of both tracks. English that was translated is called so: nobody shall take it for
    what was said."""
    first, second = bitext.languages
    is_english = second == ENGLISH and is_translated(bitext)
    return NAMES[first], profile.translation if is_english else NAMES[second]


def languages_under(label: str, first: str) -> tuple[str, str]:
    """The languages of a page with folds under this label; ``first`` is what its own words look like.

    A page with folded English is Chinese, however many Latin names it holds.
    """
    if label == NAMES[SIMPLIFIED]:
        return TRADITIONAL, SIMPLIFIED
    if label == NAMES[TRADITIONAL]:
        return SIMPLIFIED, TRADITIONAL
    return SIMPLIFIED if first == ENGLISH else first, ENGLISH
