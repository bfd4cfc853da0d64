"""Put new bytes in a file's place: whole or not at all, with its mode bits, never under two hands at once."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from ..errors import FileError, reason_of

FOLDER = '.qinggao'
_HERE, _EXCHANGE = -100, 2      # AT_FDCWD and RENAME_EXCHANGE of Linux


def root_of(path: str) -> str:
    """The root of the repository that holds a file, as an absolute path; its folder where there is no repository."""
    folder = start = os.path.dirname(os.path.realpath(path))
    while True:
        if any(os.path.exists(os.path.join(folder, name)) for name in ('.git', '.hg', 'qinggao.toml')):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return start
        folder = above


def state_folder(root: str) -> str:
    """The folder of our own data under a root, made where it is missing; git ignores what lies in it."""
    folder = os.path.join(root, FOLDER)
    try:
        os.makedirs(folder, exist_ok=True)
        straight(folder)
        ignore = os.path.join(folder, '.gitignore')
        if not os.path.lexists(ignore):
            replace(ignore, b'*\n')      # whole: on a full disk an empty one would stay
    except OSError as error:
        raise FileError(f'cannot be written: {reason_of(error)}', path=folder,
                        cure='without it nothing could be undone, so nothing was mended') from None
    return folder


def straight(place: str) -> str:
    """The same place in our own folder; raises `FileError` where a link in it leads elsewhere: a repository may come
    from anybody, and what it holds must not make us write outside of it."""
    if os.path.realpath(place) != place:
        raise FileError('a link that leads elsewhere', path=place, cure='remove it')
    return place


@contextlib.contextmanager
def locked(root: str) -> Iterator[None]:
    """While it lasts no other process of ours writes below this root."""
    place = straight(os.path.join(state_folder(root), 'lock'))
    try:
        file = open(place, 'ab')     # noqa: SIM115 — closed below; what is done under the lock raises errors of its own
    except OSError as error:
        raise FileError(f'cannot be written: {reason_of(error)}', path=place, cure='check its rights') from None
    with file:
        if os.name == 'nt':
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)    # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def replace(path: str, data: bytes, before: bytes | None = None) -> bool:
    """Write a whole file or nothing. A link stays a link: what it leads to is written. Raises `FileError`.

    ``before``: what must stand there; where something else does it stays, and the answer is False.
    """
    path = os.path.realpath(path)
    part = os.path.join(os.path.dirname(path), f'.{os.path.basename(path)[:40]}.{os.getpid()}.part')
    try:
        _write(part, data, path)
        if before is None:
            os.replace(part, path)
            return True
        return _replaced(path, part, data, before)
    except OSError as error:
        raise FileError(f'cannot be written: {reason_of(error)}', path=path,
                        cure='check the rights of its folder') from None
    finally:
        _forget(part)


def _write(part: str, data: bytes, path: str) -> None:
    """A new file with what the other will hold, of the same owner and mode."""
    _forget(part)       # of a process that was killed and had our number
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, 'wb') as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        status = os.stat(path)
    except FileNotFoundError:
        os.chmod(part, 0o644)
        return
    if hasattr(os, 'chown') and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):      # root mends a page and it stays its owner's; others may not give away
            os.chown(part, status.st_uid, status.st_gid)
    os.chmod(part, status.st_mode & 0o7777)


def _replaced(path: str, part: str, data: bytes, before: bytes) -> bool:
    """Put the part in a file's place unless something else than ``before`` stands there.

    An editor may save between our look and our write. So the two change places at once, and what stood there is looked
    at afterwards: where it is newer than we knew it goes back, and what came in its place meanwhile is looked at too.
    """
    if _read(path) != before:
        return False
    with _undisturbed():
        if not _exchange(part, path):   # not on every system, not on every disk: then a short moment is left open
            os.replace(part, path)
            return True
        placed, known = data, before
        while (stood := _read(part)) != known:
            if not _exchange(part, path):
                return False            # somebody took the file away
            placed, known = stood, placed
        return placed is data


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait: between two exchanges what somebody has just saved lies in the part."""
    import signal
    if not hasattr(signal, 'pthread_sigmask'):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _exchange(one: str, other: str) -> bool:
    """Two files change places, at once or not at all; whether they did."""
    try:
        import ctypes
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError, TypeError):   # Windows knows no CDLL(None)
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _read(path: str) -> bytes:
    with open(path, 'rb') as file:
        return file.read()


def _forget(part: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(part)
