"""The notes of samples/: what is found in them and what mending makes of them stands beside them, to be read."""
from __future__ import annotations

from bless_samples import SAMPLES, of_notes


def test_the_mended_notes_are_as_they_were_blessed() -> None:
    now = of_notes()
    assert sorted(now) == sorted(path.name for path in (SAMPLES / 'mended').iterdir())
    for name, content in now.items():
        assert content == (SAMPLES / 'mended' / name).read_text('utf-8'), 'make samples, and read the difference'


def test_a_good_note_has_no_finding() -> None:
    assert of_notes()['ferry.findings'] == ''
