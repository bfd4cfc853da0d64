"""The words of a raw transcript and of the page made from it, as running text in Simplified glyphs."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from qinggao.editor.units import units

_CLOCK = re.compile(r'(?m)^\s*[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?(?:\s*-->.*)?\s*')
_SPEAKER = re.compile(r'(?m)^\s*\[Speaker \d+\]:?\s*')
_SOUND = re.compile(r'\[[^\]\n]{1,12}\]|（[^）\n]{1,8}）')
# What stands on a page and was never said, in the order in which it has to go.
_NEVER_SAID = tuple((re.compile(pattern, flags), new) for pattern, flags, new in (
    (r'\A---\n.*?\n---\n', re.S, ''),
    (r'<details.*?</details>', re.S, '\n\n'),
    (r'```.*?```', re.S, '\n\n'),
    (r'<[^>\n]{1,200}>', 0, ''),
    (r'^\s*#{1,6} .*$', re.M, '\n'),
    (r'^\s*(?:[-*+]|\d+\.)\s+', re.M, '\x01'),
    (r'^\x01?\s*\*\*[^*\n]{1,24}\*\*\s*[：:]\s*|^\x01?\s*\*\*[^*\n]{1,24}[：:]\*\*\s*', re.M, ''),
    (r'^\s*>\s?', re.M, ''),
    (r'\[([^\]\n]*)\]\([^)\n]*\)', 0, r'\1'),
    (r'\*\*|__|`', 0, ''),
))
_BRACKET = re.compile(r'[（(]([^（）()\n]{1,160})[）)]')


def raw_text(text: str) -> str:
    """A transcript without clocks, speakers and signs of sounds."""
    for pattern in (_CLOCK, _SPEAKER, _SOUND):
        text = pattern.sub('', text)
    return plain(text)


def page_text(text: str, said: str) -> str:
    """A page without what an editor added; ``said`` is the transcript, whose words a bracket has to hold to stay."""
    for pattern, new in _NEVER_SAID:
        text = pattern.sub(new, text)

    def kept(found: re.Match[str]) -> str:
        words = ''.join(units(found[1]).keys)
        return found[0] if words and words in said else ''

    return _BRACKET.sub(kept, plain(text))


def plain(text: str) -> str:
    """Full-width letters and digits narrow, glyphs Simplified; marks as they are."""
    narrow = (unicodedata.normalize('NFKC', one) if '０' <= one <= 'ｚ' and one.isalnum() else one for one in text)
    return str(_simplified().convert(''.join(narrow)))


@lru_cache(1)
def _simplified() -> Any:
    import opencc
    return opencc.OpenCC('t2s')
