"""Sentences into pieces and back: by sentencepiece, or by a tokenizer.json."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from ...errors import FileError, UsageError


class Pieces(Protocol):
    """``cut`` parts a text without anything around it; ``joined`` is its reverse."""

    def cut(self, text: str) -> list[str]: ...

    def joined(self, pieces: Sequence[str]) -> str: ...


def load(path: Path) -> Pieces:
    """The pieces of a file; raises `FileError` for what is none, `UsageError` where its library is missing."""
    try:
        return JsonPieces(path) if path.suffix == '.json' else SentencePieces(path)
    except ImportError as error:
        raise UsageError(f'{error.name} is not installed', cure="pip install 'qinggao[translate]'") from None
    except Exception as error:      # RuntimeError of one, plain Exception of the other
        said = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise FileError(f'cannot be read as a tokenizer: {said}', path=str(path),
                        cure='copy it again from the model it belongs to') from None


class SentencePieces:
    """A model of sentencepiece, as source.spm or sentencepiece.bpe.model."""

    def __init__(self, path: Path) -> None:
        from sentencepiece import SentencePieceProcessor
        self._model: Any = SentencePieceProcessor(model_proto=path.read_bytes())
        if not self._model.get_piece_size():
            raise ValueError('an empty file')

    def cut(self, text: str) -> list[str]:
        found: list[str] = self._model.encode(text, out_type=str)
        return found

    def joined(self, pieces: Sequence[str]) -> str:
        found: str = self._model.decode(list(pieces))
        return found.strip()


class JsonPieces:
    """A tokenizer.json of Hugging Face."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer
        self._model: Any = Tokenizer.from_buffer(path.read_bytes())
        self._model.no_padding()
        self._model.no_truncation()
        self._model.encode_special_tokens = True    # a </s> that somebody wrote is four characters
        if self._model.decoder is None:
            raise ValueError('it cannot join what it cuts')

    def cut(self, text: str) -> list[str]:
        found: list[str] = self._model.encode(text, add_special_tokens=False).tokens
        return found

    def joined(self, pieces: Sequence[str]) -> str:
        found: str = self._model.decoder.decode(list(pieces))
        return found.strip()
