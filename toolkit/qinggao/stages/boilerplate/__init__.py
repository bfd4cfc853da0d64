"""Delete what nobody said: recogniser loops, stock credits over silence, [Music]; write … for a bleeped word.

The words are in rules/boilerplate.yaml. What a speaker may truly say (谢谢观看) is only reported.
"""
from __future__ import annotations

from collections.abc import Iterator

from ... import loops
from ...edits import Edit
from ...patterns import HAN, lazy
from ...rulebook import Rule
from ...settings import Settings
from ...view import View
from ..script import simplified
from .credits import credit_in, credits
from .sound_marks import IDLE, MARK, mark_rule, sound_marks
from .words import Words, bare, words_of

NAME = 'boilerplate'
REPEATS = 320   # 嗯嗯嗯[音乐]嗯嗯嗯 is a loop once the mark has gone
_HAN = lazy(f'[{HAN}〇々]')


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """What the rule that signs it is about, and nothing beside it but marks, spaces and line ends."""
    rule = view.rules.get(edit.rule)
    if rule is None or rule.room != NAME:
        return False
    if rule.text('kind') == 'loop':
        spare = frozenset(rule.words('unless'))
        return not edit.new and loops.is_surplus(simplified(view.text), edit.start, edit.end, spare)
    return _may_go(view.text[edit.start:edit.end], edit.new, rule, words_of(view))


def edits(view: View) -> Iterator[Edit]:
    """One edit a loop, credit line, group of marks or bleep."""
    words = words_of(view)
    yield from _loops(view, words)
    yield from credits(view.text, words)
    yield from sound_marks(view.text, words)
    yield from _bleeps(view.text, words)


def _may_go(old: str, new: str, rule: Rule, words: Words) -> bool:
    """Whether words that a rule names stand here; of several credits or marks in a row it names one."""
    kind, own = rule.text('kind'), rule.words('words')
    if kind == 'bleep':
        return new in ('…', '……') and old in own
    if kind == 'credit':
        said = bare(old)
        return not new and bool(words.only_credits.fullmatch(said)) and any(bare(word) in said for word in own)
    if kind == 'opening':
        return not new and '\n' not in old.strip('\n') and credit_in(old, words) is rule
    named = [mark_rule(mark, words) for mark in MARK.finditer(old)]
    return not new and rule in named and None not in named and not MARK.sub('', old).strip(IDLE + '\n')


def _loops(view: View, words: Words) -> Iterator[Edit]:
    text = simplified(view.text) if words.loops else ''     # 这个這個 is one word twice
    for rule in words.loops:
        for start, end in loops.surplus(text, frozenset(rule.words('unless'))):
            if not view.changes_turn(start, end):
                # What a recogniser heard nine times over clear speech was said: a refrain, a drill.
                yield Edit(start, end, '', rule.id, rule.flag('sure') and not view.was_heard(start, end))


def _bleeps(text: str, words: Words) -> Iterator[Edit]:
    for word, rule in words.bleeps.items():
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            sides = text[max(0, at - 2):at].rstrip(' ')[-1:] + text[end:end + 2].lstrip(' ')[:1]
            yield Edit(at, end, '……' if _HAN.search(sides) else '…', rule.id, rule.flag('sure'))
            at = text.find(word, end)
