"""The tokens that a model knows, and what its config.json says of them."""
from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from ...errors import FileError, reason_of

_NAMES = ('shared_vocabulary', 'source_vocabulary', 'target_vocabulary')
_ENDINGS = ('.json', '.txt')


class Vocabulary(NamedTuple):
    """Tokens of both sides, and how many; ``adds_start``, ``adds_end``: CTranslate2 puts <s> and </s> around a source
    by itself."""

    source: frozenset[str]
    target: frozenset[str]
    sizes: tuple[int, int]
    adds_start: bool
    adds_end: bool
    unknown: str
    end: str


def files(folder: Path) -> tuple[Path, ...]:
    """The vocabularies of a folder: one that both sides share, or one a side; none where one is missing."""
    shared, source, target = (next((path for ending in _ENDINGS if (path := folder / f'{name}{ending}').is_file()),
                                   None) for name in _NAMES)
    return (shared,) if shared else (source, target) if source and target else ()


def read(folder: Path) -> Vocabulary:
    """The vocabulary of a model's folder; raises `FileError`."""
    found = [_tokens(path) for path in files(folder)]
    config = json_of(folder / 'config.json')
    sizes = len(found[0]), len(found[-1])
    adds = config.get('add_source_bos') is True, config.get('add_source_eos') is True
    return Vocabulary(frozenset(found[0]), frozenset(found[-1]), sizes, *adds,
                      str(config.get('unk_token', '<unk>')), str(config.get('eos_token', '</s>')))


def json_of(path: Path) -> dict[str, object]:
    """A file of JSON that holds a mapping, empty where there is no such file; raises `FileError`."""
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=str(path), cure='check its rights') from None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise FileError('not the JSON that a converter writes', path=str(path), cure='fetch the model again')
    return found


def _tokens(path: Path) -> list[str]:
    """CTranslate2 writes a list in JSON since version 3.16, and one token a line before."""
    try:
        data = path.read_bytes()
        found = json.loads(data) if path.suffix == '.json' else data.decode('utf-8').removesuffix('\n').split('\n')
    except OSError as error:
        raise FileError(f'cannot be read: {reason_of(error)}', path=str(path), cure='check its rights') from None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(token, str) for token in found):
        raise FileError('no vocabulary that a converter writes', path=str(path), cure='fetch the model again')
    return found
