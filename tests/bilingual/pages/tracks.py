"""Tracks of hostile words, with pairs of every kind, and what a reader sees of their pages."""
from __future__ import annotations

import re
from html import unescape
from itertools import zip_longest

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from qinggao.bilingual.bitext import Bitext, Pair
from qinggao.bilingual.pages import LAYOUTS, Style, read
from qinggao.edits import Revision
from qinggao.formats import markdown
from qinggao.library import page_text
from qinggao.settings import Settings
from qinggao.site.front_matter import split
from qinggao.site.profile import profile_of
from qinggao.transcript import Transcript, Turn

HOSTILE = ('</details>', '<details>', '<summary>', '</summary>', '<summary>Original English</summary>', '<details', '</detais>',
           '<p class="english-text">', '**', '*', '__', '_', '|', '| --- | --- |', '---', '--', '===', '=', '{{ x }}', '{% raw %}',
           '{# x', '# 题', '## ', '1. ', '2) ', '- ', '+ ', '> ', '>> ', '`', '``', '```', '~~~', '~~', '`a|b`', '`</details>`',
           '<script>', '</script>', '<!--', '-->', '<?', '<![CDATA[', '<b>', '</div>', '&lt;', '&amp;', '&#124;', '&copy;', '\\', '\\|',
           '<br>', '[x]: y', '[x](y)', '![', '\u3000', '\xa0', '\u2028', '\x0b', '\x1c', '\x85', '\r', '\u200b', '\t', '    ',
           'http://a.b/c_d?e=|', 'a@b.cn', '#tag', 'x.py', '**林静**: ', '| English | 简体中文 |', ':--')
PLAIN = ('今天', '很好', '，', '。', '我们说', 'GPT', ' ', '？', 'a', 'talk', '3.5', '！', 'we saw', 'the river', '.')

words = st.lists(st.sampled_from(HOSTILE + PLAIN), min_size=1, max_size=6).map(''.join)
sources = st.lists(st.tuples(words, st.sampled_from(['\n', '\n\n', ' ', '\n\n'])), min_size=1, max_size=6).map(
    lambda parts: ''.join(part + end for part, end in parts))
names = st.sampled_from(['', '林静', 'Anna', '主持人（二）', 'a|b', '**', 'x\ny', '</details>', '{{ x }}', '&lt;'])
STYLE = Style(Settings(), profile_of(), 'talk')


@st.composite
def raw_tracks(draw: st.DrawFn) -> Transcript:
    source = draw(sources)
    starts = sorted(draw(st.sets(st.sampled_from(_word_starts(source) or [0]), max_size=3)))
    return Transcript(Revision(source), turns=tuple(Turn(at, draw(names)) for at in starts))


page_tracks = sources.map(lambda source: markdown.read('\n' + source))


def _word_starts(text: str) -> list[int]:
    return [found.start() for found in re.finditer(r'\S+', text)]


@st.composite
def bitexts(draw: st.DrawFn, firsts: st.SearchStrategy[Transcript], seconds: st.SearchStrategy[Transcript]) -> Bitext:
    """Pairs that begin at any words; some have one side only."""
    first, second = draw(firsts), draw(seconds)
    origin = draw(st.sampled_from(['page', 'length', 'a machine']))
    sides = [_spans(draw, track.text) for track in (first, second)]
    pairs, here, there = list[Pair](), 0, 0
    for one, two in zip_longest(*sides):
        if one and two and draw(st.booleans()):
            pairs += [Pair(one, (there, there), 0.3, ('alone',), origin), Pair((one[1], one[1]), two, 0.3, ('alone',), origin)]
        else:
            pairs.append(Pair(one or (here, here), two or (there, there), origin=origin))
        here, there = pairs[-1].first[1], pairs[-1].second[1]
    return Bitext(first, second, tuple(pairs), draw(st.sampled_from([('zh-Hans', 'en'), ('en', 'zh-Hant'), ('zh-Hant', 'zh-Hans')])))


def _spans(draw: st.DrawFn, text: str) -> list[tuple[int, int]]:
    starts = _word_starts(text)
    if not starts:
        return []
    cuts = [starts[0], *sorted(draw(st.sets(st.sampled_from(starts), max_size=4)) - {starts[0]}), len(text)]
    return [(start, start + len(text[start:end].rstrip())) for start, end in zip(cuts, cuts[1:])]


def published(bitext: Bitext, layout: str, style: Style = STYLE) -> str:
    return page_text(LAYOUTS[layout].write(bitext, style)[0].lines)


def read_back(page: str) -> Bitext:
    found = read(page, 'page.md')
    assert found is not None, page
    return found


def body_of(page: str) -> str:
    return split(page)[1]


def said(text: str) -> str:
    """All that is no white space."""
    return re.sub(r'\s+', '', text)


def spoken(track: Transcript) -> str:
    """What a reader should see of a track: its words, and a name where somebody takes the word. A lone backtick may be
    one of `code`."""
    text, out, at = track.text, '', 0
    turns = {}
    for turn in track.turns:
        turns[turn.start + len(text[turn.start:]) - len(text[turn.start:].lstrip())] = turn.speaker
    for start, speaker in sorted(turns.items()):
        name = _seen_name(speaker)
        out += text[at:start] + (f'{name}:' if name and start < len(text) else '')
        at = start
    return said(out + text[at:]).replace('`', '')


def _seen_name(speaker: str) -> str:
    return unescape(' '.join(re.sub(r'[<>{}\[\]*`\\:：]', ' ', speaker).split()))


def rendered(body: str, tables: bool = False) -> str:
    parser = MarkdownIt('commonmark')
    return str((parser.enable('table') if tables else parser).render(body))


def seen(html: str) -> str:
    """The words of HTML whose tags are ours."""
    return said(unescape(re.sub(r'<[^<>]*>', ' ', html))).replace('`', '')
