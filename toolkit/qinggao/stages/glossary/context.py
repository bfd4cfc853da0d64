"""What stands beside a mention: is it a word of its own, in a Chinese sentence, not explained right there?"""
from __future__ import annotations

import re
from functools import lru_cache

from ...han_classes import SIMPLIFIED, TRADITIONAL
from ...patterns import HAN, lazy

NEAR = 100      # characters of its paragraph, before and behind, that tell its language
_WORDS = 30     # those that tell its words
_BESIDE = 20    # and those that tell what is meant
_HAN, _LATIN = lazy(f'[{HAN}]'), lazy('[A-Za-z0-9]')
_LATIN_WORD, _KANA = lazy('[A-Za-z]+'), lazy('[\u3041-\u30fa]')
_SIMPLIFIED, _TRADITIONAL = lazy(f'[{SIMPLIFIED}]'), lazy(f'[{TRADITIONAL}]')
_HAN_BEFORE, _HAN_BEHIND = lazy(f'(?:[{HAN}]\n?)*$'), lazy(f'(?:\n?[{HAN}])*')
# Alone behind a word they make it another: 止损位, 杠杆率, 期权池. And before it: 高杠杆, 非期权.
_ENDINGS = frozenset('位点线单率型性化者度额器式战池盘卡价季股币表篇学派族法案量比值方')
_BEGINNINGS = frozenset('非反超准次副总净高低轻重满半全大小多假伪')
_JOINS = lazy(r"[-/.\\_@&+#'’=%$*`~|^]")
# A label, or what opens an explanation: `止损的意思是：`. A bracket explains it too, or would look like a second one.
_EXPLAINED = lazy(r'[^\s，。！？；、,.（）()]{0,6}[：:]|[”’」』》"]?\s?[（(\[【〔]')


def is_word(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a word of its own. Line ends part no words: captions are joined on a page."""
    if _JOINS.match(text[start - 1:start] or ' ') or _JOINS.match(text[end:end + 1]):
        return False
    said = text[start:end]
    return _is_edge_of_latin(text, start, end) and (said.isascii() or _is_edge_of_han(text, start, end))


def _is_edge_of_latin(text: str, start: int, end: int) -> bool:
    """Not part of a longer name: ETF Trends, the New Fed."""
    before, behind = text[max(0, start - 2):start], text[end:end + 2]
    return not ((_LATIN.match(text[start]) and _LATIN.match(before.rstrip()[-1:]))
                or (_LATIN.match(text[end - 1]) and _LATIN.match(behind.lstrip()[:1])))


def _is_edge_of_han(text: str, start: int, end: int) -> bool:
    """Whether words end where it begins and begin where it ends, by one of the two ways rjieba cuts."""
    before = _joined(_HAN_BEFORE.search(text, max(0, start - _WORDS), start))
    behind = _joined(_HAN_BEHIND.match(text, end, end + _WORDS))
    said = text[start:end]
    at, stop = len(before), len(before) + len(said)
    cuts = [_cut(before + said + behind, guesses) for guesses in (True, False)]
    return any(at in words and stop in words for words in cuts) and not any(
        (behind[:1] in _ENDINGS and {stop, stop + 1} <= words) or (before[-1:] in _BEGINNINGS and {at - 1, at} <= words)
        for words in cuts)


def _joined(found: re.Match[str] | None) -> str:
    return found[0].replace('\n', '') if found else ''


@lru_cache(256)
def _cut(run: str, guesses: bool) -> frozenset[int]:
    """Where words begin and end; ``guesses``: words that no dictionary has too."""
    import rjieba
    edges, at = {0}, 0
    for word in rjieba.cut(run, guesses):
        at += len(word)
        edges.add(at)
    return frozenset(edges)


def is_chinese(text: str, start: int, end: int) -> bool:
    """Whether its paragraph is Chinese there, in Simplified: the gloss is."""
    first = max(text.rfind('\n\n', max(0, start - NEAR), start), start - NEAR, 0)
    last = text.find('\n\n', end, end + NEAR)
    part = text[first:last if last >= 0 else end + NEAR]
    if len(_HAN.findall(part)) < max(2, len(_LATIN_WORD.findall(part))) or len(_KANA.findall(part)) > 2:
        return False
    return len(_TRADITIONAL.findall(part)) <= len(_SIMPLIFIED.findall(part))


def beside(text: str, start: int, end: int) -> str:
    """The few words around it, however they are broken into lines."""
    before = ''.join(text[max(0, start - 2 * _BESIDE):start].split())[-_BESIDE:]
    return f'{before}\0{"".join(text[end:end + 2 * _BESIDE].split())[:_BESIDE]}'


def is_free(text: str, start: int, end: int) -> bool:
    """Whether nothing behind it explains it, and it parts no breath: 止损 然后."""
    if _EXPLAINED.match(text, end):
        return False
    return not (_HAN.match(text[end - 1]) and text[end:end + 1] == ' ' and _HAN.match(text[end + 1:end + 2]))
