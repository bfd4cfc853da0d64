"""A second track by Whisper's own translate task: English, heard in the recording, laid beside the talk by time."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...asr.heard import transcript_of
from ...asr.settings import Hearing
from ...errors import FileError, UsageError
from ...jobs.pairing import paired
from ...jobs.plan import Job, shown
from ...transcript import Transcript
from ..align import align
from ..bitext import Bitext
from ..languages import ENGLISH, language_of

if TYPE_CHECKING:
    from ...asr.recogniser import Recogniser
    from ...asr.store import Store


class Heard(NamedTuple):
    """``audio``: the recording, or the folder where `qinggao retranscribe` would look for it; ``kept``: what earlier
    runs heard."""

    recogniser: Recogniser
    audio: Path
    hearing: Hearing = Hearing(task='translate')
    kept: Store | None = None
    force: bool = False

    def beside(self, first: Transcript, path: Path) -> Bitext:
        """Raises `FileError` where there is no recording, nothing is heard in it, or it is of another talk."""
        recording = self._of(path)
        result, = self.recogniser.hear([recording], self.hearing, self.kept)
        if result.error or result.heard is None:
            raise result.error or FileError('not heard', path=shown(recording))
        second = transcript_of(result.heard, {'model': self.recogniser.name})
        if not second.text.strip():
            raise FileError('nothing was heard in it', path=shown(recording), cure='listen to it')
        try:
            bitext = align(first, second, languages=(language_of(first.text), ENGLISH), force=self.force)
        except UsageError as error:
            raise FileError(error.what, path=shown(recording), cure=error.cure) from None
        # The pairing is by time; the words are the model's.
        return bitext._replace(pairs=tuple(pair._replace(origin=self.recogniser.name) for pair in bitext.pairs))

    def made_from(self, path: Path) -> None:
        """A recording: nothing that we write has its name."""

    def _of(self, path: Path) -> Path:
        if self.audio.is_file():
            return self.audio
        from ...asr.audio import SUFFIXES
        pairing = paired([Job(path, Path(path.stem))], path.parent, self.audio, SUFFIXES)
        if pairing.errors:
            raise pairing.errors[0]
        return pairing.pairs[0].audio
