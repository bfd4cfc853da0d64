"""The model that is shipped, and files that are no such model."""
from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import faster_whisper
import numpy as np
import pytest
from qinggao.editor import model
from qinggao.editor.features import FORM
from qinggao.editor.gates import LEANINGS, STYLE
from qinggao.editor.model import SHIPPED, Model
from qinggao.editor.seal import OPEN, sealed
from qinggao.errors import UsageError


@pytest.fixture(autouse=True)
def forgets() -> Iterator[None]:
    model.hindrance.cache_clear()
    model.shipped.cache_clear()
    yield
    model.hindrance.cache_clear()
    model.shipped.cache_clear()


def resealed(data: bytes) -> bytes:
    return sealed(re.sub(rb'(?<="seal": ")[0-9a-f]{64}', OPEN.encode(), data))


def test_it_is_small_enough_to_ship() -> None:
    assert SHIPPED.stat().st_size < 8_000_000


def test_it_runs_and_says_so() -> None:
    assert model.hindrance() == ''
    assert model.shipped() is model.shipped()


def test_its_answers_are_probabilities_for_every_unit() -> None:
    shipped = model.shipped()
    ids = np.array(shipped.vocabulary.ids(list('今天我们来讲灯塔')), np.int64)
    answers = shipped.answers(ids, np.zeros(len(ids), np.int64), STYLE)
    assert answers.shape == (8, len(LEANINGS) + 2)
    assert answers.dtype == np.float32
    assert (answers >= 0).all()
    assert (answers <= 1).all()
    assert np.allclose(answers[:, :len(LEANINGS)].sum(1), 1, atol=1e-4)


def test_a_model_with_other_marks_is_refused(tmp_path: Path) -> None:
    other = tmp_path / 'editor.onnx'
    written = SHIPPED.read_bytes()
    comma = json.dumps(['', '，'], ensure_ascii=False)[:-1].encode()
    assert written.count(comma) == 1
    other.write_bytes(resealed(written.replace(comma, comma.replace('，'.encode(), '；'.encode()))))
    with pytest.raises(UsageError, match='a model of form'):
        Model(other)


def test_its_vocabulary_is_of_common_characters() -> None:
    known = model.shipped().vocabulary
    assert len(known) <= 5200
    assert min(known.ids(list('的是不了我有这他'))) >= known.FIRST


def test_a_missing_model_is_named() -> None:
    with pytest.raises(UsageError, match=r'nowhere\.onnx: the model of the editor is missing; .*--editor off'):
        Model(Path('nowhere.onnx'))


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='the model of the editor cannot be read'):
        Model(tmp_path)


def test_a_cut_off_model_cannot_be_run(tmp_path: Path) -> None:
    broken = tmp_path / 'editor.onnx'
    broken.write_bytes(SHIPPED.read_bytes()[:100_000])
    with pytest.raises(UsageError, match='cannot be run'):
        Model(broken)


@pytest.mark.parametrize('place', [.25, .5, .75])
def test_a_model_with_a_flipped_bit_is_damaged(tmp_path: Path, place: float) -> None:
    """In the weights: onnxruntime sees no difference."""
    flipped = bytearray(SHIPPED.read_bytes())
    flipped[int(place * len(flipped))] ^= 1
    broken = tmp_path / 'editor.onnx'
    broken.write_bytes(flipped)
    with pytest.raises(UsageError, match='the model is damaged'):
        Model(broken)


def test_a_model_of_something_else_is_refused() -> None:
    other = next(Path(faster_whisper.__file__).parent.glob('assets/*.onnx'))    # it finds voices
    with pytest.raises(UsageError, match='a model of something else'):
        Model(other)


def test_a_model_taught_with_other_features_is_refused(tmp_path: Path) -> None:
    older = tmp_path / 'editor.onnx'
    written = SHIPPED.read_bytes()
    assert written.count(f'"form": "{FORM}"'.encode()) == 1
    older.write_bytes(resealed(written.replace(f'"form": "{FORM}"'.encode(), b'"form": "0"')))
    with pytest.raises(UsageError, match=f'a model of form 0, not {FORM}'):
        Model(older)


def test_a_model_without_a_seal_is_refused(tmp_path: Path) -> None:
    older = tmp_path / 'editor.onnx'
    older.write_bytes(SHIPPED.read_bytes().replace(b'"seal"', b'"leas"'))
    with pytest.raises(UsageError, match='a model of something else'):
        Model(older)


def test_what_hinders_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, 'onnxruntime', None)
    assert 'onnxruntime cannot be imported' in model.hindrance()
