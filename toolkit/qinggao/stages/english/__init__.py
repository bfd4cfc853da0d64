"""Mark and capitalise English that a recogniser wrote without either, as captions of videos are.

Only where the text is English without marks and nearly without capitals, for a whole stretch of lines: never a
few English words in a Chinese talk, never a text that has marks. A small linear model (model.json.gz) says where a
mark belongs, and where it is not sure there is none; the first word of a sentence, `I` and names get capitals.
No word is changed otherwise, and a capital that is there stays.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...settings import Settings
from ...view import View
from .capitals import recased
from .features import Words
from .marks import marks_of
from .model import shipped
from .stretches import BARE, stretches
from .units import Unit

NAME = 'english'
RULES = {
    'stop': 'a sentence ends here, by the words on both sides',
    'comma': 'a clause ends here and the sentence goes on',
    'question': 'the sentence asks',
    'capital': 'a sentence begins, or a name is always written so',
    'i': 'English writes I with a capital',
}
_ENDS = frozenset('%+\'’')     # of a word: 5%, C++, the boats'
_RULE_OF = {'.': 'english/stop', ',': 'english/comma', '?': 'english/question'}


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """A mark behind a word, or the same letters in another case."""
    start, end, new, _, _ = edit
    if start == end:
        before = view.text[max(0, start - 1):start]
        return new in _RULE_OF and (before.isalnum() or before in _ENDS)
    old = view.text[start:end]
    return len(old) == len(new) and old.lower() == new.lower()


def edits(view: View) -> Iterator[Edit]:
    """Word by word: its letters, then the mark behind it."""
    if not view.has_latin:
        return
    for words in stretches(view):
        yield from _edits(view, words)


def _edits(view: View, units: list[Unit]) -> Iterator[Edit]:
    """Of one stretch. Where hardly a mark was found it is no running text, and nothing is done: thus what is done
    leaves a text with marks, which the stage passes over."""
    words = Words((unit.word for unit in units), shipped().lexicon)
    turns = frozenset(i for i, unit in enumerate(units) if view.starts_turn(unit.start)) \
        if view.transcript.turns else frozenset[int]()
    marks = marks_of(units, words, shipped(), turns)
    if sum(map(bool, marks)) * BARE < 2 * len(units):
        return
    letters = {one.i: one for one in recased(units, marks, turns)}
    for i, (unit, mark) in enumerate(zip(units, marks)):
        if i in letters:
            yield Edit(unit.start, unit.end, letters[i].word, letters[i].rule)
        if mark and not unit.closed:
            yield Edit(unit.end, unit.end, mark, _RULE_OF[mark])
