"""Words to expect: from the glossary, the names and the rules, those first that the series says most often.

A model takes few of them: what is cut are words that nobody has said.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from ..errors import FileError, UsageError
from ..patterns import lazy

LONGEST = 24        # characters of a rule's right side: a longer one is a phrase, and no word to expect

_LATIN = lazy(r'[A-Za-z0-9]')


def hot_words(source: Literal['glossary'] | Path) -> tuple[str, ...]:
    """The words of a file, one a line, `#` before a comment; or all that the shipped rules know.

    Raises `UsageError` for a file that cannot be read or has no words.
    """
    if isinstance(source, Path):
        return _listed(source)
    from ..rulebook.lexicon import entities, glossary
    from ..rulebook.shipped import shipped
    items = [*(entity.names for entity in entities()), *(term.names for term in glossary())]
    rights = [rule.text('right') for rule in shipped().room('mishearings') if len(rule.text('right')) <= LONGEST]
    # Names that lead first: where nothing is known of the series, only the first of all these are taken.
    others = [name for names in items for name in names[1:]]
    return tuple(dict.fromkeys([*(names[0] for names in items), *rights, *others]))


def _listed(path: Path) -> tuple[str, ...]:
    from ..files import read_text
    try:
        lines = read_text(path).split('\n')
    except FileError as error:
        raise UsageError(error.what, path=error.path, line=error.line, cure=error.cure) from None
    words = dict.fromkeys(' '.join(line.split('#')[0].split()) for line in lines)
    words.pop('', None)
    if not words:
        raise UsageError('no words in it', path=str(path), cure='write one a line')
    return tuple(words)


def ranked(words: Iterable[str], texts: Iterable[str], only_said: bool = False) -> tuple[str, ...]:
    """The same words, those first that these texts hold most often; those that never occur keep their order behind
    them, or are left out where ``only_said``.

    Texts may be in Traditional Chinese. A Latin word is counted where it stands alone, in capitals or not.

    >>> ranked(['止损', '止盈', 'AI'], ['OpenAI 說先止盈，再止盈。ai'])
    ('止盈', 'AI', '止损')
    """
    from ..library import clean
    whole = clean('\n'.join(texts), only=['script']).text.lower()
    counts = {word: _count(word.lower(), whole) for word in words}
    return tuple(word for word in sorted(counts, key=lambda word: -counts[word]) if counts[word] or not only_said)


def _count(word: str, text: str) -> int:
    found = text.count(word)
    if not found or not (_LATIN.match(word) or _LATIN.match(word[-1])):
        return found
    before = '(?<![a-z0-9])' if _LATIN.match(word) else ''
    behind = '(?![a-z0-9])' if _LATIN.match(word[-1]) else ''
    return len(re.findall(before + re.escape(word) + behind, text))


def fitted(words: Sequence[str], encode: Callable[[str], Sequence[int]], limit: int) -> str:
    """As many of the words, in their order, as ``limit`` tokens hold, a space between two. One too long is left out.

    >>> fitted(['止盈', '美国联邦储备', '止损'], lambda text: [ord(char) for char in text], 6)
    '止盈 止损'
    """
    kept = ''
    for word in words:
        more = f'{kept} {word}'.strip()
        if len(encode(' ' + more)) <= limit:
            kept = more
    return kept
