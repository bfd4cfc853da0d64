"""Which models translate, and where they are: a folder, the cache of Hugging Face, or the demo model that comes along.

Nothing in this file asks the network.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ...asr.models import Known, cached, named_whole
from ...errors import UsageError
from ..languages import is_chinese
from . import model_file, vocabulary
from .translator import Direction

NAMES = {
    'opus-mt-zh-en': Known('gaudi/opus-mt-zh-en-ctranslate2', 161, 'Chinese into English, small and quick'),
    'opus-mt-en-zh': Known('gaudi/opus-mt-en-zh-ctranslate2', 161, 'English into Chinese, small and quick'),
    'm2m100-418M': Known('michaelfeil/ct2fast-m2m100_418M', 978, 'both ways'),
    'm2m100-1.2B': Known('michaelfeil/ct2fast-m2m100_1.2B', 2488, 'both ways: a GPU'),
    'nllb-200-600M': Known('JustFrederik/nllb-200-distilled-600M-ct2-float16', 1255,
                           'both ways; its licence forbids commerce'),
}
DEMO = 'demo'
# What of a repository is wanted: weights, vocabularies, tokenisers, and what says of which pair it is.
FILES = ('model.bin', 'config.json', '*vocabulary.*', '*.spm', '*.model', 'tokenizer.json', 'tokenizer_config.json',
         'README.md')

_HERE = Path(__file__).resolve()
_DEMO = (_HERE.parents[2] / 'models' / 'demo-translator', _HERE.parents[4] / 'samples' / 'models' / 'demo-translator')
_OF_PYTORCH = ('pytorch_model.bin', 'model.safetensors')
_KINDS = {'WhisperSpec': 'a model that hears (Whisper), none that translates',
          'TransformerDecoderSpec': 'a model that goes on writing a text, none that translates'}


def find(model: str | os.PathLike[str] = '', way: Direction | None = None) -> Path:
    """The folder of a model: of this folder, name or repository; without one the first known one at hand that goes
    this way. Not the demo model, which knows a few hundred words: that must be named.

    Raises `UsageError` for a name that nobody knows, a model that is not here, not whole, or none that translates.
    """
    name = os.fspath(model)
    if not name:
        return _at_hand(way)
    if name == DEMO and (demo := demo_model()):
        return demo
    if Path(name).is_dir():
        return _whole(Path(name), 'ct2-transformers-converter writes such a folder')
    folder = cached(repository_of(name))
    if folder is None:
        raise UsageError(f'the model {name} is not on this machine', cure=f'qinggao models fetch {name}')
    return _whole(folder, f'qinggao models fetch {name} goes on')


def repository_of(name: str) -> str:
    """The repository of a name; one that is named whole stays. Raises `UsageError`."""
    if name in NAMES:
        return NAMES[name].repository
    return named_whole(name, 'translator', (*NAMES, DEMO))


def missing(folder: Path) -> tuple[str, ...]:
    """The files that a folder lacks to be loaded; which tokeniser it needs is asked of its family."""
    lacks = [name for name in ('model.bin', 'config.json') if not (folder / name).is_file()]
    return tuple(lacks if vocabulary.files(folder) else [*lacks, 'shared_vocabulary.json'])


def demo_model() -> Path | None:
    """The demo model, Chinese into English; None where it was left out."""
    return next((place for place in _DEMO if (place / 'model.bin').is_file()), None)


def _at_hand(way: Direction | None) -> Path:
    for name in _known(way):
        folder = cached(NAMES[name].repository)
        if folder and not missing(folder):
            return folder
    first = next(_known(way), 'm2m100-418M')
    raise UsageError('no model that translates is on this machine',
                     cure=f'qinggao models fetch {first} ({NAMES[first].megabytes} MB)')


def _known(way: Direction | None) -> Iterator[str]:
    own = way and f'opus-mt-{"-".join("zh" if is_chinese(tag) else "en" for tag in way)}'
    return (name for name in NAMES if name == own or not name.startswith('opus-mt'))


def _whole(folder: Path, cure: str) -> Path:
    weights = folder / 'model.bin'
    if not weights.is_file() and any((folder / name).is_file() for name in _OF_PYTORCH):
        raise UsageError('a model of PyTorch, not of CTranslate2', path=str(folder),
                         cure=f'ct2-transformers-converter --model {folder} --output_dir DIR --quantization int8')
    kind = model_file.header(weights).kind if weights.is_file() else ''
    if kind and kind != model_file.TRANSLATOR:
        raise UsageError(_KINDS.get(kind, f'a model of the kind {kind}, none that translates'), path=str(folder),
                         cure='name another')
    if lacks := missing(folder):
        raise UsageError(f'no whole model: it lacks {", ".join(lacks)}', path=str(folder), cure=cure)
    return folder
