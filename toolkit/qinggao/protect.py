"""What no stage may touch in any text: addresses of the net, code, handles and file names."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .patterns import lazy

if TYPE_CHECKING:
    from .transcript import Transcript

# Not past an entity: Markdown's `&lt;` behind an address is no part of it.
# Behind a slash or the like other scripts belong to it: …/wiki/這個.
_ASCII = r"(?!&(?:lt|amp|#123);)[A-Za-z0-9\-._~:/?#@!$&'()+,;=%]"
_OTHER = r'(?<=[/=_%\-])[^\s\x00-\x7f，。！？：；、“”‘’（）《》【】「」…—]+'
ADDRESS = (rf'(?:https?://|www\.)(?:{_ASCII}|{_OTHER})*(?<![.,;:!?\'()&~@$+*%_-])'
           r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z0-9.-]{0,64}[A-Za-z0-9]")
# `pip install openai`, chatgpt.py, openai==1.2, @openai, #openai. Not `{{x}}`, which a page must not hold raw.
_CODE = r'(?<!`)`[^`{\n]{1,200}`(?!`)'
NAMES = (r'(?<![A-Za-z0-9])[@#][A-Za-z][A-Za-z0-9_-]{0,80}'
        r'|(?<![A-Za-z0-9_-])[A-Za-z0-9][A-Za-z0-9_-]{0,80}(?:\.(?:py|js|ts|md|txt|json|ya?ml|toml|srt|vtt|html?|css|csv|pdf|docx?|xlsx?|pptx?|png'
        r'|jpe?g|mp[34]|wav|sh|cpp|rs|go)(?![A-Za-z0-9])|[=<>~]=[A-Za-z0-9.]+)')
_ADDRESSES, _CODES, _NAMED = lazy(ADDRESS), lazy(_CODE), lazy(NAMES)
_NAME_SIGN = lazy(r'[@#.=<>~](?:(?<=[@#])[A-Za-z]|(?<=\.)[a-z]{2,4}\b|(?<=[=<>~])=)')


def protected(transcript: Transcript) -> Transcript:
    """The transcript with its addresses, code, handles, tags and file names protected.

    A Markdown page comes with its own protected: a backtick that is escaped there begins no code.
    """
    if transcript.meta.get('format') == 'md':
        return transcript
    source = transcript.source
    found = [span.span() for kind in _kinds_in(source) for span in kind.finditer(source)]
    return transcript._replace(protected=tuple(merged([*transcript.protected, *found]))) if found else transcript


def _kinds_in(source: str) -> Iterator[re.Pattern[str]]:
    """What to look for: each kind has signs without which there is none, and most transcripts have no sign at all."""
    if any(sign in source for sign in ('://', 'www.', '@')):
        yield _ADDRESSES
    if '`' in source:
        yield _CODES
    if any(sign in source for sign in '@#.=') and _NAME_SIGN.search(source):
        yield _NAMED


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, overlapping ones as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out
