"""scripts/check_gpu.py, without a GPU: its model of random weights decodes, and its figures come out."""
from __future__ import annotations

from pathlib import Path

import check_gpu
import ctranslate2
import pytest
import random_whisper


@pytest.fixture(scope='module')
def shape() -> random_whisper.Shape:
    return random_whisper.Shape(64, 2, 2, 2, 80, 500)


def test_a_model_of_random_weights_says_as_much_as_is_forced(tmp_path: Path, shape: random_whisper.Shape) -> None:
    vocabulary = random_whisper.write(tmp_path, shape, 'float32')
    model = ctranslate2.models.Whisper(str(tmp_path), 'cpu')
    assert (model.is_multilingual, model.n_mels) == (True, shape.mels)
    speed, busy = check_gpu.measured(model, shape, vocabulary, batch=2)
    assert speed > 0
    assert busy == 'not measured'


def test_clips_that_share_windows_need_fewer(capsys: pytest.CaptureFixture[str]) -> None:
    check_gpu.print_packed(100, 50.0)
    said = capsys.readouterr().out
    assert '100 windows one a clip' in said
    packed = int(said.split('one a clip, ')[1].split()[0])
    assert packed == 51     # of 24 s each: half as many
