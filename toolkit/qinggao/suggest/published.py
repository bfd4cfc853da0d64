"""The running prose of a page, as somebody said it: what is only written is left out.

Left out are front matter, headings, code, tags and comments, the words in the other language, a list item's label, the
gloss of a term, addresses, and all markup.
"""
from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..gate.blocks import Block, Walk
from ..patterns import HAN, lazy
from ..protect import ADDRESS
from ..rulebook.glossed import GLOSSED
from ..site import front_matter

_OWN = frozenset(('text', 'list'))
_SPOKEN = _OWN | {'quote'}
_LINE_START = lazy(r'^[ \t]*(?:(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))[ \t]*)+', re.M)
# `- **Costs**: they rise`, `**Anna**: hello`: nobody says the label.
_LABEL = lazy(r'^[ \t]*(?:\*\*[^*\n]{1,40}(?:\*\*[:：]|[:：]\*\*)|\[[^\]\n]{1,40}\][:：])[ \t]*', re.M)
_CODE = lazy(r'(?<!`)(`{1,9})(?!`)[^\n]{0,400}?(?<!`)\1(?!`)')
_COMMENT = lazy(r'<!--.*?-->', re.S)
_TAG = lazy(r'</?[A-Za-z][^<>\n]{0,400}>')
_PICTURE = lazy(r'!\[[^\]\n]{0,400}\]\([^)\n]{0,400}\)')
_LINK = lazy(r'\[([^\]\n]{1,400})\](?:\([^)\n]{0,400}\)|\[[^\]\n]{0,80}\])')
_ADDRESS = lazy(ADDRESS)
_MARKS = lazy(r'\\([^\w\s])|\*+|~~|(?<![^\W_])_|_(?![^\W_])')
_IS_HAN = lazy(f'[{HAN}]')
_LATIN = lazy(r'[A-Za-zÀ-ɏ]+')


def is_chinese(text: str) -> bool:
    """Whether there are more Han than Latin words in a text: a talk in Chinese names Latin things too."""
    return len(_IS_HAN.findall(text)) > len(_LATIN.findall(text))


def prose(page: str, path: str = '', chinese: bool | None = None) -> str:
    """What a page says in one language, Chinese or another, a paragraph a line; that of most of it where none is asked.

    Both languages of a bilingual page may stand inside folds or outside: a block's language decides.
    Raises `FileError` for front matter that is broken.

    >>> prose('# A talk\\n\\n- **Costs**: they [rise](a.html)\\n\\n<details>\\n价格涨了\\n</details>\\n')
    'they rise'
    """
    body = front_matter.split(page, path)[1]
    walk = Walk(body, 0).found()
    if chinese is None:
        chinese = is_chinese('\n'.join(body[block.start:block.end] for block in walk
                                       if block.kind in _OWN and not block.original))
    return '\n'.join(words for words in _blocks(body, walk) if is_chinese(words) == chinese)


def _blocks(body: str, walk: list[Block]) -> Iterator[str]:
    for block in walk:
        if block.kind in _SPOKEN and (words := bare(body[block.start:block.end])):
            yield words


def bare(block: str) -> str:
    """The words of one block without its markup."""
    block = _CODE.sub(' ', _COMMENT.sub(' ', block))
    block = _LABEL.sub('', _LINE_START.sub('', block))
    block = GLOSSED.sub(r'\g<said>', block)
    block = _LINK.sub(r'\1', _PICTURE.sub(' ', block))
    block = _ADDRESS.sub(' ', _TAG.sub(' ', block))
    return html.unescape(_MARKS.sub(r'\1', block)).strip()
