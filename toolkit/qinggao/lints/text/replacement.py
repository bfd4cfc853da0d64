"""Words that were lost to a wrong encoding.

U+FFFD stands where a character could not be read; 锟斤拷 is the same read once more, `â€™` is UTF-8 taken for Latin
letters, 锛 and 銆 are UTF-8 taken for GBK. What stood there is gone from the file: take the words from where they came
from. A page that quotes such a word to speak of it is left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .odd_characters import is_code

CODE = 'TX016'
NAME = 'replacement'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '码头上的灯塔建于1912年\ufffd\ufffd\n'
RIGHT = '码头上的灯塔建于1912年。\n'

_ODD = '^\x00-\x7f，。？！'
# What cp1252 makes of the bytes 80 to BF.
_TRAIL = '\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c' \
         '\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178'
# What each begins with: a small pattern, so that a clean page pays for nothing else.
_FIRST = lazy('[\ufffd锟烫屯锛銆鈥âÃä-ï]')
_LOST = lazy('[\ufffd锟烫屯锛銆鈥âÃä-ï](?:' + '|'.join((
    '(?<=\ufffd)\ufffd*', '(?<=锟)[斤叫]拷[锟斤拷]*', '(?<=烫)烫烫+', '(?<=屯)屯屯+',
    f'(?<=â)€[{_TRAIL}]', '(?<=Ã)[\xa0-\xbf](?=[a-z])', f'(?<=[ä-ï])[{_TRAIL}]{{2}}(?:[ä-ï][{_TRAIL}]{{2}})+',
    # ， 。 and “ of UTF-8 read as GBK swallow a byte of what follows
    f'(?<=[锛銆鈥])[{_ODD}](?:[{_ODD}]{{0,30}}[锛銆鈥][{_ODD}])+')) + ')')
_NEAR = 60
_QUOTES = '“”‘’「」『』"《》【】'
_SPOKEN_OF = lazy('乱码|编码|mojibake|U\\+FFFD|UTF-8|encoding|内存')


def findings(page: Page) -> Iterator[Finding]:
    text, first = page.text, _FIRST.search(page.text)
    for found in _LOST.finditer(text, first.start()) if first else ():
        start, end = found.span()
        if is_code(page, start) or _is_quoted(text, start, end):
            continue
        yield Finding(start, end, f'{found[0][:12]} is what a wrong encoding left: take these words from their source')


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether it stands between quotation marks, or where encodings are spoken of."""
    around = text[max(0, start - 1):start] + text[end:end + 1]
    return (len(around) == 2 and all(mark in _QUOTES for mark in around)) \
        or bool(_SPOKEN_OF.search(text[max(0, start - _NEAR):end + _NEAR]))
