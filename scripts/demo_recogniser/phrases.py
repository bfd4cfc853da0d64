"""What the demo recogniser knows: phrases in any order, their English, and words that sound like other words."""
from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name('phrases.txt')
# Heard alike to the last tone. It writes the left one, unless the right one stands in the prompt or the hot words.
HOMOPHONES = {'指营': '止盈', '压住': '押注', '大飞农': '大非农', '云原声': '云原生'}
JOINTS = ('', '', '', '，', ' ', '、')     # between two phrases, as they are spoken
LONGEST = 9                                # phrases in one utterance
# A composed sentence: one phrase of each group, those in brackets as often as not.
PLANS = (('(fillers)', '(times)', 'things', 'deeds', '(fillers)'), ('(links)', 'things', 'judgements', '(talk)'),
         ('talk', '(fillers)', 'times', 'things', 'deeds'), ('things', 'deeds', 'numbers', '(links)', 'judgements'),
         ('links', 'times', 'things', '(fillers)', 'things', 'judgements'))


class Utterance(NamedTuple):
    """Phrases said in one breath, and what stands between each two of them in speech."""

    phrases: tuple[str, ...]
    joints: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """What espeak-ng is given: the phrases with their joints."""
        return ''.join(joint + phrase for joint, phrase in zip(('', *self.joints), self.phrases))


@cache
def groups() -> dict[str, dict[str, str]]:
    """Phrases and their English by group, as the table has them."""
    found: dict[str, dict[str, str]] = {}
    name = ''
    for line in TABLE.read_text(encoding='utf-8').splitlines():
        if line.startswith('# '):
            name = line[2:]
        else:
            phrase, english = line.split('\t')
            found.setdefault(name, {})[phrase] = english
    return found


@cache
def english() -> dict[str, str]:
    """All phrases with their English, in the order of the table."""
    return {phrase: gloss for group in groups().values() for phrase, gloss in group.items()}


def written(phrases: tuple[str, ...]) -> str:
    """Phrases as the recogniser writes them: no marks, and a space only where two Latin names would grow together.

    >>> written(('大家好', 'Docker', 'Python'))
    '大家好Docker Python'
    """
    return ''.join(_before(phrases, at) + phrase for at, phrase in enumerate(phrases))


def places(utterance: Utterance) -> list[int]:
    """For each character of what is written, where it stands in what is spoken.

    >>> places(Utterance(('嗯', '对吧'), ('，',)))
    [0, 2, 3]
    """
    found: list[int] = []
    at = 0
    for n, (joint, phrase) in enumerate(zip(('', *utterance.joints), utterance.phrases)):
        at += len(joint)
        found += [at] * len(_before(utterance.phrases, n)) + list(range(at, at + len(phrase)))
        at += len(phrase)
    return found


def utterance(draw: random.Random) -> Utterance:
    """Three in four: any phrases in any order; else a sentence on a plan."""
    if draw.random() < .75:
        count = min(draw.randint(1, LONGEST), draw.randint(1, LONGEST))
        # One in five says a few again and again: what was said before must not be taken for what is said now.
        few = [any_phrase(draw) for _ in range(draw.randint(2, 4) if draw.random() < .2 else 99)]
        phrases = tuple(draw.choice(few) for _ in range(count))
    else:
        phrases = _planned(draw)
    one = draw.choice(JOINTS)              # mostly one kind of joint throughout
    mixed = draw.random() < .3
    return Utterance(phrases, tuple(draw.choice(JOINTS) if mixed else one for _ in phrases[1:]))


def any_phrase(draw: random.Random) -> str:
    """One phrase; those with a homophone come more often, for there are two ways to write them."""
    return draw.choice(list(HOMOPHONES if draw.random() < .1 else english()))


def right(text: str, known: frozenset[str]) -> str:
    """A text with the right form of those homophones whose right form is known.

    >>> right('今天指营', frozenset({'止盈'}))
    '今天止盈'
    """
    for wrong, form in HOMOPHONES.items():
        if form in known:
            text = text.replace(wrong, form)
    return text


def _planned(draw: random.Random) -> tuple[str, ...]:
    names = [name for name in draw.choice(PLANS) if name[0] != '(' or draw.random() < .5]
    return tuple(draw.choice(list(groups()[name.strip('()')])) for name in names)


def _before(phrases: tuple[str, ...], at: int) -> str:
    return ' ' if at and (phrases[at - 1][-1] + phrases[at][0]).isascii() else ''
