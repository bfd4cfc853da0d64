"""A digest of a model's file, written in the file itself: weights of which a bit has flipped run, and err."""
from __future__ import annotations

import hashlib
import re

OPEN = '0' * 64     # stands in the place of the digest while it is taken
_SEAL = re.compile(rb'"seal": "([0-9a-f]{64})"')


def sealed(data: bytes) -> bytes:
    """The file with its digest. Raises `ValueError` where it holds no ``"seal": OPEN``, or several.

    >>> whole = sealed(b'{"seal": "%s"} weights' % OPEN.encode())
    >>> is_broken(whole), is_broken(whole[:-1])
    (False, True)
    """
    place = b'"seal": "%s"' % OPEN.encode()
    if data.count(place) != 1:
        raise ValueError('one place for a seal is wanted')
    return data.replace(place, b'"seal": "%s"' % hashlib.sha256(data).hexdigest().encode())


def is_broken(data: bytes) -> bool:
    """Whether the file has a seal and is not, to the bit, what was sealed."""
    found = _SEAL.search(data)
    if not found:
        return False
    plain = data[:found.start(1)] + OPEN.encode() + data[found.end(1):]
    return hashlib.sha256(plain).hexdigest().encode() != found[1]
