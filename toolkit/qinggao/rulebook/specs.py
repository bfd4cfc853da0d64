"""Run the examples that rules carry, with all rules on."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..errors import UsageError
from . import Rulebook
from .rule import Rule, Spec

# The stages that read each room.
STAGES_OF = {
    'mishearings': ('mishearings',), 'regional': ('regional',), 'keep': ('script',), 'boilerplate': ('boilerplate',),
    'fillers': ('fillers', 'stutters'), 'punctuation': ('marks', 'punctuation'),
}


class Failure(NamedTuple):
    """A spec whose text came out as ``got``."""

    rule: Rule
    spec: Spec
    got: str

    def error(self) -> UsageError:
        """The failure as one line with its file and line."""
        return UsageError(f'{self.rule.id}: {self.spec.said!r} became {self.got!r}, not {self.spec.meant!r}',
                          path=self.rule.path, line=self.spec.line, cure='mend the rule or the spec')


def failures(rules: Iterable[Rule], rulebook: Rulebook) -> Iterator[Failure]:
    """The specs of these rules that fail."""
    for rule in rules:
        for spec in rule.specs:
            got = outcome(rule, spec.said, rulebook)
            if got != spec.meant:
                yield Failure(rule, spec, got)


def outcome(rule: Rule, text: str, rulebook: Rulebook) -> str:
    """What the rule's own stage makes of a text, at the rule's level, unsure edits too where it is unsure."""
    from ..pipeline import run
    from ..settings import Settings
    from ..transcript import Transcript
    settings = Settings.of(only=STAGES_OF[rule.room], level=rule.text('level') or 'standard',
                           unsure=not rule.flag('sure'))
    return run(Transcript.plain(text), settings, rulebook).text
