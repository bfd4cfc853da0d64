"""ASS of two languages: a style a language, in one event; nothing that is said makes a tag."""
from __future__ import annotations

import re

import pysubs2
from hypothesis import given
from qinggao import Cue, Revision, Settings, Transcript
from qinggao.bilingual.bitext import Bitext, Pair
from qinggao.bilingual.subtitles import ass, read
from qinggao.library import page_text

from .talks import bitexts


def written(bitext: Bitext) -> str:
    return page_text(list(ass.write(bitext, Settings())))


def talk(*pairs: tuple[str, str], languages: tuple[str, str] = ('zh-Hans', 'en')) -> Bitext:
    first, second, cues, found = '', '', [], []
    for n, (one, two) in enumerate(pairs):
        cues.append(Cue(len(first), len(first) + len(one), n * 2000, n * 2000 + 1500))
        found.append(Pair((len(first), len(first) + len(one)), (len(second), len(second) + len(two))))
        first, second = first + one + '\n', second + two + '\n'
    return Bitext(Transcript(Revision(first), tuple(cues)), Transcript.plain(second), tuple(found), languages)


def events(bitext: Bitext) -> list[str]:
    return [event.text for event in pysubs2.SSAFile.from_string(written(bitext), format_='ass').events]


def test_one_event_holds_both_each_in_its_style() -> None:
    assert events(talk(('今天很好。', 'It is fine today.'))) == ['今天很好\\N{\\ren}It is fine today.']


def test_chinese_is_larger_wherever_it_stands() -> None:
    styles = pysubs2.SSAFile.from_string(written(talk(('今天很好。', 'It is fine.')).swapped()), format_='ass').styles
    assert list(styles) == ['en', 'zh-Hans']
    assert styles['zh-Hans'].fontsize > styles['en'].fontsize


def test_a_line_alone_has_the_style_of_its_language() -> None:
    talked = talk(('今天很好。', 'It is fine today.'), ('好。', ''))
    file = pysubs2.SSAFile.from_string(written(talked), format_='ass')
    assert [(event.style, event.text) for event in file.events][1] == ('zh-Hans', '好')


def test_two_scripts_of_chinese_are_two_languages() -> None:
    talked = talk(('我们写程序', '我們寫程式'), ('很好', '很好'), languages=('zh-Hans', 'zh-Hant'))
    found = read(written(talked), 'ass')
    assert found is not None
    assert found.languages == ('zh-Hans', 'zh-Hant')
    assert (found.first.text, found.second.text) == ('我们写程序\n很好', '我們寫程式\n很好')


def test_one_language_twice_is_two_styles() -> None:
    talked = talk(('so it is', 'thus it is'), ('fine', 'good'), languages=('en', 'en'))
    found = read(written(talked), 'ass')
    assert found is not None
    assert (found.languages, found.second.text) == (('en', 'en'), 'thus it is\ngood')


@given(bitexts(hostile=True))
def test_no_words_make_a_tag_or_an_event(bitext: Bitext) -> None:
    page = written(bitext)
    file = pysubs2.SSAFile.from_string(page, format_='ass')
    assert len(file.events) == len(re.findall('^Dialogue:', page, re.M)) == len(page.split('[Events]\n', 1)[1].splitlines()) - 1
    for event in file.events:
        assert event.style in ('zh-Hans', 'en')
        assert not event.is_comment
        assert {*re.findall(r'\{[^}]*\}?', event.text)} <= {'{\\ren}'}
        assert event.text.count('{') <= 1
        assert not re.search(r'\\[nh]', event.text)
        assert event.text.count('\\N') <= 3


def test_lines_of_the_page_know_what_they_hold() -> None:
    talked = talk(('今天很好。', 'It is fine today.'))
    held = [(line.start, line.end, line.track) for line in ass.write(talked, Settings()) if line.start >= 0]
    assert held == [(0, 5, 0)]
