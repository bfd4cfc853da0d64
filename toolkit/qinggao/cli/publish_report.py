"""What a run in two languages says of itself: pairs in doubt, cues over a limit, what the memory knew."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..bilingual.bitext import Bitext, Pair
from ..bilingual.subtitles.limits import Excess
from ..bilingual.translate.translator import DOUBTS
from ..formats.cues import clock
from ..jobs.publish import Published
from .translating import Asked

_FEW = 4        # pairs in doubt that the summary shows
_WIDE = 30      # characters of each


def notes_of(done: Sequence[Published], asked: Asked, out: Path) -> list[str]:
    """Lines for the summary."""
    return [*_tracks(done), *_doubts(done, asked), *_limits(done), *_remembered(asked, out)]


def _tracks(done: Sequence[Published]) -> Iterator[str]:
    talks = [(one.outcome.path, one.talk) for one in done if isinstance(one.talk, Bitext)]
    for path, talk in talks:
        if talk.offset:
            yield f'{path}: the times of its second track are {abs(talk.offset) / 1000:.2f} s ' \
                  f'{"late" if talk.offset < 0 else "early"}; it takes the first one\'s'
    if talks:
        pairs = [pair for _, talk in talks for pair in talk.pairs]
        whole = sum(pair.is_whole for pair in pairs)
        alone = f', {len(pairs) - whole} stand alone' if whole < len(pairs) else ''
        yield f'{len(talks)} in two languages: {whole} pairs of sentences{alone}'


def _doubts(done: Sequence[Published], asked: Asked) -> Iterator[str]:
    """How many pairs a person should look at, and a few of them."""
    found = [(one.outcome.path, one.talk, pair) for one in done if isinstance(one.talk, Bitext)
             for pair in one.talk.pairs if pair.doubts]
    counts = Counter(doubt for _, _, pair in found for doubt in pair.doubts)
    if not found:
        return
    mend = '; qinggao memory export FILE.xlf --doubtful, mend it, import it' if asked.recalled else ''
    yield f'{len(found)} to look at (--json names all{mend}):'
    for doubt, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f'  {number:6} {doubt}: {DOUBTS.get(doubt, doubt)}'
    for path, talk, pair in found[:_FEW]:
        first, second = _words(talk, pair)
        yield f'  {path}{_at(talk, pair)}: {_short(first)} | {_short(second)}'


def _limits(done: Sequence[Published]) -> Iterator[str]:
    """How many cues are over which limit, and the worst one of each."""
    counts = Counter[tuple[str, str]]()
    worst: dict[tuple[str, str], tuple[str, Excess]] = {}
    for path, over in ((one.outcome.path, over) for one in done if one.limits for over in one.limits.broken):
        key = over.what, over.language
        counts[key] += over.cues
        worst.setdefault(key, (path, over.worst[0]))
    cues = sum(one.limits.cues for one in done if one.limits)
    if counts:
        yield f'of {cues} cues over a limit:'
    for (what, language), number in counts.items():
        path, one = worst[what, language]
        yield f'  {number:6} {f"{language} " if language else ""}{what}, as {path} {clock(one.begin, ".")}: ' \
              f'{one.value:g}, limit {one.limit:g}'


def _remembered(asked: Asked, out: Path) -> Iterator[str]:
    if asked.recalled:
        counts = asked.recalled.counts
        said = [f'{number} {what}' for what, number in (
            ('asked of the translator', counts.asked), ('known', counts.exact), ('known alike', counts.fuzzy),
            ('said again', counts.repeated), ('without translation', counts.missing)) if number]
        yield f'sentences: {", ".join(said) or "none"}'


def more_of(done: Sequence[Published]) -> dict[str, dict[str, object]]:
    """What the JSON of each input says beside the rest."""
    more: dict[str, dict[str, object]] = {}
    for one in done:
        if isinstance(one.talk, Bitext):
            talk = one.talk
            more[one.outcome.path] = {
                'languages': talk.languages, 'score': round(talk.score, 3), 'offset': talk.offset,
                'pairs': len(talk.pairs), 'alone': sum(not pair.is_whole for pair in talk.pairs),
                'doubts': [{'first': first, 'second': second, 'doubts': pair.doubts, 'origin': pair.origin}
                           for pair in talk.pairs if pair.doubts for first, second in [_words(talk, pair)]],
                'limits': [over._asdict() for over in one.limits.broken] if one.limits else [],
            }
    return more


def _words(talk: Bitext, pair: Pair) -> tuple[str, str]:
    return (' '.join(talk.first.text[slice(*pair.first)].split()),
            ' '.join(talk.second.text[slice(*pair.second)].split()))


def _at(talk: Bitext, pair: Pair) -> str:
    times = talk.first.time_of(*pair.first)
    return f' {clock(times[0], ".")}' if times else ''


def _short(words: str) -> str:
    return repr(words if len(words) <= _WIDE else words[:_WIDE] + '…') if words else '(nothing)'
