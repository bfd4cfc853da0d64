"""A file that is not UTF-8.

Bytes that are no UTF-8 are shown as � or as wrong characters, and every tool guesses otherwise. Convert the file
(`iconv -f gb18030 -t utf-8`), or say its encoding with `--encoding`; nothing else is checked until then. Only the
first wrong byte is named.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'TR001'
NAME = 'encoding'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '大家好\n\udcb4\udcf3\udcbc\udcd2\udcba\udcc3\n'     # 大家好 again, in GB 18030
RIGHT = '大家好\n大家好\n'

_GUESSES = ('gb18030', 'big5', 'shift_jis')


def findings(page: Page) -> Iterator[Finding]:
    try:
        page.text.encode('utf-8')
    except UnicodeEncodeError as error:     # a byte that was no UTF-8 came in as half a surrogate pair
        at = error.start
        yield Finding(at, at + 1, _message(page.text, at))


def _message(text: str, at: int) -> str:
    byte = ord(text[at]) - 0xdc00
    if not 0x80 <= byte <= 0xff:
        return 'half a surrogate pair: write the file anew, as UTF-8'
    before = len(text[:at].encode('utf-8', 'surrogatepass'))
    return f'not UTF-8: byte {before} is 0x{byte:02x}; convert the file to UTF-8{_guess(text)}'


def _guess(text: str) -> str:
    """Which encoding it may be: the first in which all of its bytes are characters."""
    for guess in _GUESSES:
        try:
            text.encode('utf-8', 'surrogateescape').decode(guess)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        return f' (perhaps from {guess})'
    return ''
