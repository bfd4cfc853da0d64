"""ASS: words form no tag, line break, drawing, field or event, in our reader and in pysubs2's."""
from __future__ import annotations

import re

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Cue, FileError, Revision, Transcript, Turn
from qinggao.formats import ass_words as ass
from qinggao.library import laid_out, page_text, parsed
from qinggao.settings import Settings

HEAD = '[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n'
GUARD = '\u2060'
PIECES = ('{', '}', '｛', '｝', GUARD, '\\', '\\N', '\\n', '\\h', '{\\an8}', '{\\p1}m 0 0 l 1 1{\\p0}', '{\\rDefault}', ',', 'Dialogue: ', 'N', 'h',
          '今天', 'we say', ' ', '很好。', '[Events]', 'Comment: 0,', '\\{', '\\}')
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(''.join)


def event(text: str, at: int = 1, name: str = '') -> str:
    return f'Dialogue: 0,0:00:{at:02}.00,0:00:{at + 1:02}.00,Default,{name},0,0,0,,{text}\n'


def talk(*lines: str, speaker: str = '') -> Transcript:
    cues, source = [], ''
    for n, line in enumerate(lines):
        cues.append(Cue(len(source), len(source) + len(line), n * 2000, n * 2000 + 1500))
        source += line + '\n'
    return Transcript(Revision(source.rstrip('\n')), tuple(cues), (Turn(0, speaker),) if speaker else ())


def written(transcript: Transcript) -> str:
    return page_text(laid_out(transcript, 'ass', Settings(subtitle_marks='keep')))


READ = {
    'a line break': ('今天\\N很好', '今天很好'),
    'a soft one': ('so it\\nwent', 'so it went'),
    'a hard space': ('so\\hit', 'so it'),
    'tags': ('{\\i1}今天{\\i0}{\\fs20\\c&HFFFFFF&}很好', '今天很好'),
    'a comment in braces': ('今天{注：请核对}很好', '今天很好'),
    'commas': ('so, it, went', 'so, it, went'),
    'a drawing': ('{\\p1}m 0 0 l 10 10{\\p0}今天', '今天'),
    'a drawing alone': ('{\\p1}m 0 0 l 10 10', ''),
    'a tag that only begins like one': ('{\\pos(1,2)\\pbo3}今天', '今天'),
    'a brace that closes nothing': ('今天} {很好', '今天} {很好'),
    'a word joiner that guards nothing': (f'今{GUARD}天', f'今{GUARD}天'),
    'a wide brace of the speaker': ('｛今天｝', '｛今天｝'),
}


@pytest.mark.parametrize(('text', 'said'), READ.values(), ids=READ)
def test_what_an_event_says(text: str, said: str) -> None:
    assert parsed(HEAD + event(text), 'ass').text == said


def test_times_names_and_lines() -> None:
    found = parsed(HEAD + event('再见', 5) + 'Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,never said\n' + event('你好', 1, 'Anna'), 'ass')
    assert found.text == '你好\n再见'
    assert [cue[2:4] for cue in found.cues] == [(1000, 2000), (5000, 6000)]
    assert found.speaker_at(0) == 'Anna'
    assert [origin.line for origin in found.origins] == [8, 6]


def test_the_older_format_is_read_too() -> None:
    page = '[Script Info]\nScriptType: v4.00\n[V4 Styles]\n[Events]\nDialogue: Marked=0,0:00:01.00,0:00:02.00,Default,NTP,0,0,0,,今天\n'
    found = parsed(page, 'ass')
    assert (found.text, found.turns) == ('今天', ())


BAD = {
    'no events': ('今天很好\n', 1, 'no [Events]'),
    'time runs backward': (HEAD + 'Dialogue: 0,0:00:05.00,0:00:01.00,Default,,0,0,0,,x\n', 6, 'before it begins'),
    'no time': (HEAD + event('x') + 'Dialogue: 0,soon,0:00:01.00,Default,,0,0,0,,x\n', 7, 'not as ASS'),
    'a style with no size': ('[V4+ Styles]\nStyle: Default,Arial,big\n[Events]\n' + event('x'), 2, 'not as ASS'),
}


@pytest.mark.parametrize(('page', 'line', 'what'), BAD.values(), ids=BAD)
def test_what_is_wrong_is_said_with_its_line(page: str, line: int, what: str) -> None:
    with pytest.raises(FileError) as error:
        parsed(page, 'ass', 'x.ass')
    assert (error.value.path, error.value.line) == ('x.ass', line)
    assert what in error.value.what


def test_no_time_is_later_than_the_format_can_say() -> None:
    late = Transcript(Revision('今天'), (Cue(0, 2, 36_000_000, 36_001_000),))
    with pytest.raises(FileError, match='ten hours'):
        written(late)


@given(words)
def test_words_escaped_are_given_back(text: str) -> None:
    assert ass.plain(ass.escaped(text)) == text


@given(words)
def test_words_escaped_hold_no_sign_of_the_format(text: str) -> None:
    escaped = ass.escaped(text)
    assert not re.search(r'[{}]|\\[Nnh]|\\$', escaped)
    assert pysubs2.SSAEvent(text=escaped).plaintext == escaped


@given(st.lists(words, min_size=1, max_size=4), st.sampled_from(['', 'Anna', 'Smith, J', 'a{b}', '林静']))
def test_pysubs2_reads_as_many_events_and_the_same_words(lines: list[str], speaker: str) -> None:
    transcript = talk(*lines, speaker=speaker)
    file = pysubs2.SSAFile.from_string(written(transcript), format_='ass')
    assert len(file.styles) == 1
    assert {event.style for event in file.events} <= {'Default'}
    assert {event.effect for event in file.events} <= {''}
    assert not any('{' in event.text or event.is_comment or event.is_drawing for event in file.events)
    shown = ''.join(ass.plain(event.plaintext.replace('\n', '')) for event in file.events)
    said = re.sub(r'\s', '', transcript.text)
    assert re.sub(rf'[\s{GUARD}]|^- ', '', shown) == said.replace(GUARD, '')


def test_a_name_ends_no_field() -> None:
    page = written(talk('今天', speaker='Smith, J'))
    assert page.endswith(',Default,Smith， J,0,0,0,,今天\n')
    assert parsed(page, 'ass').speaker_at(0) == 'Smith， J'
