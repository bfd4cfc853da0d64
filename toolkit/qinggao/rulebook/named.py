"""Whether a name that stands in a text is meant there: whole, no part of a longer one, in a talk that is about it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..patterns import HAN, lazy
from .literals import stands

_HAN = lazy(f'[{HAN}]')
_DOTS = '·•‧・'     # between the parts of a foreign name: 阿里·哈梅内伊 is no company, 梅耶·马斯克 not her son


def spellings(names: Sequence[str]) -> Iterator[str]:
    """Names, those of several parts also without the dot that captions leave out.

    >>> list(spellings(['贝佐斯', '杰夫·贝佐斯']))
    ['贝佐斯', '杰夫·贝佐斯', '杰夫贝佐斯']
    """
    for name in names:
        yield name
        if '·' in name:
            yield name.replace('·', '')


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no Latin letter or digit goes on beside a name that begins or ends with one (Meta, not Metal), and no
    dot makes it a part of a longer one."""
    before, behind = text[max(0, start - 1):start], text[end:end + 1]
    return not (_joins(before, text[start]) or _joins(text[end - 1], behind)
                or (before and before in _DOTS) or (behind and behind in _DOTS))


def _joins(left: str, right: str) -> bool:
    return bool(left and right) and all(char.isalnum() and not _HAN.match(char) for char in (left, right))


def is_inside(text: str, start: int, end: int, longer: Sequence[str]) -> bool:
    """Whether the word is a part of one of these: 推理 in 推理小说."""
    return any(text.startswith(one, start - at) for one in longer
               for at in range(len(one)) if one.startswith(text[start:end], at) and start >= at)


def is_about(text: str, needs: Sequence[str]) -> bool:
    """Whether a text holds one of these words, a Latin one whole (Mac, not Machine) and in its own letters; any text
    does where nothing is needed."""
    return not needs or any(stands(word, text, 0, len(text)) for word in needs)
