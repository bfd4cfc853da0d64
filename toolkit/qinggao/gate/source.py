"""A file as it lies on disk, and the way back: byte-order mark, encoding and line ends stay as they were."""
from __future__ import annotations

import codecs
import os
import re
import stat
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from ..edits import Change, redo
from ..errors import FileError, reason_of

# The mark of UTF-8 stays in the text: on a page it is a finding.
_WIDE_MARKS = ((codecs.BOM_UTF16_LE, 'utf-16-le'), (codecs.BOM_UTF16_BE, 'utf-16-be'))


class Source:
    """The bytes of a file, and ``text`` for lints: every line end ``\\n``.

    Bytes that are no UTF-8 are half surrogate pairs in the text, one each: lints tell where they stand.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._mark, self._codec = next(((mark, codec) for mark, codec in _WIDE_MARKS if data.startswith(mark)),
                                       (b'', 'utf-8'))
        try:
            self.raw = data[len(self._mark):].decode(self._codec, 'surrogateescape')
        except UnicodeDecodeError:      # UTF-16 that breaks off, or has half a pair
            self._mark, self._codec = b'', 'utf-8'
            self.raw = data.decode('utf-8', 'surrogateescape')
        self.text = self.raw.replace('\r\n', '\n') if '\r\n' in self.raw else self.raw

    def raw_changes(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Changes of the text as changes of what lies on disk; new line ends are as most of the file has them."""
        crlf = 2 * len(self._crlf) > self.text.count('\n')
        found = []
        for change in changes:
            start, end = self._raw_at(change.start), self._raw_at(change.end)
            new = change.new.replace('\n', '\r\n') if crlf else change.new
            found.append(Change(start, self.raw[start:end], new, change.rules))
        return tuple(found)

    def with_changes(self, changes: Iterable[Change]) -> bytes:
        """The bytes of the file with changes of what lies on disk made."""
        return self.encoded(redo(self.raw, changes))

    def encoded(self, raw: str) -> bytes:
        """Text as this file would have it on disk."""
        return self._mark + raw.encode(self._codec, 'surrogateescape')

    def _raw_at(self, at: int) -> int:
        return at + bisect_left(self._crlf, at)

    @cached_property
    def _crlf(self) -> list[int]:
        """The offsets in the text of the line ends that are two characters on disk."""
        return [found.start() - number for number, found in enumerate(re.finditer('\r\n', self.raw))]


def read_source(path: str, max_megabytes: int) -> Source:
    """A regular file, not too large; raises `FileError`."""
    return Source(read_bytes(path, max_megabytes))


def read_bytes(path: str, max_megabytes: int) -> bytes:
    """The bytes of a regular file, not too large; raises `FileError`."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise FileError('not a regular file', path=path, cure='leave it out')
        if status.st_size > max_megabytes * 1_000_000:
            raise FileError(f'{status.st_size / 1e6:.0f} MB, more than {max_megabytes}: not checked', path=path,
                            cure='split it, or set max_megabytes')
        with open(path, 'rb') as file:
            return file.read()
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=path,
                        cure='check its name and rights') from None
