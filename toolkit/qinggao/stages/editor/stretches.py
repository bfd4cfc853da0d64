"""Which stretches of a text are the editor's: Chinese speech, line by line, that lacks marks."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...view import View
from ..punctuation.lines import Lines, is_sentence, length, lines_of
from ..script import simplified

LEAST = 120         # characters; a few lines without marks tell the editor too little of how somebody speaks
LONGEST = 20_000    # characters that are read at once: memory does not grow with a talk


def spans(view: View) -> list[tuple[int, int]]:
    """Spans of the text; with the editor `on` short ones too."""
    least = 1 if view.settings.editor == 'on' else LEAST
    return [part for start, end in _bare(view) if length(view.text[start:end]) >= least
            for part in _parts(view.text, start, end)]


def _bare(view: View) -> Iterator[tuple[int, int]]:
    """Lines that stand together, are Chinese and lack marks; of a page only its raw blocks."""
    lines = lines_of(simplified(view.text))
    own = _own(view, lines)
    start = end = -1
    for i, (at, text) in enumerate(zip(lines.starts, lines.texts)):
        if own[i]:
            start, end = (at if start < 0 else start), at + len(text)
        elif start >= 0 and not _is_name(text, own[i + 1:i + 2]):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _own(view: View, lines: Lines) -> list[bool]:
    own = [bare and chinese for bare, chinese in zip(lines.bare, lines.chinese)]
    if view.transcript.meta.get('format') != 'md':
        return own
    blocks = view.speech
    found = (bisect_right(blocks, (at, len(view.text))) - 1 for at in lines.starts)
    return [mine and i >= 0 and at + len(text) <= blocks[i][1]
            for mine, i, at, text in zip(own, found, lines.starts, lines.texts)]


def _is_name(text: str, then: list[bool]) -> bool:
    """Whether a line of Latin words stands in a Chinese sentence, which goes on behind it."""
    return then == [True] and not is_sentence(text)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long stretch in parts, at line ends, else at spaces, else anywhere."""
    while end - start > LONGEST:
        stop = next((at + 1 for sign in '\n ' if (at := text.rfind(sign, start + LONGEST // 2, start + LONGEST)) >= 0),
                    start + LONGEST)
        yield start, stop
        start = stop
    yield start, end
