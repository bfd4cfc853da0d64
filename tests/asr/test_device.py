"""On what the recogniser runs."""
from __future__ import annotations

import pytest
from qinggao import UsageError
from qinggao.asr.device import choose

ctranslate2 = pytest.importorskip('ctranslate2')
GPUS = ctranslate2.get_cuda_device_count()


def test_a_cpu_computes_in_int8_a_batch_a_core() -> None:
    device = choose('cpu', threads=3)
    assert (device.name, device.compute_type) == ('cpu', 'int8')
    assert (device.workers, device.lanes, device.threads) == (3, 3, 1)
    assert choose('cpu').lanes >= 1


@pytest.mark.skipif(GPUS, reason='there is a GPU')
def test_auto_is_the_cpu_where_there_is_no_gpu() -> None:
    assert choose() == choose('cpu')


@pytest.mark.skipif(not GPUS, reason='there is no GPU')
def test_auto_is_the_gpu_in_half_precision() -> None:
    assert (choose().name, choose().compute_type) == ('cuda', 'float16')


def test_a_compute_type_may_be_asked_for() -> None:
    assert choose('cpu', compute_type='float32').compute_type == 'float32'


@pytest.mark.parametrize(('values', 'what'), [
    ({'name': 'gpu'}, "unknown device 'gpu'; known: auto, cpu, cuda"),
    ({'name': 'cpu', 'indexes': [0]}, 'the CPU has no --device-index'),
    ({'name': 'cpu', 'compute_type': 'float8'}, "cpu cannot compute in 'float8'; known here: "),
    pytest.param({'name': 'cuda'}, 'no GPU that CUDA can use', marks=pytest.mark.skipif(GPUS, reason='there is a GPU')),
])
def test_what_there_is_not_is_refused(values: dict[str, object], what: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose(**values)  # type: ignore[arg-type]
    assert what in str(caught.value)
