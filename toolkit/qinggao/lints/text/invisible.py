"""A character without width or looks.

Zero-width spaces, soft hyphens and byte-order marks come along when text is copied out of a web page. Nobody sees
them, but search does not find the word that one stands in, and a line can break there. Delete them. Joiners that
emoji, Persian or Indic scripts need are left alone, and in transcripts the word joiner with which fair copies keep
words from being read as a label or a tag. Unless you ask for it so is one beside `*` or `_`, where some writers set it
to make Markdown close a bold phrase, and a soft hyphen inside a Latin word, which may be meant.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import PAGE, Page
from ...patterns import lazy
from .odd_characters import is_code, named, odd_characters

CODE = 'TX011'
NAME = 'invisible'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '潮水\u200b退了。\n'
RIGHT = '潮水退了。\n'

# Thai, Lao, Burmese, Khmer and their like write no spaces: there it says where a word ends.
_UNSPACED = lazy('[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]')
_MARKUP = '*_~`'
_GUARDED = ('\n', '- ', ': ', '：', '>', '<', '{', '--')
_ADDRESS = lazy(r'(?:://|www\.|\]\()[^\s<>]*\Z')
_REACH = 300
_HYPHEN = '\u00ad'
_LETTERS = lazy('[A-Za-z\u00c0-\u024f]{2}')


def findings(page: Page) -> Iterator[Finding]:
    text, odd = page.text, page.once(odd_characters)
    for start, end in sorted(odd.get('invisible', []) + odd.get('joiner', [])):
        around = text[max(0, start - 1):start] + text[end:end + 1]
        if (start == 0 and text[:end] == '\ufeff') or _UNSPACED.search(around) or _is_guard(page, start, end):
            continue
        message = f'{named(text[start])}, which nobody sees: delete it'
        sure = not any(mark in around for mark in _MARKUP) and not _ADDRESS.search(text[max(0, start - _REACH):start])
        sure = sure and not (text[start] == _HYPHEN and _LETTERS.fullmatch(around))
        mend = () if is_code(page, start) else (Edit(start, end, '', CODE, sure),)
        yield Finding(start, end, message, mend)


def _is_guard(page: Page, start: int, end: int) -> bool:
    """Whether a word joiner is one that fair copies hold: words behind it would else be read as a label, a time or a
    tag. The writers of txt, srt and vtt put it where a line's words begin, and behind `<`, `{` and `--`."""
    before = page.text[max(0, start - 2):start]
    return page.kind != PAGE and page.text[start:end] == '\u2060' and (not before or before.endswith(_GUARDED))
