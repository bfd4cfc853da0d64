"""Many files through one recogniser: windows in batches across files, what was said back to each file.

What stands in which batch depends on the order of the files alone, never on which thread was faster: the same files
give the same words on every run.
"""
from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from ..errors import FileError, QinggaoError
from .batches import Batch, Batches
from .engine import RATE, OutOfMemory, Samples
from .guarded import Guarded
from .heard import Heard
from .recordings import Recording, in_turn
from .routing import Part, crossed, parts
from .store import Facts, Store
from .take import Take
from .unfinished import Unfinished
from .windows import Window

Found = list[tuple[Window, Take]]
_WAITING = 3    # batches for each lane that may wait or be done: one slow window must not stop the other lanes


class Stream:
    """One run over many files. ``lanes`` batches of at most ``batch_size`` windows are in work at a time.

    ``told`` is called with the seconds of audio that are done, and whether they were heard in this run.
    """

    def __init__(self, ears: Guarded, lanes: int, batch_size: int, kept: Store | None = None,
                 told: Callable[[float, bool], None] = lambda seconds, now: None) -> None:
        self._ears, self._lanes, self._kept, self._told = ears, lanes, kept, told
        self._batches = Batches(ears.listener.hearing.pack, batch_size)
        self.notes: Counter[str] = Counter()
        self._lock = Lock()
        self._files: dict[int, Unfinished] = {}
        self._done: deque[tuple[Path, Heard | QinggaoError]] = deque()

    def run(self, paths: Sequence[Path]) -> Generator[tuple[Path, Heard | QinggaoError], None, None]:
        """Each file with what was heard in it or why nothing was, as soon as it is whole.

        An interrupt lets the batches that are in work end, keeps what they heard, and goes on as an interrupt.
        """
        flight: deque[tuple[Batch, Future[Found]]] = deque()
        pool = ThreadPoolExecutor(self._lanes, 'hear')
        try:
            for batch in self._all(paths):
                flight.append((batch, pool.submit(self._heard, batch.windows, batch.language)))
                while len(flight) > self._lanes * _WAITING or (flight and flight[0][1].done()):
                    self._land(flight)
                yield from self._ready()
            while flight:
                self._land(flight)
                yield from self._ready()
            yield from self._ready()
        finally:
            try:
                while flight:
                    batch, future = flight[-1]
                    if future.cancel():     # not begun: the next run hears it
                        flight.pop()
                    else:
                        self._land(flight)
            finally:
                # Not waiting: a second interrupt would come amid a join, after which Python takes a thread still at
                # work for one that has ended, and CTranslate2 aborts the process.
                pool.shutdown(wait=False, cancel_futures=True)

    def _ready(self) -> Iterator[tuple[Path, Heard | QinggaoError]]:
        while self._done:
            yield self._done.popleft()

    def _all(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """All that is left to hear."""
        for number, (path, found) in enumerate(in_turn(paths, self._ears.listener, self._known)):
            if isinstance(found, Recording):
                try:
                    file = self._opened(number, path, found)
                except QinggaoError as error:       # it has gone since it was decoded, or the store has
                    self._done.append((path, error))
                    continue
                yield from self._batches.add(found.language, number, found.spans, set(file.left))
            else:
                self._done.append((path, found))
                if isinstance(found, Heard):
                    self._told(found.duration / 1000, False)
                    self._batches.skip(found.language)
        yield from self._batches.rest()

    def _known(self, path: Path) -> Heard | None:
        try:
            return self._kept.whole(path) if self._kept else None
        except QinggaoError:
            return None     # it is going to be decoded: what is wrong with it is said there

    def _opened(self, number: int, path: Path, recording: Recording) -> Unfinished:
        facts = Facts(recording.spans, recording.language, recording.language_probability, recording.duration)
        file = Unfinished(path, recording, self._kept.begin(path, facts) if self._kept else ())
        self._files[number] = file
        self._told(recording.duration / 1000 - sum(end - start for start, end in file.left) / RATE, False)
        if not file.left:
            self._close(number)
        return file

    def _heard(self, windows: Sequence[Window], language: str) -> Found:
        """The takes of a batch, kept as soon as all are there."""
        found = self._hear(windows, language)
        if self._kept:
            self._kept.keep([(self._files[number].path, part) for window, take in found
                             for number, part in parts(window, take).items()])
        return found

    def _hear(self, windows: Sequence[Window], language: str) -> Found:
        """The takes of a batch. Where the memory is too small for it, of half of it, and then of the other."""
        try:
            return self._takes(windows, language)
        except OutOfMemory as error:
            if len(windows) < 2:
                raise FileError(f'no memory for a single window: {error.what}', cure=error.cure) from None
            half = len(windows) // 2
            with self._lock:
                self._batches.size = min(self._batches.size, half)
                self.notes['smaller batches, for want of memory'] += 1
            return self._hear(windows[:half], language) + self._hear(windows[half:], language)

    def _takes(self, windows: Sequence[Window], language: str) -> Found:
        """Where a segment reaches over a joint of a window, its parts are heard each for itself. Then the guard has its
        say."""
        audios = [window.audio(self._audio) for window in windows]
        first = self._ears.listener.takes(audios, language)
        joints = [crossed(window, take) for window, take in zip(windows, first)]
        fine = [n for n in range(len(windows)) if not joints[n]]
        settled = self._ears.settled([first[n] for n in fine], [audios[n] for n in fine],
                                     [windows[n].speech for n in fine], language)
        found = [(windows[n], take) for n, take in zip(fine, settled)]
        alone = [part for window, numbers in zip(windows, joints) if numbers for part in window.apart(numbers)]
        for start in range(0, len(alone), len(windows)):    # in batches no larger than the one there was room for
            found += self._hear(alone[start:start + len(windows)], language)
        return found

    def _audio(self, number: int) -> Samples:
        return self._files[number].recording.audio

    def _land(self, flight: deque[tuple[Batch, Future[Found]]]) -> None:
        """What the oldest batch heard goes to its files; one that fails is heard window by window, and costs its files
        only.

        It is in flight until then: an interrupt comes while we wait for it as a rule, and it lands afterwards.
        """
        batch, future = flight[0]
        heard, failed = Found(), list[tuple[Window, QinggaoError]]()
        try:
            heard = future.result()
        except QinggaoError as error:
            for window in batch.windows:
                try:
                    heard += self._again(window, batch, error)
                except QinggaoError as own:
                    failed.append((window, own))
        flight.popleft()
        for number, part in [item for window, take in heard for item in parts(window, take).items()]:
            self._files[number].take(part)
            self._close_if_whole(number, part)
        for window, why in failed:
            for number, part in parts(window, Take(())).items():
                self._files[number].fail(part, why)
                self._close_if_whole(number, part)

    def _again(self, window: Window, batch: Batch, error: QinggaoError) -> Found:
        """A window of a batch that failed, alone."""
        if len(batch.windows) == 1:
            raise error
        return self._heard([window], batch.language)

    def _close_if_whole(self, number: int, part: Part) -> None:
        self._told(sum(end - start for start, end in part.spans) / RATE, True)
        if not self._files[number].left:
            self._close(number)

    def _close(self, number: int) -> None:
        file = self._files.pop(number)
        self._done.append((file.path, file.error or file.heard()))
