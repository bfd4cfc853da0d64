"""Read a page in two languages back into its tracks."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...settings import Settings
from ...site import front_matter
from ...site.profile import Profile, profile_of
from ..bitext import Bitext, Pair, Span
from .block import Block
from .labels import PAGE, TRANSLATION
from .reel import Reel
from .spread import Body, Spread
from .track import Track
from .unfolding import unfolded
from .untabled import untabled


def read(text: str, path: str = '', profile: Profile | None = None) -> Bitext | None:
    """The tracks of a page with folded originals or with both languages in columns; None for any other page.

    The first is the page without what is folded, its front matter included. A block is paired with the fold below it,
    and so are the blocks of prose before it that have none; a heading, code and the like is alone without a doubt.
    Raises `FileError` for folds that are open, nested or mistyped, rows with too many cells, broken front matter.
    """
    head, rest, fields = front_matter.split(text, path)
    body = Body(rest, text.count('\n', 0, len(text) - len(rest)) + 1)
    profile = profile or profile_of()
    spread = unfolded(body, path, profile) or untabled(body, path, profile)
    if spread is None:
        return None
    return _bitext(spread, body, {'format': 'md', 'front_matter': head, 'fields': fields})


def _bitext(spread: Spread, body: Body, meta: Mapping[str, object]) -> Bitext:
    reels = Reel(body.lead, body.number(0)), Reel()
    placed = [(part, reels[part.track].add(part.lines)) for part in spread.parts]
    first = reels[0].transcript(meta)
    second = reels[1].transcript({'format': 'md', 'front_matter': None, 'fields': {}})
    pairs = _Pairs(TRANSLATION if spread.is_translated else PAGE)
    blocks = iter([*Track(first, Settings()).blocks, None])
    block = next(blocks)
    for part, (start, end) in placed:
        if part.track == 1:
            pairs.second(start, end, part.is_cell)
            continue
        if part.is_cell:
            pairs.alone()
        while block and block.start < end:
            pairs.waiting.append(block)
            block = next(blocks)
    pairs.alone()
    return Bitext(first, second, tuple(pairs.made), spread.languages)


class _Pairs:
    """The pairs of a page so far, and the blocks of its first track that wait for what stands beside them."""

    def __init__(self, origin: str) -> None:
        self.made: list[Pair] = []
        self.waiting: list[Block] = []
        self._origin = origin
        self._here = self._there = 0     # where the pairs so far end

    def second(self, start: int, end: int, is_cell: bool) -> None:
        """What stands beside some of the blocks that wait, or beside nothing."""
        count = len(self.waiting) if is_cell else _beside(self.waiting)
        beside = self.waiting[len(self.waiting) - count:]
        del self.waiting[len(self.waiting) - count:]
        self.alone()
        here = (beside[0].start, beside[-1].end) if beside else (self._here, self._here)
        if here[0] < here[1] or start < end:
            self._add(here, (start, end), () if here[0] < here[1] and start < end else ('alone',))

    def alone(self) -> None:
        """What waits has nothing beside it; only of what is said this is odd."""
        for block in self.waiting:
            self._add((block.start, block.end), (self._there, self._there), ('alone',) if block.is_prose else ())
        self.waiting = []

    def _add(self, first: Span, second: Span, doubts: tuple[str, ...]) -> None:
        self.made.append(Pair(first, second, 1.0, doubts, self._origin))
        self._here, self._there = first[1], second[1]


def _beside(blocks: Sequence[Block]) -> int:
    """How many of the last blocks a fold belongs to: the one above it, and the prose above that."""
    count = min(1, len(blocks))
    while 0 < count < len(blocks) and blocks[-count].is_prose and blocks[-count - 1].is_prose:
        count += 1
    return count
