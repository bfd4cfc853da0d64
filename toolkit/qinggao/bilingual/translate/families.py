"""The three families of models that are understood, and how each is told what to translate into what.

| | it is known by | source | target begins with |
|---|---|---|---|
| OPUS-MT and what else Marian trained | source.spm | words </s>; of several targets >>cmn_Hans<< words </s> | |
| NLLB-200 | zho_Hans in the vocabulary | zho_Hans words </s> | eng_Latn |
| M2M-100 | __zh__ in the vocabulary | __zh__ words </s> | __en__ |
"""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ...errors import UsageError
from ...patterns import lazy
from ..languages import ENGLISH, SIMPLIFIED, TRADITIONAL
from .translator import Direction
from .vocabulary import Vocabulary

_SHARED = ('sentencepiece.bpe.model', 'sentencepiece.model', 'spm.128k.model',
           'flores200_sacrebleu_tokenizer_spm.model', 'tokenizer.json')
# Pieces of these kinds steer a model. In a text they are text: <unk> stands for them.
_STEERING = lazy(r'<(?!0x)[^>]+>|>>.+<<|__\w+__|[a-z]{3}_[A-Z][a-z]{3}|madeupword\d+')
_TARGET = lazy(r'>>(.+)<<')


class Steering(NamedTuple):
    """Tokens before and behind those of a sentence, and those that its translation begins with."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    target: tuple[str, ...]


class Family(NamedTuple):
    """``tokenizers``: files of pieces, of which either all of one entry must be there: for the source, for the target.
    ``languages``: the token for each of our languages, the fitting ones first."""

    name: str
    tokenizers: tuple[tuple[str, str], ...]
    languages: dict[str, tuple[str, ...]]

    def files(self, folder: Path) -> tuple[Path, Path]:
        """The files that cut the source and join the target; raises `UsageError` naming what is missing."""
        for source, target in self.tokenizers:
            if (folder / source).is_file() and (folder / target).is_file():
                return folder / source, folder / target
        wanted = ' and '.join(dict.fromkeys(self.tokenizers[0]))
        copied = ' '.join(dict.fromkeys(self.tokenizers[0]))
        raise UsageError(f'no tokenizer in it: {self.name} needs {wanted}', path=str(folder),
                         cure='copy from the model it was converted from '
                              f'(ct2-transformers-converter --copy_files {copied})')


_BOTH = tuple((name, name) for name in _SHARED)
MARIAN = Family('OPUS-MT', (('source.spm', 'target.spm'), *_BOTH), {
    ENGLISH: ('eng', 'en', 'eng_Latn'), SIMPLIFIED: ('cmn_Hans', 'zho_Hans', 'cmn', 'zho', 'zh', 'zh_cn', 'zh_CN'),
    TRADITIONAL: ('cmn_Hant', 'zho_Hant', 'zh_tw', 'zh_TW')})
NLLB = Family('NLLB-200', _BOTH, {
    ENGLISH: ('eng_Latn',), SIMPLIFIED: ('zho_Hans',), TRADITIONAL: ('zho_Hant',)})
M2M = Family('M2M-100', _BOTH, {ENGLISH: ('__en__',), SIMPLIFIED: ('__zh__',), TRADITIONAL: ('__zh__',)})


def family_of(vocabulary: Vocabulary) -> Family:
    """The family by its steering tokens; what has none is taken for Marian."""
    for family in (NLLB, M2M):
        if any(vocabulary.source.issuperset(tokens) for tokens in family.languages.values()):
            return family
    return MARIAN


def steering(family: Family, vocabulary: Vocabulary, way: Direction, path: str) -> Steering:
    """How the family is told; raises `UsageError` where this model does not know a language."""
    end = () if vocabulary.adds_end else (vocabulary.end,)
    if family is not MARIAN:
        source, target = (_known(family, tag, vocabulary.source, path) for tag in way)
        return Steering((source,), end, (target,))
    targets = {found[1] for token in vocabulary.source if (found := _TARGET.fullmatch(token))}
    if not targets:
        return Steering((), end, ())
    token = next((name for name in _into(way.target) if name in targets), '')
    if not token:
        raise UsageError(f'the model does not translate into {way.target}', path=path,
                         cure=f'it knows {_some(sorted(targets))}')
    return Steering((f'>>{token}<<',), end, ())


def as_text(pieces: Sequence[str], unknown: str) -> list[str]:
    """Pieces of a text without any that would steer the model.

    >>> as_text(['▁so', '</s>', '__en__'], '<unk>')
    ['▁so', '<unk>', '<unk>']
    """
    return [unknown if len(piece) > 2 and _STEERING.fullmatch(piece) else piece for piece in pieces]


def words(pieces: Sequence[str], unknown: str) -> list[str]:
    """Pieces of a translation without those that steer: a lost model says them too."""
    return [piece for piece in pieces if len(piece) < 3 or piece == unknown or not _STEERING.fullmatch(piece)]


def _known(family: Family, tag: str, tokens: frozenset[str], path: str) -> str:
    for token in family.languages[tag]:
        if token in tokens:
            return token
    raise UsageError(f'this {family.name} knows no {tag}', path=path, cure='take the whole model, not one cut down')


def _into(tag: str) -> tuple[str, ...]:
    """A model without a script of its own is told the language; its script is mended afterwards."""
    names = MARIAN.languages[tag]
    return (*names, *MARIAN.languages[SIMPLIFIED]) if tag == TRADITIONAL else names


def _some(names: Sequence[str]) -> str:
    return ', '.join(names[:6]) + (f' and {len(names) - 6} more' if len(names) > 6 else '')
