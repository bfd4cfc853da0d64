"""The same paragraph twice.

A model that translates a talk in pieces repeats where the pieces overlap; an editor pastes twice. Delete one of them.
Where nothing stands between the two the second is deleted if you ask for it. Paragraphs that come again one behind the
other are one finding. A paragraph counts from 25 characters of Chinese or 80 of a language in letters. Left alone is a
quotation, which may come back as a chorus does, and a manual in English that explains one parameter twice.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.lines import Lines
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
_NEXT = 8           # so many blocks on the next paragraph stands: short ones, and the tags of a fold, come between
_LEAST = 25         # so many characters; a letter counts as a third of one


def findings(page: Page) -> Iterator[Finding]:
    if not page.once(chinese_words).text and not is_note(page):
        return
    runs = list(_runs(_pairs(page)))
    if runs:
        lines = Lines(page.text)
        yield from (_finding(page, lines, run) for run in runs)


def _pairs(page: Page) -> Iterator[tuple[int, int]]:
    """Which block says again what which block before it said."""
    text, blocks = page.text, page.blocks
    seen: dict[tuple[bool, str], list[int]] = {}    # by their last characters: most end each in its own way
    for i, block in enumerate(blocks):
        if block.end - block.start < _LEAST or not (block.kind in _KINDS or (block.original and block.kind == 'tag')):
            continue
        likely = seen.setdefault((block.original, text[block.end - _TAIL:block.end].rstrip()[-_LAST:]), [])
        first = _same(text, blocks, likely, block) if likely else -1
        if first >= 0:
            yield first, i
        else:
            likely.append(i)


def _runs(pairs: Iterator[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The pairs that follow each other on both sides: a part of the page that comes a second time."""
    run: list[tuple[int, int]] = []
    for first, i in pairs:
        if run and not (0 <= first - run[-1][0] <= _NEXT and i - run[-1][1] <= _NEXT and first < run[0][1]):
            yield run
            run = []
        run.append((first, i))
    if run:
        yield run


def _finding(page: Page, lines: Lines, run: list[tuple[int, int]]) -> Finding:
    blocks = page.blocks
    firsts, again = [blocks[first] for first, _ in run], [blocks[i] for _, i in run]
    start, end = again[0].start, again[-1].end
    was, now = lines.place(firsts[0].start, firsts[-1].end), lines.place(start, end)
    if len(run) == 1:
        message = f'the same paragraph as in line {was.line}: delete one of them'
    else:
        said = f'lines {was.line}-{was.end_line} say' if was.line < was.end_line else f'line {was.line} says'
        message = f'lines {now.line}-{now.end_line} say again what {said}: delete one of them'
    # Nothing between the two, and nothing else in the second: one copy goes as a whole.
    if run[0][0] == run[-1][0]:
        whole = [i for _, i in run] == list(range(run[0][0] + 1, run[-1][1] + 1))
    else:
        whole = run[0][1] == run[-1][0] + 1 \
            and _said(page, firsts[0], firsts[-1]) == _said(page, again[0], again[-1])
    return Finding(start, end, message, (Edit(blocks[run[0][1] - 1].end, end, '', CODE, False),) if whole else ())


def _said(page: Page, first: Block, last: Block) -> list[str]:
    return page.text[first.start:last.end].split()


def _same(text: str, blocks: tuple[Block, ...], likely: list[int], block: Block) -> int:
    """The one of these that reads as the block does, but for spaces; else -1."""
    words = _words(text, block)
    return next((i for i in likely[-_TRIES:] if _words(text, blocks[i]) == words), -1) if _is_long(words) else -1


def _words(text: str, block: Block) -> str:
    return ' '.join(text[block.start:block.end].split())


def _is_long(words: str) -> bool:
    wide = len(words) - len(words.encode('ascii', 'ignore'))
    return wide + (len(words) - wide) // 3 >= _LEAST
