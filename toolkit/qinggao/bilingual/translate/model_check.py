"""Is this folder a model that translates? Its files, then CTranslate2's word for it, then a sentence."""
from __future__ import annotations

from pathlib import Path

from ...asr.model_check import Health
from ...errors import FileError, UsageError
from ..languages import ENGLISH, SIMPLIFIED
from .families import MARIAN
from .machine import Machine
from .model import Model
from .model_file import TRANSLATOR, header
from .models import find
from .pairs import pair_of
from .settings import Translating
from .translator import Direction

WAYS = (Direction(SIMPLIFIED, ENGLISH), Direction(ENGLISH, SIMPLIFIED))
_SENTENCES = {SIMPLIFIED: '谢谢大家，明天见。', ENGLISH: 'Thank you all, see you tomorrow.'}


def is_translator(folder: Path) -> bool:
    """Whether a folder has the weights of a model that translates, be it whole or not."""
    try:
        return header(folder / 'model.bin').kind == TRANSLATOR
    except FileError:
        return False


def check(folder: Path) -> Health:
    """Examine a folder: what is known of it, what it says for a sentence, on the CPU, and what is wrong."""
    facts: dict[str, str | int | bool] = {}
    try:
        model = Model(find(folder), Translating.of(device='cpu'))
        pair = pair_of(model.folder) if model.family is MARIAN else None
        facts.update(family=model.family.name, pair=' → '.join(pair) if pair else 'not said', tokens=model.positions)
        known = [way for way in WAYS if _goes(model, way)]
        if not known:
            model.steering(WAYS[0])     # says why
        for way in known[:1] if model.family is MARIAN and not pair else known:
            said = dict(Machine(model).translate([_SENTENCES[way.source]], way))[0]
            facts[f'into {way.target}'] = said.text
            if 'missing' in said.doubts:
                return Health(facts, (f'it says nothing for {_SENTENCES[way.source]!r}',))
    except (UsageError, FileError) as error:
        return Health(facts, (f'{error.what}; {error.cure}' if error.cure else error.what,))
    return Health(facts, ())


def _goes(model: Model, way: Direction) -> bool:
    try:
        return bool(model.steering(way))
    except UsageError:
        return False
