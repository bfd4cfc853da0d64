"""A track as plain data, and back: nothing of it is lost, and no data from elsewhere make a track that is none."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ..edits import Change, Revision
from ..ledger import dumped, loaded
from ..transcript import Origin, Transcript

_META = ('format', 'front_matter', 'fields', 'language', 'duration', 'raw')    # of a track; the rest is the run's own


def track_data(transcript: Transcript) -> dict[str, object]:
    """What `dumped` keeps, the origins and what is known of the talk; changes that no pass explains, as they are."""
    data = dumped(transcript)
    meta = {key: transcript.meta[key] for key in _META if transcript.meta.get(key) is not None}
    bare = loaded(data).words != transcript.words
    return {**data, **({'changes': transcript.changes} if bare else {}), 'origins': transcript.origins, 'meta': meta}


def track_from(data: Mapping[str, Any]) -> Transcript:
    """The same track. Raises `LookupError`, `TypeError`, `ValueError` for data that are none, with a reason."""
    _check_passes(data)
    transcript = loaded(data)
    if 'changes' in data:
        transcript = transcript._replace(words=_changed(transcript.source, data['changes']))
    meta, origins = data['meta'], tuple(Origin(*one) for one in data.get('origins', ()))
    transcript = transcript._replace(origins=origins, meta={key: meta[key] for key in _META if key in meta})
    _check(transcript)
    return transcript


def _check_passes(data: Mapping[str, Any]) -> None:
    """Each edit stands in the text that its stage was given, in order."""
    if not isinstance(data['source'], str):
        raise TypeError('its source is no text')
    length = len(data['source'])
    for stage, done, advised in data['passes']:
        grown = 0
        for edits in (advised, done):
            at = grown = 0
            for start, end, new, rule, sure in edits:
                _need(_are(int, start, end) and _are(str, new, rule, stage) and _are(bool, sure)
                      and at <= start <= end <= length, 'an edit', start)
                at, grown = end, grown + len(new) - (end - start)
        length += grown


def _changed(source: str, changes: Iterable[Sequence[Any]]) -> Revision:
    found, at = list[Change](), 0
    for start, old, new, rules in changes:
        _need(_are(int, start) and _are(str, old, new, *rules) and at <= start and source.startswith(old, start),
              'a change', start)
        found.append(Change(start, old, new, tuple(rules)))
        at = start + len(old)
    return Revision(source, tuple(found))


def _check(transcript: Transcript) -> None:
    """What points into the source points at something, in order, and all text is text."""
    size = len(transcript.source)
    transcript.text.encode()
    for cue in transcript.cues:
        _need(_are(int, *cue[:4]) and 0 <= cue.start <= cue.end <= size and 0 <= cue.begin <= cue.finish
              and _are(str, cue.doubt) and (cue.probability is None or _are(float, cue.probability)),
              'a cue', cue.start)
    for turn in transcript.turns:
        _need(_are(int, turn.start) and 0 <= turn.start <= size and _are(str, turn.speaker), 'a turn', turn.start)
        turn.speaker.encode()
    for start, end in transcript.protected:
        _need(_are(int, start, end) and 0 <= start <= end <= size, 'a protected span', start)
    for origin in transcript.origins:
        _need(_are(int, *origin) and 0 <= origin.start <= size, 'an origin', origin.start)
    for starts in ([cue.start for cue in transcript.cues], [turn.start for turn in transcript.turns],
                   [origin.start for origin in transcript.origins]):
        for one, two in pairwise(starts):
            _need(one <= two, 'what is out of order', two)


def _are(kind: type, *values: object) -> bool:
    """Whether values are of a kind; True is no whole number, a whole number is a number."""
    kinds = (int, float) if kind is float else (kind,)
    return all(type(value) in kinds for value in values)


def _need(fits: bool, what: str, at: object) -> None:
    if not fits:
        raise ValueError(f'its source has {what} at {str(at)[:20]} that cannot be')


