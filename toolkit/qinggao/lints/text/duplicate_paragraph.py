"""The same paragraph twice.

A model that translates a talk in pieces repeats where the pieces overlap; an editor pastes twice. Delete one of them.
Where nothing stands between the two the second is deleted if you ask for it. A paragraph counts from 25 characters of
Chinese or 80 of a language in letters. Left alone is a quotation, which may come back as a chorus does, and a manual in
English that explains one parameter twice.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ..front_matter.notes import is_note

CODE = 'TX007'
NAME = 'duplicate-paragraph'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '那天的雾很大，我们听得见汽笛，却看不见船，只好在码头上等到中午。\n\n' * 2
RIGHT = '那天的雾很大，我们听得见汽笛，却看不见船，只好在码头上等到中午。\n\n'

_KINDS = frozenset(('text', 'list'))
_TAIL, _LAST, _TRIES = 32, 20, 40
_LEAST = 25         # so many characters; a letter counts as a third of one


def findings(page: Page) -> Iterator[Finding]:
    if not page.once(chinese_words).text and not is_note(page):
        return
    text = page.text
    seen: dict[tuple[bool, str], list[Block]] = {}      # by their last characters: most end each in its own way
    before: Block | None = None
    for block in page.blocks:
        last, before = before, block
        if block.end - block.start < _LEAST or not (block.kind in _KINDS or (block.original and block.kind == 'tag')):
            continue
        likely = seen.setdefault((block.original, text[block.end - _TAIL:block.end].rstrip()[-_LAST:]), [])
        first = _same(text, likely, block) if likely else None
        if first is None:
            likely.append(block)
            continue
        line = text.count('\n', 0, first.start) + 1
        mend = (Edit(last.end, block.end, '', CODE, False),) if last is first else ()
        yield Finding(block.start, block.end, f'the same paragraph as in line {line}: delete one of them', mend)


def _same(text: str, likely: list[Block], block: Block) -> Block | None:
    """The one of these that reads as the block does, but for spaces."""
    words = _words(text, block)
    return next((one for one in likely[-_TRIES:] if _words(text, one) == words), None) if _is_long(words) else None


def _words(text: str, block: Block) -> str:
    return ' '.join(text[block.start:block.end].split())


def _is_long(words: str) -> bool:
    wide = len(words) - len(words.encode('ascii', 'ignore'))
    return wide + (len(words) - wide) // 3 >= _LEAST
