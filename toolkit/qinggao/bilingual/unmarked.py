"""What is said on a page, without what is only written: marks, headings, code, the gloss of a term."""
from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from ..edits import Edit, settle
from ..patterns import lazy
from ..rulebook.glossed import found as glosses
from ..transcript import Transcript

NAME = 'markup'
RULES = MappingProxyType({
    'mark': 'markup of a page, which nobody says',
    'heading': 'a heading, which nobody says',
    'block': 'code or HTML of a page, which nobody says',
    'gloss': 'the gloss of a term, which nobody says',
})

_HEADING = lazy(r'#{1,6}[ \t]+[^\n]*')
_RULE = lazy(r'[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,}|\|[^\n]*)[ \t]*')
_CODE = lazy(r'(`{1,9})([^`\n]+)\1')
_ADDRESS = lazy(r'<((?:https?://|mailto:)[^<>\s]+)>')
_MARKS = lazy(r'(?:[*_~`#>|\[\]\\ \t+-]|\d{1,9}[.)])+|\]\([^\n]*\)|<br ?/?>')


def unmarked(transcript: Transcript) -> list[Edit]:
    """The edits that leave of a page's text what is said; none for a transcript that is no page."""
    if transcript.meta.get('format') != 'md':
        return []
    text = transcript.text
    edits = [Edit(found.start(), found.end(), found['said'], f'{NAME}/gloss') for found in glosses(text)]
    return settle([*edits, *_marks(transcript)])


def _marks(transcript: Transcript) -> Iterator[Edit]:
    text, to_text = transcript.text, transcript.offsets.to_text
    for a, b in transcript.protected:
        start, end = to_text.first(a), to_text.last(b)
        begins = not start or text[start - 1] == '\n'
        if begins and (heading := _HEADING.match(text, start)):
            yield Edit(*heading.span(), '', f'{NAME}/heading')
        elif code := _CODE.fullmatch(text, start, end) or _ADDRESS.fullmatch(text, start, end):
            yield Edit(start, end, code[code.lastindex or 0], f'{NAME}/mark')
        elif _RULE.fullmatch(text, start, end) or _MARKS.fullmatch(text, start, end):
            yield Edit(start, end, '', f'{NAME}/mark')
        elif text[start] == '<' or text.startswith(('```', '~~~'), start):
            yield Edit(start, end, '', f'{NAME}/block')
