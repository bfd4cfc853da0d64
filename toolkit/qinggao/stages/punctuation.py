"""Punctuate: give each clause of an unpunctuated transcript its mark, as an editor would.

A recogniser that writes no marks breaks its lines where the speaker breathes. So each line end is weighed:
the line's last words (…一个 runs on, …吗 asks, …的时候 never ends a sentence), the next line's first words
(所以 begins a sentence, 和 does not), how long the sentence already is, the pause, a change of speaker.
Inside a line a space is a breath too; in lines that nobody broke, connectives say where clauses begin.

Marks that are written stay; only doubled and contradictory ones and ASCII ones between Han are mended.
Text in Latin letters keeps what it has.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..settings import Settings
from ..view import View
from .clauses import Clauses
from .lines import LONG, is_chinese, is_sentence, lines_of
from .marks import mend

NAME = 'punctuation'

LONG = 24           # inside a longer stretch without marks clauses are looked for
BARE = 60           # nobody writes so many characters without a mark: there they are always looked for
TITLE = 12          # a text of one line, no longer than this, may be a title
STOPPED = ('。', '？', '.')
_RULES = {'，': 'punctuation/comma', '。': 'punctuation/stop', '？': 'punctuation/question'}


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """Only marks and spaces may go or come, never a letter, a digit or a line break."""
    return not any(ch.isalnum() or ch == '\n' for ch in view.text[edit.start:edit.end] + edit.new)


def edits(view: View) -> Iterator[Edit]:
    """Marks mended, then marks set where there were none."""
    if view.text.isascii():
        return
    clauses = view.rules.built(NAME, lambda: Clauses(view.rules.room(NAME)))
    yield from mend(view.text, clauses)
    yield from _restored(view, clauses)


def _restored(view: View, clauses: Clauses) -> Iterator[Edit]:
    """Line by line; ``length`` is how long the sentence has been going on."""
    lines = [*lines_of(view.text)]
    length = 0
    for i, (start, text, bare, _, chinese) in enumerate(lines):
        if not bare and len(text) <= BARE * 2:
            length = 0
        elif not chinese:
            length = 0 if is_sentence(text) else length + len(text)
        else:
            done = 0
            if len(text) > LONG or ' ' in text:
                for site in clauses.inside(text, LONG if bare else BARE, length):
                    yield Edit(start + site.start, start + site.end, site.mark, site.rule)
                    done, length = site.end, (length if site.mark == '，' else -site.start)
            length += len(text)
            end = start + len(text)
            mark = _at_end(view, lines, i, text[done:] if done else text, length, clauses)
            if mark in _RULES:
                yield Edit(end, end, mark, _RULES[mark])
            if mark in STOPPED:
                length = 0


def _at_end(view: View, lines: list[Line], i: int, clause: str, length: int, clauses: Clauses) -> str:
    """The mark that a line is to end with; '' for none; `.` where it has one already and the sentence ends."""
    written = written_end(clause)
    if written:
        return written
    right = next_of(lines, i)
    if right is None or _turns(view, right):
        if len(lines) == 1 and len(clause) <= TITLE:
            return ''
        return '？' if clauses.question(clause, True) else '。'
    pause = view.pause_before(right.start) if view.transcript.cues else 0
    if right.parted:
        pause = max(pause, LONG_PAUSE if len(lines[i].text) > BARE else SHORT_PAUSE)
    return clauses.end(clause, right.text, length, pause)


def _turns(view: View, line: Line) -> bool:
    return bool(view.transcript.turns) and view.starts_turn(line.start)
