"""A recording that is being heard: what is known of it so far, and what is left."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import QinggaoError
from .heard import Heard
from .recordings import Recording
from .routing import Part, together


class Unfinished:
    """``left``: the spans of speech that nobody has heard yet.

    Of the parts that an earlier run heard those count whose spans are still the recording's: another version of the
    voice finder may cut otherwise, and half of a part is no part.
    """

    def __init__(self, path: Path, recording: Recording, known: Sequence[Part]) -> None:
        self.path, self.recording = path, recording
        self.parts = [part for part in known if set(part.spans) <= set(recording.spans)]
        self.left = set(recording.spans) - {span for part in self.parts for span in part.spans}
        self.error: QinggaoError | None = None

    def take(self, part: Part) -> None:
        """A part was heard."""
        self.parts.append(part)
        self.left -= set(part.spans)

    def fail(self, part: Part, error: QinggaoError) -> None:
        """A part could not be heard; the first reason is the file's."""
        self.left -= set(part.spans)
        self.error = self.error or error.at(str(self.path))

    def heard(self) -> Heard:
        """All of it, once nothing is left."""
        one = self.recording
        return together(self.parts, one.language, one.language_probability, one.duration)
