"""A file without a word in it.

It is empty, holds front matter and no body, or nothing but marks and times: what was said got lost on the way.
Write it again from its source, or remove the file.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import PAGE, Page
from ...patterns import lazy
from ..front_matter.notes import is_note

CODE = 'TR006'
NAME = 'no-words'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '---\ntitle: 江边的一天\n---\n\n……\n'
RIGHT = '---\ntitle: 江边的一天\n---\n\n船开了。\n'

_LETTER = lazy(r'[^\W_]')
# Of a transcript: what is none of its words. Neither a number nor a line of times, `[Music]`, what stands in tags.
_IDLE = lazy(r'\d+|\[[^\[\]\n]{1,40}\]|<[^<>\n]{1,80}>|^\ufeff?WEBVTT[^\n]*|^(?:Kind|Language): [^\n]*', 8)
# Of a page: tags and comments, and what a fold is called.
_TAGS = lazy(r'<summary\b.*?(?:</summary>|\Z)|<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>', 18)
_SHORT = 2000   # characters: no longer file is without words


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    if len(text) - page.body > _SHORT and _LETTER.search(text, page.body):
        return
    if page.head and len(page.fields) < len(page.head.fields) and not is_note(page):
        return      # the first page of another site may be made of fields alone
    words = (_TAGS.sub('', text[block.start:block.end]) for block in page.blocks) if page.kind == PAGE \
        else [_IDLE.sub('', text)]
    if not any(_LETTER.search(part) for part in words):
        yield Finding(0, 0, 'no words in it: write it again from its source, or remove it')
