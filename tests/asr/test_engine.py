"""The one module that knows faster-whisper and CTranslate2."""
from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from qinggao import FileError, UsageError
from qinggao.asr.engine import RATE, Engine, OutOfMemory, _failed, suppressed

from .ears import engine
from .spoken import MODEL, silence, speak


@pytest.mark.parametrize('seconds', [0, .01, 1, 15, 30, 31])
def test_features_of_a_window_have_three_thousand_frames(seconds: float) -> None:
    features = engine().features(silence(seconds))
    assert features.shape == (80, 3000) and features.dtype == np.float32


@pytest.mark.parametrize(('seconds', 'frames'), [(1, 150), (1.01, 152), (30, 3000), (40, 3000)])
def test_or_half_a_second_more_than_the_sound_has(seconds: float, frames: int) -> None:
    assert engine().features(silence(seconds), pad=False).shape == (80, frames)


def test_the_end_is_padded_with_zeros() -> None:
    features = engine().features(speak('大家好'))
    assert features[:, :50].any() and not features[:, 2000:].any()


def test_a_language_is_found_for_each_window() -> None:
    encoded = engine().encode([engine().features(speak('我们开始吧，大家好')), engine().features(speak('请等一下'))])
    found = engine().language(encoded)
    assert [one[0][0] for one in found] == ['zh', 'zh']
    assert all(abs(sum(chance for _, chance in one) - 1) < .01 for one in found)
    assert {'zh', 'en'} <= set(engine().languages)


def test_the_scores_are_those_of_the_tokens() -> None:
    encoded = engine().encode([engine().features(speak('大家好'))])
    tokenizer = engine().tokenizer('zh', 'transcribe')
    decoded, = engine().decode(encoded, tokenizer.sot_sequence, 1, beam=5, suppress=suppressed(tokenizer))
    assert -2 < decoded.logprob < 0 and 0 <= decoded.no_speech <= 1
    assert tokenizer.decode([token for token in decoded.tokens if token < tokenizer.eot])


def test_a_folder_that_is_no_model_is_an_error_with_its_path(tmp_path: Path) -> None:
    folder = tmp_path / 'model'
    shutil.copytree(MODEL, folder)
    (folder / 'model.bin').write_bytes((MODEL / 'model.bin').read_bytes()[:100_000])
    with pytest.raises(FileError, match='no model that can be loaded') as caught:
        Engine(folder, 'cpu', [0], 'int8')
    assert caught.value.path == str(folder) and 'qinggao models check' in caught.value.cure


def test_what_a_device_cannot_compute_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match='float16 is not for this device'):
        Engine(MODEL, 'cpu', [0], 'float16')


@pytest.mark.parametrize(('said', 'kind'), [
    ('CUDA failed with error out of memory', OutOfMemory), ('std::bad_alloc', OutOfMemory),
    ('CUBLAS_STATUS_NOT_SUPPORTED', FileError), ('', FileError),
])
def test_what_ctranslate2_says_is_told_in_our_words(said: str, kind: type[Exception]) -> None:
    assert type(_failed(RuntimeError(said))) is kind


def test_a_failure_is_an_error_of_ours() -> None:
    with pytest.raises(FileError, match='the recogniser failed'):
        engine().encode([np.zeros((7, 3000), np.float32)])


def test_words_are_found_where_they_are_said() -> None:
    sound = np.concatenate([silence(.5), speak('大家好'), silence(.5)])
    tokenizer = engine().tokenizer('zh', 'transcribe')
    words, none = engine().align(engine().encode([engine().features(sound)] * 2), tokenizer,
                                 [tokenizer.encode('大家好'), []], [len(sound) / RATE] * 2)
    assert [word.text for word in words] == ['大', '家', '好'] and none == []
    # The first begins with the silence before it: listener.py cuts it at the time stamp.
    assert words[0].begin < .5 < words[1].begin < words[2].begin <= words[2].finish <= len(sound) / RATE
