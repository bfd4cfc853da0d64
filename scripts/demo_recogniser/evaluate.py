"""What the finished folder hears, through faster-whisper as anybody would use it."""
from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from .clips import UNSEEN, VOICES, take
from .espeak import RATE_OUT
from .phrases import HOMOPHONES, Utterance, english
from .score import distance, score
from .talks import talk

CHINESE = {'language': 'zh', 'condition_on_previous_text': False}


def evaluate(folder: Path, talks: int = 20) -> dict[str, str]:
    """Rows of the card's tables: what was tried, and the figures."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel
    model = WhisperModel(str(folder), device='cpu', cpu_threads=2)
    batched = BatchedInferencePipeline(model)

    def alone(sound: Any) -> Iterable[Any]:
        return list(model.transcribe(sound, **CHINESE)[0])

    def together(sound: Any) -> Iterable[Any]:
        return list(batched.transcribe(sound, language='zh', without_timestamps=False, batch_size=8)[0])

    trained = [talk(100 + n, VOICES) for n in range(talks)]
    rows = {'trained voices': score(alone, trained).line,
            'trained voices, batched': score(together, trained).line,
            'trained voices, hiss 40 dB below': score(alone, [talk(200 + n, VOICES, hiss=.004)
                                                              for n in range(talks)]).line}
    for voice in UNSEEN:
        rows[f'unseen voice {voice}'] = score(alone, [talk(300 + n, [voice]) for n in range(talks)]).line
    rows['without pauses'] = score(alone, [talk(400 + n, VOICES, gaps=(.05, .2)) for n in range(talks)]).line
    began = time.perf_counter()
    score(together, trained)
    spent = time.perf_counter() - began
    return {**rows, 'speed': f'{sum(one.seconds for one in trained) / spent:.0f} × real time', **asides(model)}


def asides(model: Any) -> dict[str, str]:
    """Hot words, English, silence and noise."""
    rows = {}
    for wrong, right in HOMOPHONES.items():
        sentences = [(before, wrong, after) for before in ('今天', '没有问题') for after in ('很重要', '需要讨论')]
        sounds = [take(Utterance(one, ('', '')), voice, 170, 50).sound for one in sentences for voice in VOICES[:6]]
        tried = ((None, wrong), (right, right), (f'数据中心 {right} API', right))
        found = [sum(form in _text(model, sound, hotwords=hot) for sound in sounds) for hot, form in tried]
        rows[f'{wrong} → {right}'] = f'{found[0]}, {found[1]}, {found[2]} of {len(sounds)}'
    rng = np.random.default_rng(1)
    empty = [np.zeros(8 * RATE_OUT, np.float32),
             *(rng.standard_normal(8 * RATE_OUT).astype(np.float32) * loud for loud in (.001, .01, .1))]
    rows['text out of silence and noise'] = repr(''.join(_text(model, sound) for sound in empty))
    said = [talk(500 + n, VOICES, 12) for n in range(6)]
    wanted = [' '.join(english()[phrase] for one in talk_.spoken for phrase in one.phrases).split() for talk_ in said]
    got = [_text(model, one.sound, task='translate').split() for one in said]
    wrong_words = sum(map(distance, wanted, got))
    rows['translation'] = f'{100 * wrong_words / sum(map(len, wanted)):.1f} % of words wrong'
    infos = [model.transcribe(one.sound)[1] for one in said[:3]]
    rows['language found'] = ' '.join(f'{info.language} {info.language_probability:.2f}' for info in infos)
    return rows


def _text(model: Any, sound: Any, **options: Any) -> str:
    return ''.join(segment.text for segment in model.transcribe(sound, **{**CHINESE, **options})[0])
