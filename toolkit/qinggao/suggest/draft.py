"""A swap that is fit for a rule, with what it needs, and the rule itself while it is proposed."""
from __future__ import annotations

from typing import NamedTuple

from ..rulebook import Rule, Spec
from ..rulebook.rule import Value
from .evidence import Evidence
from .near import Near
from .proposal import Proposal


class Draft(NamedTuple):
    """A swap that is fit, and what it needs."""

    evidence: Evidence
    near: Near | None
    unless: tuple[str, ...]
    sure: bool


def rule_of(one: Proposal) -> Rule:
    """A proposal as a rule that runs."""
    values: dict[str, Value] = {'wrong': one.wrong, 'right': one.right, 'sure': one.sure, 'why': one.why}
    values |= {key: words for key, words in (('unless', one.unless), ('near', one.near)) if words}
    return Rule('mishearings', one.id, values, specs=tuple(Spec(*spec) for spec in one.specs))
