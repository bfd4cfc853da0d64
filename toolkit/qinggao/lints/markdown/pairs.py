"""Which `**` of a paragraph belong together."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...patterns import lazy
from .strong import Inline, Run

SHORT = 40      # characters that are marked, at most, where spaces speak against it

_LATIN = lazy('[A-Za-z0-9]')
_ENDS = lazy('[。！？；\\n]')
_BEHIND, _AHEAD = frozenset('，。！？；：、）》”’」』】…'), frozenset('（《“‘「『【')


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
            words = text[opener.end:closer.start]
            short = len(words) <= SHORT and not _ENDS.search(words.rstrip()[:-1])
            yield Pair(opener, closer, '\n' not in words and (agree or (len(runs) == 2 and short)))


def _is_word(text: str, run: Run) -> bool:
    """Whether stars stand for letters, an operator or folders: Latin on both sides, or a slash: notes/**/*.md."""
    before, after = text[max(run.start - 2, 0):run.start].rstrip(' ')[-1:], text[run.end:run.end + 2].lstrip(' ')[:1]
    return '/' in (before, after) or bool(_LATIN.match(before) and _LATIN.match(after))


def _agrees(text: str, run: Run, opens: bool) -> bool:
    """Whether the neighbours of a run let it open, or close."""
    before, after = text[run.start - 1:run.start], text[run.end:run.end + 1]
    if opens:
        return not (before.strip() and (not after.strip() or after in _BEHIND))
    return not (after.strip() and (not before.strip() or before in _AHEAD))
