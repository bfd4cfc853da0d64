"""Units, memories and translators that the tests of the memory share."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from qinggao import FileError
from qinggao.bilingual.memory import Memory, Unit
from qinggao.bilingual.memory.unit import is_fit
from qinggao.bilingual.translate.translator import DOUBTS, Direction, Translated

ZH_EN = Direction('zh-Hans', 'en')
EN_ZH = Direction('en', 'zh-Hans')


def unit(source: str = '今天下雨。', target: str = 'It rains today.', origin: str = 'demo', way: Direction = ZH_EN,
         **more: Any) -> Unit:
    return Unit(way, source, target, origin, **more)


def human(source: str = '今天下雨。', target: str = 'It is raining.', origin: str = 'human', **more: Any) -> Unit:
    return unit(source, target, origin, confirmed=True, **more)


def opened(folder: Path, name: str = 'memory.sqlite') -> Memory:
    return Memory(folder / '.qinggao' / name)


def everything(memory: Memory) -> list[Unit]:
    return list(memory.units(every=True))


class Machine:
    """A translator that says what it was asked; the last sentence first. It dies behind ``lasts`` sentences."""

    def __init__(self, name: str = 'demo', lasts: int = 1_000_000, doubts: tuple[str, ...] = ()) -> None:
        self.name, self.lasts, self.doubts = name, lasts, doubts
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        for number in range(len(sentences) - 1, -1, -1):
            if len(self.asked) >= self.lasts:
                raise FileError('the endpoint has gone', path='http://localhost')
            self.asked.append(sentences[number])
            yield number, Translated(f'{self.name}: {sentences[number]}', self.doubts, self.name, .5)


# Everything that a text may hold, and what is likely to break a file.
_signs = st.sampled_from([*'<>&"\'\n\r\t,;=+-@#\x0b\x0c\x1f\x85 \u2028\u3000\ufffe\uffff你好𠮷é', 'e\u0301', '--', ']]>', "'=", '\r\n'])
texts = st.one_of(st.lists(_signs, max_size=12).map(''.join),
                  st.text(st.characters(exclude_categories=['Cs'], exclude_characters='\0'), max_size=30)).filter(is_fit)
units = st.builds(
    Unit, st.sampled_from([ZH_EN, EN_ZH, Direction('zh-Hans', 'zh-Hant')]), texts, texts,
    st.one_of(st.sampled_from(['human', 'demo', 'house.tmx']), texts),
    st.lists(st.sampled_from(sorted(DOUBTS)), unique=True).map(tuple), st.none() | st.floats(0, 1), st.booleans(),
    st.sampled_from(['', 'a.md#00001', 'b "c".md', '演讲/一.md#00012']))
