"""The network as one ONNX file in eight-bit weights, its vocabulary inside."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from qinggao.editor.seal import OPEN, sealed
from qinggao.editor.vocabulary import Vocabulary

from .lessons import MARKS
from .network import ANSWERS
from .styles import HABITS

INPUTS = ('ids', 'places', 'styles')


class Asked(torch.nn.Module):
    """The network with probabilities for logits: (batch, units, marks + goes + ends)."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Any, places: Any, styles: Any) -> Any:
        marks, cut, ends = self.model(ids, places, styles).split(ANSWERS, -1)
        return torch.cat((marks.softmax(-1), cut.softmax(-1)[..., 1:], ends.softmax(-1)[..., 1:]), -1)


def export(model: Any, vocabulary: Vocabulary, output: Path, form: str) -> Path:
    """Write ``editor.onnx`` into a folder; ``form`` is the version of what the inputs mean."""
    output.mkdir(parents=True, exist_ok=True)
    whole, small = output / 'editor.float.onnx', output / 'editor.onnx'
    example = (torch.ones(2, 256, dtype=torch.long), torch.zeros(2, 256, dtype=torch.long),
               torch.zeros(2, HABITS, dtype=torch.long))
    free: dict[str, dict[int, str]] = {name: {0: 'windows', 1: 'units'} for name in (*INPUTS[:2], 'answers')}
    torch.onnx.export(Asked(model.float().cpu().eval()).eval(), example, str(whole), input_names=list(INPUTS),
                      output_names=['answers'], dynamic_axes={**free, 'styles': {0: 'windows'}}, dynamo=False,
                      opset_version=17)
    # Seven bits of the eight: processors without VNNI add two products in sixteen bits, and clip what is larger.
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=['MatMul', 'Gemm', 'Gather'])
    whole.unlink()
    written = onnx.load(small)
    onnx.helper.set_model_props(written, {'qinggao': json.dumps(
        {'form': form, 'marks': MARKS, 'vocabulary': vocabulary.keys, 'seal': OPEN}, ensure_ascii=False)})
    onnx.save(written, small)
    small.write_bytes(sealed(small.read_bytes()))
    return small
