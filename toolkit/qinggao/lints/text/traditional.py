"""A stray Traditional character on a page in Simplified.

Recognisers and editors change script in the middle of a line, and a search in Simplified does not find the word.
Write it in Simplified. Left alone is Traditional that is meant: in 「quotations」 and 《titles》, in a name that front
matter spells so, where characters are spoken of, and Japanese. Where a character may stand for two, or the words are
quoted, it is mended only if you ask for it. So it is where a good part of the page is in Traditional, which may be
meant: that is one finding a line.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import OwnWords, chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy
from .head_words import head_words
from .scripts import is_simplified, scripts, traditional_in, wants_simplified

CODE = 'TX001'
NAME = 'traditional'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '请到正規渠道购买船票，雨天也不見得停航。\n'
RIGHT = '请到正规渠道购买船票，雨天也不见得停航。\n'

_RUN = lazy(f'[{HAN}]+')
# In names they live on, whatever the script.
_OF_NAMES = frozenset('昇麽吒喆堃甯峯叡璿煇祐嶽勛崑崙頴穎彥奐龢鉅')
# They stand for two characters of Simplified: 鍾 is 钟 and, as a name, 锺; 於 is a name too, 係 is 是 in Cantonese.
_OF_TWO = frozenset('鍾於係乾著瞭覆藉徵摺夥剋')
_MEANT = lazy(r'「[^」\n]{0,200}」|『[^』\n]{0,200}』|《[^》\n]{0,80}》|〈[^〉\n]{0,80}〉')
_QUOTED = lazy(r'“[^”\n]{0,60}”|‘[^’\n]{0,60}’')
# Kana, and forms that only Japanese has: 黒沢清, 竜介.
_KANA = lazy('[\u3040-\u30ff竜黒沢広駅浜辺斎楽図読観権験険歩気実渋恵悪戦拝拠拡挙仏価変帰弾従徳応戻円塩壱売団対]')
_COLUMNS = lazy(r'^\|[^\n]*\b繁體中文\b[^\n]*\|$', 8)      # the head of a table in both scripts
_SPOKEN_OF = lazy('繁体|繁體|正体字|正體字|异体|古字|旧字|日文|日语|日語|汉字|漢字|写作|写成|字形|康熙|甲骨|书法|碑文')
_LABEL = lazy(r'[ \t]*(?:\*\*[^*\n]{1,40}\*\*[ \t]*[:：]|\*\*[^*\n]{1,40}[:：]|[^\s:：*#]{1,12}[:：])')
_NEAR, _FAR, _LONG, _FEW, _LABELLED = 12, 40, 200, 3, 60
_NAMED_BY = ('author', 'speaker', 'guest', 'people', 'companies_orgs', 'products_models', 'media_books', 'series')


def findings(page: Page) -> Iterator[Finding]:
    yield from _in_head(page)
    found = page.once(scripts)
    if not found.traditional or found.is_traditional or not wants_simplified(page):
        return
    own = page.once(chinese_words)
    named = frozenset(at for start, end in _named(page, own.text) for at in range(start, end))
    strays = [at for at in found.traditional if own.text[at] not in _OF_NAMES and at not in named]
    if _COLUMNS.search(page.text):
        strays = [at for at in strays if not _is_in_row(own.text, at)]
    runs = [run for run in _runs(own.text, strays) if _is_stray(page, own, *run)]
    strays_of = list(_converted(page, own.text, runs)) if runs else []
    if found.is_mixed:
        yield from _by_lines(own, strays_of)
        return
    for start, end, edits in strays_of:
        old = own.text[start:end]
        said = ''.join(own.text[edit.start:edit.end] for edit in edits)
        quoted = _is_in(_QUOTED, own.text, start, end) or _is_quote(page, own, start)
        # A speaker may write his name so: 雪力老師.
        sure = not (quoted or _is_label(own.text, start, end) or _is_linked(page, own.at(start))) \
            and _OF_TWO.isdisjoint(said)
        yield Finding(*own.span(start, end),
                      f'{old} is Traditional on a page in Simplified: write {_with(own.text, start, end, edits)}',
                      tuple(Edit(*own.span(edit.start, edit.end), edit.new, CODE, sure) for edit in edits))


def _is_in_row(text: str, at: int) -> bool:
    """Whether a place is in a table: one of its columns is in Traditional, and says so."""
    return text.startswith('|', text.rfind('\n', 0, at) + 1)


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether a run is part of the label that its line begins with."""
    line = text.rfind('\n', max(0, start - _LABELLED), start) + 1
    label = _LABEL.match(text, line) if line or start < _LABELLED else None
    return label is not None and end <= label.end()


def _in_head(page: Page) -> Iterator[Finding]:
    """Strays in title and summary, one finding a field."""
    for name, at, words in page.once(head_words):
        if is_simplified(page, words) or page.once(scripts).is_traditional or not wants_simplified(page):
            continue
        named = frozenset(i for start, end in _named(page, words) for i in range(start, end))
        strays = [i for i in traditional_in(words) if words[i] not in _OF_NAMES and i not in named]
        runs = [run for run in _runs(words, strays)
                if _is_stray_in(words, *run) and not _is_in(_QUOTED, words, *run)]
        if runs and sum(end - start for start, end in runs) > 1:       # one alone may be somebody's name: 暘
            said = '、'.join(words[start:end] for start, end in runs[:_FEW])
            yield Finding(at + runs[0][0], at + runs[-1][1],
                          f'the {name} is partly in Traditional ({said}), and the page in Simplified: write one script')


def _by_lines(own: OwnWords, runs: list[tuple[int, int, list[Edit]]]) -> Iterator[Finding]:
    """One finding for the runs of each line, on a page in both scripts."""
    lines: dict[int, list[tuple[int, int, list[Edit]]]] = {}
    for run in runs:
        lines.setdefault(own.text.rfind('\n', 0, run[0]) + 1, []).append(run)
    for some in lines.values():
        start, end = some[0][0], some[-1][1]
        what = f'{own.text[start:end]} is' if len(some) == 1 else f'{len(some)} places of this line are'
        yield Finding(*own.span(start, end), f'{what} in Traditional, and most of the page is not: write one script',
                      tuple(Edit(*own.span(edit.start, edit.end), edit.new, CODE, False)
                            for _, _, edits in some for edit in edits))


def _named(page: Page, text: str) -> Iterator[tuple[int, int]]:
    """Where names stand as front matter spells them, whole or one of their parts."""
    for key in _NAMED_BY:
        field = page.head.by_name.get(key) if page.head else None
        for value in field.values if field else ():
            for name in {value.value, *value.value.replace('·', ' ').split()}:
                at = text.find(name) if len(name) > 1 and not name.isascii() else -1
                while at >= 0:
                    yield at, at + len(name)
                    at = text.find(name, at + len(name))


def _runs(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """From the first to the last of these places in each run of Han."""
    first = last = stop = -1
    for at in places:
        if at >= stop:
            if first >= 0:
                yield first, last + 1
            run = _RUN.match(text, at)
            first, stop = at, run.end() if run else at + 1
        last = at
    if first >= 0:
        yield first, last + 1


def _is_stray(page: Page, own: OwnWords, start: int, end: int) -> bool:
    return page.is_open(*own.span(start, end)) and _is_stray_in(own.text, start, end)


def _is_stray_in(text: str, start: int, end: int) -> bool:
    return not _KANA.search(text[max(0, start - _NEAR):end + _NEAR]) \
        and not _SPOKEN_OF.search(text[max(0, start - _FAR):end + _FAR]) and not _is_in(_MEANT, text, start, end)


def _is_in(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether one of these brackets of a line holds ``text[start:end]``."""
    before = text[max(0, start - _LONG):start].rpartition('\n')[2]
    after = text[end:end + _LONG].partition('\n')[0]
    line = before + text[start:end] + after
    return any(found.start() < len(before) and found.end() > len(line) - len(after) for found in pattern.finditer(line))


def _is_quote(page: Page, own: OwnWords, at: int) -> bool:
    block = page.block_at(own.at(at))
    return block is not None and block.kind == 'quote'


def _is_linked(page: Page, at: int) -> bool:
    """Whether it stands in a heading of a page with links to headings, which go by their words."""
    block = page.block_at(at)
    return block is not None and block.kind == 'heading' and page.holds(('](#', 'href="#'))


def _converted(page: Page, text: str, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Each run with what OpenCC and rules/keep.yaml make of it; one that they leave as it is does not count."""
    from ...stages.script import converted
    from ...transcript import Transcript
    from ...view import View
    edits = sorted(converted(View(Transcript.plain(text), page.settings, page.rules), runs, 't2s'))
    i = 0
    for start, end in runs:
        own = list[Edit]()
        while i < len(edits) and edits[i].start < end:
            own += [edits[i]] if edits[i].start >= start else []
            i += 1
        if own:
            yield start, end, own


def _with(text: str, start: int, end: int, edits: list[Edit]) -> str:
    out, done = '', start
    for edit in edits:
        out += text[done:edit.start] + edit.new
        done = edit.end
    return out + text[done:end]
