"""Tags from a table with synonyms: what a talk speaks of most."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..errors import QinggaoError, UsageError, reason_of
from ..patterns import HAN, lazy
from ..rulebook.named import is_whole
from ..rulebook.shipped import FOLDER
from .word_edges import word_edges

LEAST = 3       # so often a talk says the words of a tag that it has,
OFTEN = 1000    # and once in so many characters: a long talk about anything says 历史 three times
_SLUG = lazy(r'[a-z0-9]+(?:-[a-z0-9]+)*')
_HAN = lazy(f'[{HAN}]')


class Tag(NamedTuple):
    """A tag and the words that speak for it, in both languages; ``unless``: longer ones that do not (历史新高)."""

    tag: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()


@lru_cache(1)
def shipped_tags() -> tuple[Tag, ...]:
    """The shipped table; raises `UsageError` with file and line for what is no tag."""
    return read_tags(Path(FOLDER, 'tags.yaml'), 'rules/tags.yaml')


def read_tags(path: Path, shown: str = '') -> tuple[Tag, ...]:
    """The tags of a file; raises `UsageError` with its line, also for a tag twice."""
    from ..strict_yaml import Fields, Items, load
    shown = shown or str(path)
    try:
        data = load(path.read_text('utf-8'), shown)
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else 'it is no UTF-8'
        raise UsageError(f'cannot be read: {reason}', path=shown, cure='check its name') from None
    except QinggaoError as error:
        raise UsageError(error.what, path=shown, line=error.line, column=error.column, cure=error.cure) from None
    tags: dict[str, Tag] = {}
    for item, line in zip(data, data.lines) if isinstance(data, Items) else [(None, 1)]:
        if not isinstance(item, Fields) or not {'tag', 'words'} <= set(item) <= {*Tag._fields} \
                or not _are_words(item['words']) or not _are_words(item.get('unless', ['none'])):
            raise UsageError('not a tag', path=shown, line=line,
                             cure='an item is `tag: name` and `words: [a, b]`; `unless: [c]` where it needs that')
        name = item['tag']
        if not isinstance(name, str) or not _SLUG.fullmatch(name):
            raise UsageError(f'{name!r} is no tag', path=shown, line=line, cure='small letters, digits and -: rate-cut')
        if name in tags:
            raise UsageError(f'{name!r} twice', path=shown, line=line, cure='keep one')
        tags[name] = Tag(name, tuple(item['words']), tuple(item.get('unless', ())))
    return tuple(tags.values())


def _are_words(words: object) -> bool:
    return isinstance(words, list) and bool(words) \
        and all(isinstance(word, str) and word.strip() == word != '' for word in words)


def tags_of(texts: Sequence[str], table: Sequence[Tag], most: int = 5) -> list[str]:
    """The tags whose words are said most in texts of one talk, the most frequent first; of two alike the one that the
    table has first. Words count whole, Latin ones in any case; a word that is a part of another of the table does not
    count in its place.
    """
    counts = Counter[str]()
    owners: dict[str, list[str]] = {}
    for tag, words, unless in table:
        for word in words:
            owners.setdefault(word.lower(), []).append(tag)
        for word in unless:
            owners.setdefault(word.lower(), [])
    for text in texts:
        for word, number in _said(text.lower(), owners).items():
            counts.update(dict.fromkeys(owners[word], number))
    order = {tag.tag: number for number, tag in enumerate(table)}
    least = max(LEAST, sum(map(len, texts)) // OFTEN)
    found = [tag for tag, number in counts.items() if number >= least]
    return sorted(found, key=lambda tag: (-counts[tag], order[tag]))[:most]


def _said(text: str, owners: dict[str, list[str]]) -> Counter[str]:
    """How often each word of the table is said."""
    from ahocorasick_rs import AhoCorasick, MatchKind
    words, edges = list(owners), word_edges(text)
    found = Counter[str]()
    for index, start, end in AhoCorasick(words, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text):
        if is_whole(text, start, end) and all(at in edges or not _HAN.match(text[side])
                                              for at, side in ((start, start), (end, end - 1))):
            found[words[index]] += 1
    return found
