"""Times for a page that has none: those of the transcript it was made from, laid on the words that still stand."""
from __future__ import annotations

from ..asr.merge import FLOOR
from ..asr.merge.align import differences, share
from ..asr.merge.case import cues_in_text
from ..asr.merge.fold import folded
from ..asr.merge.times import cues
from ..transcript import Transcript


def retimed(page: Transcript, timed: Transcript) -> Transcript:
    """The page with the times of a transcript of the same talk, by the letters that both have.

    What a person wrote new stands between the times of its neighbours. A page that has less than a quarter of its
    letters in common with the transcript is another talk's, and stays as it is.
    """
    to_text, to_source = page.offsets.to_text, page.offsets.to_source
    here = folded(page.text, [(to_text.first(start), to_text.last(end)) for start, end in page.protected])
    there = folded(timed.text)
    found = differences(here.letters, there.letters)
    if not timed.cues or share(found, len(here.letters), len(there.letters)) < FLOOR:
        return page
    laid = cues(here, there, cues_in_text(timed), found, page._replace(cues=()), None)
    return page._replace(cues=tuple(
        cue._replace(start=start, end=end) for cue in laid
        if (start := to_source.first(cue.start)) < (end := to_source.last(cue.end))))
