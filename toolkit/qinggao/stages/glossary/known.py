"""Which terms a page explains already: `术语（English: 释义）` in whatever brackets, in bold or not, by whomever."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...patterns import HAN, lazy
from ...rulebook.lexicon import Term
from ...rulebook.literals import fold
from .table import Mention, Table

Span = tuple[int, int]

_INSIDE = r'(?:[^（）()\n]|[（(][^（）()\n]{0,80}[）)]){1,400}'
_BEHIND = lazy(rf'[*_”’」』》"]{{0,4}}[ \t]?(?:（({_INSIDE})）|\(({_INSIDE})\))')
_DEFINED = lazy(r'(?:\*\*|__)[ \t]?[：:]')
# Latin words, or several Han: neither 止损（笑） nor 毛利率（9.1%）.
_SAYS = lazy(rf'[A-Za-z]{{2}}|(?:[{HAN}][^{HAN}]?){{4}}')
# English with the term in brackets: large language models（大语言模型）.
_BEFORE, _CLOSES = lazy(r'[A-Za-z][*_]{0,3}[ \t]?[（(]["“]?$'), lazy(r'["”]?[）)，,：:；;]')
_HIDDEN = ('<', '`', '~~~')     # folds hold the original: its glosses are none of this page's


def known(text: str, marks: list[Span], mentions: Iterable[Mention], table: Table) -> Iterator[Term]:
    """The terms that are explained, some of them more than once."""
    hidden = [(start, end) for start, end in marks if end - start > 1 and text.startswith(_HIDDEN, start)]
    at = 0
    for start, end, term in mentions:
        while at < len(hidden) and hidden[at][1] <= start:
            at += 1
        if term and not (at < len(hidden) and hidden[at][0] <= start) and _is_explained(text, start, end, term, table):
            yield term


def _is_explained(text: str, start: int, end: int, term: Term, table: Table) -> bool:
    if found := _BEHIND.match(text, end):
        inside = found[1] or found[2]
        return bool(_SAYS.search(inside)) or any(fold(name) in fold(inside) for name in term.names)
    if _DEFINED.match(text, end) or _names_follow(text, start, end, term, table):
        return True
    return bool(_BEFORE.search(text, max(0, start - 8), start) and _CLOSES.match(text, end))


def _names_follow(text: str, start: int, end: int, term: Term, table: Table) -> bool:
    """Whether another word for it stands right behind: 止损 stop loss."""
    behind = fold(text[end:end + 40]).lstrip(' ')
    said = fold(text[start:end])
    return any(behind.startswith(fold(name)) and fold(name) != said for name in term.names if name[0].isascii())
