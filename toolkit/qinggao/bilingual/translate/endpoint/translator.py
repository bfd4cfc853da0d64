"""The translator: what it is called, and what a user hears of it."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....layout.joining import joined
from ..script import written
from ..translator import Direction, Translated
from .prompt import VERSION, check_way
from .run import Run
from .settings import Endpoint


class EndpointTranslator:
    """A `Translator`. Sentences are asked for in their order: neighbours tell a model what is meant."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = Endpoint.of(**endpoint._asdict())      # checked, however it was made

    @property
    def name(self) -> str:
        """Server, model, version of the prompt; and how it draws its words, where that was changed."""
        own = self._endpoint
        drawn = [f'{key}={getattr(own, key)}' for key in ('temperature', 'seed')
                 if getattr(own, key) != own._field_defaults[key]]
        return '+'.join([f'endpoint:{own.host}/{own.model}@{VERSION}', *drawn])

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        """As `Translator` says; a batch as soon as it is done.

        A sentence that got no answer of use comes back as it was, with the doubt `missing`. Raises `UsageError` where
        the server refuses, `FileError` where it dies, saying how many sentences were done.
        """
        check_way(way)
        return self._all([on_one_line(sentence) for sentence in sentences], way)

    def _all(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        for number, text in Run(self._endpoint, sentences, way).results():
            yield number, self._translated(sentences[number], text, way)

    def _translated(self, sentence: str, text: str | None, way: Direction) -> Translated:
        if text is None:
            return Translated(sentence, ('missing',), self.name)
        return Translated(written(text, way.target), (), self.name)


def on_one_line(sentence: str) -> str:
    """A sentence without what might end its line for the server, either.

    >>> on_one_line('算力\\n很贵\\u2028，GPU\\ntoo')
    '算力很贵 ，GPU too'
    """
    return ' '.join(joined(sentence).split())
