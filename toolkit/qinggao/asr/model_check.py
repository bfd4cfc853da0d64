"""Is this folder a model that hears? Its files, then CTranslate2's word for it, then a clip of speech."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from .models import demo_model, missing, self_test_clip

_START = '<|startoftranscript|>'
_ALIKE = 0.8     # how much of the clip's words the demo model must hear: int8 adds up differently on each processor
_MELS = 80      # what is taken where preprocessor_config.json does not say; large-v3 and turbo have 128


class Health(NamedTuple):
    """What is known of a model, and what is wrong with it: nothing where ``problems`` is empty."""

    facts: dict[str, str | int | bool]
    problems: tuple[str, ...]


def check(folder: Path, hears: Callable[[Path], str] | None = None) -> Health:
    """Examine a folder. ``hears`` says what a model hears in the clip that comes along; it may raise an error."""
    if not folder.is_dir():
        return Health({}, ('no such folder',))
    facts: dict[str, str | int | bool] = {}
    problems = [f'{name} is missing' for name in missing(folder)]
    if not problems:
        problems += _tokenizer_problems(folder)
        problems += _load(folder, facts)
    if not problems and hears:
        said = hears(folder)
        facts['hears'] = said
        problems += _deaf(folder, said)
    return Health(facts, tuple(problems))


def _tokenizer_problems(folder: Path) -> list[str]:
    from tokenizers import Tokenizer
    try:
        tokenizer = Tokenizer.from_file(str(folder / 'tokenizer.json'))
    except Exception as error:      # the only kind that tokenizers raises
        return [f'tokenizer.json cannot be read: {_said(error)}']
    whisper = tokenizer.token_to_id(_START) is not None
    return [] if whisper else [f'tokenizer.json is not of Whisper: it has no {_START}']


def _load(folder: Path, facts: dict[str, str | int | bool]) -> list[str]:
    from ctranslate2.models import Whisper
    try:
        model: Any = Whisper(str(folder), device='cpu', compute_type='int8', intra_threads=1)
    except (RuntimeError, ValueError, TypeError, OSError) as error:
        return [f'CTranslate2 cannot load it as Whisper: {_said(error)}']
    facts.update(multilingual=model.is_multilingual, mels=model.n_mels, compute_type=model.compute_type)
    mels, problem = _mels(folder)
    if not problem and mels != model.n_mels:
        problem = f'preprocessor_config.json says {mels} mels, the model wants {model.n_mels}'
    return [problem] if problem else []


def _mels(folder: Path) -> tuple[int, str]:
    """How many mels faster-whisper will give the model; or what is wrong."""
    import json
    file = folder / 'preprocessor_config.json'
    try:
        return int(json.loads(file.read_text('utf-8')).get('feature_size', _MELS)) if file.exists() else _MELS, ''
    except (OSError, ValueError, TypeError, AttributeError) as error:
        return 0, f'preprocessor_config.json cannot be read: {_said(error)}'


def _deaf(folder: Path, said: str) -> list[str]:
    """The demo model was trained on the very words; of another it is asked that it hears any."""
    from difflib import SequenceMatcher
    if not any(map(str.isalpha, said)):
        return ['it hears nothing in a clip of speech']
    demo, spoken = demo_model(), self_test_clip().with_suffix('.txt')
    if demo and folder.resolve() == demo.resolve() and spoken.is_file():
        words = spoken.read_text('utf-8')
        if SequenceMatcher(None, _letters(words), _letters(said), autojunk=False).ratio() < _ALIKE:
            return [f'it hears {said.strip()!r} where {" ".join(words.split())!r} is said']
    return []


def _letters(words: str) -> str:
    return ''.join(filter(str.isalnum, words)).casefold()


def _said(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
