"""Join the lines of a text as a page would: nothing between Han, one space between Latin words."""
from __future__ import annotations

import re

# CJK letters and marks, kana, full-width forms: they need no space beside a line break.
WIDE = '\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af“”‘’…—'
HAN = '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af'

_BREAK = re.compile(r'[ \t]*\n\s*')
_WIDE = re.compile(f'[{WIDE}]')
_HAN = re.compile(f'[{HAN}]')


def joined(text: str, spaces: bool = True) -> str:
    """The text on one line. ``spaces``: whether Han and Latin are parted by one.

    >>> joined('我们用\\nGPT\\n写程序')
    '我们用 GPT 写程序'
    >>> joined('很好，\\n真的')
    '很好，真的'
    """
    text = text.strip()
    return joined_part(text, 0, len(text), spaces)


def joined_part(text: str, start: int, end: int, spaces: bool = True) -> str:
    """``text[start:end]`` on one line; at its edges what stands beside it counts too."""
    if text.find('\n', start, end) < 0:
        return text[start:end]
    out: list[str] = []
    at = start
    for found in _BREAK.finditer(text, start, end):
        left, right = text[max(0, found.start() - 1)], text[min(found.end(), len(text) - 1)]
        out += text[at:found.start()], gap(left, right, spaces)
        at = found.end()
    return ''.join(out) + text[at:end]


def gap(left: str, right: str, spaces: bool = True) -> str:
    """What stands between two characters that a line break parted."""
    if not _WIDE.match(left) and not _WIDE.match(right):
        return ' '
    if not spaces or not (left.isalnum() and right.isalnum()):
        return ''
    return ' ' if bool(_HAN.match(left)) != bool(_HAN.match(right)) else ''


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return bool(_HAN.search(text))
