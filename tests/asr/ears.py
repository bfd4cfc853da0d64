"""The demo model, loaded once for all tests, and short ways to hear with it."""
from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')     # threads that wait eat the cores of tests beside these

from qinggao.asr.engine import Engine
from qinggao.asr.guarded import Guarded
from qinggao.asr.heard import Heard
from qinggao.asr.listener import Listener
from qinggao.asr.recogniser import Recogniser, Result
from qinggao.asr.settings import Hearing
from qinggao.asr.store import Store

from .spoken import MODEL, Said, Sound, write_audio


@lru_cache(1)
def recogniser() -> Recogniser:
    """One batch in work at a time: what the tests are about is the same with more, and one of them says so."""
    return Recogniser(MODEL, threads=1)


def engine() -> Engine:
    return recogniser().engine


def ears(**hearing: object) -> Guarded:
    return Guarded(Listener(engine(), Hearing.of(**{'pack': True, **hearing})))


def outcomes(paths: Iterable[Path], kept: Store | None = None, by: Recogniser | None = None,
             **hearing: object) -> dict[str, Result]:
    """What came of recordings, by their names."""
    heard = (by or recogniser()).hear(list(paths), Hearing.of(**{'language': 'zh', 'pack': True, **hearing}), kept)
    return {outcome.path.name: outcome for outcome in heard}


def hear(paths: Iterable[Path], by: Recogniser | None = None, **hearing: object) -> dict[str, Heard]:
    """The same where nothing goes wrong."""
    found = {}
    for name, outcome in outcomes(paths, None, by, **hearing).items():
        assert outcome.heard is not None, outcome.error
        found[name] = outcome.heard
    return found


def text(heard: Heard) -> str:
    return ''.join(segment.text for segment in heard.segments)


def said(talk: Iterable[Said]) -> str:
    return ''.join(one.text for one in talk)


def written(folder: Path, sounds: Iterable[Sound], suffix: str = '.flac') -> list[Path]:
    """Files 00.flac, 01.flac, …"""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_audio(folder / f'{number:02}{suffix}', sound) for number, sound in enumerate(sounds)]


def in_order(heard: Heard) -> bool:
    """Whether all times are inside the audio, never go back, and those of words are inside their segments."""
    times = [time for one in heard.segments for time in (one.begin, one.finish)]
    words = [[time for word in one.words for time in (word.begin, word.finish)] for one in heard.segments]
    return (times == sorted(times) and all(0 <= time <= heard.duration for time in times)
            and all(own == sorted(own) for own in words)
            and all(one.begin <= time <= one.finish for one, own in zip(heard.segments, words) for time in own))
