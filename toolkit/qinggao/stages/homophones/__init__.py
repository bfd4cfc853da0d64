"""Write names and terms that were heard as other words of the same sound: 检仓 → 减仓 where the talk says 减仓 too.

The right forms are those of rules/entities.yaml, rules/glossary.yaml, rules/mishearings and the user's own. What sounds
like one of them, is no word by a dictionary and stands in a talk about it is mended where that is certain, and
reported where it is not.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...settings import Settings
from ...view import View

NAME = 'homophones'
REPEATS = 600   # a name that is mended is one that the next may need to stand somewhere


def is_on(settings: Settings) -> bool:
    return settings.script != 'hant'    # the names are in Simplified


def allows(edit: Edit, view: View) -> bool:
    """Only a right form of the rule, for something that sounds like it."""
    from .latin import forms
    from .sounds import keys
    from .spelling import is_alike
    rule, old = view.rules.get(edit.rule), view.text[edit.start:edit.end]
    if rule is None or edit.new not in {*rule.words('names'), *forms(rule)}:
        return False
    if edit.new[0].isascii():
        heard, meant = old.split(' '), edit.new.split(' ')
        return len(heard) == len(meant) and all(one.lower() == other.lower() or is_alike(one, other)
                                                for one, other in zip(heard, meant))
    return bool({*keys(old)} & {*keys(edit.new)})


def edits(view: View) -> Iterator[Edit]:
    """One edit a name, over the whole text each time: what is right further off counts too."""
    for edit in (*of_han(view), *of_latin(view)):
        if not view.crosses_seam(edit.start, edit.end):
            yield edit


def of_han(view: View) -> Iterator[Edit]:
    """Chinese names and terms. Two of one sound, 减仓 and 建仓 for 检仓, are for a person to choose from."""
    text = view.text
    if text.isascii():
        return
    from .judged import Page
    from .names import names_of
    from .sounds import is_same
    names = names_of(view.rules)
    right, odd = names.heard(text)
    page = Page(text, right)
    claims = Counter((one.start, one.end) for one in odd if is_same(text[one.start:one.end], one.name.text))
    found = dict[tuple[int, int], Edit]()
    for heard in odd:
        if verdict := page.verdict(heard, names.known):
            start, end, (name, rule, _) = heard
            is_sure = verdict == 'sure' and claims[start, end] < 2
            found.setdefault((start, end), Edit(start, end, name, rule.id, is_sure))
    yield from found.values()


def of_latin(view: View) -> Iterator[Edit]:
    """Names in Latin letters."""
    if not view.has_latin:
        return
    from .latin import latin_of
    seen = list(latin_of(view.rules).seen(view.text))
    if seen:
        from .judged import Page
        from .names import names_of
        page, known = Page(view.text, ()), names_of(view.rules).known
        for one in seen:
            if verdict := page.verdict_of_latin(one, known):
                yield Edit(one.start, one.end, one.name.text, one.name.rule.id, verdict == 'sure')
