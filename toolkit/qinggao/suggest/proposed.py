"""From swaps to rules: what is known is left out, what was counted decides, examples are found and tried."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..rulebook import Rulebook
from ..rulebook.literals import fold
from .aligned import Aligned
from .draft import Draft
from .evidence import Evidence, Place, evidence
from .judged import FILES, is_word, verdict, without_shadows
from .known import Known
from .near import Near, near
from .proposal import Counts, Proposal, score
from .sound import distance, latin_distance, spelt
from .swap import Swap
from .tried import tried
from .unit import whole
from .unless import unless
from .usage import Usage

TAKEN = .6      # of a rule's places, so many may be mended by better rules


class Proposed(NamedTuple):
    """Proposals, the surest first; how many swaps were refused, by reason; how many are rules already."""

    rules: tuple[Proposal, ...]
    refused: Counter[str]
    known: int


def proposed(seen: Iterable[Iterable[Swap]], talks: Sequence[Aligned], book: Rulebook) -> Proposed:
    """What these talks suggest beyond the rules of the book."""
    files = Counter(swap for swaps in seen for swap in swaps)
    several = sorted(swap for swap, count in files.items() if count >= FILES)   # sets give another order each run
    known = Known(book)
    new = [swap for swap in several if not known.has(swap)]
    refused = Counter[str]({'in one talk only': len(files) - len(several)})
    found = evidence(new, talks)
    parts = {one.swap: swap for one in found if not verdict(one).refused and (swap := whole(one, talks))}
    found += evidence(sorted(swap for swap in {*parts.values()} - {*new} if not known.has(swap)), talks)
    drafts = list(_drafts((one for one in found if one.swap not in parts or is_word(one.swap.right)), talks, refused))
    rules = tried(_grouped(drafts, book), talks, book, refused)
    places = {draft.evidence.swap.wrong: draft.evidence.hits for draft in drafts}
    kept = list(_new_places(sorted(rules, key=lambda one: (-one.score, one.id)), places))
    refused['another rule mends the same places'] += len(rules) - len(kept)
    return Proposed(tuple(kept), +refused, len(several) - len(new))


def _drafts(found: Iterable[Evidence], talks: Sequence[Aligned], refused: Counter[str]) -> Iterator[Draft]:
    fit: dict[Swap, tuple[Evidence, bool, bool]] = {}
    for one in found:
        why, needs_near, is_sure = verdict(one)
        if why:
            refused[why] += 1
        else:
            fit[one.swap] = one, needs_near, is_sure
    usage = Usage(talks)
    drafts: list[Draft] = []
    for one, needs_near, is_sure in fit.values():
        words = near(one, talks, usage) if needs_near else None
        if needs_near and not words:
            refused['a good word, and nothing near tells where it is wrong'] += 1
            continue
        drafts.append(Draft(one, words, unless(one, talks, usage), is_sure))
    kept = {one.swap for one in without_shadows(draft.evidence for draft in drafts)}
    yield from _one_right(draft for draft in drafts if draft.evidence.swap in kept)


def _one_right(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A wrong form has one right one: that of most mendings."""
    by_wrong: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_wrong[fold(draft.evidence.swap.wrong)].append(draft)
    for same in by_wrong.values():
        yield max(same, key=lambda draft: len(draft.evidence.hits))


def _new_places(rules: Iterable[Proposal], places: Mapping[str, Sequence[Place]]) -> Iterator[Proposal]:
    """The rules that mend what none before them does: 市找 and 找苗 are parts of one name."""
    taken = set[tuple[int, int]]()
    for rule in rules:
        own = [place for wrong in rule.wrong for place in places[wrong]]
        spans = [{(place.text, at) for at in range(place.start, place.end)} for place in own]
        if sum(bool(span & taken) for span in spans) < TAKEN * len(own):
            yield rule
            taken.update(*spans)


def _grouped(drafts: Iterable[Draft], book: Rulebook) -> Iterator[tuple[Proposal, list[Draft]]]:
    """One rule a right form and certainty; those that need words near have each its own."""
    groups: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        swap = draft.evidence.swap
        groups[(fold(swap.right), draft.sure, swap.wrong if draft.near else '')].append(draft)
    taken = {rule.name for rule in book}
    for group in groups.values():
        group.sort(key=lambda draft: -len(draft.evidence.hits))
        rule = _proposal(group, taken)
        taken.add(rule.id)
        yield rule, group


def _proposal(group: Sequence[Draft], taken: set[str]) -> Proposal:
    right = group[0].evidence.swap.right
    counts = _counted(group)
    sound = max(_distance(draft.evidence.swap) for draft in group)
    words = group[0].near
    return Proposal(_id(right, taken), tuple(draft.evidence.swap.wrong for draft in group), right,
                    tuple(dict.fromkeys(phrase for draft in group for phrase in draft.unless)),
                    words.words if words else (), group[0].sure, _why(right, counts, words, sound), (), counts,
                    score(counts, sound))


def _counted(group: Iterable[Draft]) -> Counts:
    found = [draft.evidence for draft in group]
    hits = [place for one in found for place in one.hits]
    near_left = sum(draft.near.left if draft.near else len(draft.evidence.left) for draft in group)
    return Counts(len({place.text for place in hits}), len(hits), near_left,
                  sum(one.rivals.total() for one in found), max(one.reverse for one in found))


def _distance(swap: Swap) -> float:
    return latin_distance(*swap) if swap.wrong.isascii() else distance(*swap)


def _why(right: str, counts: Counts, words: Near | None, sound: float) -> str:
    said = '' if right.isascii() else f'{spelt(right)}: '
    said += f'mended {counts.hits} times in {counts.files} talks'
    said += f', {words.hits} of them with such words near' if words else ''
    said += f'; left {counts.left}, mended otherwise {counts.rivals}, the other way round {counts.reverse}'
    return said + ('' if sound <= .1 else f'; sounds near ({1 - sound:.0%})')


def _id(right: str, taken: set[str]) -> str:
    plain = ''.join(char if char.isascii() and char.isalnum() else '-' for char in spelt(right).lower())
    name = '-'.join(part for part in plain.split('-') if part) or 'rule'
    number = 2
    free = name
    while free in taken:
        free, number = f'{name}-{number}', number + 1
    return free
