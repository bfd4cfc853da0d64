"""Which keys a rule of each room may have: the one table a rules file is held against."""
from __future__ import annotations

from typing import NamedTuple

LEVELS = ('light', 'standard', 'strong')
POSITIONS = (
    'anywhere',
    'alone',        # between two breaks: a line, or a clause between marks
    'start',        # behind a break, words follow
    'end',          # before a break, words precede
    'doubled',      # the word twice: 这个这个
    'restart',      # three to eight characters that begin with the word, twice: 我们可以我们可以
    'unfinished',   # a phrase that ends in the word before a line break, and opens the next line
)


class Words(NamedTuple):
    """A list of literals; each one of ``choices`` where there are any."""

    needed: bool = False
    choices: tuple[str, ...] = ()


class Text(NamedTuple):
    """One string; one of ``choices`` where there are any."""

    needed: bool = False
    choices: tuple[str, ...] = ()


class Flag(NamedTuple):
    """``true`` or ``false``; ``true`` where it is not said."""

    needed: bool = False


_WRONG_TO_RIGHT: dict[str, Words | Text | Flag] = {
    'wrong': Words(True),       # literals, longest first
    'right': Text(True),
    'unless': Words(),          # longer phrases in which the rule stays quiet
    'near': Words(),            # only with one of these in the same paragraph
    'sure': Flag(),             # false: reported, not applied
    'why': Text(True),
}

SCHEMAS: dict[str, dict[str, Words | Text | Flag]] = {
    'mishearings': _WRONG_TO_RIGHT,
    'regional': _WRONG_TO_RIGHT,
    'keep': {'words': Words(True), 'unless': Words(), 'why': Text(True)},
    'boilerplate': {
        'kind': Text(True, ('credit', 'opening', 'mark', 'bleep', 'loop')),
        'words': Words(),           # of all kinds but loop
        'unless': Words(),          # of a loop: sounds that people do make over and over
        'level': Text(False, LEVELS),
        'sure': Flag(),
        'why': Text(True),
    },
    'fillers': {
        'words': Words(True),
        'at': Words(True, POSITIONS),
        'level': Text(True, LEVELS),
        'before': Words(),      # only directly before one of these
        'after': Words(),       # only directly after one of these, or where a stretch begins
        'without': Words(),     # only with none of these before it on the line, 24 characters back at most
        'unless': Words(),
        'answers': Flag(),      # true: also said as an answer; stays after a question and where a turn begins
        'closes': Flag(),       # true: a tag, with which a clause ends
        'sure': Flag(),
        'why': Text(True),
    },
    'punctuation': {
        'kind': Text(True),
        'words': Words(True),
        'weight': Text(),
        'unless': Words(),
        'why': Text(True),
    },
}
