"""Put new bytes in a file's place: whole or not at all, with its mode bits, never under two hands at once."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from ..errors import FileError

FOLDER = '.qinggao'


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
        ignore = os.path.join(folder, '.gitignore')
        if not os.path.exists(ignore):
            with open(ignore, 'w', encoding='utf-8') as file:
                file.write('*\n')
    except OSError as error:
        raise FileError(f'cannot be written: {(error.strerror or str(error)).lower()}', path=folder,
                        cure='without it nothing could be undone, so nothing was mended') from None
    return folder


@contextlib.contextmanager
def locked(root: str) -> Iterator[None]:
    """While it lasts no other process of ours writes below this root."""
    with open(os.path.join(state_folder(root), 'lock'), 'ab') as file:
        if os.name == 'nt':
            import msvcrt
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)    # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def replace(path: str, data: bytes) -> None:
    """Write a whole file or nothing. A link stays a link: what it leads to is written. Raises `FileError`."""
    path = os.path.realpath(path)
    part = os.path.join(os.path.dirname(path), f'.{os.path.basename(path)[:40]}.{os.getpid()}.part')
    try:
        mode = os.stat(path).st_mode & 0o7777 if os.path.exists(path) else 0o644
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, 'wb') as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, mode)
        os.replace(part, path)
    except OSError as error:
        _forget(part)
        raise FileError(f'cannot be written: {(error.strerror or str(error)).lower()}', path=path,
                        cure='check the rights of its folder') from None
    except BaseException:
        _forget(part)
        raise


def _forget(part: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(part)
