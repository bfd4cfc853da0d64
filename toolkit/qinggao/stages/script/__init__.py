"""Bring Chinese to one script: Traditional to Simplified, or back, run by run.

Only runs of Han that hold a character of the other script alone, and those on the lines beside them,
are converted, so that Latin, kana and text already in the right script never change; OpenCC on whole
files also rewrites good Simplified words. 著 becomes 着 there, but not in 著名 and its like (rules/keep.yaml).
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from operator import ne
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ...edits import Edit
from ...errors import UsageError
from ...patterns import lazy
from ...rulebook import Rulebook
from ...settings import Settings
from ...view import View
from .han_classes import SIMPLIFIED, TRADITIONAL

NAME = 'script'
RULES = {
    't2s': 'Traditional to Simplified, by OpenCC',
    's2tw': 'Simplified to Traditional, by OpenCC',
    'particle': '著 as a particle is 着 in Simplified',
}

_RUN = lazy('[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+')


class Direction(NamedTuple):
    """How one script is brought to the other."""

    config: str      # OpenCC's name of the conversion, and the rule its edits are signed with
    shows: str       # the inside of a class of characters that show a run to be in the other script


DIRECTIONS = {'hans': Direction('t2s', TRADITIONAL), 'hant': Direction('s2tw', SIMPLIFIED)}


def is_on(settings: Settings) -> bool:
    return settings.script != 'keep'


def allows(edit: Edit, view: View) -> bool:
    """Han to Han, as many as there were; what comes out shows no other script. A rule of keep writes its words."""
    old, new, rule = view.text[edit.start:edit.end], edit.new, edit.rule
    if len(old) != len(new) or not (_RUN.fullmatch(old) and _RUN.fullmatch(new)):
        return False
    if rule == 'script/particle':
        return (old, new) == ('著', '着')
    kept = view.rules.get(rule)
    if kept is not None:
        return any(new in word for word in kept.words('words'))
    return not _sign(DIRECTIONS[view.settings.script].shows).search(new)


def edits(view: View) -> Iterator[Edit]:
    """One edit for each stretch of characters that read otherwise in the wanted script."""
    direction = DIRECTIONS.get(view.settings.script)
    if direction is None:
        return
    signs = list(_foreign_runs(view.text, direction.shows))
    if signs:
        yield from _converted(view, list(_beside(view.text, signs)), direction.config)


def _foreign_runs(text: str, shows: str) -> Iterator[tuple[int, int]]:
    """The spans of the Han runs that hold a character of the other script."""
    search, runs = _sign(shows).search, _RUN.finditer
    done = 0
    while hit := search(text, done):
        sign = hit.start()
        begin = max(done, text.rfind('\n', done, sign) + 1)
        start, done = next(run.span() for run in runs(text, begin) if run.end() > sign)
        yield start, done


def _beside(text: str, signs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """All Han runs on the lines of these and beside them: 乾燥 shows no script, its neighbour does."""
    for first, last in _with_neighbours(text, signs):
        yield from (run.span() for run in _RUN.finditer(text, first, last))


def _converted(view: View, runs: list[tuple[int, int]], config: str) -> Iterator[Edit]:
    """What OpenCC changes in these runs, but for the characters that rules/keep.yaml decides."""
    text, rule = view.text, f'script/{config}'
    old = [text[start:end] for start, end in runs]
    new = _opencc(config).convert('\n'.join(old)).split('\n')  # one call: a call a run costs more than its work
    pairs = [(start, a, b) for (start, _), a, b in zip(runs, old, new) if len(a) == len(b)]
    kept = _kept(view, pairs) if config == 't2s' else {}
    for start, before, after in pairs:
        for at, end in _differences(before, after):
            if view.crosses_seam(start + at, start + end):
                yield from (Edit(start + i, start + i + 1, after[i], rule) for i in range(at, end))
            elif kept.keys().isdisjoint(range(start + at, start + end)):
                yield Edit(start + at, start + end, after[at:end], rule)
            else:
                yield from (Edit(start + i, start + i + 1, after[i], rule)
                            for i in range(at, end) if start + i not in kept)
    yield from (Edit(at, at + 1, char, by) for at, (char, by) in kept.items() if text[at] != char)


def _differences(before: str, after: str) -> Iterator[tuple[int, int]]:
    """The stretches in which two strings of one length differ."""
    differ = list(compress(range(len(before)), map(ne, before, after)))
    start = end = -1
    for i in differ:
        if i != end:
            if start >= 0:
                yield start, end
            start = i
        end = i + 1
    if start >= 0:
        yield start, end


def _kept(view: View, runs: list[tuple[int, str, str]]) -> dict[int, tuple[str, str]]:
    """Offset → (character, rule) around these runs: 昇騰 → 昇腾, 顯著 → 显著, 看著 → 看着.

    Terms are looked for as OpenCC writes them (昇騰 becomes 升腾), then held against what stood there.
    """
    automaton, owners = view.rules.built('script/keep', lambda: _protected_terms(view.rules))
    text, converted = view.text, _with_runs(view.text, runs)
    kept: dict[int, tuple[str, str]] = {}
    for first, last in _with_neighbours(text, [(start, start + len(before)) for start, before, _ in runs]):
        for index, start, end in automaton.find_matches_as_indexes(converted[first:last]):
            word, rule = owners[index]
            for i in range(first + start, first + end):
                char = word[i - first - start] if word else '着'
                if text[i] == '著' if not word else char in (text[i], converted[i]):
                    kept[i] = char, rule
    return kept


def _with_runs(text: str, runs: list[tuple[int, str, str]]) -> str:
    """The text with its runs converted, every offset as it was."""
    out: list[str] = []
    at = 0
    for start, before, after in runs:
        out += text[at:start], after
        at = start + len(before)
    return ''.join(out) + text[at:]


def _protected_terms(rules: Rulebook) -> tuple[AhoCorasick, list[tuple[str, str]]]:
    """All protected terms as OpenCC writes them, and for each what to write and the rule that says so.

    A phrase in which a term is none (著名单 for 著名) and a bare 著 have no word of their own: only the
    particle in them is written otherwise.
    """
    convert = _opencc('t2s').convert
    owners = {'著': ('', 'script/particle')}
    for rule in rules.room('keep'):
        owners.update((convert(phrase), ('', 'script/particle')) for phrase in rule.words('unless'))
        owners.update((convert(word), (word, rule.id)) for word in rule.words('words'))
    return AhoCorasick(list(owners), matchkind=MatchKind.LeftmostLongest), list(owners.values())


def _with_neighbours(text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of these runs and the lines beside them, each part of the text once."""
    done = 0
    for start, end in runs:
        if end <= done:
            continue
        first = text.rfind('\n', 0, max(0, text.rfind('\n', 0, start))) + 1
        after = text.find('\n', end)
        last = text.find('\n', after + 1) if after >= 0 else -1
        last = last if last >= 0 else len(text)
        yield max(done, first), last
        done = last


@lru_cache(4)
def _opencc(config: str) -> Any:
    """OpenCC's converter. Packages that shadow the official one are refused: slow, and differing."""
    import opencc
    if not hasattr(opencc, 'opencc_clib'):
        raise UsageError('another package named opencc shadows the official one',
                         cure='uninstall opencc-python-reimplemented and opencc-py, then install OpenCC again')
    return opencc.OpenCC(config)


@lru_cache(2)
def _sign(shows: str) -> re.Pattern[str]:
    return re.compile(f'[{shows}]')


def simplified(text: str) -> str:
    """The text in Simplified glyphs, every offset as it was: for rules that are written in Simplified."""
    if not _sign(TRADITIONAL).search(text):
        return text
    converted: str = _opencc('t2s').convert(text)
    return converted if len(converted) == len(text) else text
