"""The notes of samples/: what is found in them and what mending makes of them stands beside them, to be read."""
from __future__ import annotations

from pathlib import Path

import pytest
from bless_samples import SAMPLES, of_notes
from qinggao.edits import Revision
from qinggao.gate.mend import mended
from qinggao.gate.settings import Checks, Gate
from qinggao.library import laid_out, page_text, parsed
from qinggao.settings import Settings
from qinggao.transcript import Cue, Transcript, Turn

TRANSCRIPTS = sorted(path for path in (SAMPLES / 'expected').rglob('*') if path.suffix in ('.txt', '.srt', '.vtt'))


def test_the_mended_notes_are_as_they_were_blessed() -> None:
    now = of_notes()
    assert sorted(now) == sorted(path.name for path in (SAMPLES / 'mended').iterdir())
    for name, content in now.items():
        assert content == (SAMPLES / 'mended' / name).read_text('utf-8'), 'make samples, and read the difference'


def test_a_good_note_has_no_finding() -> None:
    assert of_notes()['ferry.findings'] == ''


@pytest.mark.parametrize('path', TRANSCRIPTS, ids=lambda path: path.relative_to(SAMPLES).as_posix())
def test_a_fair_copy_that_is_mended_still_says_the_same(path: Path) -> None:
    """Some hold marks that nobody sees and readers need: 渡口: at a line's start is no label there."""
    page = path.read_text('utf-8')
    after = mended(path.name, page, Gate(Checks(severity='info'))).words.text
    before, now = (parsed(text, path.suffix[1:]) for text in (page, after))
    assert (now.text, now.turns, now.cues) == (before.text, before.turns, before.cues)


@pytest.mark.parametrize('words', ['[林静]: 到了', '12', '>> 走吧', '00:01 --> 00:02', 'WEBVTT', '<b>', '{\\an8}', '林静: 走'])
@pytest.mark.parametrize('form', ['txt', 'srt', 'vtt'])
def test_words_that_look_like_structure_stay_words_when_their_copy_is_mended(words: str, form: str) -> None:
    cue = (Cue(0, len(words), 1000, 3000),)
    said = Transcript(Revision(words), cue, (Turn(0, ''),))
    page = page_text(laid_out(said, form, Settings()))
    assert mended(f'a.{form}', page, Gate()).words.text == page
