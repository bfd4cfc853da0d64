"""What a run in two languages says of itself: pairs in doubt, cues over a limit, what the memory knew."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..bilingual.bitext import Bitext, Pair
from ..bilingual.subtitles.limits import Excess, Limits
from ..bilingual.translate.translator import DOUBTS
from ..formats.cues import clock
from ..jobs.outcome import Outcome
from ..jobs.publish import Published
from .translating import Asked

_FEW = 4        # talks, and pairs in doubt, that the summary shows
_WIDE = 30      # characters of each


class Doubted(NamedTuple):
    """A pair that a person should look at; ``at``: when its words were said, where that is known."""

    at: str
    first: str
    second: str
    doubts: tuple[str, ...]
    origin: str


class Told(NamedTuple):
    """What is said of one talk when all are done; the talk itself is let go, so that a folder of thousands fits."""

    outcome: Outcome
    languages: tuple[str, ...] = ()     # of a talk in two
    score: float = 0.0
    offset: int = 0
    pairs: int = 0
    whole: int = 0
    doubted: tuple[Doubted, ...] = ()
    limits: Limits | None = None
    instead: str = ''       # the language of the second track that it had, where another was asked for


def told_of(one: Published) -> Told:
    talk = one.talk
    if not isinstance(talk, Bitext):
        return Told(one.outcome)
    doubted = tuple(Doubted(_at(talk, pair), *_words(talk, pair), pair.doubts, pair.origin)
                    for pair in talk.pairs if pair.doubts)
    return Told(one.outcome, talk.languages, talk.score, talk.offset, len(talk.pairs),
                sum(pair.is_whole for pair in talk.pairs), doubted, one.limits, one.instead)


def notes_of(done: Sequence[Told], asked: Asked) -> list[str]:
    """Lines for the summary."""
    return [*_tracks(done), *_doubts(done, asked), *_limits(done), *_remembered(asked)]


def _tracks(done: Sequence[Told]) -> Iterator[str]:
    talks = [one for one in done if one.languages]
    apart = [one for one in talks if one.offset]
    for one in apart[:_FEW]:
        yield f'{one.outcome.path}: the times of its second track are {abs(one.offset) / 1000:.2f} s ' \
              f'{"late" if one.offset < 0 else "early"}; it takes the first one\'s'
    if len(apart) > _FEW:
        yield f'and so {len(apart) - _FEW} more (--json names all)'
    for (gone, came), number in Counter((one.instead, one.languages[1]) for one in talks if one.instead).items():
        yield f'of {number} the second track, in {gone}, gave way to one in {came}'
    if talks:
        pairs, whole = sum(one.pairs for one in talks), sum(one.whole for one in talks)
        alone = f', {pairs - whole} stand alone' if whole < pairs else ''
        yield f'{len(talks)} in two languages: {whole} pairs of sentences{alone}'


def _doubts(done: Sequence[Told], asked: Asked) -> Iterator[str]:
    """How many pairs a person should look at, and a few of them."""
    found = [(one.outcome.path, pair) for one in done for pair in one.doubted]
    counts = Counter(doubt for _, pair in found for doubt in pair.doubts)
    if not found:
        return
    mend = f'; qinggao memory export FILE.xlf --doubtful --memory {asked.memory}' if asked.memory else ''
    yield f'{len(found)} to look at (--json names all{mend}):'
    for doubt, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f'  {number:6} {doubt}: {DOUBTS.get(doubt, doubt)}'
    for path, pair in found[:_FEW]:
        yield f'  {path}{f" {pair.at}" if pair.at else ""}: {_short(pair.first)} | {_short(pair.second)}'


def _limits(done: Sequence[Told]) -> Iterator[str]:
    """How many cues are over which limit, and the worst one of each."""
    counts = Counter[tuple[str, str]]()
    worst: dict[tuple[str, str], tuple[str, Excess]] = {}
    for path, over in ((one.outcome.path, over) for one in done if one.limits for over in one.limits.broken):
        key = over.what, over.language
        counts[key] += over.cues
        far = over.worst[0]
        if key not in worst or abs(far.value - far.limit) > abs(worst[key][1].value - worst[key][1].limit):
            worst[key] = path, far
    cues = sum(one.limits.cues for one in done if one.limits)
    if counts:
        yield f'of {cues} cues over a limit:'
    for (what, language), number in counts.items():
        path, one = worst[what, language]
        yield f'  {number:6} {f"{language} " if language else ""}{what}, as {path} {clock(one.begin, ".")}: ' \
              f'{one.value:g}, limit {one.limit:g}'


def _remembered(asked: Asked) -> Iterator[str]:
    if asked.recalled:
        counts = asked.recalled.counts
        said = [f'{number} {what}' for what, number in (
            ('asked of the translator', counts.asked), ('known', counts.exact), ('known alike', counts.fuzzy),
            ('said again', counts.repeated), ('without translation', counts.missing)) if number]
        yield f'sentences: {", ".join(said) or "none"}'


def more_of(done: Sequence[Told]) -> dict[str, dict[str, object]]:
    """What the JSON of each input says beside the rest."""
    return {one.outcome.path: {
        'languages': one.languages, 'score': round(one.score, 3), 'offset': one.offset,
        **({'instead_of': one.instead} if one.instead else {}), 'pairs': one.pairs, 'alone': one.pairs - one.whole,
        'doubts': [{'first': pair.first, 'second': pair.second, 'doubts': pair.doubts, 'origin': pair.origin}
                   for pair in one.doubted],
        'limits': [over._asdict() for over in one.limits.broken] if one.limits else [],
    } for one in done if one.languages}


def _words(talk: Bitext, pair: Pair) -> tuple[str, str]:
    return (' '.join(talk.first.text[slice(*pair.first)].split()),
            ' '.join(talk.second.text[slice(*pair.second)].split()))


def _at(talk: Bitext, pair: Pair) -> str:
    times = talk.first.time_of(*pair.first)
    return clock(times[0], '.') if times else ''


def _short(words: str) -> str:
    return repr(words if len(words) <= _WIDE else words[:_WIDE] + '…') if words else '(nothing)'
