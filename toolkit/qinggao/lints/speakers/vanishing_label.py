"""A speaker in square brackets, whose words vanish from the page.

`[林静]: 早就到了。` is how Markdown says where links called 林静 lead: it takes the words for an address and shows
nothing of the line. Write `**林静**: ` before the words. What a link may lead to (`[港口]: /harbour`), and words with a
space in them, which no address has, are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'SP006'
NAME = 'vanishing-label'
SEVERITY = 'error'
MENDS = 'unsure'
WRONG = '[林静]: 早就到了。\n\n[老周]: 那就开船吧。\n'
RIGHT = '**林静**: 早就到了。\n\n**老周**: 那就开船吧。\n'

# `[^1]: …` is a footnote.
_DEFINED = lazy(r'^[ ]{0,3}\[(?P<name>[^\[\]^\n][^\[\]\n]{0,38})\]:[ \t]*(?:\n[ \t]*)?(?P<words>[^\s<]\S*)[ \t]*$', 8)
_SAID = lazy(r'[，。！？；：、…”』」—]|\A[A-Za-z]+[.!?]\Z')
_ADDRESS = ('/', '#', '\\')


def findings(page: Page) -> Iterator[Finding]:
    text, done = page.text, -1      # where the last definition ended: the next line may be one too
    for found in _DEFINED.finditer(text, page.body):
        start, words = found.start(), found.start('words')
        block = page.block_at(start)
        # Inside a paragraph it is none, and is shown.
        if block is None or block.kind != 'text' or start not in (block.start, done):
            continue
        done = found.end() + 1
        if _SAID.search(found['words']) and not any(sign in found['words'] for sign in _ADDRESS):
            name = found['name'].strip()
            label = text.index('[', start)
            yield Finding(label, found.end(),
                          f'Markdown takes [{name}]: for the address of a link and shows nothing of this line: '
                          f'write **{name}**: and a space', (Edit(label, words, f'**{name}**: ', CODE, False),))
