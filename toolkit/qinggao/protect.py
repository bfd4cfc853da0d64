"""What no stage may touch in any text: addresses of the net."""
from __future__ import annotations

from .patterns import lazy
from .transcript import Transcript

# Not past an entity: Markdown's `&lt;` behind an address is no part of it.
# Behind a slash or the like other scripts belong to it: …/wiki/這個.
_ASCII = r"(?!&(?:lt|amp|#123);)[A-Za-z0-9\-._~:/?#@!$&'()+,;=%]"
_OTHER = r'(?<=[/=_%\-])[^\s\x00-\x7f，。！？：；、“”‘’（）《》【】「」…—]+'
ADDRESS = (rf'(?:https?://|www\.)(?:{_ASCII}|{_OTHER})*(?<![.,;:!?\'()&~@$+*%_-])'
           r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z0-9]")
_ADDRESS = lazy(ADDRESS)


def protected(transcript: Transcript) -> Transcript:
    """The transcript with its URLs and mail addresses protected."""
    source = transcript.source
    if '://' not in source and 'www.' not in source and '@' not in source:
        return transcript
    found = [span.span() for span in _ADDRESS.finditer(source)]
    return transcript._replace(protected=tuple(merged([*transcript.protected, *found])))


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, overlapping ones as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out
