"""Which mark each gap of a stretch gets: the model's word where it is sure, and what no editor would write struck."""
from __future__ import annotations

from collections.abc import Collection, Sequence

from .features import FUNCTION_WORDS, Words, of_gap, of_sentence
from .model import Model
from .questions import has_form, opens_question
from .units import COMMA, NONE, QUESTION, STOP, Unit

# So likely it must be; SURE_MARK: either of the two, of which the comma is then set: it breaks no sentence in two.
SURE_STOP, SURE_COMMA, SURE_MARK, SURE_QUESTION = .5, .4, .6, .5
SURE_BEFORE_AND = .5   # two people and a dog; what we say and they hear is likelier two clauses
SURE_BEFORE_IF = .75    # if, when, what it is more often go on with a sentence than begin one

_HANGING = """the a an my our your their its of and or but if because very i we they he she i'm we're they're it's so
    that's whose than into from with every as unless although whereas whether"""
_NEVER_BEHIND = frozenset(_HANGING.split())
# What the stage fillers left and would take out, once it stands between marks.
_FILLERS = frozenset([('you', 'know'), ('i', 'mean'), ('kind', 'of'), ('sort', 'of')])
_SOUNDS = frozenset(['uh', 'uhh', 'um', 'umm', 'uhm', 'er', 'erm', 'hm', 'hmm', 'mmm', 'ah'])
_FILLER = _SOUNDS | {'ok', 'like'}
_COMMA_BEFORE = frozenset(['because', 'which', 'who', 'though', 'although', 'while', 'whereas'])
_NO_STOP_BEFORE = _COMMA_BEFORE | {'whom', 'whose', 'that', 'than', 'of', 'until', 'unless'}


def marks_of(units: Sequence[Unit], words: Words, model: Model, turns: Collection[int] = ()) -> list[str]:
    """The mark behind each unit, those that stand there already among them; ``turns``: units that begin a turn.

    From left to right: how long a clause has run depends on the marks before it.
    """
    marks: list[str] = []
    first = opening = 0     # of the sentence, and of its last clause
    last = len(units) - 1
    for i, unit in enumerate(units):
        if unit.closed or unit.mark:
            mark = unit.mark
        elif is_hanging(words, i):
            mark = NONE
        elif i == last or i + 1 in turns:
            mark = STOP
        else:
            mark = _mark(words, i, i - opening + 1, model)
        if mark == STOP and not unit.closed and has_form(words, first, i, opening) \
                and model.asking(of_sentence(words, first, i, opening)) >= SURE_QUESTION:
            mark = QUESTION
        marks.append(mark)
        if mark:
            opening = i + 1
        if mark in (STOP, QUESTION):
            first = i + 1
    return marks


def is_hanging(words: Words, i: int) -> bool:
    """Whether no mark is ever set behind a word."""
    word = words.of(i)
    return word in _NEVER_BEHIND or word in _FILLER or words.of(i + 1) in _SOUNDS \
        or (words.of(i - 1), word) in _FILLERS


def _mark(words: Words, i: int, clause: int, model: Model) -> str:
    comma, stop = model.chances(of_gap(words, i, clause))
    following = words.of(i + 1)
    kind = FUNCTION_WORDS.get(following)
    goes_on = kind == 'S' or (kind == 'W' and not opens_question(words, i + 1))
    sure = SURE_BEFORE_IF if goes_on else SURE_STOP
    if stop >= sure and following not in _NO_STOP_BEFORE:
        return STOP
    if kind == 'C' and FUNCTION_WORDS.get(words.of(i + 2), 'x') not in 'IJ' and comma < SURE_BEFORE_AND:
        return NONE
    if comma >= SURE_COMMA or (comma + stop >= SURE_MARK and following not in _NO_STOP_BEFORE - _COMMA_BEFORE):
        return COMMA
    return NONE
