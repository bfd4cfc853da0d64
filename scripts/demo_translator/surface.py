"""What a composed sentence looks like: capital, a or an, marks, spaces beside Latin."""
from __future__ import annotations

import re
from random import Random

HAN = '\u4e00-\u9fff'
_BESIDE = re.compile(f'(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])')
_SAID = re.compile(r'(?<=: )"?[a-z]')       # what is said begins with a capital of its own
_AN = re.compile(r'\b([Aa]) (?=[aeioAEIO])')
MARKS = {'told': ('。', '.'), 'ask': ('？', '?'), 'cry': ('！', '!')}


def capital(text: str) -> str:
    """
    >>> capital('the boat'), capital('"the boat"'), capital('XQ1 is')
    ('The boat', '"The boat"', 'XQ1 is')
    """
    at = 1 if text[:1] == '"' else 0
    return text[:at] + text[at:at + 1].upper() + text[at + 1:]


def english(text: str) -> str:
    """
    >>> english('a engine is on a boat')
    'An engine is on a boat'
    """
    return _SAID.sub(lambda found: found[0].upper(), capital(_AN.sub(r'\1n ', text)))


def chinese(text: str, draw: Random) -> str:
    """Mostly with a space between Han and Latin letters or digits, as cleaned text has it; now and then without."""
    return _BESIDE.sub(' ', text) if draw.random() < .75 else text


def marked(kind: str, both: tuple[str, str], draw: Random) -> tuple[str, str]:
    """With the final mark of its kind on both sides, or, one time in six, on neither."""
    bare = draw.random() < 1 / 6
    if not kind:
        return (both[0].rstrip('。'), both[1].rstrip('.')) if bare and not both[1].endswith('"') else both
    return both if bare else (both[0] + MARKS[kind][0], both[1] + MARKS[kind][1])
