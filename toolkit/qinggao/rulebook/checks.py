"""What rules may not do to each other: the questions that need no text to answer."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import UsageError
from .literals import fold, stands
from .rule import Rule

SHORT = 2  # a wrong literal this short must show a sentence in which it stays quiet


def check(rules: Sequence[Rule], known: Sequence[Rule] = ()) -> None:
    """Raise `UsageError` with file and line for the first rule that is in another's way."""
    for error in problems(rules, known):
        raise error


def problems(rules: Sequence[Rule], known: Sequence[Rule] = ()) -> Iterator[UsageError]:
    """Everything wrong with rules that are to join those already known, in their order."""
    yield from _twice(rules)
    yield from _without_words(rules)
    for room in ('mishearings', 'regional'):
        own = [rule for rule in rules if rule.room == room]
        both = [*(rule for rule in known if rule.room == room), *own]
        yield from _one_wrong_two_rights(both)
        yield from _never_settled(both)
        yield from _short_without_quiet_spec(own)


def said_once(rules: Sequence[Rule]) -> None:
    """Raise `UsageError` for a rule that two of our own files have: the later one would take its place unseen."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        first = seen.setdefault(rule.id, rule)
        if first is not rule:
            raise _error(rule, f'said twice, first in {first.path}:{first.line}', 'keep it in one place')


def _error(rule: Rule, what: str, cure: str) -> UsageError:
    return UsageError(f'{rule.id}: {what}', path=rule.path, line=rule.line, cure=cure)


def _twice(rules: Sequence[Rule]) -> Iterator[UsageError]:
    seen: dict[tuple[str, str], Rule] = {}
    for rule in rules:
        first = seen.setdefault((rule.id, rule.path), rule)
        if first is not rule:
            yield _error(rule, f'said twice, first on line {first.line}', 'give each rule an id of its own')


def _without_words(rules: Sequence[Rule]) -> Iterator[UsageError]:
    """A credit is compared by its letters: one of marks alone would be every line, or none."""
    for rule in rules:
        if rule.room != 'boilerplate' or rule.text('kind') == 'loop':
            continue
        if not rule.words('words'):
            yield _error(rule, "has no 'words'", 'add `words:`')
        for word in rule.words('words'):
            if rule.text('kind') in ('credit', 'opening') and not any(char.isalnum() for char in word):
                yield _error(rule, f'{word!r} holds no letter', 'write the words of the credit')


def _one_wrong_two_rights(rules: Sequence[Rule]) -> Iterator[UsageError]:
    owner: dict[str, Rule] = {}
    for rule in rules:
        for word in rule.words('wrong'):
            other = owner.setdefault(fold(word), rule)
            if other.id != rule.id:
                yield _error(rule, f'{word!r} is wrong in {other.id} too', 'keep one, or give both the same id')


def _never_settled(rules: Sequence[Rule]) -> Iterator[UsageError]:
    """A `right` that holds a `wrong` would be corrected again: A → B → A, or Open AI → Open AI AI. Latin ones match
    whole words: Warren Buffet is none of Warren Buffett."""
    wrongs = [(fold(word), rule) for rule in rules for word in rule.words('wrong')]
    for rule in rules:
        right = fold(rule.text('right'))
        for word, other in wrongs:
            if word in right and stands(word, right, 0, len(right)) and not (word == right and other.id == rule.id):
                yield _error(rule, f'its right {right!r} holds {word!r}, which {other.id} calls wrong',
                             'make the wrong one longer, or add it to unless')


def _short_without_quiet_spec(rules: Sequence[Rule]) -> Iterator[UsageError]:
    for rule in rules:
        short = [word for word in rule.words('wrong') if len(word) <= SHORT]
        if short and not any(spec.said == spec.meant for spec in rule.specs):
            yield _error(rule, f'{short[0]!r} is short, and no spec shows where it stays quiet',
                         'add a spec whose from and to are the same')
