"""How a leftover goes: with its line, and without leaving two blank lines or an empty paragraph behind."""
from __future__ import annotations

from ...edits import Edit
from ...gate.page import Page
from ...patterns import lazy

_LINE_END = lazy(r'[ \t]*(?:\n|\Z)')


def removal(page: Page, start: int, end: int, code: str, sure: bool = True) -> Edit:
    """The edit that deletes ``text[start:end]``: alone on its lines with them, of the blank lines on their two sides
    those on one; otherwise with the spaces on one side."""
    text = page.text
    if not is_alone(page, start, end):
        while text[end:end + 1] == ' ' and not (text[start - 1:start].isascii() and text[start - 1:start].strip()):
            end += 1
        while text[end:end + 1] in ('\n', '') and text[start - 1:start] == ' ':
            start -= 1
        return Edit(start, end, '', code, sure)
    first, last = text.rfind('\n', 0, start) + 1, text.find('\n', end)
    last = last if last >= 0 else len(text)
    stop = min(last + 1, len(text))
    opens = first <= page.body or text.endswith('\n\n', 0, first)
    while opens and text[stop:stop + 1] == '\n':
        stop += 1
    if stop == len(text):           # the last lines of a page: what stands before ends it
        while first > page.body + 1 and text[first - 2:first] == '\n\n':
            first -= 1
    return Edit(first, stop, '', code, sure)


def is_alone(page: Page, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of ``text[start:end]``; looks no farther than the next character."""
    text = page.text
    while text[start - 1:start] in (' ', '\t') and start > 0:
        start -= 1
    return text[start - 1:start] in ('\n', '') and _LINE_END.match(text, end) is not None
