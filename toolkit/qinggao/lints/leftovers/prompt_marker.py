"""A marker out of a prompt: `[BODY_START]`, `[AI_META_END]`.

It told a model, or a program that took the answer apart, where a part begins and ends. Delete it. In the midst of a
page it may be the only trace of where the body begins a second time: look first; there it goes only if you ask for it.
Fields between `[AI_META_START]` and `[AI_META_END]` belong in front matter: the whole block is deleted only if you ask
for it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .removal import is_alone, removal

CODE = 'LE002'
NAME = 'prompt-marker'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '[BODY_START]\n\n### 出海\n\n船在清晨离开港口。\n'
RIGHT = '### 出海\n\n船在清晨离开港口。\n'

_MARKER = lazy(r'\[(?P<name>[A-Z][A-Z_]{1,40})_(?P<side>START|END)\]')
_KNOWN = frozenset(('BODY', 'TRANSCRIPT', 'ARTICLE', 'CONTENT', 'OUTPUT', 'INPUT', 'TEXT', 'CHUNK', 'TRANSLATION',
                    'MARKDOWN', 'NOTE', 'DOCUMENT', 'POST', 'RESULT', 'RESPONSE', 'ANSWER'))
_LONG = 20_000      # so far behind its start the end of a block is looked for


def findings(page: Page) -> Iterator[Finding]:
    text, done = page.text, page.body
    words = _edges(page)
    for found in _MARKER.finditer(text, page.body):
        start, end = found.span()
        if start < done or page.is_code(start):
            continue
        if 'META' in found['name']:
            closing = f'[{found["name"]}_END]'
            at = text.find(closing, end, end + _LONG) if found['side'] == 'START' else -1
            if at >= 0 and is_alone(page, start, end) and is_alone(page, at, at + len(closing)):
                done = at + len(closing)
                yield Finding(start, done, f'fields of front matter between {found[0]} and {closing}: move what the '
                              'page lacks into its front matter and delete the block',
                              (removal(page, start, done, CODE, sure=False),))
                continue
        is_known, alone = found['name'] in _KNOWN, is_alone(page, start, end)
        if not (is_known or alone):
            continue        # a constant: [HTML_START]
        inside = start > words[0] and end < words[1]
        cure = 'see whether the body begins or ends here a second time, then delete it' if inside else 'delete it'
        yield Finding(start, end, f'{found[0]} is a marker out of a prompt: {cure}',
                      (removal(page, start, end, CODE, sure=is_known and alone and not inside),))


def _edges(page: Page) -> tuple[int, int]:
    """Where the first characters of the body stand that are no space, and where its last ones end."""
    text = page.text
    return len(text) - len(text[page.body:].lstrip()), len(text.rstrip())
