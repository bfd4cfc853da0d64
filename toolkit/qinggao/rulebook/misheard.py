"""Names that recognisers mishear, as rules/entities.yaml has them: rules of the room mishearings.

One entry serves both languages: a wrong form with Han in it is written as the name that is said in Chinese, any other
one as the English name, or as the Latin alias that is spelt most like it (Wisenthal → Weisenthal).
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import UsageError
from ..patterns import HAN, lazy
from ..strict_yaml import Fields, Items
from .items import listed
from .lexicon import Entity, entities_of, slug
from .literals import fold
from .rule import Rule
from .source import rule_of

ROOM = 'mishearings'
_HAN = lazy(f'[{HAN}]')
_GUARDS = ('near', 'unless', 'sure')


def rules_of(data: object, shown: str) -> list[Rule]:
    """The rules that the entities in loaded YAML carry: one a right form, with `near`, `unless`, `sure`, `why` and
    `specs` of the entity. Raises `UsageError` with file and line."""
    known = entities_of(data, shown)
    return [rule for entity, (fields, line) in zip(known, listed(data, shown))
            for rule in _rules(entity, fields, line, shown)]


def _rules(entity: Entity, fields: Fields, line: int, shown: str) -> Iterator[Rule]:
    stray = next((key for key in ('near', 'sure', 'why', 'specs') if key in fields), '')
    if stray and not entity.misheard:
        raise UsageError(f'{entity.id}: {stray} without misheard', path=shown, line=fields.lines[stray],
                         cure='add `misheard:`')
    groups: dict[str, list[str]] = {}
    for wrong in entity.misheard:
        if wrong in entity.names:
            raise UsageError(f'{entity.id}: {wrong!r} is one of its names', path=shown, line=fields.lines['misheard'],
                             cure='take it out of misheard')
        groups.setdefault(right_for(entity, wrong), []).append(wrong)
    for right, wrongs in groups.items():
        yield rule_of(_as_rule(entity, fields, line, right, wrongs), line, ROOM, shown)


def right_for(entity: Entity, wrong: str) -> str:
    """Which of its names is meant where this was heard.

    >>> right_for(Entity('a', '扎克伯格', 'Mark Zuckerberg', 'person', ('小扎', 'Zuckerberg')), 'Zuckerburg')
    'Zuckerberg'
    """
    if _HAN.search(wrong):
        return entity.name
    latin = [entity.english, *(name for name in entity.names if not _HAN.search(name))]
    return max(latin, key=lambda name: _likeness(name, wrong))


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher
    return SequenceMatcher(a=fold(one).replace(' ', ''), b=fold(other).replace(' ', ''), autojunk=False).ratio()


def _as_rule(entity: Entity, fields: Fields, line: int, right: str, wrongs: Sequence[str]) -> Fields:
    """What would stand in rules/mishearings for one right form."""
    rule = Fields(line)
    wrong = Items(line)
    wrong += wrongs
    rule.update(id=_id(entity, right), wrong=wrong, right=right, why=f'{entity.english}, a name spelt by ear')
    rule.update({key: fields[key] for key in (*_GUARDS, 'why') if key in fields})
    rule['specs'] = _specs(fields.get('specs', Items(line)), wrongs)
    rule.lines = {key: fields.lines.get(key, fields.lines['misheard']) for key in rule}
    return rule


def _id(entity: Entity, right: str) -> str:
    """The name of a rule: claude, jensen-huang-han, claude-opus, joe-weisenthal-weisenthal."""
    if right == entity.english:
        return entity.id
    ending = 'han' if _HAN.search(right) else slug(right)
    return ending if ending.startswith(f'{entity.id}-') else f'{entity.id}-{ending}'


def _specs(specs: object, wrongs: Sequence[str]) -> object:
    """The examples that show these wrong forms, or where all stay quiet. What is no list is for `rule_of` to refuse."""
    if not isinstance(specs, Items):
        return specs
    own = Items(specs.line)
    for spec in specs:
        said = fold(str(spec.get('from', ''))) if isinstance(spec, Fields) else ''
        if not said or spec.get('from') == spec.get('to') or any(fold(word) in said for word in wrongs):
            own.append(spec)
    return own
