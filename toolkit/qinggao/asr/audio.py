"""Sound out of a file: any container that FFmpeg reads, video too, as 16 kHz mono.

Not faster_whisper.decode_audio: it skips what it cannot decode and takes a cut file for a whole one. And it glues
what it has together: a video whose sound begins late, or has a hole, would be heard too early from there on.
"""
from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..errors import FileError, reason_of
from .cut_short import is_without_index, missing, says_its_length
from .sound import Sound

if TYPE_CHECKING:
    import numpy as np
    from av.error import FFmpegError
    from numpy.typing import NDArray

RATE = 16_000           # samples a second: what Whisper hears
LOST = 1.0              # seconds that may lack at the end or cannot be decoded; of a short file a twentieth
TYPICAL = 0.02          # seconds in a packet that does not say

# What is taken from a folder. Not .ts: there it is TypeScript more often than television.
SUFFIXES = ('.wav', '.flac', '.mp3', '.m4a', '.m4b', '.aac', '.ogg', '.oga', '.opus', '.wma', '.aif', '.aiff', '.caf',
            '.amr', '.mka', '.mp4', '.m4v', '.mov', '.mkv', '.webm', '.avi', '.wmv', '.flv', '.mpg', '.mpeg', '.3gp',
            '.mts', '.m2ts')
AGAIN = 'copy or download it again'
# A playlist reaches nowhere.
_OPENED: dict[str, Any] = {'metadata_errors': 'ignore', 'options': {'protocol_whitelist': ''}}


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex; raises `FileError`."""
    sha256 = hashlib.sha256()
    with _opened(path) as file:
        try:
            while block := file.read(1 << 20):
                sha256.update(block)
        except OSError as error:
            raise _unreadable(path, error) from None
    return sha256.hexdigest()


def decode(path: Path) -> NDArray[np.float32]:
    """The sound of a file, mono, from -1 to 1, 16,000 samples a second on the file's own clock.

    Of several tracks the one a player would choose. A hole in it is silence. Raises `FileError` for a file that
    cannot be read, is empty, no recording, without sound, cut short or damaged by more than a second (of a file
    of less than twenty by more than a twentieth).
    """
    import av
    with _opened(path) as file:
        try:
            _refuse_incomplete(file, path)
            with av.open(file, 'r', **_OPENED) as container:
                samples = _Decoding(container, path).run(file)
        except av.FFmpegError as error:
            raise _not_opened(path, file, error) from None
        except OSError as error:
            raise _unreadable(path, error) from None
    return samples


def declared(path: Path) -> float:
    """How many seconds a file says it has, guessed from its size where it does not; 0 where nothing can be told."""
    import av
    try:
        with _opened(path) as file, av.open(file, 'r', **_OPENED) as container:
            return (container.duration or 0) / 1e6
    except (av.FFmpegError, OSError, FileError):    # `decode` says what is wrong
        return 0.0


def _opened(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError('a folder, no recording' if path.is_dir() else 'not a regular file', path=str(path),
                            cure='name a file' if path.is_dir() else 'leave it out')
        return open(path, 'rb')
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> FileError:
    return FileError(f'cannot be read: {reason_of(error)}', path=str(path), cure='check its name and rights')


def _refuse_incomplete(file: BinaryIO, path: Path) -> None:
    if not file.read(1):
        raise FileError('empty: no bytes in it', path=str(path), cure=AGAIN)
    if lacks := missing(file):
        raise FileError(f'cut short: it lacks {lacks}', path=str(path), cure=AGAIN)
    file.seek(0)


def _not_opened(path: Path, file: BinaryIO, error: FFmpegError) -> FileError:
    if is_without_index(file):
        return FileError('cut short: its index, which stands at the end, is missing', path=str(path), cure=AGAIN)
    reason = (error.strerror or str(error)).lower()
    return FileError(f'no recording: {reason}', path=str(path), cure='leave it out, or convert it to flac')


class _Decoding:
    """One file, decoded packet by packet. Times are in seconds from where a player's clock begins."""

    def __init__(self, container: Any, path: Path) -> None:
        self._container, self._path = container, str(path)
        self._stream = container.streams.best('audio')
        if self._stream is None:
            raise FileError('no sound in it: it has no audio stream', path=self._path, cure='leave it out')
        self._reached = self._lost = 0.0
        self._sound = Sound(RATE)

    def run(self, file: BinaryIO) -> NDArray[np.float32]:
        start = (self._container.start_time or 0) / 1e6
        streams = [stream for stream in self._container.streams if stream.type in ('audio', 'video')]
        for packet in self._container.demux(streams):
            if packet.pts is not None:      # float by float: fractions took a tenth of the time
                tick = float(packet.time_base)
                self._reached = max(self._reached, (packet.pts + (packet.duration or 0)) * tick - start)
            if packet.stream is self._stream:
                for frame in self._decoded(packet):
                    self._sound.add(frame, None if frame.time is None else frame.time - start)
        samples = self._sound.samples()
        self._refuse_losses(_declared(self._container, streams, file))
        if not len(samples):
            raise FileError('no sound in it: not one sample', path=self._path, cure='leave it out')
        return samples

    def _decoded(self, packet: Any) -> list[Any]:
        from av.error import FFmpegError
        try:
            return list(packet.decode())
        except FFmpegError:     # the next packet may be sound
            self._lost += float(packet.duration * packet.time_base) if packet.duration else TYPICAL
            return []

    def _refuse_losses(self, declared: float) -> None:
        length = declared or self._reached
        allowed = min(LOST, max(0.15, length / 20))
        if self._lost > allowed:
            raise FileError(f'damaged: {self._lost:.1f} of {length:.1f} seconds cannot be decoded', path=self._path,
                            cure=AGAIN)
        if declared - self._reached > allowed:
            raise FileError(f'cut short: it says {declared:.1f} seconds and has {self._reached:.1f}', path=self._path,
                            cure=AGAIN)


def _declared(container: Any, streams: list[Any], file: BinaryIO) -> float:
    """How many seconds a file says it has; 0 where it does not say, or FFmpeg only reckons from its size."""
    if container.format.name in ('aac', 'mp3', 'amr', 'ac3') and not says_its_length(file):
        return 0.0
    lengths = [float(stream.duration * stream.time_base) for stream in streams if stream.duration]
    whole: float = (container.duration or 0) / 1e6
    return max(lengths) if len(lengths) == len(streams) else whole
