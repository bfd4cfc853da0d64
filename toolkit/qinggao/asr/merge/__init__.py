"""An old transcript whose recording was heard again: aligned, timed anew, the surer reading where they differ.

What was heard becomes edits of the old text, so that each is explained and can be undone; all else of it stays:
words, marks, lines, speakers. Every place where the two differ is listed with both readings and a verdict.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...errors import FileError
from ...rulebook import Rulebook
from ...settings import Settings
from ...transcript import Cue, Pass, Transcript
from ...view import View
from .align import differences, share
from .bounds import bounded
from .case import Sure, Witness, cues_in_text
from .court import Court
from .disagreements import Disagreement, as_jsonl, as_markdown
from .evidence import Idle, Names, Side, nobody_says
from .fold import Folded, folded
from .insertion import carved
from .judge import Judge
from .signs import NAME
from .times import cues, unsure_where
from .writing import Pen

__all__ = ['FLOOR', 'Disagreement', 'Merged', 'as_jsonl', 'as_markdown', 'merge']

FLOOR = .25     # of the shorter text in common: of 276 pairs of talks none had more than 0.04
TOLD = .6       # below that the old text tells it in its own words; where a fifth of the letters is wrong it is 0.7


class Merged(NamedTuple):
    """The old transcript with new times and with what was heard more surely; and where the two differ.

    ``share``: how much of the shorter text the other one has too, from 0 to 1.
    """

    transcript: Transcript
    disagreements: tuple[Disagreement, ...]
    share: float


def merge(raw: Transcript, heard: Transcript, *, rulebook: Rulebook, names: Iterable[str] = (),
          force: bool = False) -> Merged:
    """An old transcript held against what was heard on its recording (cues with times and probabilities).

    Only raw speech is changed, as its reader tells it from edited prose; for that, and for a text that tells the talk
    in its own words, the edits are advised. ``heard.meta`` may have the ``duration`` of the audio (milliseconds) and
    ``gaps`` (begin, finish: speech in which no words were heard); without ``gaps`` nothing is taken for silence, so
    nothing is deleted for it.
    Raises `FileError` for an old text without words, and for two that have too little in common unless forced.
    """
    old = folded(raw.text, _hidden(raw))
    new = Witness(heard, folded(heard.text))
    found = bounded(differences(old.letters, new.text.letters), old, new.text)
    if not old.letters:
        raise FileError('empty: there are no words in it', cure='leave it out, or transcribe its recording')
    common = share(found, len(old.letters), len(new.text.letters))
    if common < FLOOR and not force:
        raise _other_talk(common, new.text)
    known = Names(names)
    judge = Judge(Side(old, rulebook, known), Side(new.text, rulebook, known), Idle(rulebook),
                  nobody_says(raw, rulebook), bool(raw.cues))
    speech = View(raw, Settings(), rulebook).speech if common >= TOLD else []
    court = Court(judge, Pen(raw, old, new.text), old, new, Sure(cues_in_text(raw)), speech)
    court.hear(found)
    done = {(edit.start, edit.end) for edit in court.done}
    kept = [span for one in found if one.start < one.end and (span := old.span(one.start, one.end)) not in done]
    timed = list(unsure_where(cues(old, new.text, new.cues, found, raw, new.duration), kept))
    words = raw.words.edit_settled(court.done)
    passes = (*raw.passes, Pass(NAME, tuple(court.done), tuple(court.advised)))
    merged = raw._replace(words=words, passes=passes if court.done or court.advised else raw.passes,
                          cues=tuple(_in_source(raw, carved(timed, court.carriers))) if timed else raw.cues)
    return Merged(merged, tuple(court.disagreements), common)


def _hidden(raw: Transcript) -> list[tuple[int, int]]:
    """The spans of the text that are markup, as its reader says."""
    to_text = raw.offsets.to_text
    return [(to_text.first(start), to_text.last(end)) for start, end in raw.protected]


def _in_source(raw: Transcript, timed: Iterable[Cue]) -> Iterable[Cue]:
    to_source = raw.offsets.to_source
    for cue in timed:
        start, end = to_source.first(cue.start), to_source.last(cue.end)
        if start < end:
            yield cue._replace(start=start, end=end)


def _other_talk(common: float, heard: Folded) -> FileError:
    if not heard.letters:
        return FileError('no words were heard on its recording', cure='check that it is the right one; or --force')
    return FileError(f'only {common:.0%} of its words were heard on its recording',
                     cure='check that it is the right one; or --force')
