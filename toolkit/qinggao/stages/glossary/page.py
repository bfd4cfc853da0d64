"""One text and the terms in it: which first mentions get a gloss."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...layout.joining import is_wide
from ...rulebook.glossed import glossed
from ...rulebook.lexicon import Term
from ...view import View
from .bare import bare
from .context import beside, is_chinese, is_free, is_word
from .emphasis import emphasised
from .known import known
from .places import Places
from .table import ROOM, Mention, Table

TRIES = 500     # mentions: a term that may be glossed at none of so many is not at the next one either
_FEWEST = 3     # letters of a Latin word for a term: PE, RL and QT stand for other things too


class Page:
    """The text is looked at as it is without our own glosses: what is asked for then does not depend on them."""

    def __init__(self, view: View, table: Table) -> None:
        self._bare = bare(view.text, view.protected, table)
        self._text, self._table = self._bare.text, table
        self._speakers = {turn.speaker for turn in view.transcript.turns}
        is_page, to_text = view.transcript.meta.get('format') == 'md', self._bare.offsets.to_text
        bold = emphasised(view.text, view.protected) if is_page else []
        self._places = Places(self._text, self._bare.marks,
                              [(to_text.first(start), to_text.last(end)) for start, end in bold], is_page)

    def edits(self) -> Iterator[Edit]:
        """One edit a term that is mentioned where a gloss may stand, and not explained anywhere."""
        mentions = self._table.mentions(self._text)
        done = {*self._bare.glossed, *known(self._text, self._bare.marks, mentions, self._table)}
        done.update(term for speaker in self._speakers if (term := self._table.owner(speaker)))
        tries = Counter[Term]()
        for mention in mentions:
            term = mention.term
            if term and term not in done and tries[term] < TRIES:
                tries[term] += 1
                if self._is_first(mention, term):
                    done.add(term)
                    yield self._edit(mention, term)

    def _is_first(self, mention: Mention, term: Term) -> bool:
        text, start, end = self._text, mention.start, mention.end
        said = text[start:end]
        if said not in (term.term, *term.aliases) or said == term.english:
            return False    # English is no gloss for English
        if said.isascii() and sum(map(str.isalpha, said)) < _FEWEST:
            return False
        return (is_free(text, start, end) and self._places.is_open(start, end) and is_word(text, start, end)
                and is_chinese(text, start, end) and self._is_meant(term, start, end))

    def _is_meant(self, term: Term, start: int, end: int) -> bool:
        if term.needs and not any(word in self._text for word in term.needs):
            return False
        around = beside(self._text, start, end) if term.near else ''
        return not term.near or any(word in around for word in term.near)

    def _edit(self, mention: Mention, term: Term) -> Edit:
        """The word with its gloss. A space behind a Latin one parted it from Han: a bracket needs none."""
        start, end, said = mention.start, mention.end, self._text[mention.start:mention.end]
        gap = end + 1 if self._text[end:end + 1] == ' ' and is_wide(self._text[end + 1:end + 2]) else end
        to_source = self._bare.offsets.to_source
        return Edit(to_source.first(start), to_source.last(gap), glossed(said, term.english, term.gloss),
                    f'{ROOM}/{term.slug}')
