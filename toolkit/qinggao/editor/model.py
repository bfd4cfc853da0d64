"""The trained model: one file of weights, run by onnxruntime, which is imported when the first text needs it."""
from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import UsageError, reason_of
from .features import FORM, Array
from .gates import LEANINGS
from .seal import is_broken
from .vocabulary import Vocabulary

SHIPPED = Path(__file__).parent / 'model' / 'editor.onnx'
_INPUTS = ('ids', 'places', 'styles')
_CURE = 'install qinggao again, or say --editor off'


class Model:
    """What a file of weights says of units. Raises `UsageError` for a file that is no model of ours."""

    def __init__(self, path: Path) -> None:
        self._session = _session(path, _weights(path))
        self.vocabulary = Vocabulary(self._about(path)['vocabulary'])

    def answers(self, ids: Array, places: Array, style: Array) -> Any:
        """float32 (units, marks + 2): how likely each mark behind a unit is, that it goes, that a paragraph ends.

        One window at a time: the scale of eight-bit arithmetic goes by all that is computed together, so that a
        second window beside it would change the answers for this one.
        """
        found = self._session.run(None, dict(zip(_INPUTS, (ids[None], places[None], style[None]))))[0]
        return found[0]

    def _about(self, path: Path) -> dict[str, Any]:
        try:
            about: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map['qinggao'])
            form, known = about['form'], (tuple(about['marks']), bool(about['vocabulary'] and about['seal']))
            names = {one.name for one in self._session.get_inputs()}
        except (LookupError, TypeError, ValueError):
            raise UsageError('a model of something else', path=str(path), cure=_CURE) from None
        if form != FORM or names != set(_INPUTS) or known != (tuple(LEANINGS), True):
            raise UsageError(f'a model of form {form}, not {FORM}', path=str(path), cure=_CURE)
        return about


def _weights(path: Path) -> bytes:
    """The file, looked at before anything runs it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError('the model of the editor is missing', path=str(path), cure=_CURE) from None
    except OSError as error:
        raise UsageError(f'the model of the editor cannot be read: {reason_of(error)}', path=str(path),
                         cure=_CURE) from None
    if is_broken(data):
        raise UsageError('the model is damaged: its weights are not those that were written', path=str(path),
                         cure=_CURE)
    return data


def _session(path: Path, data: bytes) -> Any:
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = _cores()     # told, it does not try to pin them, which containers forbid
    options.add_session_config_entry('session.intra_op.allow_spinning', '0')
    wanted = ('CUDAExecutionProvider', 'CPUExecutionProvider')
    there = onnxruntime.get_available_providers()
    try:
        return onnxruntime.InferenceSession(data, options, [name for name in wanted if name in there])
    except Exception as error:  # of onnxruntime's many kinds: what matters is that the file cannot be run
        raise UsageError(f'the model of the editor cannot be run ({type(error).__name__})', path=str(path),
                         cure=_CURE) from None


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:      # no such call on macOS and Windows
        return os.cpu_count() or 1


@lru_cache(1)
def shipped() -> Model:
    """The model that comes with qinggao; raises `UsageError`, and `ImportError` where onnxruntime is not there."""
    return Model(SHIPPED)


@lru_cache(1)
def hindrance() -> str:
    """Why the editor cannot run here; empty where it can."""
    try:
        shipped()
    except ImportError as error:
        return f'onnxruntime cannot be imported ({error})'
    except UsageError as error:
        return str(error)
    return ''
