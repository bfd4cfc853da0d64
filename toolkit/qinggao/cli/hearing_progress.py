"""How far the hearing of a folder is: a line on a terminal."""
from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from types import TracebackType


class Progress:
    """Hours done, how many times faster than they were spoken, time left. What earlier runs heard costs no time."""

    def __init__(self, paths: Sequence[Path], shown: bool) -> None:
        self._shown, self._paths = shown, paths
        self._done = self._now = self._all = 0.0
        self._began = time.monotonic()

    def __enter__(self) -> Progress:
        if self._shown:
            Thread(target=self._measure, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._shown:
            sys.stderr.write('\r\x1b[K')
            if isinstance(error, KeyboardInterrupt):
                sys.stderr.write('what is in work ends first; a second Ctrl-C leaves it\n')

    def told(self, seconds: float, now: bool) -> None:
        """So many more seconds of audio are done, in this run or known before."""
        self._done += seconds
        self._now += seconds if now else 0.0
        if self._shown:
            sys.stderr.write('\r\x1b[K' + self.line(time.monotonic() - self._began))
            sys.stderr.flush()

    def line(self, passed: float) -> str:
        """What it says after so many seconds."""
        speed = self._now / passed if passed else 0.0
        of = f' of {clock(self._all)}' if self._all else ''
        left = f' · {clock((self._all - self._done) / speed)} left' if speed and self._all > self._done else ''
        return f'{clock(self._done)}{of} heard · {speed:.0f} × real time{left}'

    def _measure(self) -> None:
        """How long all of it is, as the files say themselves."""
        from ..asr.audio import declared
        self._all = sum(declared(path) for path in self._paths)


def clock(seconds: float) -> str:
    """Hours, where there are any, minutes and seconds.

    >>> clock(75), clock(3725)
    ('1:15', '1:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f'{hours}:{minutes:02}:{rest:02}' if hours else f'{minutes}:{rest:02}'
