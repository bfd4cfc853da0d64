"""Bitexts as Hypothesis draws them: talks of two tracks with times, speakers, pairs long, short and alone."""
from __future__ import annotations

from hypothesis import strategies as st
from qinggao import Cue, Revision, Transcript, Turn
from qinggao.bilingual.bitext import Bitext, Pair, faults

HOSTILE = ('-->', '{', '}', '｛', '<script>', '<i>', '</v>', '<v 林静>', '<lang en>', '</lang>', '{{', '{\\an8}', '{\\p1}', '\\N',
           '\\n', '\\h', '\\', '1', '42', '00:00:01,000 --> 00:00:02,000', 'WEBVTT', 'NOTE', '>> ', '。>>', '- ', '\u2060', '\u2060- ',
           '\u2063', 'Dialogue: 0,0:00:01,en,,x', 'Anna: ', ',', '&amp;', '&lt;', '\t', '\u3000',
           '\u2028', 'http://a.b/c_d_e')
HOSTILE_HAN = ('林静: ', '主持人：')   # half an English sentence of these would be Chinese
CHINESE = ('今天', '很好', '，', '。', '我们说', '算力很贵', '也就是说', '因为', '？', 'GPT', '3.5', '！', '那个', '城市的', '……')
ENGLISH = ('today ', 'the city ', 'is very good ', 'we say ', 'that ', 'compute is dear ', ', ', '. ', 'because ', '? ', 'GPT ', '3.5 ', 'of it ')
NAMES = ('', '', '林静', 'Anna', 'Mary Ann')


def words(plain: tuple[str, ...], hostile: bool, most: int) -> st.SearchStrategy[str]:
    """A sentence that says something; with pieces that would forge structure if anything let them."""
    more = HOSTILE + (HOSTILE_HAN if plain is CHINESE else ())
    pieces = st.sampled_from(plain + more if hostile else plain)
    return st.tuples(st.sampled_from(plain[:2] + plain[4:6]), st.lists(pieces, max_size=most)).map(
        lambda found: (found[0] + ''.join(found[1])).strip())


@st.composite
def bitexts(draw: st.DrawFn, hostile: bool = False, named: bool = True, most: int = 14) -> Bitext:
    """Pairs of a Chinese and an English track; of either side words may be missing. Times in the first, the second
    or both; a cue a line, several, or several lines a cue's."""
    timed = draw(st.sampled_from(['first', 'first', 'second', 'both']))
    sides = _Track(draw, timed != 'second', named), _Track(draw, timed != 'first', named and draw(st.booleans()))
    pairs = []
    for number in range(draw(st.integers(1, 6))):
        shape = draw(st.sampled_from(['both', 'both', 'both', 'first', 'second'])) if number else 'both'
        spans = [side.add(words(plain, hostile, most) if shape in ('both', name) else None)
                 for side, plain, name in zip(sides, (CHINESE, ENGLISH), ('first', 'second'))]
        pairs.append(Pair(spans[0], spans[1]))
    bitext = Bitext(sides[0].transcript(), sides[1].transcript(), tuple(pairs))
    assert not [fault for fault in faults(bitext) if 'two empty' not in fault]
    return bitext


class _Track:
    def __init__(self, draw: st.DrawFn, timed: bool, named: bool) -> None:
        self._draw, self._timed, self._named = draw, timed, named
        self._source, self._time = '', 0
        self._cues: list[Cue] = []
        self._turns: list[Turn] = []

    def add(self, sentence: st.SearchStrategy[str] | None) -> tuple[int, int]:
        if sentence is None:
            return len(self._source), len(self._source)
        start = len(self._source)
        for _ in range(self._draw(st.sampled_from([1, 1, 1, 2]))):
            self._line(self._draw(sentence))
        end = len(self._source.rstrip('\n'))
        return start, end

    def transcript(self) -> Transcript:
        return Transcript(Revision(self._source), tuple(self._cues), tuple(self._turns))

    def _line(self, line: str) -> None:
        if self._named and self._draw(st.booleans()):
            self._turns.append(Turn(len(self._source), self._draw(st.sampled_from(NAMES))))
        if self._timed:
            self._time += self._draw(st.sampled_from([0, 0, 40, 300, 900, 5000]))
            ends = sorted({*self._draw(st.lists(st.integers(1, len(line)), max_size=2)), len(line)})
            for first, last in zip([0, *ends], ends):
                finish = self._time + self._draw(st.sampled_from([120, 700, 1500, 3000, 9000]))
                self._cues.append(Cue(len(self._source) + first, len(self._source) + last, self._time, finish))
                self._time = finish
        self._source += line + '\n'
