"""Hear a known clip before hearing an archive: with some drivers GPUs return nothing, and no error."""
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..errors import FileError
from .audio import decode
from .engine import Engine
from .listener import Listener
from .models import self_test_clip
from .settings import Hearing


def said_in(engine: Engine, clip: Path) -> str:
    """What a model hears in a clip of Chinese speech."""
    listener = Listener(engine, Hearing.of(prompt=''))
    return listener.takes([decode(clip)], 'zh' if engine.multilingual else 'en')[0].text.strip()


def refuse_deaf(engine: Engine, devices: int = 1) -> None:
    """Raise `FileError` where a model hears nothing in speech. With several devices so many hear at the same time:
    which of them takes a batch cannot be chosen, only that none is free."""
    clip = self_test_clip()
    with ThreadPoolExecutor(devices) as pool:
        heard = list(pool.map(lambda _: said_in(engine, clip), range(2 * devices)))
    if not all(any(map(str.isalpha, said)) for said in heard):      # in broken half precision it is all !!!!
        raise FileError('the device hears nothing in a clip of speech: its driver does not fit CTranslate2',
                        cure='update the driver or ctranslate2, or say --device cpu')
