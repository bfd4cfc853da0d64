"""Odd characters: which become plain, which go, and above all which are no fault."""
from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from .table import cleaned

CHANGES = [
    ('a byte-order mark goes', '\ufeff码头上有雾', '码头上有雾'),
    ('controls go', '码头\x00上\x1b有\x7f雾\x9f', '码头上有雾'),
    ('CR LF is one line end', '涨潮了\r\n退潮了\r\n', '涨潮了\n退潮了\n'),
    ('a lone CR is a line end', '涨潮了\r退潮了', '涨潮了\n退潮了'),
    ('a no-break space is a space', 'ten\u00a0boats', 'ten boats'),
    ('an ideographic space is a space', '涨潮\u3000退潮', '涨潮 退潮'),
    ('a thin and a hair space are one space each', 'a\u2009b\u200ac', 'a b c'),
    ('an indent of ideographic spaces goes', '\u3000\u3000渡口\n\u3000\u3000灯塔', '渡口\n灯塔'),
    ('odd spaces at a line end go', '渡口\u00a0\u00a0\n灯塔\u3000', '渡口\n灯塔'),
    ('zero-width spaces go', 'har\u200bbour\u2060s', 'harbours'),
    ('soft hyphens go', 'light\u00adhouse', 'lighthouse'),
    ('a joiner between Han or Latin goes', '渡\u200d口 fer\u200cry', '渡口 ferry'),
    ('a watermark of joiners goes', '渡口' + '\u200b\u200c\u200c\u200b' * 5 + '灯塔', '渡口灯塔'),
    ('bidi overrides go', '\u202e渡口\u202c \u2066灯塔\u2069', '渡口 灯塔'),
    ('a direction mark beside Latin goes', 'pier\u200e 7', 'pier 7'),
    ('line and paragraph separators are line ends', '渡口\u2028灯塔\u2029雾', '渡口\n灯塔\n雾'),
    ('a form feed before a line end adds no line', '渡口\x0c\n灯塔', '渡口\n灯塔'),
    ('a vertical tab and NEL are line ends', '渡口\x0b灯塔\x85雾', '渡口\n灯塔\n雾'),
    ('full-width letters and digits are ASCII', '第１２号船叫ＡｚＵＲ', '第12号船叫AzUR'),
    ('a mixed run keeps its order', '渡\u200b\u3000\u200bＡ口', '渡 A口'),
]

STAYS = [
    ('Chinese marks', '，。！？：；“”‘’《》【】（）…—～％＋、·「」'),
    ('full-width signs that are no letters', '５'.translate({0xFF15: '＄'}) + '＆＠＃＊／'),
    ('tab and line feed', '渡口\t灯塔\n\n雾'),
    ('an emoji family', '👩\u200d👧 🏳️\u200d🌈 👩🏽\u200d🚀 ❤️\u200d🔥'),
    ('Persian half spaces', 'می\u200cروم'),
    ('a Devanagari ligature without its joint', 'क्\u200dष'),
    ('direction marks beside Hebrew and Arabic', 'שלום\u200f! \u200eعربي'),
    ('accents, fractions, circled digits, ligatures', 'naïve ½ ① ﬁ ㎏ Å'),
    ('half-width kana', 'ｶﾅ'),
    ('rare Han', '𠮷𡃁'),
    ('plain text', 'Ten boats left. 十条船走了。'),
    ('nothing', ''),
]

ODD = st.text(
    'a中，。 \n\t\r\v\f\x00\x85\u00a0\u00ad\u200b\u200c\u200d\u200e\u2028\u202e\u3000\ufeffＡ９％👩🚀مक', max_size=14)


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'characters') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'characters') == text


@given(ODD)
@example('\r\r\n\n')
@example('👩\u200d\u200d🚀')
def test_it_settles_and_keeps_what_can_be_read(text: str) -> None:
    result = cleaned(text, 'characters')
    plain = text.translate({ord('Ａ'): 'A', ord('９'): '9'})
    assert _readable(result) == _readable(plain)
    assert not set(result) & set('\r\v\f\x00\x85\u00a0\u00ad\u200b\u2028\u202e\u3000\ufeffＡ９')


def _readable(text: str) -> list[str]:
    return [ch for ch in text if ch.isprintable() and ch != ' ']
