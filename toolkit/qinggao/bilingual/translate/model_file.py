"""What a model.bin says of itself before it is loaded: which kind of model it is, how many places it knows.

Its layout is that of ctranslate2.specs.model_spec: numbers are little-endian, strings have their length before them and
a NUL behind. CTranslate2 loads a file that was cut short with an error in its own words, and tells no limit before a
sentence runs into it.
"""
from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...errors import FileError, reason_of

TRANSLATOR = 'TransformerSpec'
_VERSIONS = range(3, 100)       # of the layout: all since 2019, and some to come
_TOKENS = ('encoder/embeddings_0/weight', 'decoder/embeddings/weight')
_PLACES = ('encoder/position_encodings/encodings', 'decoder/position_encodings/encodings')


class Header(NamedTuple):
    """The kind of model, as CTranslate2 names it; how many tokens a sentence may have, 0: as many as it likes; how many
    each vocabulary has, where it is told."""

    kind: str
    positions: int
    tokens: frozenset[int]


class _Cut(Exception):
    """The file ends too soon, or says what no such file says."""


def header(path: Path) -> Header:
    """What a model.bin begins with; raises `FileError` for what is none, or not whole."""
    try:
        with open(path, 'rb') as file:
            return _header(file, os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=str(path), cure='check its rights') from None
    except (_Cut, UnicodeDecodeError):
        raise FileError('no whole model of CTranslate2', path=str(path),
                        cure='fetch it again; a model of PyTorch wants ct2-transformers-converter') from None


def _header(file: BinaryIO, size: int) -> Header:
    if _number(file, 'I') not in _VERSIONS:
        raise _Cut
    kind = _string(file)
    _number(file, 'I')
    places, tokens = [], set[int]()
    for _ in range(_number(file, 'I')):
        name = _string(file)
        shape = [_number(file, 'I') for _ in range(_number(file, 'B'))]
        _number(file, 'B')
        length = _number(file, 'I')
        if file.seek(length, os.SEEK_CUR) > size:
            raise _Cut
        if name in _PLACES and shape:
            places.append(shape[0])
        elif name in _TOKENS and shape:
            tokens.add(shape[0])
    return Header(kind, min(places, default=0), frozenset(tokens))


def _number(file: BinaryIO, kind: str) -> int:
    length = struct.calcsize(f'<{kind}')
    data = file.read(length)
    if len(data) < length:
        raise _Cut
    found: int = struct.unpack(f'<{kind}', data)[0]
    return found


def _string(file: BinaryIO) -> str:
    length = _number(file, 'H')
    data = file.read(length)
    if len(data) < length or not data.endswith(b'\0'):
        raise _Cut
    return data[:-1].decode('utf-8')
