"""Where a fold stands: at the margin, in an item of a list, in a quote, in a table; and what a blank line does to it.

A blank line at the margin parts paragraphs. In a cell or a quote it ends the table or the quote, and in an item the
line behind it must keep its spaces.
"""
from __future__ import annotations

from ...gate.page import Page
from ...patterns import lazy
from .folds import Fold, Tag, is_older, label_of, labels

# What Markdown would make something of, were there a blank line before it.
_MARKDOWN = lazy(r'\*\*|`|\]\(|~~|(?<![\w*])\*[^\s*][^*\n]{0,400}\*(?![\w*])'
                 r'|^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]|\||#{1,6}[ \t]|>)', 8)
LONGEST = 10_000    # characters of a fold that are looked at: no fold in HTML is longer, and folds may be nested
_BLANK_LINE = lazy(r'\n[ \t]*\n')
_MARKER = lazy(r'[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]')


def is_original(page: Page, fold: Fold) -> bool:
    """Whether a fold holds an original, even under a label with a defect: for others legal HTML is good enough."""
    if fold.summary is None or is_older(page, fold):
        return True
    label = label_of(page, fold)
    return label in labels(page) or 'Original English' in label


def is_plain_html(page: Page, fold: Fold) -> bool:
    """Whether a fold reads well as HTML: nothing before its first blank line is Markdown. An original must be one line.

    `<details><summary>答案</summary>四十二。</details>` needs no blank lines, and nothing does where the tag says that
    Markdown is read in HTML.
    """
    text = page.text
    if text.find('markdown=', fold.open.start, fold.open.end) >= 0:
        return True
    stop = min(fold.stop, fold.inside + LONGEST)
    if is_original(page, fold) and text.find('\n', fold.inside, stop) >= 0:
        return False
    blank = _BLANK_LINE.search(text, fold.inside, stop)
    return _MARKDOWN.search(text, fold.inside, blank.start() if blank else stop) is None


def has_blank_line(page: Page, fold: Fold) -> bool:
    """Whether Markdown is read before a fold ends."""
    return _BLANK_LINE.search(page.text, fold.inside, min(fold.stop, fold.inside + LONGEST)) is not None


def line_of(page: Page, at: int) -> int:
    """Where the line begins that holds an offset."""
    return max(page.body, page.text.rfind('\n', 0, at) + 1)


def is_in_cell_or_quote(page: Page, tag: Tag) -> bool:
    """Whether a blank line beside a tag would end a table or a quote."""
    line = line_of(page, tag.start)
    before = page.text[line:tag.start].strip()
    end = page.text.find('\n', tag.end)
    behind = page.text[tag.end:end if end >= 0 else len(page.text)].strip()
    return before[:1] in ('>', '|') or before.endswith('|') or ('|' in before and _is_row(page, line)) \
        or behind.startswith('|')


def is_in_item(page: Page, tag: Tag) -> bool:
    """Whether the line of a tag belongs to an item of a list, as far as spaces and markers tell."""
    line = line_of(page, tag.start)
    return page.text[line] in ' \t' or _MARKER.match(page.text, line, tag.start + 1) is not None


def _is_row(page: Page, line: int) -> bool:
    """Whether a line with bars, but none in front, is a row of a table: a line of dashes stands above it."""
    block = page.block_at(line)
    return block is not None and '---' in page.text[block.start:line]
