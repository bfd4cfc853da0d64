"""How sure it is that a name was meant where something sounds like it: sure, to be looked at, or not worth a word."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from ...pinyin import readings
from ...rulebook.literals import fold, stands
from ...rulebook.named import is_inside
from .latin import Seen
from .names import Heard, Name
from .sounds import is_same
from .spelling import is_written_as_name
from .words import foreign, inside, is_torn

NEAR = 300      # characters before and behind, as for mis-hearings

_SURNAMES = frozenset(
    '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余'
    '潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文')
# Words that a dictionary's count takes for parts of others: 其他的币全是垃圾, 两颗星间的链路.
_LOOSE = frozenset(
    '全都也就还才又只再很太更最不没会要能可在是有把被给对向从到的了着过吧吗呢啊里上下中前后内外间时之其这那哪于与和跟同或及而且若则即所以为')

Verdict = Literal['sure', 'unsure', '']


class Fit(NamedTuple):
    """How well a sound fits a name, whatever stands around it."""

    size: int
    same: bool      # but for tones, not nearly
    shares: bool    # a character of the name stands in its place
    alone: int      # in how many of a hundred uses the freest of the other characters is a word by itself

    @property
    def is_possible(self) -> bool:
        return self.size > 2 or (self.same and self.alone <= 15)


class Page:
    """One text and where the right forms stand in it."""

    def __init__(self, text: str, right: Sequence[tuple[int, str]]) -> None:
        self._text, self._folded = text, fold(text)
        self._right, self._said = right, {said for _, said in right}
        self._found = dict[str, bool]()

    def verdict(self, heard: Heard, known: frozenset[str]) -> Verdict:
        """``known``: wrong forms that a rule has. Such a rule knows better when to stay quiet."""
        start, end, (name, rule, near) = heard
        said = self._text[start:end]
        fit = _fit(said, name)
        if not fit.is_possible or said in known or is_inside(self._text, start, end, rule.words('unless')):
            return ''
        told, again = self._is_told(start, name, near), name in self._said
        if not told and not again:
            return ''
        words = inside(self._text, start, end)
        if words is None or len(words) == 1:
            return ''
        if fit.size < 4 and is_torn(self._text, start, end):
            return ''
        return _weighed(heard.name, fit, foreign(said, name, words), told, again)

    def verdict_of_latin(self, seen: Seen, known: frozenset[str]) -> Verdict:
        """Of a name of several words one that is spelt right vouches for the others."""
        start, end, (name, parts, rule, near), right = seen
        said = self._folded[start:end]
        if said in known or is_inside(self._folded, start, end, tuple(map(fold, rule.words('unless')))):
            return ''
        told = self._is_near(start, near)
        again = self._stands(fold(name))
        if len(parts) > 1:
            return 'sure' if right and (told or again) else 'unsure' if right or told or again else ''
        if not told or not is_written_as_name(self._text, start, end):
            return ''
        return 'sure' if again and len(name) > 6 else 'unsure'

    def _stands(self, name: str) -> bool:
        if name not in self._found:
            self._found[name] = stands(name, self._folded, 0, len(self._folded))
        return self._found[name]

    def _is_near(self, at: int, near: tuple[str, ...]) -> bool:
        first, last = max(0, at - NEAR), at + NEAR
        return any(stands(word, self._folded, first, last) for word in near)

    def _is_told(self, at: int, name: str, near: tuple[str, ...]) -> bool:
        """Whether a word that is said with it stands near, or where none is known another name or term."""
        if near:
            return self._is_near(at, near)
        first = bisect_left(self._right, (at - NEAR, ''))
        return any(said != name for _, said in self._right[first:bisect_right(self._right, (at + NEAR, ''))])


@lru_cache(1 << 12)
def _fit(said: str, name: str) -> Fit:
    usual, differ = readings().alone, [(a, b) for a, b in zip(said, name) if a != b]
    most = max(100 if a in _LOOSE else usual.get(a, 0) for a, _ in differ)
    return Fit(len(said), is_same(said, name), len(differ) < len(said), most)


def _weighed(name: Name, fit: Fit, is_foreign: bool, told: bool, again: bool) -> Verdict:
    if fit.size > 3:
        return 'unsure' if is_foreign else 'sure'
    if is_foreign or not fit.same:
        return 'unsure' if fit.size == 3 and told and fit.alone < 35 and (fit.same or again) else ''
    if fit.size == 3:
        is_sure = told and fit.alone < 35 and (again or not _is_of_a_chinese(name))
        return 'sure' if is_sure else 'unsure' if fit.alone < 35 or again else ''
    # Of two characters one is right already, and the word is said elsewhere: 家仓 for 加仓.
    is_sure = told and again and fit.shares and fit.alone < 15 and name.rule.text('kind') != 'person'
    return 'sure' if is_sure else 'unsure' if told and (again or (name.near and fit.alone < 15)) else ''


def _is_of_a_chinese(name: Name) -> bool:
    """Three characters of a person: a namesake may be spelt so, 李菲菲 is no 李飞飞. Transliterated ones have none."""
    return name.rule.text('kind') == 'person' and name.text[0] in _SURNAMES
