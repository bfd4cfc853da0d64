"""Real files of many containers, made here and broken here."""
from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from qinggao.asr.audio import RATE, SUFFIXES, declared, decode, digest
from qinggao.errors import FileError

np = pytest.importorskip('numpy')
av = pytest.importorskip('av')

KINDS = {'talk.wav': 'pcm_s16le', 'talk.flac': 'flac', 'talk.ogg': 'libopus', 'talk.opus': 'libopus',
         'talk.mp3': 'libmp3lame', 'talk.m4a': 'aac', 'talk.mka': 'libopus', 'talk.webm': 'libopus',
         'talk.aiff': 'pcm_s16be', 'talk.mp4': 'aac', 'talk.mkv': 'libopus', 'talk.avi': 'pcm_s16le', 'talk.mov': 'aac'}
VIDEOS = ('.mp4', '.mkv', '.avi', '.mov')
SECONDS = 6
CLICK = 4.0


def made(path: Path, seconds: float = SECONDS, hole: tuple[float, float] = (0, 0), sound: bool = True) -> Path:
    """A tone with a loud click at four seconds; in the hole there is no packet, and what is behind keeps its time."""
    codec = KINDS.get(path.name, 'flac')
    rate = 48_000 if codec == 'libopus' else 16_000
    try:
        container = av.open(str(path), 'w')
        stream = container.add_stream(codec, rate=rate, layout='mono') if sound else None
    except (av.FFmpegError, ValueError) as error:
        pytest.skip(f'this build of FFmpeg writes no {codec}: {error}')
    with container:
        if path.suffix in VIDEOS:
            _film(container, seconds)
        if stream is not None:
            _speak(container, stream, rate, seconds, hole)
    return path


def _film(container: Any, seconds: float) -> None:
    stream = container.add_stream('mpeg4', rate=10)
    stream.width = stream.height = 64
    stream.pix_fmt = 'yuv420p'
    for number in range(int(seconds * 10)):
        frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), number * 4 % 255, np.uint8), format='rgb24')
        frame.pts = number
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _speak(container: Any, stream: Any, rate: int, seconds: float, hole: tuple[float, float]) -> None:
    at = np.arange(int(seconds * rate))
    tone = np.sin(2 * np.pi * 220 * at / rate) * 2000
    tone[int(CLICK * rate):int((CLICK + .05) * rate)] *= 12
    samples = tone.astype(np.int16)
    step = rate // 10
    for start in range(0, len(samples), step):
        if not hole[0] <= start / rate < hole[1]:
            frame = av.AudioFrame.from_ndarray(samples[None, start:start + step], format='s16', layout='mono')
            frame.sample_rate, frame.pts = rate, start
            container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[:int(len(data) * share)])
    return path


def error_of(path: Path) -> str:
    with pytest.raises(FileError) as caught:
        decode(path)
    assert caught.value.path == str(path) and caught.value.cure
    return caught.value.what


def loudest(samples: Any) -> float:
    """When it is loudest, in seconds."""
    steps = np.abs(samples[:len(samples) // 160 * 160]).reshape(-1, 160).max(axis=1)
    return float(np.argmax(steps > .5 * steps.max())) / 100


@pytest.mark.parametrize('name', KINDS)
def test_every_container_is_heard_whole_and_on_time(name: str, tmp_path: Path) -> None:
    samples = decode(made(tmp_path / name))
    assert samples.dtype == np.float32 and samples.ndim == 1
    assert abs(len(samples) / RATE - SECONDS) < .05
    assert abs(loudest(samples) - CLICK) <= .03
    assert .3 < np.abs(samples).max() <= 1


@pytest.mark.parametrize('share', [.5, .9])
@pytest.mark.parametrize('name', KINDS)
def test_a_cut_file_is_an_error(name: str, share: float, tmp_path: Path) -> None:
    assert error_of(cut(made(tmp_path / name), share)).startswith('cut short')


def test_an_mp4_whose_index_stands_first_is_missed_too(tmp_path: Path) -> None:
    whole, fast = made(tmp_path / 'talk.mp4'), tmp_path / 'fast.mp4'
    with av.open(str(whole)) as source, av.open(str(fast), 'w', options={'movflags': 'faststart'}) as target:
        streams = {stream.index: target.add_stream_from_template(stream) for stream in source.streams}
        for packet in source.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                target.mux(packet)
    assert len(decode(fast)) > 5.9 * RATE
    assert 'it says 6.0 seconds' in error_of(cut(fast, .7))


@pytest.mark.parametrize('name', ['talk.m4a', 'talk.mp3', 'talk.flac'])
def test_a_scratch_costs_no_time(name: str, tmp_path: Path) -> None:
    path = made(tmp_path / name)
    data = bytearray(path.read_bytes())
    data[len(data) // 3:len(data) // 3 + 40] = b'\xff' * 40
    path.write_bytes(data)
    samples = decode(path)
    assert abs(len(samples) / RATE - SECONDS) < .15 and abs(loudest(samples) - CLICK) < .15


def test_what_cannot_be_decoded_is_not_passed_over(tmp_path: Path) -> None:
    path = made(tmp_path / 'talk.m4a', 30)
    data = bytearray(path.read_bytes())
    sound = data.index(b'mdat')
    size = int.from_bytes(data[sound - 4:sound], 'big')
    first, last = sound + size // 4, sound + size // 2
    data[first:last] = b'\xff' * (last - first)
    path.write_bytes(data)
    assert error_of(path).startswith('damaged')


@pytest.mark.parametrize('name', ['talk.mka', 'talk.mkv', 'talk.mp4'])
def test_a_hole_is_silence_and_what_follows_keeps_its_time(name: str, tmp_path: Path) -> None:
    samples = decode(made(tmp_path / name, hole=(1.5, 3)))
    assert abs(loudest(samples) - CLICK) <= .03
    assert np.abs(samples[int(1.7 * RATE):int(2.8 * RATE)]).max() < .01


def test_sound_that_begins_late_is_heard_late(tmp_path: Path) -> None:
    assert abs(loudest(decode(made(tmp_path / 'talk.mkv', hole=(0, 2)))) - CLICK) <= .03


def test_a_video_may_go_on_after_its_sound(tmp_path: Path) -> None:
    assert abs(len(decode(made(tmp_path / 'talk.mkv', hole=(4.5, 6)))) / RATE - 4.5) < .05


def _wav(data: bytes, riff: int, size: int) -> bytes:
    form = b'fmt \x10\0\0\0\x01\0\x01\0\x80\x3e\0\0\0\x7d\0\0\x02\0\x10\0'
    return b'RIFF' + riff.to_bytes(4, 'little') + b'WAVE' + form + b'data' + size.to_bytes(4, 'little') + data


def test_a_wav_from_a_pipe_knows_no_length_and_is_whole(tmp_path: Path) -> None:
    (tmp_path / 'pipe.wav').write_bytes(_wav(b'\1\2' * RATE, 0xFFFFFFFF, 0xFFFFFFFF))
    assert len(decode(tmp_path / 'pipe.wav')) == RATE


@pytest.mark.parametrize('name, data, what', [
    ('empty.mp3', b'', 'empty'),
    ('words.wav', '大家好，今天讲怎么泡茶。\n'.encode() * 50, 'no recording'),
    ('noise.mp4', bytes(range(256)) * 40, 'no recording'),
    ('header.wav', _wav(b'', 36, 0), 'no'),
    ('box.m4a', b'\0\0\0\x18ftypM4A \0\0\2\0M4A isom', 'cut short'),
    ('list.wav', b'#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/a.aac\n', 'no'),
])
def test_what_is_no_recording_is_one_clear_error(name: str, data: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert error_of(tmp_path / name).startswith(what)


def test_no_sound_no_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert 'no audio stream' in error_of(made(tmp_path / 'silent.mkv', sound=False))
    assert 'cannot be read' in error_of(tmp_path / 'none.wav')
    assert 'folder' in error_of(tmp_path)
    os.mkfifo(tmp_path / 'pipe.wav')
    assert 'not a regular file' in error_of(tmp_path / 'pipe.wav')


def test_a_file_says_how_long_it_is(tmp_path: Path) -> None:
    assert abs(declared(made(tmp_path / 'talk.m4a')) - SECONDS) < .05
    (tmp_path / 'words.wav').write_text('好')
    assert declared(tmp_path / 'words.wav') == declared(tmp_path / 'none.wav') == declared(tmp_path) == 0


def test_a_digest_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / 'a.wav').write_bytes(b'abc' * 1_000_000)
    assert digest(tmp_path / 'a.wav') == hashlib.sha256(b'abc' * 1_000_000).hexdigest()
    with pytest.raises(FileError, match='cannot be read'):
        digest(tmp_path / 'b.wav')


def test_the_endings_are_lower_case_and_hold_no_transcript() -> None:
    from qinggao.formats import READERS
    endings: Sequence[str] = SUFFIXES
    assert all(ending == ending.lower() and ending not in READERS for ending in endings)
    assert len(set(endings)) == len(endings)
