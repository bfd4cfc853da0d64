"""Which `**` of a paragraph belong together."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import lazy
from .strong import Inline, Run

_LATIN = lazy('[A-Za-z0-9]')
_NAME = lazy('[a-z_]')
_BEHIND, _AHEAD = frozenset('，。！？；：、）》”’」』】…,;)]}'), frozenset('（《“‘「『【([{')
_CLAUSE = frozenset('，、：；,;:')


class Pair(NamedTuple):
    """Two runs that should mark what stands between them. ``certain``: nothing speaks for another pairing."""

    opener: Run
    closer: Run
    certain: bool

    @property
    def is_read(self) -> bool:
        """Whether each of the two, where it stands, can do what it should."""
        return self.opener.opens and self.closer.closes


class Groups(NamedTuple):
    """The marks of a paragraph, line by line: those of lines that pair up, and those of lines where one is left over.
    """

    even: tuple[tuple[Run, ...], ...]
    odd: tuple[tuple[Run, ...], ...]


def marks(text: str, inline: Inline) -> list[Run]:
    """The runs that are meant to mark: no `***`, and no power or swearword of one's own: 2**8, d**n."""
    return [run for run in inline.runs if run.length == 2 and not (run.stars and _is_word(text, run))]


def groups(text: str, inline: Inline) -> Groups:
    """What stands on one line belongs together, or on two lines of which each has one too many."""
    even, odd = list[tuple[Run, ...]](), list[tuple[Run, ...]]()
    waiting: tuple[Run, ...] = ()
    for line in _lines(text, marks(text, inline)):
        if len(line) % 2 and waiting:
            even.append((*waiting, *line))
            waiting = ()
        elif len(line) % 2:
            waiting = tuple(line)
        else:
            even.append(tuple(line))
            odd += [waiting] if waiting else []
            waiting = ()
    return Groups(tuple(even), (*odd, waiting) if waiting else tuple(odd))


def _lines(text: str, runs: list[Run]) -> Iterator[list[Run]]:
    line, stop = list[Run](), -1
    for run in runs:
        if run.start > stop:
            if line:
                yield line
            end = text.find('\n', run.start)
            line, stop = [], end if end >= 0 else len(text)
        line.append(run)
    if line:
        yield line


def pairs(text: str, inline: Inline) -> Iterator[Pair]:
    """The marks by twos; none where longer runs mark something too."""
    if any(run.length != 2 and run.stars < run.length for run in inline.runs):
        return
    for runs in groups(text, inline).even:
        agree = all(_agrees(text, run, opens=i % 2 == 0) for i, run in enumerate(runs))
        for opener, closer in zip(runs[::2], runs[1::2]):
            if not _are_alike(text, opener, closer):
                certain = agree and not text.count('\n', opener.end, closer.start)
                yield Pair(opener, closer, certain and not _begins_another(text, opener, closer))


def _is_word(text: str, run: Run) -> bool:
    """Whether stars stand for letters, an operator or folders: Latin on both sides, or a slash: notes/**/*.md."""
    before, after = text[max(run.start - 2, 0):run.start].rstrip(' ')[-1:], text[run.end:run.end + 2].lstrip(' ')[:1]
    return '/' in (before, after) or bool(_LATIN.match(before) and _LATIN.match(after))


def _agrees(text: str, run: Run, opens: bool) -> bool:
    """Whether the neighbours of a run let it open, or close: the one inside is there, and no mark of the outside."""
    inside = text[run.end:run.end + 1] if opens else text[run.start - 1:run.start]
    return bool(inside.strip()) and inside not in (_BEHIND if opens else _AHEAD)


def _are_alike(text: str, first: Run, second: Run) -> bool:
    """Whether both can only open, as in `**kwargs 和 **opts`, or only close, as in `水价**，电价**。`: no pair.

    Each stands for itself: arguments, the marks of footnotes, lines that somebody began with stars. Spaces inside both,
    as in `放** 油 **和`, are those of a pair.
    """
    if _only_opens(text, second):
        return bool(text[first.end:first.end + 1].strip())
    return _only_closes(text, first) and _only_closes(text, second)


def _only_opens(text: str, run: Run) -> bool:
    before, after = text[run.start - 1:run.start], text[run.end:run.end + 1]
    return (not before.strip() or before in _AHEAD) and bool(after.strip()) and after not in _BEHIND


def _only_closes(text: str, run: Run) -> bool:
    before, after = text[run.start - 1:run.start], text[run.end:run.end + 1]
    return (not after.strip() or after in _BEHIND) and bool(before.strip()) and before not in _AHEAD


def _begins_another(text: str, opener: Run, closer: Run) -> bool:
    """Whether the second mark may begin what the first one begins: `**注一：水。**注二：盐。`, `（*a，**b，**c）`."""
    before, words = text[closer.start - 1:closer.start], text[closer.end:closer.end + 2]
    if before.isalnum() or not words[:1].isalnum():
        return before in _CLAUSE and words[:1] == '_'
    if before in _CLAUSE and _NAME.match(words):
        return True
    return words[0] == '注' or text[opener.end:opener.end + 2] == words
