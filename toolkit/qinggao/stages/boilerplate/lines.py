"""Whole lines that go without leaving a blank one behind."""
from __future__ import annotations


def whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The span to delete so that these lines go and no blank line comes: one of their line breaks with them,
    and of the blank lines on their two sides those on one."""
    while text[start - 1:start] not in ('', '\n'):
        start -= 1
    while text[end:end + 1] not in ('', '\n'):
        end += 1
    alone = text[max(0, start - 2):start] in ('', '\n', '\n\n')
    if end == len(text):
        return len(text[:start].rstrip('\n')), end
    end += 1
    while alone and text[end:end + 1] == '\n':
        end += 1
    if end == len(text) and alone:
        start = min(start, len(text[:start].rstrip('\n')) + 1)
    return start, end
