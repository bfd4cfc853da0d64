"""Recordings on their way to the recogniser: decoded, searched for speech, their language found; some files ahead."""
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import NamedTuple

from ..errors import FileError, QinggaoError
from .audio import declared, decode
from .engine import RATE, OutOfMemory, Samples
from .heard import Heard
from .listener import Listener
from .speech import LONGEST, Span, cut, spoken

_THREADS = 2
_AHEAD = 6              # so many files are made ready ahead
_MUCH = 20 * 60         # but of long ones, which fill the memory, no more than so many seconds, or one
_SURE = 0.5             # a language less likely than that in the first window is asked for in more of them
_ASKED = 3
_PATIENCE = (1, 2, 4, 8, 16)    # seconds to wait for memory on the device


class Recording(NamedTuple):
    """One file, ready to be heard; the language is '' where nobody speaks."""

    audio: Samples
    spans: tuple[Span, ...]
    language: str
    language_probability: float

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return len(self.audio) * 1000 // RATE


def prepared(path: Path, listener: Listener) -> Recording:
    """A file decoded and searched; raises `FileError`."""
    audio = decode(path)
    spans = spoken(audio) if listener.hearing.vad else cut(audio, 0, len(audio))
    return Recording(audio, tuple(spans), *_language(audio, spans, listener))


def in_turn(paths: Iterable[Path], listener: Listener, known: Callable[[Path], Heard | None] = lambda path: None,
            ) -> Generator[tuple[Path, Recording | Heard | QinggaoError], None, None]:
    """The files in order, each with its recording or why there is none; those that are ``known`` with what was heard.

    While one is asked for the next are made ready.
    """
    waiting: deque[tuple[Path, float, Future[Recording] | Heard]] = deque()
    coming = iter(paths)
    pool = ThreadPoolExecutor(_THREADS, 'decode')
    try:
        while True:
            while _room([seconds for _, seconds, _ in waiting]) and (path := next(coming, None)) is not None:
                heard = known(path)
                waiting.append((path, 0.0, heard) if heard else
                               (path, _seconds(path), pool.submit(prepared, path, listener)))
            if not waiting:
                return
            path, _, found = waiting.popleft()
            yield path, found if isinstance(found, Heard) else _outcome(path, found)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)      # see stream.py for why it does not wait


def _seconds(path: Path) -> float:
    """As many as it says itself; PyAV prints a traceback of its own where it is asked about a file without bytes."""
    try:
        return declared(path) if path.stat().st_size else 0.0
    except OSError:
        return 0.0      # that it cannot be read is said by its decoding


def _room(waiting: Sequence[float]) -> bool:
    """Whether one more may be made ready; the first of those that wait is the one that is asked for."""
    return len(waiting) < 2 or (len(waiting) <= _AHEAD and sum(waiting[1:]) < _MUCH)


def _outcome(path: Path, future: Future[Recording]) -> Recording | QinggaoError:
    try:
        return future.result()
    except QinggaoError as error:
        return error if error.path else error.at(str(path))
    except MemoryError:
        return FileError('too long for this machine\'s memory', path=str(path), cure='cut it in two')


def _language(audio: Samples, spans: Sequence[Span], listener: Listener) -> tuple[str, float]:
    """The language that is spoken: what was asked for, else what the first windows sound like, together."""
    asked = listener.hearing.language
    if asked != 'auto':
        return asked, 1.0
    if not listener.engine.multilingual:
        return 'en', 1.0
    sums: dict[str, float] = {}
    heard = 0
    for start in _starts(spans):
        heard += 1
        for language, probability in _likely(audio[start:start + LONGEST], listener):
            sums[language] = sums.get(language, 0.0) + probability
        if max(sums.values()) / heard >= _SURE:
            break
    if not sums:
        return '', 0.0
    found = max(sums, key=lambda language: sums[language])
    return found, sums[found] / heard


def _likely(audio: Samples, listener: Listener) -> list[tuple[str, float]]:
    """The languages of a window. The device may be full of batches just now: they end."""
    for seconds in _PATIENCE:
        try:
            features = listener.engine.features(audio, listener.hearing.pad)
            return listener.engine.language(listener.engine.encode([features]))[0]
        except OutOfMemory as error:
            full = error
            sleep(seconds)
    raise full


def _starts(spans: Sequence[Span]) -> Iterator[int]:
    """Where the first windows begin, each behind the one before."""
    end, given = 0, 0
    for start, _ in spans:
        if given < _ASKED and (not given or start >= end):
            yield start
            end, given = start + LONGEST, given + 1
