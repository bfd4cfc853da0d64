"""An endpoint with all that stands around it: terms held fixed, every sentence checked, suspects asked for again."""
from __future__ import annotations

from collections.abc import Sequence

from ....rulebook.lexicon import Entity, Term
from ..again import Checked
from ..held import HeldTerms
from ..translator import Translator
from .settings import Endpoint
from .translator import EndpointTranslator


def translator(endpoint: Endpoint, terms: Sequence[Term] = (), entities: Sequence[Entity] = ()) -> Translator:
    """A translator by an endpoint; nothing is sent before the first sentence is asked for.

    A suspect sentence is asked for once more, alone: what a model drags from one line into another, it then cannot.
    ``terms``, ``entities``: what is held. Raises `UsageError` for an endpoint that is not fit to be asked.
    """
    first, again = EndpointTranslator(endpoint), EndpointTranslator(endpoint._replace(batch=1))
    if not terms and not entities:
        return Checked(first, again)
    held = HeldTerms(first, terms, entities)
    return Checked(held, HeldTerms(again, terms, entities, held))
