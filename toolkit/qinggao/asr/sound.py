"""Decoded frames put end to end at one rate, each where the file's own clock has it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HOLE = 0.1              # seconds without a frame that are a hole: less is how containers round
LONGEST_HOLE = 600.0    # one that is longer is a clock that jumped, as in a broadcast cut together
TOGETHER = 1 << 19      # samples resampled at a time: frame by frame took twice as long


class Sound:
    """Mono, 16 bits while it is gathered. Times are in seconds."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._bytes = bytearray()
        self._shape: tuple[object, ...] = ()
        self._waiting = 0.0             # how much is in the queue
        self._queue: Any = None
        self._resampler: Any = None

    def add(self, frame: Any, time: float | None) -> None:
        """The next frame, which stands at ``time``. What is missing before it is silence."""
        shape = frame.format.name, frame.layout.name, frame.sample_rate
        if shape != self._shape or (time is not None and HOLE < time - self._length < LONGEST_HOLE):
            self._flush()
            self._begin(shape, time)
        frame.pts = None
        self._queue.write(frame)
        self._waiting += frame.samples / frame.sample_rate
        if self._queue.samples >= TOGETHER:
            self._resample(self._queue.read())

    def samples(self) -> NDArray[np.float32]:
        """All of it, from -1 to 1."""
        import numpy as np
        self._flush()
        samples = np.frombuffer(self._bytes, np.int16).astype(np.float32)
        samples /= 32768
        return samples

    @property
    def _length(self) -> float:
        return len(self._bytes) / 2 / self._rate + self._waiting

    def _begin(self, shape: tuple[object, ...], time: float | None) -> None:
        """A new resampler: the shape may change on the way, as where a mono trailer stands before a talk in stereo."""
        import av
        if time is not None and HOLE < time - self._length < LONGEST_HOLE:
            self._bytes += bytes(2 * (round(time * self._rate) - len(self._bytes) // 2))
        self._shape = shape
        self._queue = av.AudioFifo()
        self._resampler = av.AudioResampler(format='s16', layout='mono', rate=self._rate)

    def _flush(self) -> None:
        if self._queue is not None:
            if self._queue.samples:
                self._resample(self._queue.read())
            self._resample(None)
            self._queue = self._resampler = None

    def _resample(self, frame: Any) -> None:
        for resampled in self._resampler.resample(frame):
            self._bytes += resampled.to_ndarray().tobytes()
        self._waiting = 0.0
