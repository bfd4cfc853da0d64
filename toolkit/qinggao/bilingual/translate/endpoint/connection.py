"""All that depends on httpx: one client, requests that are tried again, nothing left waiting when we go.

The requests of all lanes run in the event loop of one thread: there one that waits for a slow model can be given up at
once, which a thread that blocks on a socket cannot.
"""
from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future, wait
from threading import Thread
from types import TracebackType
from typing import Any, TypeVar

from ....errors import FileError, UsageError
from .answer import LARGEST, Passing, wait_before, words
from .prompt import Message
from .settings import Endpoint

_CONNECT = 20.0     # seconds until there is a connection at all
_GRACE = 2.0        # seconds for open connections to be closed
T = TypeVar('T')


class Connection:
    """A context: inside it requests are made. Proxies and certificates go by the environment, as httpx has it."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client = _client(endpoint)
        self._loop = asyncio.new_event_loop()

    def __enter__(self) -> Connection:
        Thread(target=self._run, name='endpoint', daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        try:
            wait([self.start(self._end())], _GRACE)
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)

    def start(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def ask(self, messages: Sequence[Message]) -> str:
        """What the model answers. Raises `Unfit` where fewer lines may help, `QinggaoError` where nothing does."""
        failed = Passing('')
        for attempt in range(self._endpoint.retries + 1):
            if attempt:
                await asyncio.sleep(wait_before(self._endpoint, attempt, failed.after, time.time()))
            try:
                return await self._once(_body(self._endpoint, messages))
            except Passing as error:
                failed = error
        raise FileError(f'{self._endpoint.base_url} failed {self._endpoint.retries + 1} times: {failed}')

    async def _once(self, body: bytes) -> str:
        import httpx
        try:
            status, headers, said = await asyncio.wait_for(self._answer(body), self._endpoint.timeout)
        except (asyncio.TimeoutError, httpx.TimeoutException):
            raise Passing(f'no whole answer in {self._endpoint.timeout:g} s') from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise Passing(str(error) or 'the connection broke off') from None
        return words(self._endpoint, status, headers, said)

    async def _answer(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        async with self._client.stream('POST', self._endpoint.url, content=body) as response:
            headers = {key.lower(): value for key, value in response.headers.items()}
            said = bytearray()
            # Raw: a few packed bytes may stand for gigabytes.
            if headers.get('content-encoding', 'identity') != 'identity':
                raise Passing('it packed its answer, though asked not to')
            async for chunk in response.aiter_raw():
                said += chunk
                if len(said) > LARGEST:
                    raise Passing(f'its answer is longer than {LARGEST // 1_000_000} MB')
            return response.status_code, headers, bytes(said)

    def _run(self) -> None:
        self._loop.run_forever()
        self._loop.close()

    async def _end(self) -> None:
        """Give up what is in work, and close."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._client.aclose()


def _client(endpoint: Endpoint) -> Any:
    try:
        import httpx
    except ImportError:
        raise UsageError('httpx is not installed', cure="pip install 'qinggao[translate]'") from None
    try:
        httpx.URL(endpoint.url)
    except httpx.InvalidURL:
        raise UsageError('base_url is no address of a server', cure='correct it') from None
    headers = {'Content-Type': 'application/json', 'Accept': 'application/json', 'Accept-Encoding': 'identity'}
    if endpoint.key:
        headers['Authorization'] = f'Bearer {endpoint.key}'
    try:
        return httpx.AsyncClient(headers=headers, timeout=httpx.Timeout(endpoint.timeout, connect=_CONNECT),
                                 limits=httpx.Limits(max_connections=endpoint.lanes), follow_redirects=False)
    except (ValueError, ImportError, OSError, httpx.InvalidURL) as error:
        why = type(error).__name__      # not its words: the address of a proxy may hold a password
        raise UsageError(f'the proxy or the certificates that the environment names are of no use ({why})',
                         cure='see HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE') from None


def _body(endpoint: Endpoint, messages: Sequence[Message]) -> bytes:
    asked: dict[str, object] = {'model': endpoint.model, 'messages': list(messages), 'stream': False}
    if endpoint.temperature is not None:
        asked['temperature'] = endpoint.temperature
    if endpoint.seed is not None:
        asked['seed'] = endpoint.seed
    return json.dumps(asked).encode('ascii')
