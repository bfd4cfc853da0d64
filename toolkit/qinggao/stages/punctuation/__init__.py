"""Punctuate: give each clause of an unpunctuated transcript its mark, as an editor would.

A recogniser that writes no marks breaks its lines where the speaker breathes. So each line end is weighed:
the line's last words (…一个 runs on, …吗 asks, …的时候 never ends a sentence), the next line's first words
(所以 begins a sentence, 和 does not), how long the sentence already is, the pause, a change of speaker.
Inside a line a space is a breath too; in lines that nobody broke, connectives say where clauses begin.

Marks that are written stay; those that a deletion brought together are mended as the stage marks does.
Text in Latin letters keeps what it has.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...patterns import lazy
from ...rulebook import Rulebook
from ...settings import Settings
from ...view import View
from .. import fillers
from ..script import simplified
from .clauses import NO_CLAUSE, SHORT_PAUSE, Clauses
from .lines import FULL, NO_MARK_AFTER, Lines, following, is_ended, is_sentence, length, lines_of, takes_mark
from .marks import mend

NAME = 'punctuation'
RULES = {
    'stop': 'a sentence ends here, by the words on both sides', 'comma': 'a clause ends here and the sentence goes on',
    'question': 'the clause asks', 'pause': 'a space between Han is a breath',
    'before-connective': 'a connective begins a clause', 'rest': 'the voice rests before a new subject',
    'doubled': 'several marks for one place', 'full-width': 'an ASCII mark between Han',
    'stray': 'a mark that opens a line belongs to nothing',
}

UNBROKEN = 120      # a longer line was not broken by breaths
LONG = 24           # inside a longer stretch without marks clauses are looked for
BARE = 60           # nobody writes so many characters without a mark: there they are always looked for
TITLE = 12          # a text of one line, no longer than this, may be a title
_PARTICLES = frozenset('啊呢吗嘛吧呀嗎')
_WORDS = lazy(rf'[^{FULL}…,.?!;: ]')
_RULES = {'，': 'punctuation/comma', '。': 'punctuation/stop', '？': 'punctuation/question'}


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only marks and spaces may go or come, never a letter, a digit or a line break."""
    start, end, new, _, _ = edit
    return (new in _RULES or not _WORDS.search(new)) and (start == end or not _WORDS.search(view.text, start, end))


def edits(view: View) -> Iterator[Edit]:
    """Marks that deletions brought together mended, then marks set where there were none."""
    if view.text.isascii():
        return
    clauses = clauses_of(view.rules)
    yield from mend(view.text, clauses)
    restored = _restored(view, clauses)
    if view.transcript.meta.get('format') == 'md':  # a heading or a list item of a page gets no mark
        restored = (edit for edit in restored if any(start <= edit.start <= end for start, end in view.speech))
    yield from restored


def clauses_of(rules: Rulebook) -> Clauses:
    """The words of the room, ready to weigh clauses with."""
    return rules.built(NAME, lambda: Clauses(rules.room(NAME)))


def _restored(view: View, clauses: Clauses) -> Iterator[Edit]:
    """Line by line; ``count`` is the number of clauses that the sentence has so far."""
    lines = lines_of(simplified(view.text))
    parted, total = lines.parted, len(lines.texts)
    openings, endings = clauses.read_all(lines.texts)
    openings.append(NO_CLAUSE.opening)  # behind the last one
    after = [*following(lines), -1]
    timed = bool(view.transcript.cues or view.transcript.turns)
    closed = _closed(view)
    count = 0
    rows = zip(lines.starts, lines.texts, lines.bare, lines.chinese, openings, endings, after)
    for start, text, bare, chinese, opened, ending, right in rows:
        if not ((bare and chinese) or (len(text) > UNBROKEN and length(text) > UNBROKEN and not text.isascii())):
            count = 0 if is_sentence(text) else count + 1
            continue
        if len(text) > LONG or ' ' in text:
            clause, done = text, 0
            for site in clauses.inside(text, LONG if bare else BARE, count):
                if _bares(view, start + done if done else None, start + site.start, start + site.end):
                    continue
                yield Edit(start + site.start, start + site.end, site.mark, site.rule)
                count, done = (count + 1 if site.mark == '，' else 0), site.end
            if done:
                clause, opened, ending = clauses.read(text[done:])
        else:
            clause = text
        count += 1
        if not chinese or (text[-1] in NO_MARK_AFTER and not takes_mark(text)):
            count = 0 if is_ended(text) else count
            continue
        tagged = right >= 0 and bool(closed) and not closed.isdisjoint((start + len(text), lines.starts[right]))
        known = right >= 0 and (timed or parted[right] or tagged)  # whether more than words speaks for an end
        if right < 0 or (known and _parts(view, text, lines, right)):
            mark = '' if total == 1 and length(text) <= TITLE else clauses.last(clause)
        else:
            pause = max(_pause(view, lines, right), SHORT_PAUSE if tagged else 0) if known else 0
            mark = clauses.end(clause, opened, ending, openings[right], endings[right], openings[after[right]],
                               count, pause)
        if mark:
            end = start + len(text)
            yield Edit(end, end, mark, _RULES[mark])
            count = count if mark == '，' else 0


def _closed(view: View) -> frozenset[int]:
    """Where a tag was cut, with which a clause ends: 对吧."""
    closing = view.rules.built(f'{NAME}/closed', lambda: frozenset(
        rule.id for rule in view.rules.room('fillers') if rule.flag('closes', False)))
    found, shift = set[int](), 0
    if all(closing.isdisjoint(edit.rule for edit in one.done) for one in view.transcript.passes):
        return frozenset()
    for start, old, new, rules in view.transcript.changes:
        if not new and not closing.isdisjoint(rules):
            found.add(start + shift)
        shift += len(new) - len(old)
    return frozenset(found)


def _bares(view: View, since: int | None, left: int, right: int) -> bool:
    """Whether a mark in ``text[left:right]``, the last one of the line ended at ``since``, would bare a filler.

    对吧 before it; behind it a particle, 对所以, or 然后 and nothing more; nothing but 然后 since the last one.
    """
    return (view.text[right:right + 1] in _PARTICLES or fillers.are_tags(view, left) or fillers.begin(view, right)
            or fillers.stand_alone(view, right) or (since is not None and fillers.would_go(view, since, left)))


def _parts(view: View, left: str, lines: Lines, right: int) -> bool:
    """Whether no sentence goes on from one line to the next: a paragraph ends, or somebody else speaks.

    A blank line behind a short one may have held nothing but filler.
    """
    if lines.parted[right] and length(left) > LONG:
        return True
    return bool(view.transcript.turns) and view.starts_turn(lines.starts[right])


def _pause(view: View, lines: Lines, right: int) -> int:
    """Milliseconds before a line, as far as anything is known."""
    if lines.parted[right]:
        return SHORT_PAUSE
    return view.pause_before(lines.starts[right]) if view.transcript.cues else 0
