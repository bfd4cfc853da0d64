"""A character that turns the direction of writing.

It can show a text in another order than it stands in: what a reader sees is not what a search or a program reads
(the attack is known as Trojan Source). In Chinese or English it has no business: delete it. A direction mark beside
Arabic or Hebrew letters, and a pair that encloses some, are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...odd_characters import RIGHT_TO_LEFT
from ...patterns import lazy
from .odd_characters import is_code, named, odd_characters

CODE = 'TX013'
NAME = 'bidi'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '密码是\u202e4321，请记好。\n'
RIGHT = '密码是4321，请记好。\n'

_PAIR = lazy('[\u202a-\u202e\u2066-\u2069][^\n\u202a-\u202e\u2066-\u2069]{0,200}[\u202c\u2069]')
_LETTER = lazy(f'[{RIGHT_TO_LEFT}]')


def findings(page: Page) -> Iterator[Finding]:
    text, odd, done = page.text, page.once(odd_characters), 0
    for start, end in sorted(odd.get('direction', []) + odd.get('direction-mark', [])):
        if start < done:
            continue
        pair = _PAIR.match(text, start) if end - start == 1 else None
        if pair and _LETTER.search(pair[0]):
            done = pair.end()
            continue
        message = f'{named(text[start])}, which can show words in another order: delete it'
        yield Finding(start, end, message, () if is_code(page, start) else (Edit(start, end, '', CODE),))
