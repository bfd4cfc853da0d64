"""Bring Chinese to one script: Traditional to Simplified, or back, run by run.

Only runs of Han that hold a character of the other script alone, and those on the lines beside them,
are converted, so that Latin, kana and text already in the right script never change; OpenCC on whole
files also rewrites good Simplified words. 著 becomes 着 there, but not in 著名 and its like (rules/keep.yaml).
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress
from operator import ne
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ...edits import Edit
from ...errors import UsageError
from ...han_classes import SIMPLIFIED, TRADITIONAL
from ...patterns import lazy
from ...rulebook import Rulebook
from ...settings import Settings
from ...view import View

NAME = 'script'
RULES = {
    't2s': 'Traditional to Simplified, by OpenCC',
    's2tw': 'Simplified to Traditional, by OpenCC',
    'particle': '著 as a particle is 着 in Simplified',
}

_HAN = '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af'
_RUN = lazy(f'[{_HAN}]+')
_GAP = lazy(f'([^{_HAN}]+)')


class Direction(NamedTuple):
    """How one script is brought to the other."""

    config: str      # OpenCC's name of the conversion, and the rule its edits are signed with
    shows: str       # the inside of a class of characters that show a run to be in the other script


DIRECTIONS = {'hans': Direction('t2s', TRADITIONAL), 'hant': Direction('s2tw', SIMPLIFIED)}
_CONVERSIONS = frozenset(f'{NAME}/{direction.config}' for direction in DIRECTIONS.values())


def is_on(settings: Settings) -> bool:
    return settings.script != 'keep'


def allows(edit: Edit, view: View) -> bool:
    """Han to Han, as many as there were; what comes out shows no other script. A rule of keep writes its words."""
    start, end, new, rule, _ = edit
    old = view.text[start:end]
    if rule == 'script/particle':
        return (old, new) == ('著', '着')
    kept = view.rules.get(rule) if rule not in _CONVERSIONS else None
    if kept is not None:
        return _as_many_han(old, new) and any(new in word for word in kept.words('words'))
    return _converts(old, new, view.settings.script)


@lru_cache(1 << 12)  # the same few hundred characters over and over
def _converts(old: str, new: str, script: str) -> bool:
    return _as_many_han(old, new) and not _sign(DIRECTIONS[script].shows).search(new)


def _as_many_han(old: str, new: str) -> bool:
    return len(old) == len(new) and bool(_RUN.fullmatch(old) and _RUN.fullmatch(new))


def edits(view: View) -> Iterator[Edit]:
    """One edit for each stretch of characters that read otherwise in the wanted script."""
    direction = DIRECTIONS.get(view.settings.script)
    if direction is None:
        return
    text = view.text
    # On the lines beside them too: 乾燥 shows no script, its neighbour does.
    spans = _with_neighbours(text, _sign(direction.shows), [(0, len(text))])
    if spans:
        yield from converted(view, spans, direction.config)


def converted(view: View, spans: list[tuple[int, int]], config: str) -> Iterator[Edit]:
    """What OpenCC changes in these spans, but for the characters that rules/keep.yaml decides."""
    text, rule, seams = view.text, f'script/{config}', view.seams
    new = _convert([text[start:end] for start, end in spans], config)
    kept = _kept(view, spans, new) if config == 't2s' else {}
    decided = iter([*sorted(kept), len(text)])
    near = next(decided)
    for (first, last), after in zip(spans, new):
        for start, end in _differences(text[first:last], after):
            at, till = first + start, first + end
            while near < at:
                near = next(decided)
            if seams and view.crosses_seam(at, till):
                yield from (Edit(i, i + 1, after[i - first], rule) for i in range(at, till))
            elif near >= till:
                yield Edit(at, till, after[start:end], rule)
            else:
                yield from (Edit(i, i + 1, after[i - first], rule) for i in range(at, till) if i not in kept)
    yield from (Edit(at, at + 1, char, by) for at, (char, by) in kept.items() if text[at] != char)


def _convert(spans: list[str], config: str) -> list[str]:
    """The spans with their Han converted, every offset as it was."""
    parts = _GAP.split('\0'.join(spans))    # Han and what stands between by turns
    old = parts[::2]
    new = _opencc(config).convert('\n'.join(old)).split('\n')  # one call: a call a run costs more than its work
    parts[::2] = [after if len(before) == len(after) else before for before, after in zip(old, new)]
    whole = ''.join(parts)
    ends = [*accumulate(map(len, spans), lambda end, size: end + 1 + size)]
    return [whole[end - len(span):end] for end, span in zip(ends, spans)]


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


def _kept(view: View, spans: list[tuple[int, int]], new: list[str]) -> dict[int, tuple[str, str]]:
    """Offset → (character, rule) around these spans: 昇騰 → 昇腾, 顯著 → 显著, 看著 → 看着.

    Terms are looked for as OpenCC writes them (昇騰 becomes 升腾), then held against what stood there.
    """
    automaton, owners = view.rules.built('script/keep', lambda: _protected_terms(view.rules))
    text, converted = view.text, _with_spans(view.text, spans, new)
    kept: dict[int, tuple[str, str]] = {}
    for first, last in _with_neighbours(text, _RUN, spans):
        for index, start, end in automaton.find_matches_as_indexes(converted[first:last]):
            word, rule = owners[index]
            for i in range(first + start, first + end):
                char = word[i - first - start] if word else '着'
                if text[i] == '著' if not word else char in (text[i], converted[i]):
                    kept[i] = char, rule
    return kept


def _with_spans(text: str, spans: list[tuple[int, int]], new: list[str]) -> str:
    """The text with these spans converted, every offset as it was."""
    out: list[str] = []
    at = 0
    for (start, end), after in zip(spans, new):
        out += text[at:start], after
        at = end
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


def _with_neighbours(text: str, pattern: re.Pattern[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines in these spans on which the pattern is found and the lines beside them; neighbours as one span."""
    out: list[tuple[int, int]] = []
    done = 0
    for begin, end in spans:
        while found := pattern.search(text, max(begin, done), end):
            at = found.start()
            first = max(done, text.rfind('\n', 0, max(0, text.rfind('\n', 0, at))) + 1)
            after = text.find('\n', at)
            last = text.find('\n', after + 1) if after >= 0 else -1
            if out and first == done:
                first, _ = out.pop()
            done = last if last >= 0 else len(text)
            out.append((first, done))
    return out


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


@lru_cache(maxsize=1)     # each edit of a loop asks again for the same text
def simplified(text: str) -> str:
    """The text in Simplified glyphs, every offset as it was: for rules that are written in Simplified."""
    if not _sign(TRADITIONAL).search(text):
        return text
    converted: str = _opencc('t2s').convert(text)
    return converted if len(converted) == len(text) else text
