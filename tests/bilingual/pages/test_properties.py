"""Nothing of either track is lost, doubled or forged in any layout, and what is written reads back the same."""
from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.bitext import Bitext, faults
from qinggao.bilingual.pages import LAYOUTS
from qinggao.library import page_text
from qinggao.transcript import Transcript

from .tracks import STYLE, bitexts, body_of, page_tracks, published, raw_tracks, read_back, rendered, seen, spoken

FOLD = re.compile(r'<details>\n<summary>[^<>\n]*</summary>\n(.*?)</details>\n', re.S)
raw = bitexts(raw_tracks(), raw_tracks())
pages = bitexts(st.one_of(page_tracks, raw_tracks()), st.one_of(page_tracks, raw_tracks()))


def has_both(bitext: Bitext) -> bool:
    """Whether a reader sees words in both tracks: without any in the second there is nothing to read back."""
    return all(any(char.isalnum() for char in seen(rendered(track.text))) for track in (bitext.first, bitext.second))


@given(raw.filter(has_both))
def test_folded_shows_each_word_once_in_its_place(bitext: Bitext) -> None:
    html = rendered(body_of(published(bitext, 'folded')))
    one, two = (bitext.second, bitext.first) if bitext.languages[0] == 'en' else (bitext.first, bitext.second)
    assert seen(FOLD.sub('', html)) == spoken(one)
    assert seen(' '.join(FOLD.findall(html))) == spoken(two)
    assert html.count('<details') == html.count('</details') == len(FOLD.findall(html))


@given(raw)
def test_folded_forges_no_tag_and_no_block(bitext: Bitext) -> None:
    html = rendered(body_of(published(bitext, 'folded')))
    assert set(re.findall(r'</?[a-z0-9]+', html)) <= {'<p', '</p', '<details', '</details', '<summary', '</summary', '<strong',
                                                      '</strong', '<code', '</code'}


@given(raw)
def test_columns_show_each_word_once_in_its_column(bitext: Bitext) -> None:
    html = rendered(body_of(published(bitext, 'columns')), tables=True)
    rows = re.findall(r'<tr>\n(.*?)</tr>', html, re.S)
    cells = [re.findall(r'<t[hd]>(.*?)</t[hd]>', row, re.S) for row in rows]
    assert all(len(row) == 2 for row in cells)
    assert seen(' '.join(left for left, _ in cells[1:])) == spoken(bitext.first)
    assert seen(' '.join(right for _, right in cells[1:])) == spoken(bitext.second)
    assert set(re.findall(r'</?[a-z0-9]+', html)) <= {'<table', '</table', '<thead', '</thead', '<tbody', '</tbody', '<tr', '</tr', '<th',
                                                      '</th', '<td', '</td', '<br', '<strong', '</strong', '<code', '</code'}


@given(raw)
def test_a_pair_of_pages_shows_each_word_once(bitext: Bitext) -> None:
    one, two = LAYOUTS['pair'].write(bitext, STYLE)
    assert seen(rendered(body_of(page_text(one.lines)))) == spoken(bitext.first)
    assert seen(rendered(body_of(page_text(two.lines)))) == spoken(bitext.second)


@pytest.mark.parametrize('layout', ['folded', 'columns'])
@given(raw.filter(has_both))
def test_raw_tracks_published_read_and_published_are_the_same(layout: str, bitext: Bitext) -> None:
    page = published(bitext, layout)
    again = read_back(page)
    assert not list(faults(again))
    assert published(again, layout) == page


@pytest.mark.parametrize('layout', ['folded', 'columns'])
@given(pages.filter(has_both))
def test_pages_published_read_and_published_are_the_same(layout: str, bitext: Bitext) -> None:
    page = published(bitext, layout)
    again = read_back(page)
    assert not list(faults(again))
    assert published(again, layout) == page


def letters(track: Transcript) -> str:
    """The letters of a track with its names: hidden inside odd markup, `**林静**: ` is none, and one where it is not.
    An entity may be words, in code or as it is kept, or what it stands for."""
    out, at = '', 0
    for turn in track.turns:
        start = track.offsets.to_text.first(turn.start)
        out, at = out + track.text[at:start] + turn.speaker, start
    return ''.join(char for char in unescape(unescape(unescape(out + track.text[at:]))) if char.isalnum())


@given(pages.filter(has_both))
def test_a_folded_page_gives_both_tracks_back(bitext: Bitext) -> None:
    again = read_back(published(bitext, 'folded'))
    one, two = (bitext.second, bitext.first) if bitext.languages[0] == 'en' else (bitext.first, bitext.second)
    assert letters(again.first) == letters(one)
    assert letters(again.second) == letters(two)
