"""A model's folder, understood: its vocabulary, its family, its pieces, its weights."""
from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path

from ...asr.weights import name_of, sampled
from ...errors import FileError
from . import model_file, pairs, pieces, vocabulary
from .engine import Engine
from .families import MARIAN, Family, Steering, family_of, steering
from .settings import Translating
from .translator import Direction

_NEARLY = 8                     # tokens that one converter pads and another does not
_POSITIONS = 512                # tokens that a model takes where it does not say


class Model:
    """Of a folder as `models.find` gives it. What is not needed is not read: a memory that knows all needs a name only.
    """

    def __init__(self, folder: Path, translating: Translating) -> None:
        self.folder, self.translating = folder, translating
        self.engine = Engine(folder, translating)

    @cached_property
    def vocabulary(self) -> vocabulary.Vocabulary:
        """Raises `FileError` for that of another model: CTranslate2 takes it, and says anything."""
        found = vocabulary.read(self.folder)
        for tokens in self._header.tokens:
            if all(abs(tokens - size) > _NEARLY for size in found.sizes):
                what = f'the vocabulary of another model: {max(found.sizes)} tokens, the weights are of {tokens}'
                raise FileError(what, path=str(self.folder), cure='fetch or convert it again')
        return found

    @cached_property
    def family(self) -> Family:
        return family_of(self.vocabulary)

    @cached_property
    def pieces(self) -> tuple[pieces.Pieces, pieces.Pieces]:
        """Of the source and of the target."""
        source, target = self.family.files(self.folder)
        cut = pieces.load(source)
        return cut, cut if target == source else pieces.load(target)

    @cached_property
    def positions(self) -> int:
        """Tokens that it takes, and that it gives."""
        return self._header.positions or _POSITIONS

    @cached_property
    def _header(self) -> model_file.Header:
        return model_file.header(self.folder / 'model.bin')

    @cached_property
    def name(self) -> str:
        """What its maker calls it, and a few digits that no other model has."""
        return f'{name_of(self.folder)}@{self._fingerprint()}'

    def steering(self, way: Direction) -> Steering:
        """Raises `UsageError` where it does not go this way."""
        if self.family is MARIAN:
            pairs.refuse_other(self.folder, way)
        return steering(self.family, self.vocabulary, way, str(self.folder))

    def _fingerprint(self) -> str:
        found = hashlib.sha256()
        tokenizers = dict.fromkeys(self.family.files(self.folder))
        for path in (self.folder / 'config.json', *vocabulary.files(self.folder), *tokenizers):
            found.update(path.read_bytes())
        for part in sampled(self.folder / 'model.bin'):
            found.update(part)
        return found.hexdigest()[:12]
