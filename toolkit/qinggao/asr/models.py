"""Which models there are, and where: a folder, the cache of Hugging Face, or the demo model that comes along.

The names are those of faster-whisper, written down here (and held against its own by a test): importing it for a list
takes a second. Nothing in this file asks the network.
"""
from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import FileError, UsageError
from ..settings import nearest


class Known(NamedTuple):
    """A model that can be fetched: its repository, its size in millions of bytes, whom it suits."""

    repository: str
    megabytes: int
    suits: str


_SYSTRAN = 'Systran/faster-'
NAMES = {
    'tiny': Known(f'{_SYSTRAN}whisper-tiny', 78, 'a try; much Chinese is wrong'),
    'base': Known(f'{_SYSTRAN}whisper-base', 148, 'a try'),
    'small': Known(f'{_SYSTRAN}whisper-small', 486, 'a machine without a GPU'),
    'medium': Known(f'{_SYSTRAN}whisper-medium', 1531, 'a machine without a GPU, overnight'),
    'large-v1': Known(f'{_SYSTRAN}whisper-large-v1', 3089, 'comparisons'),
    'large-v2': Known(f'{_SYSTRAN}whisper-large-v2', 3089, 'where large-v3 repeats itself'),
    'large-v3': Known(f'{_SYSTRAN}whisper-large-v3', 3091, 'the fewest errors: a GPU'),
    'large-v3-turbo': Known('mobiuslabsgmbh/faster-whisper-large-v3-turbo', 1621, 'nearly as few, far sooner: a GPU'),
    'tiny.en': Known(f'{_SYSTRAN}whisper-tiny.en', 78, 'English only'),
    'base.en': Known(f'{_SYSTRAN}whisper-base.en', 148, 'English only'),
    'small.en': Known(f'{_SYSTRAN}whisper-small.en', 486, 'English only'),
    'medium.en': Known(f'{_SYSTRAN}whisper-medium.en', 1531, 'English only'),
    'distil-small.en': Known(f'{_SYSTRAN}distil-whisper-small.en', 335, 'English only'),
    'distil-medium.en': Known(f'{_SYSTRAN}distil-whisper-medium.en', 791, 'English only'),
    'distil-large-v2': Known(f'{_SYSTRAN}distil-whisper-large-v2', 1516, 'English only'),
    'distil-large-v3': Known(f'{_SYSTRAN}distil-whisper-large-v3', 1516, 'English only'),
    'distil-large-v3.5': Known('distil-whisper/distil-large-v3.5-ct2', 1516, 'English only'),
}
ALSO = {'large': 'large-v3', 'turbo': 'large-v3-turbo'}     # other names of the same
BEST = ('large-v3-turbo', 'large-v3', 'large-v2', 'large-v1', 'medium', 'small', 'base', 'tiny')   # for Chinese
DEMO = 'demo'

_NEEDED = ('model.bin', 'config.json', 'tokenizer.json')
_HERE = Path(__file__).resolve().parents[1] / 'models'      # in a wheel
_CHECKOUT = Path(__file__).resolve().parents[3] / 'samples'


def find(model: str | os.PathLike[str] = '') -> Path:
    """The folder of a model: of this folder, name or repository; without one the best that is at hand, else the demo.

    Raises `UsageError` for a name that nobody knows, a model that is not here or not whole, with the command to fetch
    it.
    """
    if not os.fspath(model):
        return _best()
    if model == DEMO and (demo := demo_model()):
        return demo
    if Path(model).is_dir():
        return _whole(Path(model), f'qinggao models check {model} says more')
    name = os.fspath(model)
    repository = repository_of(name)
    folder = cached(repository)
    if folder is None:
        raise UsageError(f'the model {name} is not on this machine', cure=f'qinggao models fetch {name}')
    return _whole(folder, f'qinggao models fetch {name} goes on')


def repository_of(name: str) -> str:
    """The repository of a name; one that is named whole stays. Raises `UsageError`."""
    name = ALSO.get(name, name)
    if name in NAMES:
        return NAMES[name].repository
    return named_whole(name, 'model', (*NAMES, *ALSO, DEMO))


def named_whole(name: str, kind: str, known: Sequence[str]) -> str:
    """A repository that is named whole, owner/name. Raises `UsageError` for what is none, with the nearest of those
    ``known``."""
    owner, _, rest = name.partition('/')
    if owner.strip('.~') and rest.strip('.') and '/' not in rest and '\\' not in name and not os.path.isdir(owner):
        return name
    if '/' in name or '\\' in name:
        raise UsageError('no such folder', path=name, cure='check its name, or say the name of a model')
    raise UsageError(f'unknown {kind} {name!r}', cure=nearest(name, tuple(known)))


def cached(repository: str) -> Path | None:
    """Where a repository lies in the cache of Hugging Face, whole or not; None where it does not.

    Read as its layout is documented: asked for a model of which a file is missing, snapshot_download only says that it
    is not there.
    """
    try:
        from huggingface_hub import constants
    except ImportError:
        raise UsageError('huggingface_hub is not installed', cure="pip install 'qinggao[asr]'") from None
    place = Path(constants.HF_HUB_CACHE, f'models--{repository.replace("/", "--")}')
    try:
        commit = (place / 'refs' / 'main').read_text('utf-8').strip()
    except (OSError, ValueError):
        return None
    folder = place / 'snapshots' / commit
    return folder if commit and folder.is_dir() else None


def missing(folder: Path) -> tuple[str, ...]:
    """The files that a folder lacks to be a model. Without the tokeniser one would be fetched, and not always its own.
    """
    lacks = [name for name in _NEEDED if not (folder / name).is_file()]
    return tuple(lacks if any(folder.glob('vocabulary.*')) else [*lacks, 'vocabulary.json'])


def demo_model() -> Path | None:
    """The demo model; None where it was left out."""
    return _first('demo-recogniser', 'models/demo-recogniser', 'model.bin')


def self_test_clip() -> Path:
    """A clip of Chinese speech; what is said in it stands beside it, in .txt. Raises `FileError` where it is missing.
    """
    clip = _first('self-test.flac', 'audio/self-test.flac')
    if clip is None:
        raise FileError('the clip to try a device with is missing', path=str(_HERE / 'self-test.flac'),
                        cure='install qinggao again')
    return clip


def _first(in_wheel: str, in_checkout: str, needed: str = '') -> Path | None:
    return next((place for place in (_HERE / in_wheel, _CHECKOUT / in_checkout) if (place / needed).exists()), None)


def _best() -> Path:
    for name in BEST:
        folder = cached(NAMES[name].repository)
        if folder and not missing(folder):
            return folder
    demo = demo_model()
    if demo is None:
        raise UsageError('no model on this machine', cure='qinggao models fetch large-v3-turbo (1.6 GB)')
    return demo


def _whole(folder: Path, cure: str) -> Path:
    if lacks := missing(folder):
        raise UsageError(f'no whole model: it lacks {", ".join(lacks)}', path=str(folder), cure=cure)
    return folder
