"""What was said, in Markdown: escaped where it would be markup."""
from __future__ import annotations

from ..patterns import lazy

OUTER = r'(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])'   # inside snake_case it marks nothing
ENTITY = r'&(?=#?[A-Za-z0-9]+;)'
ENTITIES = {'&lt;': '<', '&amp;': '&', '&#123;': '{'}
_ESCAPED = {char: entity for entity, char in ENTITIES.items()}

_SPECIAL = lazy(rf'[\\`*\[\]]|<|{ENTITY}|{OUTER}|~(?=~)|\{{(?=[{{%#])')
_SPECIAL_START = lazy(r'(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|\||-{3,}$|={3,}$|~~~|\d{1,9}(?=[.)](?:\s|$)))')


def escaped(words: str, starts_line: bool = True) -> str:
    """Words that Markdown, HTML and a template engine read as words.

    >>> escaped('# 1 * 2 <b> {{x}} snake_case')
    '\\\\# 1 \\\\* 2 &lt;b> &#123;{x}} snake_case'
    """
    words = _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], '\\' + found[0]), words)
    if starts_line and (found := _SPECIAL_START.match(words)):
        at = found.end() if found[0].isdigit() else 0
        words = words[:at] + '\\' + words[at:]
    return words
