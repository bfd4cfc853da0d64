"""How a gloss stands on a page, `**术语**（English: 释义）`, and which words can stand in one."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy

# The brackets touch the bold; inside an ASCII colon and a space: the house's shape, and no other.
_LATIN = 'A-Za-z0-9À-ÖØ-öø-ɏ'
_ENGLISH = rf"[{_LATIN}](?:[{_LATIN} .,'’&/+-]{{0,98}}[{_LATIN}.+])?"
# Markup, brackets, and what ends a sentence: there a paragraph might be cut.
_UNFIT = r'*`\[\]<>{}|\\_~#()（）。！？!?\x00-\x1f\x7f\u2028\u2029'
_SAID, _MEANING = rf'[^\W_][^{_UNFIT}]{{0,59}}', rf'[^{_UNFIT}]{{1,300}}'
_ENTITY = r'&#?\w+;'
GLOSSED = lazy(rf'(?<!\*)\*\*(?P<said>{_SAID})\*\*（(?P<english>{_ENGLISH}): (?P<meaning>{_MEANING})）')
_FIT = {'english': lazy(rf'(?!.*{_ENTITY}){_ENGLISH}'), 'gloss': lazy(rf'(?!.*{_ENTITY})(?! ){_MEANING}(?<! )'),
        'term': lazy(rf'(?!.*{_ENTITY}){_SAID}(?<! )')}


def glossed(said: str, english: str, meaning: str) -> str:
    """A word as it was said, with its gloss.

    >>> glossed('止损', 'stop loss', '跌到事先定好的价位就卖出')
    '**止损**（stop loss: 跌到事先定好的价位就卖出）'
    """
    return f'**{said}**（{english}: {meaning}）'


def found(text: str) -> Iterator[re.Match[str]]:
    """What has this shape, whoever wrote it: groups ``said``, ``english`` and ``meaning``."""
    return GLOSSED.finditer(text) if '）' in text else iter(())


def is_fit(key: str, words: str) -> bool:
    """Whether an item's words can stand in a gloss: raw in Markdown, they mark nothing and part nothing there."""
    return bool(_FIT[key].fullmatch(words))
