"""Files: bytes in, decoded or refused with a reason; text out, whole or not at all."""
from __future__ import annotations

import codecs
import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from .errors import FileError

_MARKS = ((codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_LE, 'utf-16-le'), (codecs.BOM_UTF16_BE, 'utf-16-be'))
_GUESSES = ('gb18030', 'big5', 'shift_jis')


def read_text(path: Path, encoding: str = '', max_megabytes: int = 64) -> str:
    """The text of a file, line ends as \\n. Raises `FileError` with file, place and cure.

    UTF-8 with or without a mark, UTF-16 with one, or the named encoding; nothing is guessed.
    """
    try:
        status = path.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            raise FileError('not a regular file', path=str(path), cure='leave it out')
        if size > max_megabytes * 1_000_000:
            raise FileError(f'{size / 1e6:.0f} MB, more than {max_megabytes}', path=str(path),
                            cure='split it, or set max_megabytes')
        data = path.read_bytes()
    except OSError as error:
        raise FileError(f'cannot be read: {_reason(error)}', path=str(path), cure='check its name and rights') from None
    return decoded(data, encoding, str(path))


def decoded(data: bytes, encoding: str = '', path: str = '') -> str:
    """Bytes as text; raises `FileError` naming the first bad byte and the option to use."""
    mark, codec = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b'', 'utf-8'))
    codec = encoding or codec
    if mark and codec.lower().replace('_', '-') in ('utf-8', 'utf-16-le', 'utf-16-be', 'utf8'):
        data = data[len(mark):]
    try:
        text = data.decode(codec)
        text.encode('utf-8')
    except UnicodeEncodeError:
        raise FileError('half a surrogate pair in it', path=path, cure='say its true encoding') from None
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise _undecodable(data, codec, error.start, path) from None
        raise FileError(f'unknown encoding {encoding!r}', path=path, cure='try gb18030 or big5') from None
    if '\0' in text:
        line = text.count('\n', 0, text.index('\0')) + 1
        raise FileError('binary, not text: a NUL byte', path=path, line=line, cure='leave it out, or export it as text')
    return text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text


def _undecodable(data: bytes, codec: str, at: int, path: str) -> FileError:
    if b'\0' in data[:4096] and not codec.startswith('utf-16'):
        return FileError('binary, not text', path=path, cure='leave it out, or export it as text')
    line = data.count(b'\n', 0, at) + 1
    cure = 'say its encoding with --encoding NAME'
    for guess in _GUESSES:
        try:
            data.decode(guess)
        except UnicodeDecodeError:
            continue
        cure += f' (perhaps {guess})'
        break
    return FileError(f'not {codec.upper()}: byte {at} is 0x{data[at]:02x}', path=path, line=line, cure=cure)


def write_text(path: Path, text: str | Iterator[str]) -> None:
    """Write a whole file or nothing: to a temporary file beside it, to disk, then into place.

    A long text may come in parts, so that it is never held as one.
    Raises `FileError`; what stood there before then still stands.
    """
    part = path.with_name(f'.{path.name[:40]}.{os.getpid()}.part')
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise FileError('a folder of that name is in the way', path=str(path), cure='move it, or choose another -o')
        with open(part, 'w', encoding='utf-8', newline='\n') as file:
            file.writelines([text] if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, UnicodeError) as error:
        _forget(part)
        raise FileError(f'cannot be written: {_reason(error)}', path=str(path), cure='choose another -o') from None
    except BaseException:
        _forget(part)
        raise


def _forget(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink()


def _reason(error: OSError | UnicodeError) -> str:
    return str(getattr(error, 'strerror', None) or error).lower()
