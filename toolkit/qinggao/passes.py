"""What a transcript would be had a stage left it alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .edits import Edit, Revision
from .transcript import Offsets, Pass, Transcript


class Without(NamedTuple):
    """A transcript without the edits of a stage; ``offsets`` lead from its text (``to_text``) to the one that has
    them, and back (``to_source``)."""

    transcript: Transcript
    offsets: Offsets


def without(transcript: Transcript, stage: str) -> Without:
    """The same transcript, its words made again from the edits of all other stages.

    What later stages did elsewhere stands; what they did to the stage's own words goes with those, and only then do
    the offsets miss by what it added or took.
    """
    if all(one.stage != stage for one in transcript.passes):
        return Without(transcript, Offsets(()))
    words, passes, gone = Revision(transcript.source), list[Pass](), list[Edit]()
    for one in transcript.passes:
        if one.stage == stage:
            gone = sorted([*gone, *_moved(one.done, gone)])
            continue
        kept = one._replace(done=tuple(_moved(one.done, gone)), advised=tuple(_moved(one.advised, gone)))
        words = words.edit(kept.done)
        passes.append(kept)
        to_text = Offsets(kept.done).to_text
        gone = [edit._replace(start=to_text.first(edit.start), end=to_text.last(edit.end)) for edit in gone]
    return Without(transcript._replace(words=words, passes=tuple(passes)), Offsets(gone))


def _moved(edits: Sequence[Edit], gone: Sequence[Edit]) -> Iterator[Edit]:
    """The same edits in the text without those that are gone; none for one that works on their words."""
    if not gone:
        yield from edits
        return
    offsets = Offsets(gone)
    to_source, to_text = offsets.to_source, offsets.to_text
    for edit in edits:
        start, end = to_source.first(edit.start), to_source.last(edit.end)
        if start <= end and (to_text.last(start), to_text.first(end)) == (edit.start, edit.end):
            yield edit._replace(start=start, end=end)
