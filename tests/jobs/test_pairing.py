"""Which recording a transcript is of."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from qinggao import FileError
from qinggao.jobs.pairing import Pairing, paired
from qinggao.jobs.plan import plan

SOUNDS = ('.mp3', '.wav', '.opus')


def pairing(folder: Path, files: Sequence[str]) -> Pairing:
    """Pair the transcripts under raw/ with the recordings under audio/; a file is its path, or path=words."""
    for name in ('raw', 'audio'):
        (folder / name).mkdir()
    for file in files:
        name, _, words = file.partition('=')
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words or '春天来了', 'utf-8')
    jobs = plan([str(folder / 'raw')], folder / 'out').jobs
    return paired(jobs, folder / 'raw', folder / 'audio', SOUNDS)


PAIRS = [
    ('the same path', ['raw/a/talk.txt', 'audio/a/talk.mp3', 'audio/b/talk.mp3'], ['audio/a/talk.mp3']),
    ('the only one of that name', ['raw/talk.srt', 'audio/2024/talk.opus'], ['audio/2024/talk.opus']),
    ('a name that holds the ending', ['raw/talk.mp3.srt', 'audio/talk.mp3', 'audio/talk.wav'], ['audio/talk.mp3']),
    ('endings in capitals', ['raw/talk.txt', 'audio/talk.MP3'], ['audio/talk.MP3']),
    ('one accent spelt in two ways', ['raw/cafe\u0301.txt', 'audio/caf\u00e9.mp3'], ['audio/caf\u00e9.mp3']),
    ('a field of the front matter', ['raw/talk.md=---\naudio: "b/x.mp3"\n---\n春天', 'audio/b/x.mp3', 'audio/talk.mp3'],
     ['audio/b/x.mp3']),
    ('a field of the sidecar', ['raw/talk.txt', 'raw/talk.yaml=audio: ../audio/x.mp3\n', 'audio/x.mp3'], ['audio/x.mp3']),
    ('an address says nothing', ['raw/talk.md=---\naudio: https://example.com/x.mp3\n---\n春天', 'audio/talk.mp3'],
     ['audio/talk.mp3']),
    ('two transcripts of one recording', ['raw/talk.txt', 'raw/talk.srt=1\n00:00:00,000 --> 00:00:01,000\n春天\n',
                                          'audio/talk.mp3'], ['audio/talk.mp3', 'audio/talk.mp3']),
]

ERRORS = [
    ('none of that name', ['raw/talk.txt', 'audio/other.mp3'], 'no recording of that name under'),
    ('two endings', ['raw/talk.txt', 'audio/talk.mp3', 'audio/talk.wav'], '2 recordings may be meant: '),
    ('two folders', ['raw/talk.txt', 'audio/a/talk.mp3', 'audio/b/talk.mp3'], '2 recordings may be meant: '),
    ('a field that names no recording', ['raw/talk.txt', 'raw/talk.yaml=audio: x.mp3\n', 'audio/talk.mp3'],
     "names 'x.mp3', which is no recording under"),
    ('a field that leads outside', ['raw/talk.txt', 'raw/talk.yaml=audio: ../secret.mp3\n', 'secret.mp3'],
     "names '../secret.mp3', which is no recording under"),
    ('a field that is a list', ['raw/talk.txt', 'raw/talk.yaml=audio: [x.mp3]\n', 'audio/x.mp3'], 'is no path'),
    ('front matter that is broken', ['raw/talk.md=---\naudio: x.mp3\n春天', 'audio/talk.mp3'], 'is not closed'),
]


@pytest.mark.parametrize(('files', 'audio'), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_a_transcript_finds_its_recording(tmp_path: Path, files: list[str], audio: list[str]) -> None:
    found = pairing(tmp_path, files)
    assert [pair.audio.relative_to(tmp_path).as_posix() for pair in found.pairs] == audio
    assert not found.errors


@pytest.mark.parametrize(('files', 'what'), [case[1:] for case in ERRORS], ids=[case[0] for case in ERRORS])
def test_a_transcript_without_one_is_an_error_of_its_own(tmp_path: Path, files: list[str], what: str) -> None:
    found = pairing(tmp_path, [*files, 'raw/good.txt', 'audio/good.mp3'])
    assert [pair.job.path.name for pair in found.pairs] == ['good.txt']
    assert len(found.errors) == 1
    assert what in str(found.errors[0])
    assert 'talk' in found.errors[0].path


def test_recordings_that_nobody_wrote_down_are_named(tmp_path: Path) -> None:
    found = pairing(tmp_path, ['raw/talk.txt', 'audio/talk.mp3', 'audio/b.mp3', 'audio/notes.pdf', 'audio/.hidden.mp3'])
    assert found.alone == (str(tmp_path / 'audio/b.mp3'),)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match='no such folder'):
        paired((), tmp_path, tmp_path / 'audio', SOUNDS)


def test_one_file_may_be_named(tmp_path: Path) -> None:
    file, sound = tmp_path / 'talk.txt', tmp_path / 'audio/talk.mp3'
    file.write_text('春天来了', 'utf-8')
    sound.parent.mkdir()
    sound.touch()
    found = paired(plan([str(file)], tmp_path / 'out').jobs, file, sound.parent, SOUNDS)
    assert [pair.audio for pair in found.pairs] == [sound]
