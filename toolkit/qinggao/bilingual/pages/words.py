"""Words as lines of Markdown, where one paragraph has several."""
from __future__ import annotations

from ...formats.markdown_words import escaped
from ...patterns import lazy

# Below another line of words this makes it a heading, or the head of a table.
_RULE = lazy(r'[-=:|\\ \t]+')


def line_of_words(words: str) -> str:
    """A line that Markdown reads as these words, alone or below another one.

    >>> print(*map(line_of_words, ('--', ':-- | --', '# 一')), sep=', ')
    \\--, \\:-- | --, \\# 一
    """
    return no_rule(escaped(words))


def no_rule(line: str) -> str:
    """A line of Markdown that makes nothing of the line above it."""
    return f'\\{line}' if not line.startswith('\\') and _RULE.fullmatch(line) else line
