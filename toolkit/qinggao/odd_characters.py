"""Characters that no text of today needs, by what is odd about them: the classes, and where they are at work."""
from __future__ import annotations

from collections.abc import Iterator

from .patterns import lazy

SPACES = '\u00a0\u1680' + ''.join(map(chr, range(0x2000, 0x200b))) + '\u202f\u205f\u3000'
KINDS = {
    'space': SPACES,
    'break': '\r\v\f\u0085\u2028\u2029',
    'wide': '０-９Ａ-Ｚａ-ｚ',
    'control': '\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f',
    'invisible': '\u00ad\u200b\u2060\ufeff',
    'direction': '\u202a-\u202e\u2066-\u2069',
    'joiner': '\u200c\u200d',
    'direction-mark': '\u061c\u200e\u200f',
}
ODD = lazy('[{0}][{0}]*'.format(''.join(KINDS.values())))  # not [{0}]+, for which `re` tries every character
_KIND = lazy('|'.join(f'(?P<{name.replace("-", "_")}>[{chars}]+)' for name, chars in KINDS.items()))

# Persian writes half its plurals with ZWNJ and Indic scripts choose ligatures by both joiners;
# between emoji ZWJ makes one picture: woman + ZWJ + rocket. Elsewhere they are leftovers.
_SHAPED = '\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc'
_PICTURE = '\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff'
_JOINER_AT_WORK = lazy(f'(?<=[{_SHAPED}])[\u200c\u200d]|[\u200c\u200d](?=[{_SHAPED}])'
                             f'|(?<=[{_PICTURE}\ufe0f])\u200d(?=[{_PICTURE}])')
RIGHT_TO_LEFT = '\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff'
_MARK_AT_WORK = lazy(f'(?<=[{RIGHT_TO_LEFT}])[{KINDS["direction-mark"]}]'
                           f'|[{KINDS["direction-mark"]}](?=[{RIGHT_TO_LEFT}])')
_AT_WORK = {'joiner': _JOINER_AT_WORK, 'direction-mark': _MARK_AT_WORK}


def parts(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Kind and span of what is odd in ``text[start:end]``; joiners and direction marks at work are not."""
    for part in _KIND.finditer(text, start, end):
        kind = str(part.lastgroup).replace('_', '-')
        if kind in _AT_WORK:
            work = _AT_WORK[kind]
            yield from ((kind, at, at + 1) for at in range(*part.span()) if not work.match(text, at))
        else:
            yield kind, *part.span()
