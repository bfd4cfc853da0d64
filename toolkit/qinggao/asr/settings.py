"""How to hear: one flat table, the same names on the command line and in calls."""
from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

from ..errors import UsageError
from ..settings import nearest

Task = Literal['transcribe', 'translate']


class Hearing(NamedTuple):
    """What is asked of the recogniser, whatever the model and the machine.

    >>> Hearing.of(beam=1).beam
    1
    >>> Hearing.of(beams=1)
    Traceback (most recent call last):
    qinggao.errors.UsageError: unknown setting 'beams'; did you mean 'beam'?
    """

    language: str = 'auto'              # auto, or as Whisper names it: zh, en
    task: Task = 'transcribe'           # translate: into English
    beam: int = 5                       # hypotheses kept beside each other
    prompt: str | None = None           # said before every window; None: for Chinese a sentence with its marks
    hotwords: tuple[str, ...] = ()      # words to expect, the most expected first
    word_times: bool = False            # a time for every word; for Chinese every character
    vad: bool = True                    # leave out what holds no speech
    pack: bool = False                  # pieces of several files may share a window: faster, and a little less exact
    pad: bool = True                    # windows of 30 s, as public models were trained; False: faster, and less exact
    batch_size: int = 0                 # windows at a time; 0: by the device

    @classmethod
    def of(cls, **values: object) -> Hearing:
        """Checked settings; raises `UsageError` naming the nearest right key or what a value must be."""
        for key, value in values.items():
            if key not in cls._fields:
                raise UsageError(f'unknown setting {key!r}', cure=nearest(key, cls._fields))
            _check(key, value)
        known: dict[str, Any] = dict(values)
        if 'hotwords' in known:
            known['hotwords'] = tuple(known['hotwords'])
        return cls(**known)

    def key(self) -> str:
        """What of it changes the words or their times: two runs with one key may share results."""
        return repr(self._replace(batch_size=0))


def _check(key: str, value: object) -> None:
    default = Hearing._field_defaults[key]
    if key == 'prompt':
        if value is not None and not isinstance(value, str):
            raise UsageError(f'prompt must be a string, not {value!r}')
    elif key == 'hotwords':
        if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) and word.strip() for word in value):
            raise UsageError(f'hotwords must be a list of words, not {value!r}')
    elif type(value) is not type(default):
        raise UsageError(f'{key} must be {_NAMES[type(default)]}, not {value!r}')
    elif key in _RANGES and not _RANGES[key][0] <= value <= _RANGES[key][1]:    # type: ignore[operator]
        raise UsageError(f'{key} {value} is out of range', cure='from {} to {}'.format(*_RANGES[key]))
    elif key == 'task' and value not in get_args(Task):
        raise UsageError(f'unknown task {value!r}', cure=nearest(str(value), get_args(Task)))


_NAMES = {bool: 'true or false', str: 'a string', int: 'a whole number'}
_RANGES = {'beam': (1, 50), 'batch_size': (0, 512)}
