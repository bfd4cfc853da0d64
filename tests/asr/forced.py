"""A real recogniser that is made to begin with words of ours, as one that loops or credits begins with its own."""
from __future__ import annotations

from collections.abc import Sequence
from threading import local
from typing import Any

from qinggao.asr.engine import FRAME, Engine, Samples
from qinggao.asr.listener import Listener
from qinggao.asr.settings import Hearing
from qinggao.asr.take import Take

Begun = Sequence[tuple[str, float, float]]


class Forced(Listener):
    """Its first decoding of a window begins with these texts, from one second to another; then it goes on by itself.

    ``stubborn``: so do all others but those that are drawn.
    """

    def __init__(self, engine: Engine, begun: Begun, hearing: Hearing | None = None, stubborn: bool = False) -> None:
        super().__init__(engine, hearing or Hearing(language='zh'))
        self._begun, self._stubborn = begun, stubborn
        self._now = local()

    def takes(self, audios: Sequence[Samples], language: str) -> list[Take]:
        self._now.first = True
        try:
            return super().takes(audios, language)
        finally:
            self._now.first = False

    def heard(self, encoded: Any, seconds: Sequence[float], language: str, **how: Any) -> list[Take]:
        self._now.forced = self._stubborn or getattr(self._now, 'first', False)
        try:
            return super().heard(encoded, seconds, language, **how)
        finally:
            self._now.forced = False

    def prompt(self, language: str, prompted: bool = True) -> list[int]:
        tokens = super().prompt(language, prompted)
        if not getattr(self._now, 'forced', False):
            return tokens
        tokenizer = self.engine.tokenizer(language, self.hearing.task)
        begun: list[int] = []
        for text, begin, finish in self._begun:
            stamps = (tokenizer.timestamp_begin + round(time / FRAME) for time in (begin, finish))
            begun += [next(stamps), *tokenizer.encode(text), next(stamps)]
        return [*tokens, *begun]
