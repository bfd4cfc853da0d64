"""Proposals with examples that hold, tried with all rules on, as `qinggao rules test` will."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..rulebook import Rule, Rulebook
from ..rulebook.checks import problems
from ..rulebook.literals import fold
from ..rulebook.specs import failures, outcome
from .aligned import Aligned
from .draft import Draft, rule_of
from .proposal import Proposal
from .specs import around

SHOWN = 2       # examples in which a rule mends; one more shows where it stays quiet
ROUNDS = 5


def tried(rules: Iterable[tuple[Proposal, list[Draft]]], talks: Sequence[Aligned], book: Rulebook,
          refused: Counter[str]) -> list[Proposal]:
    """The proposals that load beside all others, each with its examples."""
    made = {one.id: (one, group) for one, group in rules}
    known = list(book)
    for _ in range(ROUNDS):
        wrong = {error.what.split(':')[0].split('/')[-1] for error in problems(
            [rule_of(one) for one, _ in made.values()], known) if 'no spec shows' not in error.what}
        if not wrong:
            break
        refused['in the way of another rule'] += len(wrong & made.keys())
        made = {name: one for name, one in made.items() if name not in wrong}
    book = Rulebook([*known, *(rule_of(one) for one, _ in made.values())])
    out = [_with_examples(one, group, talks, book) for one, group in made.values()]
    kept = [one for one in out if one.specs]
    bad = {failure.rule.name for failure in failures((rule_of(one) for one in kept), book)}
    refused['no example that holds'] += len(out) - len(kept) + len(bad)
    return [one for one in kept if one.id not in bad]


def _with_examples(one: Proposal, group: Sequence[Draft], talks: Sequence[Aligned], book: Rulebook) -> Proposal:
    rule = rule_of(one)
    shown = list(_shown(one, rule, group, talks, book))
    quiet = next(_quiet(shown, rule, group, talks, book), None)
    return one._replace(specs=(*shown, quiet)) if shown and quiet else one


def _shown(one: Proposal, rule: Rule, group: Sequence[Draft], talks: Sequence[Aligned],
           book: Rulebook) -> Iterator[tuple[str, str]]:
    """For each wrong form a place where it is mended, or two of the only one."""
    most = SHOWN if len(group) == 1 else 1
    for draft in group:
        found = 0
        texts = set[int]()
        for place in draft.evidence.hits[:40]:
            if place.text in texts or found == most:
                continue
            for said in around(talks, place, one.near):
                meant = outcome(rule, said, book)
                if meant == _mended(said, draft.evidence.swap.wrong, one.right):
                    yield said, meant
                    found += 1
                    texts.add(place.text)
                    break


def _mended(said: str, wrong: str, right: str) -> str:
    at = fold(said).find(fold(wrong))
    out = said
    while at >= 0:
        out = out[:at] + right + out[at + len(wrong):]
        at = fold(out).find(fold(wrong), at + len(right))
    return out


def _quiet(shown: Sequence[tuple[str, str]], rule: Rule, group: Sequence[Draft], talks: Sequence[Aligned],
           book: Rulebook) -> Iterator[tuple[str, str]]:
    """Where the form stood and was left; else where the right form stands already."""
    places = [place for draft in group for place in (*draft.evidence.left[:20], *draft.evidence.agreed_at)]
    for said in (said for place in places for said in around(talks, place)):
        if outcome(rule, said, book) == said:
            yield said, said
    for _, meant in shown:
        if outcome(rule, meant, book) == meant:
            yield meant, meant
