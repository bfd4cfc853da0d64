"""A unit of the memory: a sentence, what it was translated to, and by whom."""
from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from ...errors import printable
from ..translate.translator import DOUBTS, Direction

HUMAN = 'human'     # the origin of what a person changed


class Unit(NamedTuple):
    """``origin``: a translator's name, `human`, or the name of the file that it came in. ``confirmed``: whether a
    person wrote it or agreed to it; then nothing is doubted, and no score is kept. ``context``: where it was first met,
    `talk.md#00012`; nothing depends on it.
    """

    way: Direction
    source: str
    target: str
    origin: str = HUMAN
    doubts: tuple[str, ...] = ()
    score: float | None = None
    confirmed: bool = False
    context: str = ''


def key(text: str) -> str:
    """What a sentence is known by: its words, however they are spaced and composed.

    >>> key(' cafe\\u0301  au\\nlait ') == 'café au lait'
    True
    """
    return ' '.join(normalize('NFC', text).split())


def is_fit(text: str) -> bool:
    """Whether a text has words, and none of what no file may hold: NUL, half a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return bool(text) and not text.isspace() and '\0' not in text


def tidy(unit: Unit) -> Unit:
    """As it is kept, so that it comes back the same from every format. Raises `ValueError` for what `is_fit` refuses.

    >>> tidy(Unit(Direction('zh-Hans', 'en'), '好\\r\\n', 'Good', doubts=('length',), confirmed=True)).doubts
    ()
    """
    for text in unit.source, unit.target:
        if not is_fit(text):
            raise ValueError(f'no words that can be kept: {text[:40]!r}')
    doubts = () if unit.confirmed else tuple(name for name in DOUBTS if name in unit.doubts)
    return unit._replace(source=_line_ends(unit.source), target=_line_ends(unit.target), doubts=doubts,
                         score=None if unit.confirmed else unit.score, origin=origin_of(unit.origin) or HUMAN,
                         context=printable(unit.context).strip())


def origin_of(name: str) -> str:
    """A name as every file can hold it."""
    return printable(name).strip()


def mark(unit: Unit) -> str:
    """What a file carries of a unit to tell later whether somebody changed it. White space is no change: the tools of
    translators trim and wrap.

    >>> unit = Unit(Direction('zh-Hans', 'en'), '你好', 'Hello  there')
    >>> mark(unit) == mark(unit._replace(target='Hello there ')), mark(unit) == mark(unit._replace(target='Hi there'))
    (True, False)
    """
    # A letter before it: of 12e456789012 alone a spreadsheet makes a number.
    return 'q' + sha256(f'{key(unit.source)}\0{key(unit.target)}'.encode()).hexdigest()[:12]


def _line_ends(text: str) -> str:
    return text.replace('\r\n', '\n').replace('\r', '\n').strip()
