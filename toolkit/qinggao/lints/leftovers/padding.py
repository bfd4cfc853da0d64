"""Words that only fill room: "padding block to meet the length", Lorem ipsum.

Somebody asked for so many words and got them. Readers have no use for them: delete them, and see whether the page
lacks what they stand for.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'LE003'
NAME = 'padding'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '船靠岸了。\n\nThis is a padding block to meet the required length.\n'
RIGHT = '船靠岸了。\n'

_PADDING = lazy(
    r'\bpadding[ ](?:block|text|content|paragraph|section|sentence|word)s?\b[^.\n。]{0,40}\b'
    r'(?:to[ ](?:meet|reach|satisfy|fulfil|ensure|pad)\b[^.\n。]{0,30}\b'
    r'(?:length|count|words?|requirements?|limit|minimum)'
    r'|for[ ](?:length|the[ ](?:length|word)))'
    r'|\blorem[ ]ipsum[ ]dolor\b'
    r'|(?:以下|此处|这里|这段|本段)(?:为|是|的)?填充(?:的)?(?:文字|文本|内容|段落)'
    r'|填充(?:文字|文本|内容|段落)[^。\n]{0,12}(?:达到|满足|符合|凑足)[^。\n]{0,12}(?:字数|长度|要求)', 2)
_QUOTES = '“‘「『"\''


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for found in _PADDING.finditer(text, page.body):
        start, end = found.span()
        if start and text[start - 1] in _QUOTES:
            continue
        if not page.is_code(start):
            yield Finding(start, end, 'words that only fill room: delete them')
