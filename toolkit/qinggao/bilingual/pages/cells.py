"""Blocks in a cell of a table, on one line, and a cell as the lines that they were."""
from __future__ import annotations

import re
from collections.abc import Iterable

from ...patterns import lazy
from .block import OUTSIDE, Block

BREAK = '<br>'
BAR = '&#124;'      # where a backslash stands before it already: what renderers make of `\\|` differs

# What a bar may stand in or beside: an escape, code, or nothing.
_SIGN = lazy(r'(?P<escape>\\[^|])|(?P<bar>\\?\|)|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<words>.+?)(?<!`)(?P=ticks)(?!`))'
             r'|(?P<break><br\s*/?>)', re.I)
_BARRED = lazy(rf'(?P<own>(?<!\\)(?:\\\\)+){BAR}|(?P<start>^(?:\*\*[^*\n]+\*\*: )?\\\|)|\\\|', re.M)
_HEADING = lazy(r'^[ \t]*#{1,6}[ \t]+', re.M)
_FENCE = lazy(r'[ \t]*(?:`{3,}|~{3,})')
_SPLIT = lazy(r'(?<!\\)\|')
_FRAIL = lazy(r'\\\||<br', re.I)


def cell(blocks: Iterable[Block]) -> str:
    """Blocks on one line, between no bars: `<br>` for each line break. A heading is a line like others here, and each
    line of code is `code`."""
    parts = (BREAK.join(_lines(block)).strip(' \t') for block in blocks)
    return (BREAK * 2).join(part for part in parts if part)


def _lines(block: Block) -> list[str]:
    if block.kind == OUTSIDE and _FENCE.match(block.markdown):
        return [_coded(_code(line)) for line in block.markdown.split('\n') if line.strip() and not _FENCE.match(line)]
    markdown = _HEADING.sub('', block.markdown, count=1) if block.kind == 'heading' else block.markdown
    lines = markdown.split('\n')
    if any(line.count('`') % 2 for line in lines):
        lines = [' '.join(line.strip() for line in lines)]   # `code` on two lines
    return [_coded(_without_break(line)) for line in lines]


def _without_break(line: str) -> str:
    """A line without what makes the break behind it a hard one; an escaped backslash stays."""
    line = line.rstrip()
    return line[:-1] if (len(line) - len(line.rstrip('\\'))) % 2 else line


def _code(line: str) -> str:
    """A line of code as `code`."""
    ticks = '`' * (max(map(len, re.findall('`+', line)), default=0) + 1)
    line = line.strip()
    return f'{ticks} {line} {ticks}' if '`' in (line[0], line[-1]) else f'{ticks}{line}{ticks}'


def _coded(line: str) -> str:
    return _SIGN.sub(_sign, line)


def _sign(found: re.Match[str]) -> str:
    if found['escape']:
        return found[0]
    if found['bar']:
        behind = found.string[found.start() - 1:found.start()] == '\\'
        return BAR if behind and found[0] == '|' else '\\|'
    if found['break']:
        return '<br />'     # of its author's; ours are parted lines
    if _FRAIL.search(found['words']):
        return f'<code>{_entities(found["words"])}</code>'
    return found[0].replace('|', '\\|')


def _entities(words: str) -> str:
    """Words of which Markdown, HTML and a table leave everything as it is."""
    return ''.join(char if char.isalnum() or char.isspace() else f'&#{ord(char)};' for char in words.strip())


def lines_of(cell: str) -> list[str]:
    """The lines of Markdown that a cell holds; a blank one between two blocks.

    >>> lines_of('一 \\\\| 二<br><br>- 三')
    ['一 | 二', '', '- 三']
    """
    markdown = cell.strip(' \t').replace(BREAK, '\n')
    return _BARRED.sub(_unbarred, markdown).split('\n') if markdown else []


def _unbarred(found: re.Match[str]) -> str:
    if found['own']:
        return found['own'] + '|'
    return found['start'][:-2].replace('\\|', '|') + '\\|' if found['start'] else '|'


def cells(row: str) -> list[str]:
    """The cells of a row.

    >>> cells('| 一 \\\\| 二 | three |')
    ['一 \\\\| 二', 'three']
    """
    row = row.strip(' \t').removeprefix('|')
    parts = _SPLIT.split(row)
    if len(parts) > 1 and not parts[-1].strip(' \t'):
        parts.pop()
    return [part.strip(' \t') for part in parts]


def row(cells: Iterable[str]) -> str:
    return f'| {" | ".join(cells)} |'
