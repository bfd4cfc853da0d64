"""What a translator is: sentences in, sentences out, each with what a person should look at."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ...errors import FileError


class Direction(NamedTuple):
    """From which language into which, by tags as `languages.language` gives them: `zh-Hans`, `en`."""

    source: str
    target: str


class Translated(NamedTuple):
    """A sentence in the other language; never empty but for an empty source.

    ``doubts``: why a person should look, by name, of `DOUBTS`; ``origin``: who said it: a translator's name, `memory`;
    ``score``: how sure it was, 0 to 1, where it says.
    """

    text: str
    doubts: tuple[str, ...] = ()
    origin: str = ''
    score: float | None = None


class Translator(Protocol):
    """``name`` stands for all that the words depend on (model, settings): same name, same words."""

    @property
    def name(self) -> str: ...

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        """Each sentence by its number, as soon as it is done and in any order, each exactly once.

        What came before an error or an interrupt is whole: a caller keeps it. Raises `UsageError` for a direction it
        does not know, `FileError` where it dies.
        """
        ...


class TranslatorError(FileError):
    """A translator died: whoever asks it again will fare no better. What it had done is kept."""


# What a person should look at, and why.
DOUBTS = {
    'alone': 'no partner was found in the other track',
    'fuzzy': 'the memory knew a sentence much like it, not the same',
    'unknown': 'the model had no word for something in it',
    'length': 'much shorter or longer than such sentences are',
    'repeat': 'says the same over and over',
    'numbers': 'a number was lost, or came from nowhere',
    'term': 'a term of the glossary is not in it',
    'stray': 'a placeholder of ours is left in it',
    'cut': 'the sentence was too long for the model, and was translated in parts',
    'untranslated': 'it came back as it was, or in the wrong language',
    'missing': 'no translation was had: the original stands',
}
