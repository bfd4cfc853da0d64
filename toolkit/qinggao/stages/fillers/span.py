"""What goes with a filler: the marks and spaces beside it, or its whole line."""
from __future__ import annotations

from collections.abc import Container

from ...view import View
from .words import HARD, MARKS, SOFT

_LOUD, _FULL = frozenset('？！?!'), frozenset(HARD)
_SOUNDS = frozenset('嗯呃唔啊呢哦')
_OPENERS = frozenset('-*•–—>#·')     # of a list item
_BESIDE = frozenset(MARKS + ' ')
_LONGEST = 24   # characters of a word


def with_marks(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The run with the marks and spaces that go with it; None where it stays for their sake."""
    left, right = skip_back(text, start), skip(text, end, _BESIDE)
    before, after = char_before(text, left) or '\n', text[end:right]
    if not _LOUD.isdisjoint(after):     # 对吧？ asks, 啊！ calls
        return None
    closes = right == len(text) or text[right] == '\n'
    if before == after[:1] == ',' and text[end + 1:end + 3].islower() and not _again(text, left - 1, right):
        return left - 1, end + 1    # and, um, every rider: in English both commas were the filler's
    if before == '\n' and closes:
        return _line(text, left, right)
    if before == '\n' or before in HARD or before in _LOUD or before in _OPENERS:
        return start, right
    ends = closes or not _FULL.isdisjoint(after)
    if before in SOFT:
        return (left - 1, end) if ends else (start, right)
    if ends or after.strip():
        return left, end
    if left < start and text[start:end].isascii() and not before.isascii() and _stays_han(text[right:right + 1]):
        return left, right      # 就是 um 这个: the spaces were there for the Latin letters
    return start, (right if left < start else end)


def _stays_han(after: str) -> bool:
    """Whether a Han character follows that is no sound: behind those the next Latin letters may come up."""
    return not after.isascii() and after not in _SOUNDS


def _again(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at ``text[end]`` is said again at ``text[start]``: a, um, a radar."""
    word = text[max(0, end - _LONGEST):end].rpartition(' ')[2].lower()
    return bool(word) and text[start:start + len(word)].lower() == word


def char_before(text: str, at: int) -> str:
    return text[max(0, at - 1):at]


def skip(text: str, at: int, chars: Container[str] = ' ') -> int:
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def skip_back(text: str, at: int) -> int:
    while at and text[at - 1] == ' ':
        at -= 1
    return at


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """A line that goes takes its newline along, and the blank line behind it if it was a paragraph."""
    if end == len(text):
        while start and text[start - 1] == '\n':
            start -= 1
        return start, end
    if not start or text[max(0, start - 2):start] == '\n\n':
        while text[end:end + 1] == '\n':
            end += 1
        return start, end
    return start, end + 1


def parts_well(view: View, start: int, end: int) -> bool:
    """Whether the neighbours can stand side by side; GPU嗯CPU cannot, GPU 嗯 CPU can."""
    text = view.text
    left, right = skip_back(text, start), skip(text, end)
    before, after = char_before(text, left), text[right:right + 1]
    if not before.isalnum() or not after.isalnum():
        return True
    if before.isascii() and after.isascii():
        return left < start or right > end or text[start] == ' ' or text[end - 1] == ' '
    return left < start or right > end or view.joins_safely(start, end)
