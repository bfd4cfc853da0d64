"""A second block of front matter in the body.

It is published as text: a rule, then the fields in one paragraph. Move what is right in it to the top, and remove it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'FM023'
NAME = 'second-block'
SEVERITY = 'error'
MENDS = 'never'
WRONG = "---\ntitle: 港口的早晨\n---\n\n---\ntitle: 港口的早晨\ndate: '2026-05-08'\n---\n\n天亮了。\n"
RIGHT = '---\ntitle: 港口的早晨\n---\n\n---\n\n天亮了。\n\n---\n\n船回来了。\n'

_OPEN = lazy(r'\n(?P<fence>---[ \t]*\n|```ya?ml[ \t]*\n(?:---[ \t]*\n)?|[ \t]*\[AI_META_START\][ \t]*\n)')
_LINE = lazy(r'["\']?(?P<key>[A-Za-z][\w-]*)["\']?:(?:[ \t].*)?$|[ \t]+\S.*$|-[ \t].*$|#.*$|[ \t]*$', 8)
_LINES = 120    # of a block
_PEOPLE = {'author', 'guest', 'speaker'}    # between two rules, a conversation: `speaker: …`, `guest: …`


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    at, needed = max(page.body - 1, 0), sum(rule.needed for rule in page.profile.fields.values())
    while found := _OPEN.search(text, at):
        start, fence = found.start('fence'), found['fence'].lstrip()
        keys, at = _fields(text, found.end())
        known = [key for key in keys if key in page.profile.fields]
        closed = text.startswith(('---', '```') if fence[0] != '[' else '[', at)
        in_code = fence[0] == '`'
        if page.head is None and fence[0] != '[' and not text[:start].strip():
            continue        # the front matter itself, not at the very top: FM001
        # An example of front matter in a talk about it is code too; the fields of this very page are no example.
        enough = 2 if not in_code or _says_the_same(page, text[found.end():at]) else needed
        if closed and len(set(known)) >= enough and not set(known) <= _PEOPLE and (in_code or not page.is_code(start)):
            yield Finding(start, at, 'fields stand in the body again: move what is right to the top, and remove them')
        at = max(at - 1, found.end() - 1)


def _fields(text: str, at: int) -> tuple[list[str], int]:
    """The keys of the lines from here on that could be fields, and where they end."""
    keys = list[str]()
    for _ in range(_LINES):
        line = _LINE.match(text, at)
        if not line or at >= len(text):
            break
        if line['key']:
            keys.append(line['key'])
        at = line.end() + 1
    return keys, min(at, len(text))


def _says_the_same(page: Page, block: str) -> bool:
    """Whether a block repeats the title or the source of the page."""
    said = [page.head.says(name) for name in ('title', 'source')] if page.head else []
    return any(value and value in block for value in said)
