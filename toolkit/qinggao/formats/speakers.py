"""Who takes the word, where a page only hints at it: a name before a Chinese colon."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..patterns import lazy

# 他说： opens a quotation; 问： and 答： alone are the two of an interview.
NAME = lazy(r'([^\W\d_][\w ·.-]{0,15})(?<!\w[说說问問道是想])(?:：|:[ ])')
NOBODY = lazy('(?!)')


def labels(lines: Iterable[str], segments: int) -> re.Pattern[str]:
    """`主持人：` before the words, where half of the segments begin so and at least two names come back; else nobody.

    >>> labels(['主持人：你好', '林静：好', '主持人：请坐', '林静：谢谢'], 4).match('林静：好')[1]
    '林静'
    >>> labels(['原因：很多', '我们走吧'], 2).match('原因：很多') is None
    True
    """
    found = Counter(name[1] for line in lines if (name := NAME.match(line)))
    names = [name for name, count in found.items() if count > 1]
    if len(names) < 2 or 2 * found.total() < segments:
        return NOBODY
    return re.compile(f'({"|".join(map(re.escape, found))})(?:：|: )')
