"""Ears with a guard: suspect windows are heard again, alone; what stays suspect is marked."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from threading import Lock
from typing import NamedTuple

from .again import Again
from .engine import RATE, Samples
from .guard import Doubt, doubts
from .guard.doubt import Span, touches
from .guard.mark import marked
from .guard.splice import spliced, stretches
from .guard.weight import Scale
from .listener import Listener
from .speech import spoken
from .take import Said, Take

TEMPERATURES = (0.2, 0.4, 0.6, 0.8, 1.0)    # Whisper's own recipe


class Judged(NamedTuple):
    """A take, what is doubtful about it, and how much that weighs beside other takes of the window."""

    take: Take
    doubts: list[Doubt]
    weight: float


class Guarded:
    """A listener, and a guard over what it hears. Its method may be called from several threads.

    The same windows give the same takes on every run: nothing is drawn but by dice that only know the sound.
    ``counts``: windows that were ``suspect``, decodings in which something was ``heard again``, windows ``mended`` and
    ``still in doubt``, and segments ``dropped``, which stood where nobody speaks.
    """

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.counts: Counter[str] = Counter()
        self._lock = Lock()

    def takes(self, audios: Sequence[Samples], speech: Sequence[Sequence[Span]], language: str) -> list[Take]:
        """One batch of windows, one take each. ``speech``: where somebody speaks in each, in seconds of the window.
        Raises `OutOfMemory`, whether all were heard together or one alone."""
        return self.settled(self.listener.takes(audios, language), audios, speech, language)

    def settled(self, first: Sequence[Take], audios: Sequence[Samples], speech: Sequence[Sequence[Span]],
                language: str) -> list[Take]:
        """What becomes of first takes.

        Where all is heard whether or not somebody speaks the guard looks for voices itself, else each pause would be
        a hole.
        """
        if not self.listener.hearing.vad:
            speech = [[(begin / RATE, finish / RATE) for begin, finish in spoken(audio)] for audio in audios]
        return [self._settled(*one, language) for one in zip(first, audios, speech)]

    def _settled(self, first: Take, audio: Samples, speech: Sequence[Span], language: str) -> Take:
        """The best take of a window, with its doubts marked; the first where nothing is wrong with it."""
        found = doubts(first, speech, len(audio) / RATE, language)
        if not found:
            return first
        scale = Scale.of(first, found, speech)

        def judged(take: Take) -> Judged:
            found = doubts(take, speech, len(audio) / RATE, language)
            return Judged(take, found, scale.weight(take, found))

        suspect = judged(first)
        again = Again(self.listener, audio, language)
        best = _heard_again(suspect, again, judged)
        dropped = _dropped(suspect, best.take)
        self._count(best, again.count, len(dropped))
        return marked(best.take, best.doubts)._replace(dropped=dropped)

    def _count(self, best: Judged, again: int, dropped: int) -> None:
        found = {'suspect': 1, 'heard again': again, 'dropped': dropped,
                 'still in doubt' if best.doubts else 'mended': 1}
        with self._lock:
            self.counts.update({name: count for name, count in found.items() if count})


def _dropped(first: Judged, best: Take) -> tuple[Said, ...]:
    """What the first take says where nobody speaks, and the best one says nothing."""
    gone = [doubt for doubt in first.doubts if doubt.check == 'no-speech'
            and not any(touches(said, doubt.begin, doubt.finish) for said in best.said)]
    return tuple(said._replace(doubt='no-speech') for said in first.take.said
                 if any(touches(said, doubt.begin, doubt.finish) for doubt in gone))


def _heard_again(first: Judged, again: Again, judged: Callable[[Take], Judged]) -> Judged:
    """The best of what is heard in other ways, the cheapest first, until there is nothing left to doubt."""
    best = _patched(first, again, judged)
    if best.doubts:
        best = _better(best, _patched(judged(again.plain()), again, judged))
    for temperature in TEMPERATURES:
        if all(doubt.check == 'unheard' for doubt in best.doubts):
            break                       # nothing left; or a laugh, of which no dice make words
        take = again.drawn(temperature)
        if take:
            best = _better(best, _patched(judged(take), again, judged))
    return best


def _patched(one: Judged, again: Again, judged: Callable[[Take], Judged]) -> Judged:
    """A take with its doubtful stretches as they sound alone, each where that is better.

    Twice: of a long stretch that went wrong again a shorter one may be left, and that alone goes well.
    """
    best, asked = one, set[Span]()
    for _ in range(2):
        for stretch in stretches(best.take, best.doubts, again.length):
            if stretch not in asked:
                best = _better(best, judged(spliced(best.take, stretch, again.stretch(*stretch))))
            asked.add(stretch)
    return best


def _better(one: Judged, other: Judged) -> Judged:
    """Of equals the one that was heard first."""
    return other if (other.weight, -other.take.logprob) < (one.weight, -one.take.logprob) else one
