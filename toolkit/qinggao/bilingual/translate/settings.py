"""How a model translates: one flat table, the same names on the command line and in calls."""
from __future__ import annotations

from typing import Any, NamedTuple

from ...errors import UsageError
from ...settings import nearest


class Translating(NamedTuple):
    """What is asked of a model on CTranslate2, and on what it runs.

    >>> Translating.of(beam=1).beam
    1
    >>> Translating.of(beams=1)
    Traceback (most recent call last):
    qinggao.errors.UsageError: unknown setting 'beams'; did you mean 'beam'?
    """

    beam: int = 4               # hypotheses kept beside each other
    retry: bool = True          # a suspect sentence is asked for again, at twice the beam
    longest: int = 200          # tokens: a longer sentence is translated in parts
    device: str = 'auto'        # auto, cpu, cuda
    compute_type: str = 'auto'  # of the weights: int8 on the CPU, float16 on a GPU
    threads: int = 0            # on the CPU; 0: all cores
    batch_tokens: int = 0       # tokens of the source at a time; 0: by the device

    @classmethod
    def of(cls, **values: object) -> Translating:
        """Checked settings; raises `UsageError` naming the nearest right key or what a value must be."""
        for key, value in values.items():
            if key not in cls._fields:
                raise UsageError(f'unknown setting {key!r}', cure=nearest(key, cls._fields))
            _check(key, value)
        known: dict[str, Any] = dict(values)
        return cls(**known)


def _check(key: str, value: object) -> None:
    default = Translating._field_defaults[key]
    if type(value) is not type(default):
        raise UsageError(f'{key} must be {_NAMES[type(default)]}, not {value!r}')
    if key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:    # type: ignore[operator]
        raise UsageError(f'{key} {value} is out of range', cure='from {} to {}'.format(*_RANGES[key]))


_NAMES = {bool: 'true or false', str: 'a string', int: 'a whole number'}
_RANGES = {'beam': (1, 32), 'longest': (8, 1000), 'threads': (0, 1024), 'batch_tokens': (0, 1_000_000)}
