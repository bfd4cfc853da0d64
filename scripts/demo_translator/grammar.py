"""The tables of the grammar: a rule is Chinese, English and forms, either side with slots for other rules.

    # state
    {np}很{adj}	{np} {np.be} very {adj}	w=2

`{np}` is one draw of the category, on both sides the same; `{np#2}` is another; `{np.be}` is a form that its rule has;
`{np|has|have}` is the first where the draw is one, the second where it is many (a form `pl`). `w` is its weight.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
# names.txt has the names of rules/entities.yaml as they were: a name that joins there is not in the model that is here.
TABLES = ('words.txt', 'names.txt', 'patterns.txt', 'greetings.txt', 'scenes.txt')


class Rule(NamedTuple):
    chinese: str
    english: str
    forms: dict[str, str]

    @property
    def weight(self) -> float:
        return float(self.forms.get('w', 1))


@cache
def grammar() -> dict[str, tuple[Rule, ...]]:
    """All rules by category, in the order of the tables."""
    found: dict[str, list[Rule]] = {}
    for category, rule in _tables():
        found.setdefault(category, []).append(rule)
    return {category: tuple(rules) for category, rules in found.items()}


def _tables() -> Iterator[tuple[str, Rule]]:
    for table in TABLES:
        category = ''
        for line in (HERE / table).read_text(encoding='utf-8').splitlines():
            if line.startswith('# '):
                category = line[2:]
            elif line:
                chinese, english, *forms = line.split('\t')
                yield category, Rule(chinese, english, dict(_form(form) for form in forms))


def _form(text: str) -> tuple[str, str]:
    name, _, value = text.partition('=')
    return name, value


def words() -> Iterator[str]:
    """The Chinese of all rules, cut at their slots. Pieces are made from these, so that none reaches over the end of a
    word: 天我们 would be one that is met in a few sentences only."""
    for rules in grammar().values():
        for rule in rules:
            yield from filter(None, re.split(r'\{[^{}]*\}|[，。？！“”《》：%]', rule.chinese))
