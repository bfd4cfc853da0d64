"""Gloss the first mention of a term: 止损 → **止损**（stop loss: …）, as rules/glossary.yaml says. Off by default.

The word stays as it was said; what it means comes from the table alone. A term that the page explains already, in
whatever brackets, is left to its author. A seam is no hindrance: the reader sees the word as it now stands.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...edits import Edit
from ...settings import Settings
from ...view import View

NAME = 'glossary'


class _Reasons(Mapping[str, str]):
    """Of each shipped term. The table is read when somebody asks: a run without the stage never does."""

    def __getitem__(self, name: str) -> str:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @staticmethod
    def _all() -> dict[str, str]:
        from ...rulebook.lexicon import glossary
        from ...rulebook.terms import reason
        return {term.slug: reason(term) for term in glossary()}


RULES = _Reasons()


def is_on(settings: Settings) -> bool:
    return settings.glossary


def allows(edit: Edit, view: View) -> bool:
    """A word for a term stays and gets the term's gloss; the space behind it may go, a bracket brings its own room."""
    from ...rulebook.glossed import glossed
    from .table import table_of
    term = table_of(view.rules).by_rule.get(edit.rule)
    old = view.text[edit.start:edit.end]
    said = old.removesuffix(' ')
    return term is not None and said in term.names and edit.new == glossed(said, term.english, term.gloss)


def edits(view: View) -> Iterator[Edit]:
    """One edit a term."""
    if view.text.isascii() or view.settings.script == 'hant':   # the glosses are in Simplified
        return
    from .page import Page
    from .table import table_of
    yield from Page(view, table_of(view.rules)).edits()
