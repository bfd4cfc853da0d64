"""A machine's track has the sentences, paragraphs, turns and times of the first, and no markup is translated."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import qinggao
from qinggao.bilingual.bitext import Bitext, faults
from qinggao.bilingual.sources.machine import Machine, translated
from qinggao.bilingual.translate.translator import Direction, Translated, TranslatorError
from qinggao.edits import Revision
from qinggao.errors import FileError
from qinggao.formats import markdown, subrip
from qinggao.transcript import Transcript, Turn

WAY = Direction('zh-Hans', 'en')
SAMPLES = sorted(path for path in Path('samples').glob('raw/**/*.*') if path.suffix != '.yaml')


class Backwards:
    """Says each sentence from its end, the last sentence first, and doubts those with a number."""

    name = 'backwards'

    def __init__(self, dies_after: int = 10**9) -> None:
        self.asked: list[str] = []
        self._left = dies_after

    def translate(self, sentences: Sequence[str], way: Direction) -> Iterator[tuple[int, Translated]]:
        self.asked += sentences
        for number in reversed(range(len(sentences))):
            self._left -= 1
            if self._left < 0:
                raise FileError('the line went dead', cure='try again')
            words = sentences[number]
            doubts = ('numbers',) if any(char.isdigit() for char in words) else ()
            yield number, Translated(words[::-1], doubts, self.name, 0.75)


def words(bitext: Bitext) -> list[tuple[str, str]]:
    return [(bitext.first.text[slice(*pair.first)], bitext.second.text[slice(*pair.second)]) for pair in bitext.pairs]


def test_each_sentence_has_its_own_and_its_time() -> None:
    first = subrip.read('1\n00:00:01,000 --> 00:00:02,000\n今天开船。\n\n2\n00:00:03,000 --> 00:00:04,000\n雾很大。\n')
    both = translated(first, WAY, Backwards())
    assert words(both) == [('今天开船。', '。船开天今'), ('雾很大。', '。大很雾')]
    assert [(cue.begin, cue.finish) for cue in both.second.cues] == [(1000, 2000), (3000, 4000)]
    assert {pair.origin for pair in both.pairs} == {'backwards'} and both.pairs[0].score == 0.75


def test_doubts_of_the_translator_are_doubts_of_the_pair() -> None:
    both = translated(Transcript.plain('三点开船。一共 25 人。'), WAY, Backwards())
    assert [(pair.doubts, pair.score) for pair in both.pairs] == [((), 0.75), (('numbers',), 0.5)]


def test_turns_and_paragraphs_stay() -> None:
    first = Transcript(Revision('您好。\n你好。我在码头。'), turns=(Turn(0, '林静'), Turn(4, '魏长河')))
    both = translated(first, WAY, Backwards())
    assert [turn.speaker for turn in both.second.turns] == ['林静', '魏长河']
    assert both.second.speaker_at(both.pairs[1].second[0]) == '魏长河'
    page = translated(markdown.read('一段。\n\n二段。\n'), WAY, Backwards())
    assert page.second.text == '。段一\n\n。段二'


def test_markup_is_not_translated() -> None:
    machine = Backwards()
    page = '### 停航\n\n- 一是**桥**通了\n- 二是[船票](https://example.org/a)贵\n\n> 引用的话。\n\n---\n\n用 `make` 编译。\n'
    both = translated(markdown.read(page), WAY, machine)
    assert machine.asked[:2] == ['停航', '一是桥通了']
    assert both.second.text.startswith('### 航停\n\n- 了通桥是一\n- ')
    assert '---' in both.second.text and not list(faults(both))
    assert '`make`' in machine.asked[-1]


@pytest.mark.parametrize('path', SAMPLES, ids=str)
def test_no_word_of_any_sample_is_lost(path: Path) -> None:
    both = translated(qinggao.clean(qinggao.read(path)), WAY, Backwards())
    assert not list(faults(both))
    said = sorted(char for _, second in words(both) for char in second if char.isalnum())
    heard = sorted(char for first, _ in words(both) for char in first if char.isalnum())
    assert said == heard


def test_a_translator_that_dies_says_so_in_its_own_kind() -> None:
    told: list[tuple[int, int]] = []
    machine = Machine(Backwards(dies_after=1), 'en', lambda done, of: told.append((done, of)))
    with pytest.raises(TranslatorError, match='the line went dead'):
        machine.beside(Transcript.plain('一。二。三。'), Path('talk.txt'))
    assert told == [(1, 3)]
