"""A comment to qinggao that it does not understand.

It asks for something else than off, on or off-next-line, or names a code that no lint has, and so suppresses nothing.
Correct it; behind the word stand codes (TX005) or the letters of a family (TX), and nothing else. Named too is one
that only nearly speaks to qinggao: `qinggao off`, without the colon, is no more than a comment.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'QG002'
NAME = 'unknown-code'
SEVERITY = 'warning'
MENDS = 'never'
ALSO = ('TX005',)
WRONG = '<!-- qinggao: off-next-line TX05 -->\n船开了。。\n'
RIGHT = '<!-- qinggao: off-next-line TX005 -->\n船开了。。\n'

_NEAR = r'(?!(?-i:qinggao:))qinggao[ \t]*(?:[:：-][ \t]*)?(?:off|on|disable|enable|ignore|skip|noqa)\b[\w, \t-]{0,200}?'
_NEARLY = lazy(rf'<!--+[ \t]*(?P<html>{_NEAR})-->|^[ \t]*\#[ \t]*(?P<yaml>{_NEAR})$', 10)


def findings(page: Page) -> Iterator[Finding]:
    # Those that are read are judged in gate/suppressions.py, which reads them in any case.
    head = page.head
    for found in _NEARLY.finditer(page.text):
        in_head = head is not None and head.start <= found.start() < head.end
        if (found['yaml'] is not None) == in_head and not page.is_code(found.start()):
            yield Finding(*found.span('yaml' if in_head else 'html'),
                          "qinggao does not read this: write 'qinggao: ' and off, on or off-next-line")
