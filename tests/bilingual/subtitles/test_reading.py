"""Files of others: what is in two languages is read as two tracks, what only looks so is left alone."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import FileError, Settings
from qinggao.bilingual.bitext import Bitext, faults
from qinggao.bilingual.subtitles import WRITERS, read
from qinggao.library import page_text


def srt(*cues: str, length: int = 2) -> str:
    return '\n'.join(f'{n + 1}\n00:00:{n * length:02},000 --> 00:00:{n * length + length - 1:02},500\n{words}\n'
                     for n, words in enumerate(cues))


def vtt(*cues: str) -> str:
    return 'WEBVTT\n\n' + srt(*cues).replace(',', '.')


HEAD = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Top,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1
Style: Bottom,Arial,16,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,2,2,2,10,10,10,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def ass(*events: tuple[int, str, str]) -> str:
    return HEAD + ''.join(f'Dialogue: 0,0:00:{at:02}.00,0:00:{at + 1:02}.50,{style},,0,0,0,,{words}\n'
                          for at, style, words in events)


TALK = ('我们先看电价\nLet us look at the price of power', '它一天变三次\nIt changes three times in a day',
        '所以要算好时间\nSo we have to plan the hours', '谢谢大家\nThank you all')
TURNED = tuple('\n'.join(reversed(cue.split('\n'))) for cue in TALK)

TWO = {
    'Chinese above English': ('srt', srt(*TALK), ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'English above Chinese': ('srt', srt(*TURNED), ['Let us look at the price of power', 'It changes three times in a day',
                                                   'So we have to plan the hours', 'Thank you all']),
    'two lines of each': ('srt', srt('我们先看电价\n再看用量\nLet us look at the price\nand then at the use', *TALK),
                          ['我们先看电价\n再看用量', '我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'a Latin line that is Chinese talk': ('srt', srt('我们用\nOpenAI\n的 GPT\nWe use the GPT of OpenAI', *TALK),
                                          ['我们用\nOpenAI\n的 GPT', '我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'names before both': ('srt', srt(*(f'林静: {a}\nAnna: {b}' for a, b in (cue.split('\n') for cue in TALK))),
                          ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'a number of both': ('srt', srt(*TALK, '2024'), ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家', '2024']),
    'two cues of one time': ('srt', '\n'.join(srt(cue).replace('1\n00:00:00,000 --> 00:00:01,500', f'{n}\n00:00:{n:02},000 --> 00:00:{n:02},900')
                                              for n, both in enumerate(TALK) for cue in both.split('\n')),
                             ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'a VTT': ('vtt', vtt(*TALK), ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'an ASS with a small font below': ('ass', ass(*((n * 2, 'Top', cue.replace('\n', '\\N{\\fs14}')) for n, cue in enumerate(TALK))),
                                       ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'an ASS with two events': ('ass', ass(*((n * 2, style, line) for style, track in (('Top', 0), ('Bottom', 1))
                                            for n, cue in enumerate(TALK) for line in [cue.split('\n')[track]])),
                               ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家']),
    'an ASS by style, a Chinese line of names alone': (
        'ass', ass(*((n * 2, 'Top', cue.replace('\n', '\\N{\\rBottom}')) for n, cue in enumerate(TALK)),
                   (9, 'Top', 'OpenAI\\NGPT\\N{\\rBottom}It is from OpenAI')),
        ['我们先看电价', '它一天变三次', '所以要算好时间', '谢谢大家', 'OpenAI\nGPT']),
}


@pytest.mark.parametrize(('name', 'text', 'first'), TWO.values(), ids=TWO)
def test_two_languages(name: str, text: str, first: list[str]) -> None:
    found = read(text, name)
    assert found is not None
    assert [found.first.text[slice(*pair.first)] for pair in found.pairs if pair.first[0] < pair.first[1]] == first
    assert not list(faults(found))
    assert set(found.languages) == {'zh-Hans', 'en'}


ONE = {
    'a Chinese talk with a Latin line': ('srt', srt('我们用的是\nOpenAI Codex', '它很快', '也很便宜', '我们再看下一个')),
    'Chinese alone': ('srt', srt('我们先看电价\n再看用量', '它一天变三次', '谢谢大家')),
    'English alone': ('srt', srt('Let us look at the price\nand at the use', 'It changes in a day', 'Thank you all')),
    'pinyin below': ('srt', srt('我们先看电价\nwo men xian kan dian jia', '它一天变三次\nta yi tian bian san ci', '谢谢大家\nxie xie da jia',
                                '再见\nzai jian')),
    'a site in every cue': ('srt', srt(*(f'{cue}\nwww.example.com' for cue in ('我们先看电价', '它一天变三次', '谢谢大家', '再见')))),
    'languages by turns': ('srt', srt('我们先看电价', 'Let us look at the price of it', '它一天变三次', 'It changes in a day', '谢谢')),
    'English in some cues': ('srt', srt(*TALK[:3], '我们先看电价', '它一天变三次', '谢谢大家', '再见', '明天见')),
    'no order': ('srt', srt(*TALK[:3], *TURNED[:3])),
    'two lines, once': ('srt', srt(TALK[0])),
    'Japanese': ('srt', srt('電気の値段をみましょう\nLet us look at the price', '一日に三回変わります\nIt changes in a day',
                            'だから時間を考えます\nSo we have to plan it', 'ありがとう\nThank you all')),
    'French below': ('srt', srt('我们先看电价\nRegardons le prix', '它一天变三次\nLe prix change souvent', '谢谢大家\nMerci beaucoup', '再见\nAu revoir')),
    'English that quotes': ('srt', srt('We say 你好\nand that is hello', 'It means 好\nif you like', 'So we say it\nin a day', 'And 再见\nis for the end')),
    'a VTT of one': ('vtt', vtt('我们先看电价', '它一天变三次')),
    'an ASS of one style': ('ass', ass((0, 'Top', '我们先看电价\\N再看用量'), (2, 'Top', '它一天变三次'))),
    'an ASS with titles': ('ass', ass((0, 'Top', '我们先看电价'), (2, 'Top', '它一天变三次'), (4, 'Bottom', 'CHAPTER ONE'), (6, 'Top', '再见'))),
    'no subtitles at all': ('md', '我们\nand you\n'),
    'nothing': ('srt', ''),
}


@pytest.mark.parametrize(('name', 'text'), ONE.values(), ids=ONE)
def test_one_language_is_left_alone(name: str, text: str) -> None:
    assert read(text, name) is None


def test_both_tracks_know_their_times_lines_and_speakers() -> None:
    found = read(srt('林静: 我们先看电价\nLet us look at the price of power', *TALK[1:]), 'srt', 'x.srt')
    assert found is not None
    for track in (found.first, found.second):
        assert track.time_of(0, len(track.text.split('\n')[0])) == (0, 1500)
        assert track.speaker_at(0) == '林静'
        assert track.origins[0].line == 3
    assert {pair.origin for pair in found.pairs} == {'page'}


def test_what_has_no_partner_is_marked() -> None:
    found = read(srt(*TALK, 'And that is all for today'), 'srt')
    assert found is not None
    assert [pair.doubts for pair in found.pairs] == [(), (), (), (), ('alone',)]


PIECES = (*'我 a,.:>-\n{}\\<1[]', 'Dialogue: 0,0:00:01.00,0:00:02.00,', 'Dialogue: 0,0:00:03.00,', 'WEBVTT\n', '\n1\n', '[Events]\n', 'Style: ',
          'Format: ', '00:00:01,000 --> 00:00:02,000\n', 'Language: zh\n', '<lang en>', '</lang>', '\u2063', '{\\r', '\\N', '我们说\nand we say\n\n')


@pytest.mark.parametrize('name', WRITERS)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(''.join))
def test_any_text_is_read_or_says_what_is_wrong(name: str, text: str) -> None:
    try:
        found = read(text, name, 'x')
    except FileError as error:
        assert str(error).startswith('x:')
    else:
        assert found is None or isinstance(found, Bitext)


@pytest.mark.parametrize(('name', 'text'), [(name, text) for name, text, _ in TWO.values()], ids=TWO)
def test_files_of_others_settle_at_once(name: str, text: str) -> None:
    found = read(text, name)
    assert found is not None
    page = page_text(list(WRITERS[name].write(found, Settings())))
    again = read(page, name)
    assert again is not None
    assert page_text(list(WRITERS[name].write(again, Settings()))) == page
