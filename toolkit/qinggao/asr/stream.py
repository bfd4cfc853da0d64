"""Many files through one recogniser: windows in batches across files, what was said back to each file.

What stands in which batch depends on the order of the files alone, never on which thread was faster: the same files
give the same words on every run.
"""
from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import NamedTuple, Protocol

from ..errors import FileError, QinggaoError
from .engine import RATE, OutOfMemory, Samples
from .guarded import Guarded
from .heard import Heard
from .recordings import Recording, in_turn
from .routing import Part, crossed, parts, together
from .speech import Span
from .store import Facts
from .take import Take
from .windows import Packer, Window


class Kept(Protocol):
    """What earlier runs heard, in the same way: see store.py."""

    def whole(self, path: Path) -> Heard | None:
        """A recording of which nothing is left to hear."""

    def begin(self, path: Path, facts: Facts) -> Sequence[Part]:
        """A recording is going to be heard; the parts that are known."""

    def keep(self, heard: Iterable[tuple[Path, Part]]) -> None:
        """Remember the parts of a batch at once, all or none."""


class Batch(NamedTuple):
    """Windows that are heard together: one language, one prompt."""

    language: str
    windows: tuple[Window, ...]


class _File:
    """What of one file is known so far; ``waiting``: spans that nobody has heard yet."""

    def __init__(self, path: Path, recording: Recording, known: Sequence[Part]) -> None:
        self.path, self.audio, self.recording = path, recording.audio, recording
        done = {span for part in known for span in part.spans}
        self.waiting = set(recording.spans) - done
        self.parts = [part for part in known if set(part.spans) <= set(recording.spans)]
        self.error: QinggaoError | None = None

    def take(self, part: Part) -> None:
        self.parts.append(part)
        self.waiting -= set(part.spans)

    def heard(self) -> Heard:
        one = self.recording
        return together(self.parts, one.language, one.language_probability, one.duration)


class Stream:
    """One run over many files. ``lanes`` batches of at most ``batch_size`` windows are in work at a time."""

    def __init__(self, ears: Guarded, lanes: int, batch_size: int, kept: Kept | None = None,
                 heard: Callable[[float], None] = lambda seconds: None) -> None:
        self._ears, self._lanes, self._kept, self._heard = ears, lanes, kept, heard
        self.batch_size = batch_size
        self.notes: Counter[str] = Counter()
        self._lock = Lock()
        self._files: dict[int, _File] = {}
        self._done: deque[tuple[Path, Heard | QinggaoError]] = deque()

    def run(self, paths: Sequence[Path]) -> Generator[tuple[Path, Heard | QinggaoError], None, None]:
        """Each file with what was heard in it or why nothing was, as soon as it is whole.

        An interrupt lets the batches that are in work end, keeps what they heard, and goes on as an interrupt.
        """
        flight: deque[tuple[Batch, Future[list[tuple[Window, Take]]]]] = deque()
        pool = ThreadPoolExecutor(self._lanes, 'hear')
        try:
            for batch in self._batches(paths):
                flight.append((batch, pool.submit(self._hear, batch.windows, batch.language)))
                if len(flight) > self._lanes:
                    self._land(flight)
                yield from self._ready()
            while flight:
                self._land(flight)
                yield from self._ready()
            yield from self._ready()
        finally:
            try:
                while flight:
                    self._land(flight)
            finally:
                # Not waiting: a second interrupt would come amid a join, after which Python takes a thread still at
                # work for one that has ended, and CTranslate2 aborts the process.
                pool.shutdown(wait=False, cancel_futures=True)

    def _ready(self) -> Iterator[tuple[Path, Heard | QinggaoError]]:
        while self._done:
            yield self._done.popleft()

    def _batches(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """Full batches, language by language, and at the end what is left."""
        packers: dict[str, Packer] = {}
        waiting: dict[str, list[Window]] = {}
        for number, (path, recording) in enumerate(in_turn(self._unheard(paths), self._ears.listener)):
            if not isinstance(recording, Recording):
                self._done.append((path, recording))
                continue
            language = recording.language
            packer = packers.setdefault(language, Packer(self._ears.listener.hearing.pack))
            queue = waiting.setdefault(language, [])
            try:
                spans = self._opened(number, path, recording)
            except QinggaoError as error:       # it has gone since it was decoded, or the store has
                self._done.append((path, error))
                continue
            queue += packer.add(number, spans)
            yield from self._full(language, queue)
        for language, packer in packers.items():
            waiting[language] += packer.rest()
            yield from self._full(language, waiting[language], least=1)

    def _unheard(self, paths: Sequence[Path]) -> Iterator[Path]:
        """The files of which something is left to hear; the others are done."""
        for path in paths:
            try:
                known = self._kept.whole(path) if self._kept else None
            except QinggaoError:
                known = None        # it is going to be decoded: what is wrong with it is said there
            if known is None:
                yield path
            else:
                self._heard(known.duration / 1000)
                self._done.append((path, known))

    def _opened(self, number: int, path: Path, recording: Recording) -> list[Span]:
        """The spans of a file that are still to be heard."""
        facts = Facts(recording.spans, recording.language, recording.language_probability, recording.duration)
        file = _File(path, recording, self._kept.begin(path, facts) if self._kept else ())
        self._files[number] = file
        self._heard(recording.duration / 1000 - sum(end - start for start, end in file.waiting) / RATE)
        if not file.waiting:
            self._close(number)
        return [span for span in recording.spans if span in file.waiting]

    def _full(self, language: str, queue: list[Window], least: int = 0) -> Iterator[Batch]:
        while queue and len(queue) >= (least or self.batch_size):
            size = self.batch_size
            batch, queue[:] = Batch(language, tuple(queue[:size])), queue[size:]
            yield batch

    def _hear(self, windows: Sequence[Window], language: str) -> list[tuple[Window, Take]]:
        """The takes of a batch. Where the memory is too small for it, of half of it, and then of the other."""
        try:
            takes = self._ears.takes([window.audio(self._audio) for window in windows],
                                     [_speech(window) for window in windows], language)
        except OutOfMemory as error:
            if len(windows) < 2:
                raise FileError(f'no memory for a single window: {error.what}', cure='say --device cpu') from None
            half = len(windows) // 2
            with self._lock:
                self.batch_size = min(self.batch_size, half)
                self.notes['smaller batches, for want of memory'] += 1
            return self._hear(windows[:half], language) + self._hear(windows[half:], language)
        told, alone = list[tuple[Window, Take]](), list[Window]()
        for window, take in zip(windows, takes):
            if numbers := crossed(window, take):
                alone += window.apart(numbers)
            else:
                told.append((window, take))
        for start in range(0, len(alone), len(windows)):    # in batches no larger than the one there was room for
            told += self._hear(alone[start:start + len(windows)], language)
        return told

    def _audio(self, number: int) -> Samples:
        return self._files[number].audio

    def _land(self, flight: deque[tuple[Batch, Future[list[tuple[Window, Take]]]]]) -> None:
        """What the oldest batch heard goes to its files; one that fails is heard window by window, and costs its files
        only.

        It is in flight until its parts are kept: an interrupt comes while we wait for it as a rule, and it lands then.
        """
        batch, future = flight[0]
        heard, failed = list[tuple[Window, Take]](), list[tuple[Window, QinggaoError]]()
        try:
            heard = future.result()
        except QinggaoError as error:
            for window in batch.windows:
                try:
                    heard += self._again(window, batch, error)
                except QinggaoError as own:
                    failed.append((window, own))
        found = [(number, part) for window, take in heard for number, part in parts(window, take).items()]
        if self._kept and found:
            self._kept.keep((self._files[number].path, part) for number, part in found)
        flight.popleft()
        for number, part in found:
            self._give(number, part)
        for window, why in failed:
            for number in window.files:
                self._give(number, Part(_spans(window, number), ()), why)

    def _again(self, window: Window, batch: Batch, error: QinggaoError) -> list[tuple[Window, Take]]:
        """A window of a batch that failed, alone."""
        if len(batch.windows) == 1:
            raise error
        return self._hear([window], batch.language)

    def _give(self, number: int, part: Part, error: QinggaoError | None = None) -> None:
        file = self._files[number]
        file.take(part)
        if error:
            file.error = file.error or error.at(str(file.path))
        self._heard(sum(end - start for start, end in part.spans) / RATE)
        if not file.waiting:
            self._close(number)

    def _close(self, number: int) -> None:
        file = self._files.pop(number)
        self._done.append((file.path, file.error or file.heard()))


def _speech(window: Window) -> list[tuple[float, float]]:
    """Where somebody speaks, in seconds of the window."""
    return [((start - piece.start + piece.at) / RATE, (end - piece.start + piece.at) / RATE)
            for piece in window.pieces for start, end in piece.spans]


def _spans(window: Window, number: int) -> tuple[Span, ...]:
    return tuple(span for piece in window.pieces if piece.file == number for span in piece.spans)
