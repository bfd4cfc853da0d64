"""Which stretches of a text are the editor's: Chinese speech, line by line, that lacks marks."""
from __future__ import annotations

from collections.abc import Iterator

from ...view import View
from ..punctuation.lines import length, lines_of
from ..script import simplified

LEAST = 120     # characters; a few lines without marks tell the editor too little of how somebody speaks


def spans(view: View) -> list[tuple[int, int]]:
    """Spans of the text; with the editor `on` short ones too."""
    least = 1 if view.settings.editor == 'on' else LEAST
    return [(start, end) for start, end in _bare(view) if length(view.text[start:end]) >= least]


def _bare(view: View) -> Iterator[tuple[int, int]]:
    """Lines that stand together, are Chinese and lack marks; of a page only its raw blocks."""
    lines = lines_of(simplified(view.text))
    page = view.transcript.meta.get('format') == 'md'
    start = end = -1
    for at, text, bare, chinese in zip(lines.starts, lines.texts, lines.bare, lines.chinese):
        own = chinese and bare and (not page or _is_speech(view, at, at + len(text)))
        if own:
            start, end = (at if start < 0 else start), at + len(text)
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _is_speech(view: View, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in view.speech)
