"""Of which pair of languages a Marian model is: nothing that CTranslate2 loads says so, but what lies beside it may."""
from __future__ import annotations

from pathlib import Path

from ...asr.weights import name_of
from ...errors import UsageError
from ...patterns import lazy
from ..languages import is_chinese
from .translator import Direction
from .vocabulary import json_of

# ISO 639 codes, and the groups of languages that OPUS-MT trains on.
_ENGLISH = frozenset(('en', 'eng', 'gmw', 'gem', 'ine', 'mul'))
_CHINESE = frozenset(('zh', 'zho', 'chi', 'cmn', 'zhx', 'sit', 'mul'))
_CODE = '[a-z]{2,3}|[A-Z][A-Z_]{3,}'
_NAME = lazy(r'[oO][pP][uU][sS][-_]?[mM][tT][-_](?:tc[-_])?(?:(?:tiny|small|base|big|bible)[-_])*'
             f'({_CODE})[-_]({_CODE})(?![A-Za-z])')
_CARD = lazy(r'(?m)^#+ +(?:opus-mt-)?([a-z]{2,3})-([a-z]{2,3})\s*$')
_CARD_LENGTH = 20_000       # characters


def pair_of(folder: Path) -> tuple[str, str] | None:
    """From what into what, in the codes of its maker; None where nothing tells. The tokenizer's own word goes first.

    >>> pair_of(Path('models/opus-mt-zh-en-int8')), pair_of(Path('models/tea'))
    (('zh', 'en'), None)
    """
    config = json_of(folder / 'tokenizer_config.json')
    source, target = config.get('source_lang'), config.get('target_lang')
    if isinstance(source, str) and isinstance(target, str) and source and target:
        return source, target
    found = _NAME.search(name_of(folder)) or _CARD.search(_card(folder))
    return (found[1], found[2]) if found else None


def refuse_other(folder: Path, way: Direction) -> None:
    """Raise `UsageError` where a model says that it is of another pair."""
    pair = pair_of(folder)
    if pair and not all(map(_is, pair, way)):
        raise UsageError(f'the model translates from {pair[0]} into {pair[1]}, not from {way.source} into {way.target}',
                         path=str(folder), cure='name another with --model')


def _is(code: str, tag: str) -> bool:
    return code.lower().split('_')[0].split('-')[0] in (_CHINESE if is_chinese(tag) else _ENGLISH)


def _card(folder: Path) -> str:
    try:
        with open(folder / 'README.md', encoding='utf-8', errors='replace') as file:
            return file.read(_CARD_LENGTH)
    except OSError:
        return ''
