"""What is doubtful about a translation, by the two sentences alone: whoever made it, it is looked at in this way."""
from __future__ import annotations

from collections.abc import Callable

from ... import loops
from ...patterns import HAN, lazy
from ..languages import is_chinese, language_of
from ..numbers import astray
from .translator import Direction

_HAN = lazy(f'[{HAN}]')
_OTHER = lazy(f'[^\\W_{HAN}]')
_LETTERS = 3.0      # of Latin script say what a Han says
# Of translations by hand; a short sentence may be far from any measure: 好 is "All right, let's do it that way".
_SHORTEST, _LONGEST, _SLACK = 0.4, 2.5, 6
_PLACEHOLDER = lazy(r'(?i)\bXQ\s?\d{1,6}\b')     # of held.py
_UNKNOWN = ('<unk>', '⁇')
# no no no; 不不不; a clause three times.
_COPIES = (lazy(r'\b(\w+)(?:[\s,]+\1\b){2,}'), lazy(f'([{HAN}])\\1{{2,}}'),
           lazy(r'\b(\w[^\d\n]{5,60}?)[\s,.，。]*\1[\s,.，。]*\1'))
_LOST = 4           # times as many letters in copies as the source has
# What may stay as it was: a name, a gloss in brackets, a title, a quotation.
_ASIDE = lazy(r'[(（\[【“"《「『][^()（）\[\]【】“”"《》「」『』]{1,80}[)）\]】”"》」』]')
_WORDS = lazy(r"(?:\b[A-Za-z'’]+(?<=[a-z'’])\b[\s,]*){6,}")
_SMALL = lazy(r"\b[a-z][a-z'’]+\b")


def doubts(source: str, text: str, way: Direction) -> tuple[str, ...]:
    """The names of what is doubtful, as `translator.DOUBTS` explains them; none where the translation looks sound.

    >>> doubts('营收涨了三亿。', 'Revenue rose by 30 million.', Direction('zh-Hans', 'en'))
    ('numbers',)
    """
    return tuple(name for name, check in _CHECKS.items() if check(source, text, way))


def _is_unknown(source: str, text: str, way: Direction) -> bool:
    return any(sign in text and sign not in source for sign in _UNKNOWN)


def _is_odd_in_length(source: str, text: str, way: Direction) -> bool:
    here, there = _size(source), _size(text)
    return not _SHORTEST * here - _SLACK <= there <= _LONGEST * here + _SLACK


def _repeats(source: str, text: str, way: Direction) -> bool:
    """Copies that the source has not. 看看看看 may well be *look, look, look, look*."""
    copies = _in_copies(text)
    return copies > 0 and copies > _LOST * _in_copies(source)


def _is_lost_in_numbers(source: str, text: str, way: Direction) -> bool:
    return bool(astray(source, text, way))


def _is_untranslated(source: str, text: str, way: Direction) -> bool:
    """Words of the other language that are no name, gloss or title; or the other script of Chinese."""
    body = _ASIDE.sub('', text)
    if not is_chinese(way.target):
        return any(han in source for han in _HAN.findall(body))
    if not _HAN.search(text):
        return len(_SMALL.findall(source)) > 1
    if any(found[0].strip() in source for found in _WORDS.finditer(body)):
        return True
    return language_of(text) not in ('en', way.target)


def _has_a_placeholder(source: str, text: str, way: Direction) -> bool:
    """One of ours that stands for nothing: a small model says XQ2 where there was none to be said."""
    return any(found[0].lower() not in source.lower() for found in _PLACEHOLDER.finditer(text))


_CHECKS: dict[str, Callable[[str, str, Direction], bool]] = {
    'unknown': _is_unknown, 'length': _is_odd_in_length, 'repeat': _repeats, 'numbers': _is_lost_in_numbers,
    'untranslated': _is_untranslated, 'stray': _has_a_placeholder}


def _size(text: str) -> float:
    """How much a text says, in Han."""
    return len(_HAN.findall(text)) + len(_OTHER.findall(text)) / _LETTERS


def _in_copies(text: str) -> float:
    lower = text.lower()
    copies = [*loops.surplus(lower, frozenset()), *(found.span() for sign in _COPIES for found in sign.finditer(lower))]
    return max((_size(text[start:end]) for start, end in copies), default=0)
