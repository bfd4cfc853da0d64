"""Right forms that are found by their sound: rules of the room homophones, which no file writes out.

The tables give most of them, people, companies and products of rules/entities.yaml and terms of rules/glossary.yaml;
what rules/mishearings write in Chinese is known by its sound too, with the same words near it. Each is a rule of its
own, `homophones/<id>`, so that what is found can be explained and listed.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..patterns import HAN, lazy
from ..pinyin import sound
from ..strict_yaml import Fields
from .items import listed, loaded, words
from .lexicon import entities_of, terms_of
from .rule import Rule, Value
from .source import TABLES

ROOM = 'homophones'
_HAN_ALONE, _LATIN = lazy(f'[{HAN}]{{2,}}'), lazy("[A-Za-z]{4,}|[A-Za-z]+(?: [A-Za-z]+)+")


def of_folder(folder: Path) -> list[Rule]:
    """The rules that the tables of a rules folder are good for."""
    rules = list[Rule]()
    for room in TABLES:
        shown = f'rules/{room}.yaml'
        rules += of_table(room, loaded(folder / f'{room}.yaml', shown), shown)
    return rules


def of_file(path: Path) -> list[Rule]:
    """Those of a user's file, which holds its tables by room."""
    data = loaded(path, str(path))
    return [rule for room in TABLES if isinstance(data, Fields) and room in data
            for rule in of_table(room, data[room], str(path))]


def of_table(room: str, data: object, shown: str) -> list[Rule]:
    """The rules that a table of this room is good for, in its order."""
    items = list(listed(data, shown))
    if room == 'entities':
        made = [_rule(one.id, one.names, one.english, one.needs, words(fields, 'near'), one.unless, one.kind, shown,
                      line) for one, (fields, line) in zip(entities_of(data, shown), items)]
    else:
        made = [_rule(one.slug, one.names, one.english, one.needs, one.near, one.unless, 'term', shown, line)
                for one, (_, line) in zip(terms_of(data, shown), items)]
    return [rule for rule in made if rule.words('names')]


def of_rights(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules that mis-hearings are good for: their right forms in Han that need a word near them."""
    for rule in rules:
        right = rule.text('right')
        if rule.room == 'mishearings' and rule.words('near') and _HAN_ALONE.fullmatch(right):
            yield _rule(rule.name, (right,), '', (), rule.words('near'), rule.words('unless'), 'right', rule.path,
                        rule.line)


def _rule(name: str, names: Iterable[str], english: str, needs: tuple[str, ...], near: tuple[str, ...],
          unless: tuple[str, ...], kind: str, path: str, line: int) -> Rule:
    # A term's English is found in no text by its sound: ordinary words. A name that is one too (apple) is no better.
    told = tuple(one for one in names if _HAN_ALONE.fullmatch(one) or (kind not in ('term', 'book', 'right')
                                                                       and _LATIN.fullmatch(one)))
    values: dict[str, Value] = {'names': told, 'needs': needs, 'near': near, 'unless': unless, 'kind': kind,
                                'why': _reason(told, english)}
    return Rule(ROOM, name, {key: value for key, value in values.items() if value}, path, line)


def _reason(names: Sequence[str], english: str) -> str:
    """What is heard and what is meant.

    >>> _reason(('止盈',), 'take profit')
    'zhi ying: the same sound as 止盈 (take profit), or nearly'
    """
    spoken = ', '.join(' '.join(sound(name)) for name in names if sound(name))
    meant = f'{", ".join(names)}{f" ({english})" if english and english not in names else ""}'
    return f'{f"{spoken}: " if spoken else ""}the same sound as {meant}, or nearly'
