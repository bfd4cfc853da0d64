"""Join the lines of a text as a page would: nothing between Han, one space between Latin words."""
from __future__ import annotations

from ..patterns import HAN, lazy

# CJK letters and marks, kana, full-width forms: they need no space beside a line break.
_WIDE = '\u2e80-\u33ff\uff00-\uffef“”‘’…—' + HAN
_BREAK = lazy(r'[ \t]*\n\s*')
_IS_WIDE = lazy(f'[{_WIDE}]')
_IS_HAN = lazy(f'[{HAN}]')


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
    if not is_wide(left) and not is_wide(right):
        return ' '
    if not spaces or not (left.isalnum() and right.isalnum()):
        return ''
    return ' ' if bool(_IS_HAN.match(left)) != bool(_IS_HAN.match(right)) else ''


def is_wide(char: str) -> bool:
    """Whether a character brings its own room: CJK, kana, full-width forms."""
    return bool(_IS_WIDE.match(char))


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return not text.isascii() and bool(_IS_HAN.search(text))
