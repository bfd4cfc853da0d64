"""What a server said, by its status and body: words of the model, an error that may pass, or one that will not."""
from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

from ....errors import FileError, QinggaoError, UsageError
from ....patterns import lazy
from .reply import Withheld
from .settings import KEYS, Endpoint

LARGEST = 4_000_000     # bytes: with all its thoughts no answer is longer
_SECONDS = lazy(r'\s*[0-9]{1,9}(?:\.[0-9]{1,9})?\s*')
_PASSING = frozenset([408, 409, 425, 429])
_TOO_MUCH = ('context length', 'context_length', 'context window', 'prompt is too long', 'too many tokens')
_FILTERED = ('content_filter', 'content management policy')
_NO_MONEY = ('insufficient_quota', 'billing')


class Passing(Exception):
    """An error that may pass; ``after``: what the server's Retry-After says."""

    def __init__(self, why: str, after: str = '') -> None:
        super().__init__(why)
        self.after = after


def words(endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes) -> str:
    """What the model wrote. Raises `Passing`; `Withheld` where fewer lines may help; else `QinggaoError`."""
    if status != 200:
        raise _failure(endpoint, status, headers, body)
    kind = headers.get('content-type', '').partition(';')[0].strip() or 'something'
    data = _json(body)
    if data is None:
        raise Passing(f'it answered with {kind} that is no JSON: is {endpoint.base_url} the base URL?')
    try:
        choice = data['choices'][0]
        content, reason = choice['message']['content'], choice.get('finish_reason')
    except (KeyError, IndexError, TypeError, AttributeError):
        said = _said(endpoint, data)
        raise Passing('it answered without a message' + (f': {said}' if said else '')) from None
    if reason in ('length', 'content_filter'):
        raise Withheld('it broke off')
    if isinstance(content, list):
        content = ''.join(part['text'] for part in content if isinstance(part, dict) and part.get('type') == 'text'
                          and isinstance(part.get('text'), str))
    return content if isinstance(content, str) else ''


def wait_before(endpoint: Endpoint, attempt: int, after: str, now: float) -> float:
    """Seconds to wait before a retry, counted from 1: what the server asked for, else twice the last; bounded.

    ``after``: Retry-After, in seconds or as a date; ``now``: seconds since 1970.
    """
    seconds = endpoint.wait * 2.0 ** (attempt - 1)
    with suppress(ValueError, TypeError, OverflowError, IndexError):    # no such header, or nonsense
        seconds = float(after) if _SECONDS.fullmatch(after) else parsedate_to_datetime(after).timestamp() - now
    return min(max(seconds, 0.0), endpoint.longest_wait)


def _failure(endpoint: Endpoint, status: int, headers: Mapping[str, str], body: bytes) -> Exception:
    lower = body[:20_000].decode('utf-8', 'replace').lower()
    data = _json(body)
    said = _said(endpoint, data) if data is not None else ''
    told = f'{endpoint.base_url} refused ({status})'
    if 300 <= status < 400:
        return UsageError(f'{endpoint.base_url} sends elsewhere ({status}), where the key must not follow',
                          cure='give the address it moved to as base URL')
    if status == 402 or (status == 429 and any(sign in lower for sign in _NO_MONEY)):
        return FileError(f'{told}: the account has no quota', cure='the same command goes on once it has')
    if status in _PASSING or status >= 500:
        return Passing(f'it answered with {status}', headers.get('retry-after', ''))
    if status in (401, 403):
        return _no_access(endpoint, told)
    if status == 413 or (status in (400, 422) and any(sign in lower for sign in (*_TOO_MUCH, *_FILTERED))):
        return Withheld('it was too much at once')
    told += f': {said}' if said else ''
    if status in (404, 405):
        return UsageError(told, cure=f'is there a model {endpoint.model!r}, and does the base URL end in /v1?')
    return UsageError(told, cure='change what it names; temperature and seed can be left out')


def _no_access(endpoint: Endpoint, told: str) -> QinggaoError:
    """Not in the server's words: they quote the key."""
    if endpoint.key:
        return UsageError(f'{told} the key', cure=f'is the right one in {" or ".join(KEYS)}, and may it use the model?')
    return UsageError(f'{told}: it wants a key', cure=f'set {KEYS[0]}')


def _json(body: bytes) -> Any:
    """None for what is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _said(endpoint: Endpoint, data: Any) -> str:
    """The message of an error as the usual servers give it, short; '' where it tells of the key."""
    error = data.get('error', data.get('detail', data.get('message'))) if isinstance(data, dict) else None
    said = error.get('message') if isinstance(error, dict) else error
    if not isinstance(said, str):
        return ''
    parts = (endpoint.key[at:at + 6] for at in range(max(1, len(endpoint.key) - 5)))
    if endpoint.key and any(part in said for part in parts):
        return ''
    said = ' '.join(said.encode('utf-8', 'replace').decode('utf-8').split())
    return said if len(said) <= 200 else said[:200] + '…'
