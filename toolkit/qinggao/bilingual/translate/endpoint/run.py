"""One run: several requests at a time, until every sentence has its translation or was asked for in vain."""
from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait

from ....errors import FileError, QinggaoError
from ..translator import Direction
from .batches import Numbers, batches, halves, has_words
from .connection import Connection
from .prompt import messages
from .reply import Unfit, Withheld, read
from .settings import Endpoint

_TRIES = 3          # for a sentence alone
_HOPELESS = 10      # so many in vain, none done and most still to come: each costs a dozen requests, so it ends here


class Run:
    """Sentences without line breaks. Results are whole batches, in the order in which they come."""

    def __init__(self, endpoint: Endpoint, sentences: Sequence[str], way: Direction) -> None:
        self._endpoint, self._sentences, self._way = endpoint, sentences, way
        self._waiting = deque(batches(sentences, endpoint.batch, endpoint.characters))
        self._flight: dict[Future[list[str]], Numbers] = {}
        self._count, self._done, self._in_vain = sum(map(len, self._waiting)), 0, 0

    def results(self) -> Iterator[tuple[int, str | None]]:
        """Each sentence by its number, with its translation; None where all tries were in vain. What has no word
        (……, ♪) says the same in every language, and is not asked for."""
        yield from ((number, text) for number, text in enumerate(self._sentences) if not has_words(text))
        if not self._waiting:
            return
        with Connection(self._endpoint) as connection:
            while self._waiting or self._flight:
                self._fill(connection)
                wait(self._flight, return_when=FIRST_COMPLETED)
                yield from self._landed()

    def _fill(self, connection: Connection) -> None:
        while self._waiting and len(self._flight) < self._endpoint.lanes:
            batch = self._waiting.popleft()
            work = _translations(connection, [self._sentences[number] for number in batch], self._way)
            self._flight[connection.start(work)] = batch

    def _landed(self) -> Iterator[tuple[int, str | None]]:
        """What has come; an error only behind what others brought meanwhile."""
        failed: QinggaoError | None = None
        for future in [future for future in self._flight if future.done()]:
            try:
                found = self._found(self._flight.pop(future), future)
            except QinggaoError as error:
                failed = failed or error
            else:
                yield from found
        if failed:
            raise self._told(failed)

    def _found(self, batch: Numbers, future: Future[list[str]]) -> list[tuple[int, str | None]]:
        try:
            texts = future.result()
        except Unfit as error:
            if len(batch) > 1:
                self._waiting.extendleft(reversed(halves(batch)))
                return []
            self._in_vain += not isinstance(error, Withheld)
            if self._is_hopeless():
                raise FileError(f'{self._endpoint.model} answers, but not line by line: {error}',
                                cure='try another model') from None
            return [(batch[0], None)]
        self._done += len(batch)
        return list(zip(batch, texts))

    def _is_hopeless(self) -> bool:
        """Whether this model keeps to no lines. A few that are left from the last run may well be those it cannot do;
        and where each is asked for alone on purpose, no halving is wasted."""
        return not self._done and _HOPELESS <= self._in_vain < self._count // 4 and self._endpoint.batch > 1

    def _told(self, error: QinggaoError) -> QinggaoError:
        """An error that says how far we came, too."""
        if not isinstance(error, FileError):
            return error
        return FileError(f'{error.what}; {self._done} of {self._count} sentences are done',
                         cure=error.cure or 'the same command goes on')


async def _translations(connection: Connection, sentences: Sequence[str], way: Direction) -> list[str]:
    """Of one batch. Raises `Unfit`: for several at once, for one after a few tries."""
    why = ''
    for _ in range(_TRIES if len(sentences) == 1 else 1):
        try:
            return read(await connection.ask(messages(sentences, way, why)), sentences)
        except Withheld:
            raise
        except Unfit as error:
            why = str(error)
    raise Unfit(why)
