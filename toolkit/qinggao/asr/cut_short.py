"""Whether all of a recording is there, by its own bytes: what FFmpeg does not say.

FFmpeg shortens the length of a cut WAV or AVI to what is left, and that of an Ogg to its last page; of an MP4 without
its index it only says that the data are invalid. A download that broke off would pass for the whole talk.
"""
from __future__ import annotations

import os
from typing import BinaryIO

_UNKNOWN = (0, 0xFFFFFFFF, 0x7FFFFFFF)   # sizes of a recording that was written to a pipe: nobody knew them
_SLACK = 4096                            # bytes: an eighth of a second of 16 kHz; no word is lost with them
_PAGE = 65_307                           # the largest page of an Ogg file, in bytes


def missing(file: BinaryIO) -> str:
    """What is missing at the end of a file by its own account, as `41,000 of 120,000 bytes`; empty where nothing is.
    """
    file.seek(0)
    head, size = file.read(16), file.seek(0, os.SEEK_END)
    if head[:4] in (b'RIFF', b'FORM'):
        declared = int.from_bytes(head[4:8], 'little' if head[0] == 82 else 'big')
        if declared not in _UNKNOWN and declared + 8 > size + _SLACK:
            return f'{declared + 8 - size:,} of {declared + 8:,} bytes'
    elif head[:4] == b'OggS' and not _ends_with_a_page(file, size):
        return 'a part of its last page'
    return ''


def is_without_index(file: BinaryIO) -> bool:
    """Whether a file that cannot be opened begins as an MP4 does: its index stands last, and went first."""
    file.seek(0)
    return file.read(8)[4:] in (b'ftyp', b'wide', b'mdat', b'skip', b'free')


def says_its_length(file: BinaryIO) -> bool:
    """Whether an MP3 counts its frames in its first one. Of another its bit rate tells, a guess that is often far off.
    """
    file.seek(0)
    head = file.read(10)
    if head[:3] == b'ID3':      # seven bits a byte
        length = (head[6] << 21) + (head[7] << 14) + (head[8] << 7) + head[9]
        file.seek(10 + length)
    else:
        file.seek(0)
    first = file.read(1024)
    return any(mark in first for mark in (b'Xing', b'Info', b'VBRI'))


def _ends_with_a_page(file: BinaryIO, size: int) -> bool:
    """Whether the last page of an Ogg file is whole: 27 bytes, a table of lengths, and as many bytes as it says.

    Not whether it is marked as the last: what is recorded from a live stream has no such mark.
    """
    start = max(0, size - _PAGE)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b'OggS\0')
    if at < 0 or at + 27 > len(tail):
        return False
    table = at + 27
    lengths = tail[table:table + tail[at + 26]]
    return table + tail[at + 26] + sum(lengths) <= len(tail)

