"""Full-width letters or digits among Chinese.

They come from an input method in full-width mode. A reader sees gaps, and a search for the plain word does not find
them. Write plain letters and digits. Beside kana, and on a page that speaks of full width, nothing is mended unless
you ask for it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .odd_characters import odd_characters

CODE = 'TX015'
NAME = 'wide-letter'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '港口有１２条船装了ＧＰＳ。\n'
RIGHT = '港口有12条船装了GPS。\n'

_KANA = lazy('[\u3040-\u30ff\uff66-\uff9f]')
_NEAR = 12


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    speaks_of_it = None
    for start, end in page.once(odd_characters).get('wide', ()):
        if not page.is_open(start, end):
            continue
        if speaks_of_it is None:
            speaks_of_it = any(word in text for word in ('全角', '半角', '全形', '半形'))
        near = text[max(0, start - _NEAR):end + _NEAR]
        plain = ''.join(chr(ord(char) - 0xFEE0) for char in text[start:end])
        sure = not speaks_of_it and not _KANA.search(near) and not (text[start - 1:start] + text[end:end + 1]).isascii()
        yield Finding(start, end, f'full-width {text[start:end]}: write {plain}',
                      (Edit(start, end, plain, CODE, sure),))
