"""A model with all that stands around it: terms held fixed, every sentence checked, suspects asked for again."""
from __future__ import annotations

import os
from collections.abc import Sequence

from ...rulebook.lexicon import Entity, Term
from .again import Checked
from .held import HeldTerms
from .machine import Machine
from .models import find
from .settings import Translating
from .translator import Direction, Translator


def translator(model: str | os.PathLike[str] = '', translating: Translating | None = None,
               terms: Sequence[Term] = (), entities: Sequence[Entity] = (), way: Direction | None = None) -> Translator:
    """A translator on CTranslate2; its weights are loaded when the first sentence is asked for.

    ``model``: as `models.find` takes it, and with ``way`` one that goes there, where none is named; ``terms``,
    ``entities``: what is held. Raises `UsageError` where there is no such model, `FileError` where it is broken.
    """
    translating = translating or Translating()
    machine = Machine(find(model, way), translating)
    again = machine.wider() if translating.retry else None
    if not terms and not entities:
        return Checked(machine, again)
    held = HeldTerms(machine, terms, entities)
    return Checked(held, HeldTerms(again, terms, entities, held) if again else None)
