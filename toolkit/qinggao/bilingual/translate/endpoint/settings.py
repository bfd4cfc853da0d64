"""Where the endpoint is and how it is asked."""
from __future__ import annotations

import os
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ....errors import UsageError
from ....settings import nearest

KEYS = ('QINGGAO_API_KEY', 'OPENAI_API_KEY')   # variables of the environment; the first one that is set
_CHAT = '/chat/completions'


class Endpoint(NamedTuple):
    """A server, a model on it, and how it is asked. Times are seconds.

    >>> Endpoint.of(base_url='http://localhost:8000/v1/', model='small').url
    'http://localhost:8000/v1/chat/completions'
    >>> Endpoint('http://localhost/v1', 'small', key='secret')
    Endpoint('http://localhost/v1', 'small', key=…)
    """

    base_url: str                       # as its makers name it; as a rule it ends in /v1
    model: str
    key: str = ''                       # never shown; '': none is sent
    batch: int = 20                     # sentences a request at most
    characters: int = 3000              # of their text a request, but one sentence is never cut
    lanes: int = 4                      # requests at a time
    timeout: float = 120.0              # for one answer, from the call to its last byte
    retries: int = 4                    # after an error that may pass
    wait: float = 1.0                   # before the first retry; before each further one twice as long
    longest_wait: float = 60.0          # whatever the server asks for
    temperature: float | None = 0.0     # None: not sent, for models that know one only
    seed: int | None = None             # None: not sent

    @classmethod
    def of(cls, **values: object) -> Endpoint:
        """Checked settings, the key from the environment where none is given; raises `UsageError`."""
        for name, value in values.items():
            if name not in cls._fields:
                raise UsageError(f'unknown setting {name!r}', cure=nearest(name, cls._fields))
            _check(name, value)
        for name in ('base_url', 'model'):
            if not values.get(name):
                raise UsageError(f'{name} is missing', cure=_EXAMPLE[name])
        known: dict[str, Any] = {'key': _key(), **values}
        _check_address(known['base_url'])
        return cls(**known)

    @property
    def url(self) -> str:
        """Where requests go."""
        base = self.base_url.strip().rstrip('/')
        return base if base.endswith(_CHAT) else base + _CHAT

    @property
    def host(self) -> str:
        """Its name, and its port where one is given."""
        return urlsplit(self.url).netloc.rpartition('@')[2].lower()

    def __repr__(self) -> str:
        return f'Endpoint({self.base_url!r}, {self.model!r}, key={"…" if self.key else None})'


def _key() -> str:
    """The key of the environment; '' where there is none."""
    for name in KEYS:
        if key := os.environ.get(name, '').strip():
            _check_key(key, name)
            return key
    return ''


def _check_key(key: str, name: str) -> None:
    """What cannot stand in a header is refused here: the library that would refuse it there quotes it."""
    if not (key.isascii() and key.isprintable() and ' ' not in key):
        raise UsageError(f'{name} holds what is in no key', cure='set it again, without quotes and line breaks')


def _check_address(base_url: str) -> None:
    """An address whose every part may be shown: what an error names must hold no secret."""
    try:
        parts = urlsplit(base_url.strip())
        fits = parts.scheme in ('http', 'https') and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits or any(char.isspace() or not char.isprintable() for char in base_url.strip()):
        raise UsageError('base_url is no address of a server', cure=_EXAMPLE['base_url'])
    if '@' in parts.netloc or parts.query or parts.fragment:
        raise UsageError('base_url holds a login or a query', cure=f'the key belongs in {KEYS[0]}, the rest goes')


def _check(name: str, value: object) -> None:
    default = Endpoint._field_defaults.get(name, '')
    if name in _NONE and value is None:
        return
    numbers = (int, float) if name in _FRACTIONS else (int,)
    wanted = (str,) if isinstance(default, str) else numbers
    if not isinstance(value, wanted) or isinstance(value, bool):
        # not the value: it may be a key
        raise UsageError(f'{name} must be {"a string" if wanted == (str,) else "a number"}')
    if name == 'key':
        _check_key(str(value), name)
    if name in _RANGES and not _RANGES[name][0] <= value <= _RANGES[name][1]:    # type: ignore[operator]
        raise UsageError(f'{name} {value} is out of range', cure='from {} to {}'.format(*_RANGES[name]))


_EXAMPLE = {'base_url': 'for example http://localhost:8000/v1', 'model': 'say the name by which the server knows it'}
_NONE = ('temperature', 'seed')
_FRACTIONS = ('timeout', 'wait', 'longest_wait', 'temperature')
_RANGES = {'batch': (1, 500), 'characters': (1, 1_000_000), 'lanes': (1, 64), 'timeout': (0.01, 3600),
           'retries': (0, 20), 'wait': (0, 3600), 'longest_wait': (0, 3600), 'temperature': (0, 2)}
