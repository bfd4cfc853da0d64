"""Terms of a user's rules file, under `glossary:`: each a rule of that room, which the stage glossary reads."""
from __future__ import annotations

from ..strict_yaml import Items
from .lexicon import Term, terms_of
from .rule import Rule

ROOM = 'glossary'


def rules_of(data: object, shown: str) -> list[Rule]:
    """The terms in loaded YAML as rules; raises `UsageError` with file and line."""
    lines = data.lines if isinstance(data, Items) else []
    return [Rule(ROOM, term.slug, {'term': term.term, 'english': term.english, 'gloss': term.gloss,
                                   'aliases': term.aliases, 'needs': term.needs, 'near': term.near,
                                   'unless': term.unless, 'why': reason(term)}, shown, line)
            for term, line in zip(terms_of(data, shown), lines)]


def term_of(rule: Rule) -> Term:
    """The term that `rules_of` made a rule of."""
    return Term(rule.text('term'), rule.text('english'), rule.text('gloss'), rule.words('aliases'),
                rule.words('needs'), rule.words('near'), rule.words('unless'))


def reason(term: Term) -> str:
    """Why a page has the gloss, as `qinggao why` says it."""
    return f'the first mention of {term.term} on a page is glossed ({term.english})'
